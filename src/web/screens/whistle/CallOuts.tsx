import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { modeWords } from '../../../contract/whistle-words.ts';
import type { CallOutView } from '../../../contract/whistles.ts';
import { useSession } from '../../app/session.tsx';
import { CallOutState } from '../../components/CallOut/CallOutState.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { LoadBar } from '../../components/LoadBar/LoadBar.tsx';
import { useSay } from '../../words/say.ts';
import type { Open, Timed } from './open.ts';

/** Who came, beside what was asked: short of it is said, not marked. */
const Presence = ({ of }: { of: NonNullable<CallOutView['presence']> }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { mode, rankName, headCount, short, late, at } = of;
  return (
    <p>
      {t('whistle.came', { mode: say(modeWords[mode]), rank: say(rankName), count: headCount })}{' '}
      <span className="quiet">
        <Instant at={at} />
      </span>
      {late && <span className="left-breach"> {t('whistle.cameLate')}</span>}
      {short.rank && <span className="left-soon"> {t('whistle.shortRank')}</span>}
      {short.headCount && <span className="left-soon"> {t('whistle.shortCount')}</span>}
    </p>
  );
};

interface BlockProps {
  readonly callOut: CallOutView;
  readonly of: Timed;
  readonly own: boolean;
  readonly open: Open;
}

const Block = ({ callOut, of, own, open }: BlockProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { n, clock, objection, presence, settled } = callOut;
  const standDown = callOut.acts.find(({ act }) => act === 'stand-down');
  return (
    <li className={`call-out cell-${callOut.status}`} data-call-out={n}>
      <h3 className="call-out-head">
        <span className="cell-unit">{say(callOut.unitName)}</span>
        {own && <span className="case-mark">{t('whistle.own')}</span>}
        <LoadBar load={callOut.load} />
      </h3>
      <p className="call-out-now">
        <CallOutState of={callOut} from={of} />
      </p>
      {clock && (
        <p className="quiet">
          {say(clock.kindName)} · {t('clock.due')} <Instant at={clock.dueAt} ending />
        </p>
      )}
      {presence && <Presence of={presence} />}
      {settled && <p className="call-out-said">{settled}</p>}
      {objection && (
        <div className="case-objection">
          <p>{say(objection.basis)}</p>
          <p className="call-out-said">{objection.reason}</p>
        </div>
      )}
      <details open={own}>
        <summary>{t('whistle.whyCalled')}</summary>
        <div className="stack clock-why">
          <p>{say(callOut.because)}</p>
          {callOut.powers.map(({ power, name, rankName, entrusted, citation }) => (
            <div key={power}>
              <p>
                {t(entrusted ? 'whistle.powerEntrusted' : 'whistle.powerOf', {
                  power: say(name),
                  rank: say(rankName),
                })}
              </p>
              <Law citation={citation} />
            </div>
          ))}
        </div>
      </details>
      {standDown?.allowed && (
        <p className="no-print">
          <Button size="small" onClick={() => open('stand-down', { callOut: n })}>
            {say(standDown.name)}
            <span className="unseen"> {say(callOut.unitName)}</span>
          </Button>
        </p>
      )}
    </li>
  );
};

/** Each called unit with what it owes now; one's own first. */
export const CallOuts = ({ of, open }: { of: Timed; open: Open }) => {
  const { t } = useTranslation();
  const { post } = useSession();
  const own = (unit: string) => unit === post.unit;
  const ordered = of.callOuts.toSorted((a, b) => Number(own(b.unit)) - Number(own(a.unit)));
  return (
    <section className="stack" aria-label={t('whistle.called')}>
      <h2>{t('whistle.called')}</h2>
      {ordered.length === 0 && <p className="quiet">{t('board.nobodyYet')}</p>}
      <ul className="call-outs">
        {ordered.map((callOut) => (
          <Block key={callOut.n} callOut={callOut} of={of} own={own(callOut.unit)} open={open} />
        ))}
      </ul>
    </section>
  );
};
