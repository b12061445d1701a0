import type { CallsView } from '../../contract/relay.ts';
import type { CaseState } from '../../core/case/state.ts';
import { whyNot } from '../../core/relay/decide.ts';
import type { RelayCommand } from '../../core/relay/index.ts';
import { factsFor } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { refusalWords } from '../refusal.ts';
import { iso } from '../route.ts';
import type { Calling } from './reading.ts';

/** The calls so far, and whether the next may be asked for. */
export function callsView({ relay }: ApiParts, reader: Reader, calling: Calling): CallsView {
  const { state, names, version, stream, callback } = calling;
  const others = new Map<string, unknown>([
    [calling.case.id, calling.case.state satisfies CaseState],
    ...(callback === null ? [] : [[callback.id, callback.state] as const]),
  ]);
  const facts = { ...factsFor(reader, calling, stream), others };
  const ask: RelayCommand = {
    type: 'ask',
    data: { case: calling.case.id, callback: callback?.id ?? null },
  };
  const no = whyNot(ask, state, facts);
  const tell: RelayCommand = { type: 'tell', data: { outcome: 'reached' } };
  return {
    offered: relay !== null,
    version,
    calls: (state.status === 'none' ? [] : state.calls).toReversed().map((call) => ({
      at: iso(call.at),
      byName: names.post(call.post),
      exchange: call.exchange,
      outcome: call.outcome,
    })),
    owes: whyNot(tell, state, facts) === null,
    allowed: relay !== null && no === null,
    why:
      no === null
        ? null
        : { zh: refusalWords(no, names, 'zh').what, en: refusalWords(no, names, 'en').what },
  };
}
