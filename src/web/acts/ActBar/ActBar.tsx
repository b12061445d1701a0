import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { useMedia } from '../../app/media.ts';
import { Key } from '../../components/Key.tsx';
import { useSay } from '../../words/say.ts';
import { choicesOf, isPressing } from '../choices.ts';
import { forms } from '../forms.ts';
import './act-bar.css';

interface ActBarProps {
  readonly of: CaseView;
  readonly choose: (act: CaseAct) => void;
}

/** How many acts stand in the bar itself; the rest fold out. */
const IN_SIGHT = { phone: 1, desk: 4 };

const Letter = ({ act }: { act: CaseAct }) => <Key>{forms[act].letter.toUpperCase()}</Key>;

/** The acts of a case: the likely one first, what is not allowed with what it would need. */
export const ActBar = ({ of, choose }: ActBarProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const [unfolded, setUnfolded] = useState(false);
  const choices = choicesOf(of);
  const allowed = choices.filter((choice) => choice.allowed);
  const room = useMedia('(max-width: 600px)') ? IN_SIGHT.phone : IN_SIGHT.desk;
  const sight = allowed.slice(0, room);
  const rest = allowed.slice(room);
  const refused = choices.filter((choice) => !choice.allowed);

  const take = (act: CaseAct) => {
    setUnfolded(false);
    choose(act);
  };
  return (
    <section className="act-bar no-print" aria-label={t('acts.bar')}>
      {unfolded && (
        <div className="act-bar-rest" id="act-bar-rest">
          {rest.length > 0 && (
            <div className="inline">
              {rest.map((choice) => (
                <Button key={choice.act} onClick={() => take(choice.act)}>
                  {say(choice.name)} <Letter act={choice.act} />
                </Button>
              ))}
            </div>
          )}
          {refused.length > 0 && (
            <>
              <h3>{t('acts.notNow')}</h3>
              <ul className="act-bar-refused">
                {refused.map((choice) => (
                  <li key={choice.act}>
                    <span>{say(choice.name)}</span>{' '}
                    <span className="quiet">{choice.why && say(choice.why)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className="act-bar-row">
        {sight.length === 0 && <p className="quiet">{t('acts.none')}</p>}
        {sight.map((choice, index) => (
          <Button
            key={choice.act}
            type={index === 0 && isPressing(choice) ? 'primary' : 'default'}
            onClick={() => take(choice.act)}
          >
            {say(choice.name)} <Letter act={choice.act} />
          </Button>
        ))}
        {rest.length + refused.length > 0 && (
          <Button
            type="link"
            aria-expanded={unfolded}
            aria-controls={unfolded ? 'act-bar-rest' : undefined}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t(unfolded ? 'acts.fold' : 'acts.unfold', { count: rest.length + refused.length })}
          </Button>
        )}
      </div>
    </section>
  );
};
