import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contract/common.ts';
import { modeWords } from '../../../contract/whistle-words.ts';
import type { WhistleView } from '../../../contract/whistles.ts';
import { useSay } from '../../words/say.ts';
import { partiesOf } from '../parts.ts';
import { ActField, type FieldProps } from './ActField.tsx';
import { CallsOfWhistle } from './Calls.tsx';
import type { ChoiceOption } from './Choices.tsx';
import { type Instruction, InstructionField } from './Instruction.tsx';
import { type PlannedStep, Steps } from './Steps.tsx';
import { Texts } from './Texts.tsx';
import { Verdicts } from './Verdicts.tsx';

interface WhistleFieldProps extends FieldProps {
  readonly of: WhistleView;
  /** What is taken as said where nothing is. */
  readonly note?: string | undefined;
}

/** Steps are the issuer's, or of a unit that came and is there; with powers that were called for. */
const stepsOf = (of: WhistleView) => {
  const here = new Set(
    of.callOuts.flatMap(({ unit, status, settlement }) =>
      status === 'reported' && settlement !== 'NOT_MINE' ? [unit] : [],
    ),
  );
  const powers = of.callOuts.flatMap((one) => one.powers).map((one) => [one.power, one.name]);
  return {
    owners: partiesOf(of).filter(({ unit }) => unit === of.issuer || here.has(unit)),
    powers: [...new Map(powers as [string, Text][])],
    first: of.issuer,
  };
};

/** The questions of a whistle's acts; those it has in common with any act are asked as there. */
export const WhistleField = ({ of, note, ...props }: WhistleFieldProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { field, value, error, change } = props;
  const labels = t(`field.${field.label}.label`);
  const rows = {
    id: `act-${field.name}`,
    legend: field.optional ? t('form.optional', { label: labels }) : labels,
    hint: t(`field.${field.label}.read`),
    error,
  };
  switch (field.ask.kind) {
    case 'texts':
      return <Texts {...rows} rows={(value ?? []) as string[]} change={change} />;
    case 'steps':
      return (
        <Steps
          {...rows}
          error={error && t('plan.lacking')}
          {...stepsOf(of)}
          rows={(value ?? []) as PlannedStep[]}
          change={change}
        />
      );
    case 'verdicts':
      return (
        <Verdicts
          {...rows}
          items={of.ratingItems}
          value={(value ?? {}) as Readonly<Record<string, string>>}
          change={change}
        />
      );
    case 'calls':
      return <CallsOfWhistle {...rows} of={of} value={(value ?? []) as string[]} change={change} />;
    case 'instruction':
      return (
        <InstructionField {...rows} value={(value ?? null) as Instruction | null} change={change} />
      );
    case 'mode':
      // Where one has to come there is nothing to ask.
      if (!of.terms.remote) return null;
      break;
  }
  return <ActField {...props} choices={choicesOf()} note={note} />;

  function choicesOf(): readonly ChoiceOption<string | boolean>[] | null {
    switch (field.ask.kind) {
      case 'mode':
        return [
          { value: 'on-site', label: say(modeWords['on-site']) },
          { value: 'remote', label: say(modeWords.remote) },
        ];
      case 'party':
        return partiesOf(of).map(({ unit, name }) => ({ value: unit, label: say(name) }));
      default:
        return null;
    }
  }
};
