import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActView } from '../../../contract/cases.ts';
import type { WhistleView } from '../../../contract/whistles.ts';
import { Countdown } from '../../components/Clock/Countdown.tsx';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import type { Anchor } from '../../time/ticking.ts';
import { useSay } from '../../words/say.ts';

type Rung = WhistleView['ladder'][number];

/** When the promise was missed, as its clock recorded it. */
const missedAt = (of: WhistleView, { unit, clockName }: Rung): string | null =>
  of.clocks.findLast(
    (clock) =>
      clock.unit === unit && clock.breachedAt !== null && clock.kindName.zh === clockName.zh,
  )?.breachedAt ?? null;

interface RungRowProps {
  readonly rung: Rung;
  readonly of: WhistleView & Anchor;
  /** As the post's list of acts names it; null where the post owes nothing and may not. */
  readonly name: string | null;
  readonly act: () => void;
}

/** A promise of a whistle's that was missed: who, since when, how far it has climbed. */
export const RungRow = ({ rung, of, name, act }: RungRowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const title = of.title ?? t('case.untitled');
  const since = missedAt(of, rung);
  return (
    <li className="row supervision-row">
      {rung.timer ? <Countdown clock={rung.timer} from={of} /> : <span />}
      <Link to="/whistles/$id" params={{ id: of.id }} className="row-title row-one">
        {title}
      </Link>
      <span className="row-meta">
        <span>
          {t('ladder.missed', { unit: say(rung.unitName), clock: say(rung.clockName) })}
          {since && (
            <span className="quiet">
              {' · '}
              {t('supervision.since')} <Instant at={since} />
            </span>
          )}
        </span>
        <span className="quiet">
          {t(rung.answered ? 'ladder.answered' : `ladder.${rung.act}`)}
          {rung.byName && ` · ${say(rung.byName)}`}
        </span>
      </span>
      <span className="row-end">
        {name && (
          <Button size="small" onClick={act}>
            {name}
            <span className="unseen"> {say(rung.unitName)}</span>
          </Button>
        )}
      </span>
    </li>
  );
};

/** The same of a case. Its page is not opened for it: to read a case is a look that is kept. */
export const CaseRow = ({ row, act }: { row: ActView; act: () => void }) => {
  const { t } = useTranslation();
  const say = useSay();
  const title = row.title ?? t('case.untitled');
  return (
    <li className="row supervision-row">
      <Left tone={row.tone} left={row.left} />
      <Link to="/cases/$id" params={{ id: row.case }} className="row-title row-one">
        {title}
      </Link>
      <span className="row-meta">
        <span>{t('supervision.case')}</span>
        <span className="quiet">{say(row.placeName)}</span>
      </span>
      <span className="row-end">
        <Button size="small" onClick={act}>
          {say(row.actName)}
          <span className="unseen"> {title}</span>
        </Button>
      </span>
    </li>
  );
};

/** Whether this post may supervise in the whistle at all. */
export const maySupervise = (of: WhistleView): boolean =>
  of.acts.some(({ act, allowed }) => act.endsWith('supervise') && allowed);
