import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import type { WhistleView } from '../../../contract/whistles.ts';
import { Countdown } from '../../components/Clock/Countdown.tsx';
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

interface OwedRowProps {
  readonly rung: Rung;
  readonly of: WhistleView & Anchor;
  readonly act: () => void;
}

export const OwedRow = ({ rung, of, act }: OwedRowProps) => {
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
          {t(`ladder.${rung.act}`)}
          {rung.byName && ` · ${say(rung.byName)}`}
        </span>
      </span>
      <span className="row-end">
        <Button size="small" onClick={act}>
          {say(whistleActWords.supervise)}
          <span className="unseen"> {say(rung.unitName)}</span>
        </Button>
      </span>
    </li>
  );
};
