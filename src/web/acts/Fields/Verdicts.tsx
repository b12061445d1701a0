import type { Text } from '../../../contract/common.ts';
import { verdictWords } from '../../../contract/whistle-words.ts';
import type { Verdict } from '../../../contract/whistles.ts';
import { useSay } from '../../words/say.ts';
import { Choices } from './Choices.tsx';

interface VerdictsProps {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly items: readonly { readonly code: string; readonly name: Text }[];
  readonly value: Readonly<Record<string, string>>;
  readonly change: (value: Readonly<Record<string, string>>) => void;
}

const VERDICTS = Object.keys(verdictWords) as Verdict[];

/** Item by item, in words: nothing here adds up. */
export const Verdicts = ({ id, legend, hint, error, items, value, change }: VerdictsProps) => {
  const say = useSay();
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{legend}</h3>
      <p className="field-hint">{hint}</p>
      {error && <p className="field-error">{error}</p>}
      {items.map(({ code, name }) => (
        <Choices<string>
          key={code}
          name={`${id}-${code}`}
          legend={say(name)}
          inline
          options={VERDICTS.map((one) => ({ value: one, label: say(verdictWords[one]) }))}
          value={value[code]}
          change={(verdict) => change({ ...value, [code]: verdict })}
        />
      ))}
    </section>
  );
};
