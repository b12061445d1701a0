import { useTranslation } from 'react-i18next';
import { seatWords } from '../../../contract/sponsorship-words.ts';
import type { SeatView } from '../../../contract/sponsorships.ts';
import { useSay } from '../../words/say.ts';
import './sponsorship.css';

type Seat = Pick<SeatView, 'seat' | 'post'> & Partial<Pick<SeatView, 'mine'>>;

/** 责任链: who answers for it, who leads it, who keeps contact; posts, in plain sight. */
export const Seats = ({ of }: { of: readonly Seat[] }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ol className="seats" aria-label={t('sponsorship.chain')}>
      {of.map(({ seat, post, mine = false }) => (
        <li key={seat}>
          <span className="quiet small">{say(seatWords[seat])}</span>
          <span>
            {post ? `${say(post.unitName)} · ${say(post.roleName)}` : t('sponsorship.nobodyYet')}
            {mine && <strong className="seats-mine"> {t('sponsorship.you')}</strong>}
          </span>
        </li>
      ))}
    </ol>
  );
};
