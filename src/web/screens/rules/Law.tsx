import { useTranslation } from 'react-i18next';
import type { LawProposalView, LawView, VersionView } from '../../../contract/law.ts';
import type { PostView } from '../../../contract/session.ts';
import { useSession } from '../../app/session.tsx';
import { Instant } from '../../components/Instant.tsx';
import { showDay } from '../../time/show.ts';
import { useLang, useSay } from '../../words/say.ts';
import { Comparison } from './Comparison.tsx';
import { Decide } from './Decide.tsx';

const useDay = (): ((iso: string) => string) => {
  const lang = useLang();
  const { zone } = useSession();
  return (iso) => showDay(iso, lang, zone);
};

/** A post, never a person; the installation where there is none. */
const By = ({ post }: { post: PostView | null }) => {
  const { t } = useTranslation();
  const say = useSay();
  return <>{post ? `${say(post.unitName)} · ${say(post.roleName)}` : t('rules.setup')}</>;
};

interface AboutProps {
  readonly of: VersionView | LawProposalView;
  readonly at: string;
}

const About = ({ of, at }: AboutProps) => {
  const { t } = useTranslation();
  return (
    <dl className="rules-facts">
      <div>
        <dt>{t('rules.evidence')}</dt>
        <dd>{of.evidence}</dd>
      </div>
      <div>
        <dt>{t('rules.proposedBy')}</dt>
        <dd>
          <By post={of.proposedBy} />
        </dd>
      </div>
      {'approvedBy' in of && of.approvedBy && (
        <div>
          <dt>{t('rules.approvedBy')}</dt>
          <dd>
            <By post={of.approvedBy} /> · <Instant at={at} />
          </dd>
        </div>
      )}
    </dl>
  );
};

const Version = ({ of }: { of: VersionView }) => {
  const { t } = useTranslation();
  const day = useDay();
  return (
    <li className="rules-item">
      <h3 className="inline">
        {t('rules.version', { version: of.version })}
        <strong className={of.standing === 'inForce' ? 'rules-now' : 'quiet'}>
          {t(`rules.standing.${of.standing}`)}
        </strong>
        <span className="quiet">{t('rules.from', { from: day(of.effectiveFrom) })}</span>
      </h3>
      <About of={of} at={of.approvedAt} />
      {of.follows && <Comparison from={of.follows} to={of.hash} label={t('rules.compare')} />}
    </li>
  );
};

const End = ({ of }: { of: NonNullable<LawProposalView['end']> }) => {
  const { t } = useTranslation();
  return (
    <p>
      <strong>{t(`rules.end.${of.kind}`)}</strong> <Instant at={of.at} />
      {of.by && (
        <>
          {' · '}
          <By post={of.by} />
        </>
      )}
      {of.reason && ` · ${t('rules.reason')}: ${of.reason}`}
      {of.version && ` · ${t('rules.overtakenBy', { version: of.version })}`}
    </p>
  );
};

const Proposal = ({ of, seen }: { of: LawProposalView; seen: number }) => {
  const { t } = useTranslation();
  const day = useDay();
  const from = day(of.effectiveFrom);
  return (
    <li className="rules-item">
      <h3 className="inline">
        {t('rules.version', { version: of.version })}
        <span className="quiet">{t('rules.from', { from })}</span>
      </h3>
      <About of={of} at={of.proposedAt} />
      {of.base && <Comparison from={of.base} to={of.hash} label={t('rules.compareBase')} />}
      {of.end ? <End of={of.end} /> : <Decide of={of} seen={seen} from={from} />}
    </li>
  );
};

/** Proposals first, because somebody waits for them; then the versions, the newest first. */
export const Law = ({ of }: { of: LawView }) => {
  const { t } = useTranslation();
  const open = of.proposals.filter(({ end }) => end === null);
  const ended = of.proposals.filter(({ end }) => end !== null && end.kind !== 'approved');
  return (
    <>
      <section className="stack">
        <h2>{t('rules.open')}</h2>
        {open.length === 0 && <p className="quiet">{t('rules.noneOpen')}</p>}
        <ul className="rules-list">
          {open.map((one) => (
            <Proposal key={one.proposal} of={one} seen={of.version} />
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('rules.versions')}</h2>
        <ul className="rules-list">
          {of.versions.map((one) => (
            <Version key={one.hash} of={one} />
          ))}
        </ul>
      </section>
      {ended.length > 0 && (
        <section className="stack">
          <h2>{t('rules.past')}</h2>
          <ul className="rules-list">
            {ended.map((one) => (
              <Proposal key={one.proposal} of={one} seen={of.version} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
