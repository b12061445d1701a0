import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import './sponsorship.css';

type Stuck = SponsorshipView['stuck'];

/** What only the leader can move: which unit, what it promised, and whether time or a power is lacking. */
export const Waits = ({ id, of }: { id: string; of: Stuck }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="waits">
      {of.map((one) => (
        <li key={`${one.promise} ${one.n}`}>
          <Link
            to="/sponsorships/$id"
            params={{ id }}
            search={{ act: one.why === 'late' ? 'supervise' : 'delegate' }}
          >
            <strong>{say(one.unitName)}</strong>
            {t('list.colon')}
            {one.what}
          </Link>{' '}
          {one.why === 'late' ? (
            <Left tone={one.clock.tone} left={one.clock.left} />
          ) : (
            <span className="left-breach">
              {t('sponsorship.lacks', { power: one.power ? say(one.power.name) : '' })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
