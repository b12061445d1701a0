import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import type { Role } from '../../../contract/session.ts';
import { useSession } from '../../app/session.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Seats } from '../../components/Sponsorship/Seats.tsx';
import { nominationQuery } from '../../server/queries.ts';

/** By whose word a unit contracts upward, or who enters it for them. */
const NOMINATORS: ReadonlySet<Role> = new Set(['unit_handler', 'office_head', 'unit_head']);

const Chain = ({ of }: { of: CaseView['sponsorships'][number] }) => {
  const { t } = useTranslation();
  return (
    <div className="stack case-sponsorship">
      <p>
        <Link to="/sponsorships/$id" params={{ id: of.sponsorship }}>
          {t(`sponsorship.stage.${of.stage}`)}
        </Link>
        {of.endsAt && of.stage !== 'ended' && of.stage !== 'following' && (
          <span className="quiet small">
            {' '}
            {t('sponsorship.end')} <Instant at={of.endsAt} dated ending />
          </span>
        )}
      </p>
      <Seats of={of.seats} />
    </div>
  );
};

/** 责任链: which leader sponsors the matter, who leads, who keeps contact; or the way to put it up. */
export const Sponsorships = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const { post } = useSession();
  const may = NOMINATORS.has(post.role);
  const { data } = useQuery({ ...nominationQuery(of.id), enabled: may });
  const offers = data !== undefined && data.why === null;
  if (of.sponsorships.length === 0 && !offers) return null;
  return (
    <section className="stack" aria-label={t('sponsorship.inCase')}>
      <h2>{t('sponsorship.inCase')}</h2>
      {of.sponsorships.map((one) => (
        <Chain key={one.sponsorship} of={one} />
      ))}
      {offers && (
        <p className="no-print">
          <Link to="/cases/$id/sponsorship" params={{ id: of.id }}>
            {t('sponsorship.nominate')}
          </Link>
        </p>
      )}
    </section>
  );
};
