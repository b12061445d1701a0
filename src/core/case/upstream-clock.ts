import * as clock from '../clock/acts.ts';
import { isLive, liveOf } from '../clock/clock.ts';
import { deadlineFor } from '../clock/due.ts';
import type { Decided } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { CaseEvent } from './events.ts';
import { handOn, type Scene } from './scene.ts';
import { type CaseState, type Known, orderOf } from './state.ts';
import type { ExternalReference } from './words.ts';

/** A reply is still owed, and with it whatever the system above gave it time for. */
export const UNANSWERED = ['received', 'triaged', 'assigned', 'objected', 'handling'] as const;

const unanswered = (state: CaseState): state is Known =>
  UNANSWERED.some((status) => status === state.status);

/** The reference whose due time comes first; null where none names one. */
export function strictest({ external }: Known) {
  const dated = external.flatMap((one) => (one.dueAt === null ? [] : [{ ...one, at: one.dueAt }]));
  return dated.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

/**
 * The second clock: the due time the system above gave, beside our own promise and apart from it.
 * Another due time is another clock, so that what was late under the old one stays late. What has
 * passed when it is heard of is told late at its own instant. A time that was once answered runs
 * again only while it lies ahead: whoever answered in time is not made late by being sent back.
 */
export function upstreamClock(scene: Scene): readonly Decided<CaseEvent>[] {
  const { state, facts } = scene;
  if (state.status === 'none') return [];
  const live = liveOf(state.clocks, 'upstream');
  const wanted = unanswered(state) ? strictest(state) : null;
  const unit = orderOf(state)?.lead ?? state.holder;
  if (live !== undefined && live.target === wanted?.at) {
    return handOn(scene, unit, 'upstream');
  }
  const over = live === undefined ? [] : [clock.end(live, 'upstream-changed')];
  if (wanted === null) return over;
  const same = state.clocks.filter(({ target }) => target === wanted.at);
  // A ledger's own target is that promise already.
  const kept = same.some(isLive) || (same.length > 0 && wanted.at <= facts.now);
  if (kept) return over;
  const begun = begin(scene, wanted, unit);
  return [...over, begun, ...clock.breaches([begun.data.clock], facts.now)];
}

function begin(
  { state, law, calendar, facts }: Scene,
  wanted: ExternalReference & { readonly at: number },
  unit: string,
) {
  const known = state.status === 'none' ? null : state;
  const deadline = deadlineFor(law, 'reply', known?.triage?.urgency ?? null);
  if (deadline === null) throw new Error(`rulebook ${law.id} ${law.version}: no reply deadline`);
  return clock.start(known?.clocks ?? [], {
    kind: 'upstream',
    unit,
    at: facts.occurredAt,
    deadline: { duration: deadline.duration, legal: null, citation: orderOfTheirs(wanted) },
    calendar,
    target: wanted.at,
  });
}

export const orderOfTheirs = ({ system, number }: ExternalReference): Citation => ({
  text: { zh: `${system}工单 ${number}`, en: `${system}, order ${number}` },
  illustrative: false,
});

/** Verification is the upstream system's own where the law says so and the order came from there. */
export const asksUpstream = ({ law }: Pick<Scene, 'law'>, state: Known): boolean =>
  law.verification.callback === 'upstream' &&
  state.intake === 'upstream' &&
  state.external.length > 0;
