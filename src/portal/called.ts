import type { Text } from '../contract/common.ts';
import type { Known as Case } from '../core/case/state.ts';
import { clockOf } from '../core/clock/clock.ts';
import type { Instant, UnitId } from '../core/process.ts';
import { whistleProcess } from '../core/whistle/index.ts';
import type { CallOut, Known, WhistleState } from '../core/whistle/state.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { PortalParts } from './parts.ts';

/** How an instant and a unit are called, in both languages. */
interface Words {
  moment(at: Instant): Text;
  ending(at: Instant): Text;
  unit(id: UnitId): Text;
}

/** Who has been called to the person's matter and by when, one plain sentence each. */
export async function calledTo(
  parts: PortalParts,
  { whistles }: Case,
  words: Words,
): Promise<readonly Text[]> {
  const ids = whistles.filter(({ stage }) => stage !== 'proposed').map(({ whistle }) => whistle);
  const process = whistleProcess as unknown as AnyProcess;
  const states = await statesOf<WhistleState>(parts.store, process, parts.tenant, ids);
  return ids.flatMap((id) => {
    const state = states.get(id)?.state;
    return state === undefined || state.status === 'none'
      ? []
      : state.callOuts.map((callOut) => sentence(callOut, state, words));
  });
}

function sentence(callOut: CallOut, state: Known, { moment, ending, unit }: Words): Text {
  const { zh, en } = unit(callOut.unit);
  if (callOut.presence !== null) {
    const at = moment(callOut.presence.at);
    if (callOut.end === 'MISSED') {
      return {
        zh: `${zh}没有按时来，已记录；后来报告于${at.zh}来了。`,
        en: `${en} did not come in time, which is recorded; it was entered afterwards that it came at ${at.en}.`,
      };
    }
    const late = callOut.presence.late;
    return {
      zh: `${zh}${at.zh}来了${late ? '（比约定的时间晚）' : ''}。`,
      en: `${en} came at ${at.en}${late ? ', later than it should have' : ''}.`,
    };
  }
  switch (callOut.end) {
    case 'MISSED':
      return {
        zh: `${zh}没有按时来，已记录，上级正在督促。`,
        en: `${en} did not come in time. This is recorded, and those above it press it.`,
      };
    case 'OBJECTED':
      return {
        zh: `${zh}认为不归它管，说明了依据。`,
        en: `${en} says, with a legal basis, that it is not theirs.`,
      };
    case 'STOOD_DOWN':
      return { zh: `${zh}不用来了。`, en: `${en} is no longer needed.` };
    default: {
      const due = clockOf(state.clocks, callOut.reportIn)?.dueAt;
      const at = due === undefined ? { zh: '', en: '' } : ending(due);
      return { zh: `${zh}应当在${at.zh}前来。`, en: `${en} should come by ${at.en}.` };
    }
  }
}
