import { useTranslation } from 'react-i18next';
import { deliveryWords } from '../../../contract/petition-words.ts';
import type { Means, PetitionView } from '../../../contract/petitions.ts';
import { useSay } from '../../words/say.ts';
import { ActField, type FieldProps } from './ActField.tsx';
import { type ChoiceOption, Choices } from './Choices.tsx';
import { Framed } from './Framed.tsx';
import { type Instruction, InstructionField } from './Instruction.tsx';
import { PickMany } from './Picker.tsx';

interface PetitionFieldProps extends FieldProps {
  readonly of: PetitionView;
}

const MEANS = Object.keys(deliveryWords) as Means[];

/** The questions of a petition's acts; those it has in common with any act are asked as there. */
export const PetitionField = ({ of, ...props }: PetitionFieldProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { field, value, error, change } = props;
  const id = `act-${field.name}`;
  const label = t(`field.${field.label}.label`);
  const hint = t(`field.${field.label}.read`);
  if (field.ask.kind === 'bodies') {
    const options = of.units.map(({ unit, name }) => ({
      value: unit,
      label: say(name),
      found: `${name.zh} ${name.en} ${unit}`.toLowerCase(),
    }));
    return (
      <Framed id={id} label={label} hint={hint} error={error}>
        {(describedBy) => (
          <PickMany
            id={id}
            options={options}
            describedBy={describedBy}
            value={Array.isArray(value) ? value : []}
            change={change}
          />
        )}
      </Framed>
    );
  }
  if (field.ask.kind === 'instruction') {
    return (
      <InstructionField
        id={id}
        legend={t('form.optional', { label })}
        hint={hint}
        error={error}
        value={(value ?? null) as Instruction | null}
        change={change}
      />
    );
  }
  if (field.ask.kind === 'letter') {
    const waiting = of.letters.filter(({ delivered }) => delivered === null);
    return (
      <Choices<string>
        name={id}
        legend={label}
        hint={hint}
        error={error}
        inline={false}
        options={waiting.map(({ n, kindName, unitName }) => ({
          value: String(n),
          label: `${say(kindName)} · ${say(unitName)}`,
        }))}
        value={typeof value === 'number' ? String(value) : undefined}
        change={(n) => change(Number(n))}
      />
    );
  }
  return <ActField {...props} choices={choicesOf()} />;

  function choicesOf(): readonly ChoiceOption<string | boolean>[] | null {
    switch (field.ask.kind) {
      case 'body':
        return of.bodies.map(({ unit, name, names }) => ({
          value: unit,
          label: say(name),
          note: names ? t('petition.names', { body: say(names) }) : undefined,
        }));
      case 'petition-reason':
        return of.reasons.map(({ code, name }) => ({ value: code, label: say(name) }));
      case 'delivery':
        return MEANS.map((means) => ({ value: means, label: say(deliveryWords[means]) }));
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
