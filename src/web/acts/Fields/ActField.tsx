import { useTranslation } from 'react-i18next';
import type { Post } from '../../../contract/session.ts';
import type { Field, Values } from '../forms.ts';
import { type ChoiceOption, Choices } from './Choices.tsx';
import { Duration } from './Duration.tsx';
import { Framed } from './Framed.tsx';
import { PickMany, PickOne, useCategoryOptions, useUnitOptions } from './Picker.tsx';
import { Panel, Positions } from './Repeated.tsx';

export interface FieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly change: (value: unknown) => void;
  /** What stands in the other fields: one answer may limit another. */
  readonly values: Values;
}

interface ActFieldProps extends FieldProps {
  /** The answers of a question that is asked with all of them in sight. */
  readonly choices: readonly ChoiceOption<string | boolean>[] | null;
  /** Said beside the hint: what is taken where nothing is said. */
  readonly note?: string | undefined;
}

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const chosen = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

interface WholeNumberProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly value: unknown;
  readonly change: (value: number | undefined) => void;
}

const WholeNumber = ({ id, describedBy, value, change }: WholeNumberProps) => (
  <input
    id={id}
    className="field-box field-number"
    inputMode="numeric"
    aria-describedby={describedBy}
    value={typeof value === 'number' ? String(value) : ''}
    onChange={(event) => {
      const digits = event.target.value.replace(/\D/g, '').slice(0, 3);
      change(digits === '' ? undefined : Number(digits));
    }}
  />
);

/** One question of an act, asked in the way that suits its kind. */
export const ActField = ({ field, value, error, change, choices, note }: ActFieldProps) => {
  const { t } = useTranslation();
  const units = useUnitOptions();
  const categories = useCategoryOptions();
  const id = `act-${field.name}`;
  const label = field.optional
    ? t('form.optional', { label: t(`field.${field.label}.label`) })
    : t(`field.${field.label}.label`);
  const read = t(`field.${field.label}.read`);
  const hint = note ? `${read} ${note}` : read;

  if (choices) {
    return (
      <Choices
        name={id}
        legend={label}
        hint={hint}
        error={error}
        options={field.optional ? [{ value: '', label: t('choice.unsaid') }, ...choices] : choices}
        value={(value ?? (field.optional ? '' : undefined)) as string | boolean | undefined}
        change={change}
      />
    );
  }
  const rows = { id, legend: label, hint, error, change };
  if (field.ask.kind === 'panel')
    return <Panel {...rows} rows={(value ?? []) as Partial<Post>[]} />;
  if (field.ask.kind === 'positions')
    return <Positions {...rows} rows={(value ?? []) as object[]} />;

  return (
    <Framed id={id} label={label} hint={hint} error={error}>
      {(describedBy) => {
        switch (field.ask.kind) {
          case 'long':
            return (
              <textarea
                id={id}
                className="field-box"
                rows={4}
                aria-describedby={describedBy}
                aria-invalid={error !== undefined}
                value={text(value)}
                onChange={(event) => change(event.target.value)}
              />
            );
          case 'unit':
            return (
              <PickOne
                id={id}
                options={units}
                describedBy={describedBy}
                value={chosen(value)}
                change={change}
              />
            );
          case 'units':
            return (
              <PickMany
                id={id}
                options={units}
                describedBy={describedBy}
                value={list(value)}
                change={change}
              />
            );
          case 'category':
            return (
              <PickOne
                id={id}
                options={categories}
                describedBy={describedBy}
                value={chosen(value)}
                change={change}
              />
            );
          case 'number':
            return <WholeNumber id={id} describedBy={describedBy} value={value} change={change} />;
          case 'duration':
            return (
              <Duration id={id} describedBy={describedBy} value={text(value)} change={change} />
            );
          default:
            return (
              <input
                id={id}
                className="field-box"
                aria-describedby={describedBy}
                aria-invalid={error !== undefined}
                value={text(value)}
                onChange={(event) => change(event.target.value)}
              />
            );
        }
      }}
    </Framed>
  );
};
