import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SponsorshipAct, SponsorshipView } from '../../../contract/sponsorships.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { OpenedAct, type OpenSponsorshipAct } from '../../acts/OpenedAct.tsx';
import { isSponsorshipAct, sponsorshipForms } from '../../acts/sponsorship-forms.ts';
import { sponsorshipOffers } from '../../acts/sponsorship-offers.ts';
import { useSession } from '../../app/session.tsx';
import { Promised } from '../../components/Sponsorship/Promised.tsx';
import { Waits } from '../../components/Sponsorship/Waits.tsx';
import { useSay } from '../../words/say.ts';
import { Thread } from '../case/Thread.tsx';
import { Chain, Running } from './Chain.tsx';
import { Answered, Hearings, Meetings, SponsorActs } from './Done.tsx';
import { OneSponsorship } from './OneSponsorship.tsx';
import { Why } from './Why.tsx';

/** A meeting and a plan have pages of their own: they are longer than a drawer. */
const PAGES: Partial<
  Record<SponsorshipAct, '/sponsorships/$id/meeting' | '/sponsorships/$id/plan'>
> = {
  'hold-meeting': '/sponsorships/$id/meeting',
  plan: '/sponsorships/$id/plan',
};

/** Who can do what on this page: what is done in a drawer is in the address, so that it can be sent on. */
const useActs = (of: SponsorshipView) => {
  const say = useSay();
  const { post } = useSession();
  const navigate = useNavigate({ from: '/sponsorships/$id' });
  const { act, n } = useSearch({ from: '/desk/sponsorships/$id' });
  const take = (name: SponsorshipAct, part?: number) => {
    const to = PAGES[name];
    if (to) return void navigate({ to, params: { id: of.id } });
    const search = { act: name, ...(part === undefined ? {} : { n: String(part) }) };
    void navigate({ search, replace: true });
  };
  const offers = sponsorshipOffers(of, post.unit).map(
    ({ act: name, n: part, choice }): Offer => ({
      id: name,
      name: say(choice.name),
      letter: sponsorshipForms[name].letter,
      allowed: choice.allowed,
      pressing: choice.likely,
      why: choice.why,
      take: () => take(name, part),
    }),
  );
  const opened: OpenSponsorshipAct | null =
    act && isSponsorshipAct(act)
      ? { process: 'sponsorship', id: of.id, act, ...(n ? { n: Number(n) } : {}) }
      : null;
  return { offers, opened, take, close: () => void navigate({ search: {}, replace: true }) };
};

const Whole = ({ of }: { of: SponsorshipView }) => {
  const { t } = useTranslation();
  const { offers, opened, take, close } = useActs(of);
  const taken = of.status !== 'nominated' && of.status !== 'dropped';
  return (
    <>
      <div className="sponsorship">
        <div className="sponsorship-chain stack">
          <Chain of={of} />
        </div>
        <div className="sponsorship-running stack">
          <Running of={of} />
        </div>
        <div className="sponsorship-work stack">
          {of.stuck.length > 0 && (
            <section className="stack" aria-label={t('sponsorship.onlyLeader')}>
              <h2>{t('sponsorship.onlyLeader')}</h2>
              <Waits id={of.id} of={of.stuck} />
            </section>
          )}
          <Why of={of} />
          {taken && (
            <>
              <SponsorActs of={of} />
              <Plan of={of} take={take} />
              <Meetings of={of} />
              <Hearings of={of} />
              <Answered of={of} />
            </>
          )}
        </div>
        <div className="sponsorship-thread">
          <Thread of={of.thread} />
        </div>
      </div>
      <ActBar offers={offers} inSight={{ phone: 2, desk: 4 }} />
      <OpenedAct open={opened} close={close} />
    </>
  );
};

interface PlanProps {
  readonly of: SponsorshipView;
  readonly take: (act: SponsorshipAct, n: number) => void;
}

const Plan = ({ of, take }: PlanProps) => {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-label={t('sponsorship.plan')}>
      <h2>{t('sponsorship.plan')}</h2>
      {of.steps.length === 0 ? (
        <p className="quiet">{t(of.needs === null ? 'casePlan.needsFirst' : 'casePlan.noSteps')}</p>
      ) : (
        <Promised of={of.steps} take={take} />
      )}
      <p className="no-print">
        <Link to="/sponsorships/$id/plan" params={{ id: of.id }}>
          {t('casePlan.open')}
        </Link>
      </p>
    </section>
  );
};

/** One sponsorship: the three who answer for it, its end, what only the leader can move, what was done. */
export const Sponsorship = () => {
  const { id } = useParams({ from: '/desk/sponsorships/$id' });
  return <OneSponsorship id={id}>{(of) => <Whole key={id} of={of} />}</OneSponsorship>;
};
