import { categoriesAbove } from '../authority/category.ts';
import { type CaseState, isOpen, type Known as KnownCase, orderOf } from '../case/state.ts';
import type { Instant, StreamId, UnitId } from '../process.ts';
import type { RetentionClass } from '../rulebook/retention.ts';
import { type Law, rule, type Telling } from './scene.ts';
import { KEEPING, KNOWN, liveHolds } from './state.ts';

/**
 * The matter ended, and its time begins. What was reopened meanwhile begins nothing, and what is kept
 * already goes on as it began: nobody's right hangs on a message that comes twice.
 */
export const begin = rule('begin', {
  from: ['none', ...KNOWN],
  decide({ case: about, into }, tell) {
    const matter = endedCase(tell, about);
    const end = into === null ? matter : endedCase(tell, into);
    const idle = tell.state.status === 'none' || tell.state.status === 'stopped';
    if (matter === null || end === null || !idle) return tell;
    const { law, retention } = tell.law;
    const { code, name, archive, citation, keep } = classOf(tell.law, matter);
    tell.say('RetentionBegun', {
      case: about,
      class: { code, name, archive, citation },
      rulebook: { id: law.id, version: law.version },
      unit: retention.unit,
      place: matter.place.unit,
      category: matter.triage?.category ?? null,
      parts: partsOf(matter),
      ended: end.endedAt,
    });
    return tell.run('keep', { duration: keep, citation }, { from: end.endedAt });
  },
});

/** Reopened, or parted from the one it was joined to. Once the erasure is ordered nothing stops it. */
export const stop = rule('stop', {
  from: ['none', ...KNOWN],
  decide({ why }, tell) {
    if (!KEEPING.some((status) => status === tell.state.status)) return tell;
    const held = liveHolds(tell.known).map(({ clock }) => clock);
    const ours = tell.known.clocks.filter(({ id, kind }) => kind !== 'wish' && !held.includes(id));
    for (const { id } of ours) tell.drop(id, why);
    return tell.say('RetentionStopped', { why });
  },
});

type EndedCase = KnownCase & { readonly endedAt: Instant };

function endedCase({ facts }: Telling, stream: StreamId): EndedCase | null {
  const state = facts.others.get(stream) as CaseState | undefined;
  if (state === undefined || state.status === 'none' || isOpen(state)) return null;
  return state;
}

/** The first class that fits; the last of a checked rulebook fits everything. */
function classOf({ law, retention }: Law, matter: EndedCase): RetentionClass {
  const above = categoriesAbove(law, matter.triage?.category ?? null);
  const outcome = 'outcome' in matter ? matter.outcome : '';
  const named = (codes: readonly string[], has: (code: string) => boolean) =>
    codes.length === 0 || codes.some(has);
  const found = retention.classes.find(
    ({ categories, outcomes, kinds }) =>
      named(categories, (code) => above.has(code)) &&
      named(outcomes, (code) => code === outcome) &&
      named(kinds, (code) => code === matter.kind),
  );
  if (found === undefined) throw new Error(`rulebook ${law.id} has no class for everything`);
  return found;
}

function partsOf(matter: KnownCase): readonly UnitId[] {
  const order = orderOf(matter);
  const ordered = order === null ? [] : [order.lead, ...order.assisting];
  return [...new Set([matter.place.unit, matter.holder, matter.receivedBy, ...ordered])];
}
