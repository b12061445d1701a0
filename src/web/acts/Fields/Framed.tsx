import type { ReactNode } from 'react';
import './fields.css';

interface FramedProps {
  readonly id: string;
  readonly label: string;
  /** The step that reads the answer. */
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (describedBy: string | undefined) => ReactNode;
}

export const Framed = ({ id, label, hint, error, children }: FramedProps) => {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children(described === '' ? undefined : described)}
    </div>
  );
};
