import { useTranslation } from 'react-i18next';
import type { WhistleProposal } from '../../../contract/whistles.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { PickOne } from '../../acts/Fields/Picker.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';
import { type Draft, withPower } from './draft.ts';

interface PowersProps {
  readonly of: WhistleProposal;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
  readonly error: string | undefined;
}

/** Which power the unit lacks, with the law it comes from; the likely ones in sight. */
export const Powers = ({ of, draft, change, error }: PowersProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const named = of.others.filter(({ power }) => draft.named.includes(power));
  const others = of.others.filter(({ power }) => !draft.named.includes(power));
  return (
    <>
      <fieldset className="field" aria-describedby={error ? 'composer-powers-error' : undefined}>
        <legend className="field-label">{t('composer.powers')}</legend>
        <p className="field-hint">{t('composer.powersRead')}</p>
        {error && (
          <p className="field-error" id="composer-powers-error">
            {error}
          </p>
        )}
        {[...of.missing, ...named].map(({ power, name, citation }) => (
          <label key={power} className="field-choice">
            <input
              type="checkbox"
              name="composer-powers"
              checked={draft.powers.includes(power)}
              onChange={({ target }) => change(withPower(draft, power, target.checked, of.calls))}
            />
            <span>
              {say(name)}
              <Law citation={citation} />
            </span>
          </label>
        ))}
      </fieldset>
      {others.length > 0 && (
        <Framed id="composer-other" label={t('composer.otherPower')}>
          {() => (
            <PickOne
              id="composer-other"
              options={others.map(({ power, name }) => ({
                value: power,
                label: say(name),
                found: `${name.zh} ${name.en} ${power}`.toLowerCase(),
              }))}
              placeholder={t('composer.otherPowerPick')}
              value={undefined}
              change={(power) =>
                change({
                  ...draft,
                  named: [...draft.named, power],
                  powers: [...draft.powers, power],
                })
              }
            />
          )}
        </Framed>
      )}
    </>
  );
};
