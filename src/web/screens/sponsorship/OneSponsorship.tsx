import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../contract/session.ts';
import { sponsorshipStatusWords } from '../../../contract/sponsorship-words.ts';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { sponsorshipQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import '../case/case.css';
import './one-sponsorship.css';

const VIEWS = [
  { to: '/sponsorships/$id', key: 'whole' },
  { to: '/sponsorships/$id/plan', key: 'plan' },
  { to: '/sponsorships/$id/force', key: 'force' },
  { to: '/sponsorships/$id/contact', key: 'contact' },
] as const;

const OVER: ReadonlySet<string> = new Set(['dropped', 'closed', 'ended']);

/** Sponsor and liaison read the case by their seat, and no longer than it lasts. */
const readsCase = ({ status }: SponsorshipView, role: Role): boolean =>
  role === 'sponsor'
    ? !OVER.has(status) && status !== 'following'
    : role !== 'liaison' || !OVER.has(status);

const Standing = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const taken = of.status !== 'nominated' && of.status !== 'dropped';
  return (
    <div className="inline">
      <strong>{say(sponsorshipStatusWords[of.status])}</strong>
      <span>{say(of.placeName)}</span>
      {readsCase(of, post.role) && (
        <Link to="/cases/$id" params={{ id: of.case }}>
          {t('whistle.case')}
        </Link>
      )}
      {taken && (
        <nav className="sponsorship-views no-print" aria-label={t('sponsorship.views')}>
          {VIEWS.map(({ to, key }) => (
            <Link
              key={key}
              to={to}
              params={{ id: of.id }}
              activeOptions={{ exact: true, includeSearch: false }}
            >
              {t(`sponsorship.view.${key}`)}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
};

interface OneSponsorshipProps {
  readonly id: string;
  /** What of it this page is about; the matter itself, where it is the whole. */
  readonly part?: string;
  readonly children: (of: SponsorshipView) => ReactNode;
}

/** A page of one sponsorship: where it stands, the other pages of it, and what this one is about. */
export const OneSponsorship = ({ id, part, children }: OneSponsorshipProps) => {
  const { t } = useTranslation();
  const found = useQuery(sponsorshipQuery(id));
  const of = found.data;
  if (of) {
    const title = of.title ?? t('case.untitled');
    return (
      <Page title={part ? `${part} · ${title}` : title} aside={<Standing of={of} />}>
        {children(of)}
      </Page>
    );
  }
  return (
    <Page title={t('screen.sponsorship')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
