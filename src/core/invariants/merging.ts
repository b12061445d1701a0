import type { Known } from '../case/state.ts';
import type { StreamId } from '../process.ts';
import { equal } from './equal.ts';
import { type Case, type Invariant, invariant, type Read, stepsOf } from './invariant.ts';

const NAME = {
  zh: '并单只并同一事项，人人得到答复，拆开还原时限',
  en: 'Merged for a reason; each person is told; unmerging restores the clocks',
};

/** What one stream shows of invariant 11. */
export const merging: readonly Invariant[] = [
  invariant(11, NAME, check, { when: ['always', 'settled'] }),
];

function check(one: Case, read: Read): void {
  for (const { event } of stepsOf(one, 'Merged')) {
    read(event.data.basis !== '', () => `merged into ${event.data.into} without a basis`);
    read(event.data.into !== one.stream, () => 'merged into itself');
  }
  for (const { before, event, after } of stepsOf(one, 'Unmerged')) {
    const was = before.status === 'merged' ? before.before : null;
    read(
      was?.status === after.status && equal(was.clocks, event.data.clocks),
      () => 'unmerging did not restore status and clocks',
    );
  }
}

/** What only two streams together show: kept small, so that any number can be looked at. */
export interface Side {
  readonly status: Known['status'];
  readonly into: StreamId | null;
  readonly told: number;
  readonly joined: readonly StreamId[];
  /** Ended without an answer: whoever joined must have got their request back. */
  readonly endedUnanswered: boolean;
  /** Answers given since each request joined. */
  readonly answersSince: ReadonlyMap<StreamId, number>;
}

export function sideOf({ known, steps }: Case): Side | null {
  const merged = known.status === 'merged' ? known : null;
  if (merged === null && !steps.some(({ event }) => event.type === 'RequestJoined')) return null;
  const answersSince = new Map<StreamId, number>();
  for (const { event } of steps) {
    if (event.type === 'RequestJoined') answersSince.set(event.data.from, 0);
    const answered = event.type === 'Replied' ? event.data.reply !== null : false;
    if (!answered && event.type !== 'AnsweredAtOnce') continue;
    for (const [stream, n] of answersSince) answersSince.set(stream, n + 1);
  }
  const last = steps.findLast(({ event }) =>
    ['Withdrawn', 'Redirected', 'Reopened'].includes(event.type),
  );
  return {
    status: known.status,
    into: merged?.into ?? null,
    told: merged?.told ?? 0,
    joined: known.joined,
    endedUnanswered: last !== undefined && last.event.type !== 'Reopened',
    answersSince,
  };
}

/**
 * Both halves of every merge agree; and once nothing waits (`erased` is not null), nobody is left
 * untold but where the words are gone for good.
 */
export function checkSides(
  sides: ReadonlyMap<StreamId, Side>,
  erased: ReadonlySet<StreamId> | null,
  read: (stream: StreamId) => Read,
): void {
  for (const [stream, side] of sides) {
    for (const joined of side.joined) {
      const back = sides.get(joined)?.into === stream;
      read(stream)(back, () => `${joined} joined and does not say so`);
    }
    if (side.into === null) continue;
    const target = sides.get(side.into);
    const both = target?.joined.includes(stream) === true;
    read(stream)(both, () => `merged into ${side.into}, which does not say so`);
    if (erased === null || target === undefined) continue;
    const answers = target.answersSince.get(stream) ?? 0;
    const gone = erased.has(stream) || erased.has(side.into);
    read(stream)(gone || side.told >= answers, () => `told ${side.told} of ${answers} answers`);
    read(stream)(!target.endedUnanswered, () => `left in ${side.into}, which ended unanswered`);
  }
}
