import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contract/common.ts';
import {
  claimAnswerWords,
  hearingOutcomeWords,
  partyWords,
  seatWords,
  sponsorActKindWords,
} from '../../../contract/sponsorship-words.ts';
import type { SeatName, SponsorshipView } from '../../../contract/sponsorships.ts';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import type { Seated } from '../sponsorship-forms.ts';
import { ActField, type FieldProps } from './ActField.tsx';
import { CandidateField } from './Candidate.tsx';
import type { ChoiceOption } from './Choices.tsx';
import { Framed } from './Framed.tsx';
import { type Instruction, InstructionField } from './Instruction.tsx';
import { type Member, Members, type Need, Needs } from './Members.tsx';
import { Moment } from './Moment.tsx';
import { PickMany, PickOne } from './Picker.tsx';
import { Sitting } from './Sitting.tsx';
import { type PlannedStep, Steps } from './Steps.tsx';

interface SponsorshipFieldProps extends FieldProps {
  readonly of: SponsorshipView;
  /** Only what a leader may hand to a case is offered to be handed. */
  readonly handsOn: boolean;
}

const codes = (words: Readonly<Record<string, Text>>, say: (text: Text) => string) =>
  Object.entries(words).map(([value, name]) => ({ value, label: say(name) }));

const option = (value: string, name: Text, say: (text: Text) => string) => ({
  value,
  label: say(name),
  found: `${name.zh} ${name.en} ${value}`.toLowerCase(),
});

/** The seat that is to be filled; a designation fills the leader's. */
const seatIn = ({ seat }: FieldProps['values']): SeatName =>
  seat === 'lead' || seat === 'liaison' ? seat : 'sponsor';

/** The questions of a sponsorship's acts; those it has in common with any act are asked as there. */
export const SponsorshipField = ({ of, handsOn, ...props }: SponsorshipFieldProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const law = useQuery(rulebookQuery).data;
  const { field, value, values, error, change } = props;
  const label = t(`field.${field.label}.label`);
  const rows = {
    id: `act-${field.name}`,
    legend: field.optional ? t('form.optional', { label }) : label,
    hint: t(`field.${field.label}.read`),
    error,
    change,
  };
  const owners = of.partners.map(({ unit, unitName }) => ({ unit, name: unitName }));
  const first = of.seats.find(({ seat }) => seat === 'lead')?.post?.unit ?? owners[0]?.unit ?? '';
  const steps = { ...rows, owners, first, rows: (value ?? []) as PlannedStep[] };
  const powers = (law?.powers ?? [])
    .filter(({ delegable }) => !handsOn || delegable === 'internal')
    .map(({ id, name }) => option(id, name, say));
  const picking = { id: rows.id, options: powers };
  switch (field.ask.kind) {
    case 'sitting':
      return <Sitting {...rows} of={of} rows={(value ?? []) as Seated[]} />;
    case 'commitments':
      return <Steps {...steps} {...promising()} powers={null} />;
    case 'steps':
      return (
        <Steps
          {...steps}
          error={error && t('plan.lacking')}
          powers={(law?.powers ?? []).map(({ id, name }) => [id, name] as const)}
        />
      );
    case 'members':
      return <Members {...rows} rows={(value ?? []) as Member[]} />;
    case 'needs':
      return <Needs {...rows} rows={(value ?? []) as Need[]} />;
    case 'instruction':
      return (
        <InstructionField {...rows} value={(value ?? null) as Instruction | null} change={change} />
      );
    case 'candidate':
      return (
        <CandidateField {...rows} id={of.id} name={rows.id} seat={seatIn(values)} value={value} />
      );
    case 'moment':
    case 'power':
    case 'powers':
    case 'parties':
      return (
        <Framed id={rows.id} label={rows.legend} hint={rows.hint} error={error}>
          {(describedBy) => boxed(describedBy)}
        </Framed>
      );
    default:
      return <ActField {...props} choices={choicesOf()} />;
  }

  /** Only who is in the room can promise anything there. */
  function promising() {
    const present = new Set(((values.sitting ?? []) as Seated[]).map(({ unit }) => unit));
    const there = owners.filter(({ unit }) => present.has(unit));
    return { owners: there, first: there[0]?.unit ?? '' };
  }

  function boxed(describedBy: string | undefined) {
    const many = Array.isArray(value) ? (value as string[]) : [];
    const one = typeof value === 'string' ? value : undefined;
    switch (field.ask.kind) {
      case 'moment':
        return <Moment id={rows.id} describedBy={describedBy} value={one} change={change} />;
      case 'power':
        return <PickOne {...picking} describedBy={describedBy} value={one} change={change} />;
      case 'powers':
        return <PickMany {...picking} describedBy={describedBy} value={many} change={change} />;
      default:
        return (
          <PickMany
            id={rows.id}
            options={Object.entries(partyWords).map(([code, name]) => option(code, name, say))}
            describedBy={describedBy}
            value={many}
            change={change}
          />
        );
    }
  }

  function choicesOf(): readonly ChoiceOption<string | boolean>[] | null {
    switch (field.ask.kind) {
      case 'sponsor-act':
        return codes(sponsorActKindWords, say);
      case 'claim-answer':
        return codes(claimAnswerWords, say);
      case 'hearing-outcome':
        return codes(hearingOutcomeWords, say);
      case 'seat-name':
        return codes(seatWords, say);
      case 'duty':
        return of.duties.map(({ code, name }) => ({ value: code, label: say(name) }));
      case 'partner':
        return of.partners.map(({ unit, unitName }) => ({ value: unit, label: say(unitName) }));
      case 'member':
        return (of.force?.members ?? []).map(({ unit, unitName }) => ({
          value: unit,
          label: say(unitName),
        }));
      case 'told':
        return (['phone', 'visit', 'message', 'counter', 'portal'] as const).map((means) => ({
          value: means,
          label: means === 'portal' ? t('sponsorship.byPortal') : t(`choice.means.${means}`),
        }));
      case 'yesno':
        return [
          { value: true, label: t('choice.yes') },
          { value: false, label: t('choice.no') },
        ];
      default:
        return null;
    }
  }
};
