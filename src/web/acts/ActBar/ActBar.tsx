import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contract/common.ts';
import { useMedia } from '../../app/media.ts';
import { Key } from '../../components/Key.tsx';
import { useSay } from '../../words/say.ts';
import { type Lettered, useLetters } from '../useLetters.ts';
import './act-bar.css';

/** An act as it stands in a bar: what it is called, its key, and whether it can be done now. */
export interface Offer extends Lettered {
  readonly id: string;
  readonly name: string;
  readonly allowed: boolean;
  readonly pressing: boolean;
  readonly why: Text | null;
}

interface ActBarProps {
  readonly offers: readonly Offer[];
  /** How many acts stand in the bar itself; the rest fold out. */
  readonly inSight?: { readonly phone: number; readonly desk: number };
}

/** The acts of a matter: the likely one first, what is not allowed with what it would need. */
export const ActBar = ({ offers, inSight = { phone: 1, desk: 4 } }: ActBarProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const [unfolded, setUnfolded] = useState(false);
  const allowed = offers.filter((offer) => offer.allowed);
  useLetters(allowed);
  const room = useMedia('(max-width: 600px)') ? inSight.phone : inSight.desk;
  const sight = allowed.slice(0, room);
  const rest = allowed.slice(room);
  const refused = offers.filter((offer) => !offer.allowed);

  const take = (offer: Offer) => {
    setUnfolded(false);
    offer.take();
  };
  const label = ({ name, letter }: Offer) => (
    <>
      {name} <Key>{letter.toUpperCase()}</Key>
    </>
  );
  return (
    <section className="act-bar no-print" aria-label={t('acts.bar')}>
      {unfolded && (
        <div className="act-bar-rest" id="act-bar-rest">
          {rest.length > 0 && (
            <div className="inline">
              {rest.map((offer) => (
                <Button key={offer.id} onClick={() => take(offer)}>
                  {label(offer)}
                </Button>
              ))}
            </div>
          )}
          {refused.length > 0 && (
            <>
              <h3>{t('acts.notNow')}</h3>
              <ul className="act-bar-refused">
                {refused.map((offer) => (
                  <li key={offer.id}>
                    <span>{offer.name}</span>{' '}
                    <span className="quiet">{offer.why && say(offer.why)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
      <div className="act-bar-row">
        {sight.length === 0 && <p className="quiet">{t('acts.none')}</p>}
        {sight.map((offer, index) => (
          <Button
            key={offer.id}
            type={index === 0 && offer.pressing ? 'primary' : 'default'}
            onClick={() => take(offer)}
          >
            {label(offer)}
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
