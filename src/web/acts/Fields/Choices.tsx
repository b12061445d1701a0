import type { ReactNode } from 'react';
import './fields.css';

export interface ChoiceOption<Value> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly note?: ReactNode;
}

interface ChoicesProps<Value> {
  readonly name: string;
  readonly legend: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | undefined;
  readonly change: (value: Value) => void;
  /** In one line, where the answers are a word each. */
  readonly inline?: boolean;
}

/** A handful of answers, all in sight. */
export const Choices = <Value extends string | boolean>(props: ChoicesProps<Value>) => {
  const { name, legend, hint, error, options, value, change } = props;
  const inline = props.inline ?? options.length === 2;
  return (
    <fieldset className="field" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className={inline ? 'field-choices-two' : 'field-choices'}>
        {options.map((option) => (
          <label key={String(option.value)} className="field-choice">
            <input
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => change(option.value)}
            />
            <span>
              {option.label}
              {option.note && <span className="field-note">{option.note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
