import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  seatWords,
  sponsorshipActWords,
  sponsorshipStatusWords,
} from '../../../contract/sponsorship-words.ts';
import type { SponsorDesk } from '../../../contract/sponsorships.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Waits } from '../../components/Sponsorship/Waits.tsx';
import { useSay } from '../../words/say.ts';

type Own = SponsorDesk['mine'][number];
type Row = SponsorDesk['asked'][number];

/** A row of the desk: days left, one line of words, the seat one holds in it. */
const Head = ({ of }: { of: Row }) => {
  const { t } = useTranslation();
  const say = useSay();
  const held = of.seats.filter(({ mine }) => mine);
  return (
    <p className="sponsor-head">
      <span className="sponsor-left">
        {of.term ? (
          <Left tone={of.term.tone} left={of.term.left} />
        ) : (
          say(sponsorshipStatusWords[of.status])
        )}
      </span>
      <Link to="/sponsorships/$id" params={{ id: of.id }} className="sponsor-title">
        {of.title ?? t('case.untitled')}
      </Link>
      <span className="quiet small">
        {[
          say(of.placeName),
          ...(of.term ? [say(sponsorshipStatusWords[of.status])] : []),
          ...held.map(({ seat }) => t('sponsorDesk.asSeat', { seat: say(seatWords[seat]) })),
        ].join(' · ')}
      </span>
    </p>
  );
};

const One = ({ of }: { of: Own }) => {
  const { t } = useTranslation();
  return (
    <li className="sponsor-case">
      <Head of={of} />
      {of.waits.length > 0 && (
        <div className="stack sponsor-waits">
          <h3>{t('sponsorship.onlyLeader')}</h3>
          <Waits id={of.id} of={of.waits} />
        </div>
      )}
      <p className="quiet small">
        {of.endsAt && (
          <>
            {t('sponsorship.end')} <Instant at={of.endsAt} dated ending />
            {' · '}
          </>
        )}
        {of.metAt ? (
          <>
            {t('sponsorDesk.met')} <Instant at={of.metAt} dated />
          </>
        ) : (
          t('sponsorDesk.notMet')
        )}
      </p>
    </li>
  );
};

/** At most as many as the cap: the nearest end first. */
export const Mine = ({ of }: { of: readonly Own[] }) => {
  const { t } = useTranslation();
  const rows = of.toSorted((a, b) => (a.endsAt ?? '').localeCompare(b.endsAt ?? ''));
  return (
    <section className="stack" aria-label={t('sponsorDesk.mine')}>
      <h2>{t('sponsorDesk.mine')}</h2>
      {rows.length === 0 && <p className="quiet">{t('sponsorDesk.none')}</p>}
      <ul className="sponsor-cases">
        {rows.map((one) => (
          <One key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
};

interface AskedProps {
  readonly of: readonly Row[];
  readonly load: SponsorDesk['load'];
}

/** What a unit put up and nobody has yet: taken on, or passed with a reason; a full desk says so first. */
export const Asked = ({ of, load }: AskedProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const full = load !== null && load.live >= load.cap;
  return (
    <section className="stack" aria-label={t('sponsorDesk.asked')}>
      <h2>{t('sponsorDesk.asked')}</h2>
      {full && <p role="note">{t('sponsorDesk.full', load)}</p>}
      <ul className="sponsor-cases">
        {of.map((one) => (
          <li key={one.id} className="sponsor-case">
            <Head of={one} />
            <p className="inline small">
              <span>{t('sponsorDesk.by', { unit: say(one.nominatorName) })}</span>
              {(['accept', 'pass'] as const).map((act) => (
                <span key={act} className="no-print">
                  <Link to="/sponsorships/$id" params={{ id: one.id }} search={{ act }}>
                    {say(sponsorshipActWords[act])}
                  </Link>
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
