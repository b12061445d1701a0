import {
  callOutEndWords,
  callOutStatusWords,
  settlementWords,
} from '../../../contract/whistle-words.ts';
import type { CallOutCell } from '../../../contract/whistles.ts';
import type { Anchor } from '../../time/ticking.ts';
import { useSay } from '../../words/say.ts';
import { Countdown } from '../Clock/Countdown.tsx';

/** How a called unit stands, in words, and what it owes now to the second. Missed stays missed. */
export const CallOutState = ({ of, from }: { of: CallOutCell; from: Anchor }) => {
  const say = useSay();
  const { status, end, settlement, clock } = of;
  const late = status === 'missed' || end === 'MISSED';
  return (
    <span className="call-out-state">
      <span className={late ? 'left-breach' : undefined}>
        {say(callOutStatusWords[status])}
        {status === 'released' && end && ` · ${say(callOutEndWords[end])}`}
        {settlement && ` · ${say(settlementWords[settlement])}`}
      </span>
      {clock && <Countdown clock={clock} from={from} />}
    </span>
  );
};
