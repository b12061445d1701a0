import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView, Outcome } from '../../../contract/cases.ts';
import type { Post } from '../../../contract/session.ts';
import { outcomeWords } from '../../../contract/words.ts';
import { Called } from '../../components/Matter/Called.tsx';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import type { Ask, Field } from '../forms.ts';
import { type ChoiceOption, Choices } from './Choices.tsx';
import { Duration } from './Duration.tsx';
import { Framed } from './Framed.tsx';
import { PickMany, PickOne, useCategoryOptions, useUnitOptions } from './Picker.tsx';
import { Panel, Positions } from './Repeated.tsx';

interface ActFieldProps {
  readonly field: Field;
  readonly value: unknown;
  readonly error: string | undefined;
  readonly change: (value: unknown) => void;
  readonly of: CaseView;
}

/** What a unit may say came of it; the rest are results of other acts. */
const STATED_OUTCOMES: readonly Outcome[] = [
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'UNREACHABLE',
  'UNKNOWN',
];

/** The choices of a field that is asked with all its answers in sight; null where it is not. */
const useChoiceOptions = (
  ask: Ask,
  of: CaseView,
): readonly ChoiceOption<string | boolean>[] | null => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: rules } = useQuery(rulebookQuery);
  const named = (names: readonly string[], prefix: 'means' | 'solved' | 'reopening') =>
    names.map((value) => ({ value, label: t(`choice.${prefix}.${value}` as never) as string }));
  switch (ask.kind) {
    case 'yesno':
      return [
        { value: true, label: t('choice.yes') },
        { value: false, label: t('choice.no') },
      ];
    case 'means':
      return named(['phone', 'visit', 'message', 'counter'], 'means');
    case 'solved':
      return named(['yes', 'partly', 'no', 'not_contacted'], 'solved');
    case 'reopening':
      return named(['new_facts', 'not_fixed', 'failed_recheck'], 'reopening');
    case 'outcome':
      return STATED_OUTCOMES.map((value) => ({ value, label: say(outcomeWords[value]) }));
    case 'urgency':
      return (rules?.urgencies ?? []).map(({ code, name }) => ({ value: code, label: say(name) }));
    case 'office':
      return (rules?.offices ?? [])
        .filter(({ unit }) => unit === of.lead)
        .map(({ id, name }) => ({ value: id, label: say(name) }));
    case 'channel':
      return (rules?.channels ?? [])
        .filter((channel) => ask.of.includes(channel.kind))
        .map(({ code, name, nextPath, telephone }) => ({
          value: code,
          label: <Called name={say(name)} telephone={telephone} />,
          note: say(nextPath),
        }));
    case 'clock':
      return of.clocks
        .filter((clock) => clock.status === ask.status)
        .map(({ id, kindName, left }) => ({ value: id, label: say(kindName), note: say(left) }));
    case 'suspension':
      return (rules?.suspensionReasons ?? []).map(({ code, name, citation }) => ({
        value: code,
        label: say(name),
        note: say(citation.text),
      }));
    case 'basis':
      return (rules?.objectionBases ?? []).map(({ code, name, citation }) => ({
        value: code,
        label: say(name),
        note: say(citation.text),
      }));
    default:
      return null;
  }
};

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const chosen = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** One question of an act, asked in the way that suits its kind. */
export const ActField = ({ field, value, error, change, of }: ActFieldProps) => {
  const { t } = useTranslation();
  const choices = useChoiceOptions(field.ask, of);
  const units = useUnitOptions();
  const categories = useCategoryOptions();
  const id = `act-${field.name}`;
  const label = field.optional
    ? t('form.optional', { label: t(`field.${field.label}.label`) })
    : t(`field.${field.label}.label`);
  const hint = t(`field.${field.label}.read`);

  if (choices) {
    return (
      <Choices
        name={id}
        legend={label}
        hint={hint}
        error={error}
        options={choices}
        value={value as string | boolean | undefined}
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
