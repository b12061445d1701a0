import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/session.ts';
import { useSession } from '../../app/session.tsx';
import { displacedQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

/** Who reads what gave way to it, of their own unit; the server's table says the same. */
const READERS: ReadonlySet<Role> = new Set(['unit_head', 'sponsor']);

/** 让位的工作: attention is a resource. One unit's figure with its denominator, beside no other's. */
export const GaveWay = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const { data } = useQuery({ ...displacedQuery, enabled: READERS.has(post.role) });
  if (!data || data.served === 0) return null;
  const { numerator, denominator } = data.late;
  return (
    <section className="stack" aria-label={t('sponsorDesk.gaveWay')}>
      <h2>{t('sponsorDesk.gaveWay')}</h2>
      <p>
        {t('sponsorDesk.gaveWayLine', {
          unit: say(data.unitName),
          served: data.served,
          late: denominator,
          during: numerator,
        })}
      </p>
    </section>
  );
};
