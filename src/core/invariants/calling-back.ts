import { answerOf, isDrawn } from '../callback/state.ts';
import { clockOf } from '../clock/clock.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import {
  type Callback,
  callbackSteps,
  type Invariant,
  ofCallbacks,
  type Read,
} from './invariant.ts';

/** 回访、效果核验: invariants 65 to 67. */
export const callingBack: readonly Invariant[] = [
  ofCallbacks(
    65,
    {
      zh: '抽不抽中只凭规则和抽签',
      en: 'What is called back about is the rulebook’s and the lot’s alone',
    },
    (one, read) => {
      for (const { event } of callbackSteps(one, 'NotDrawn')) {
        const { lot, share } = event.data;
        read(lot >= share, () => `passed over at ${lot} of ${share}`);
        read(isRuled(one, event.data), () => `a share of ${share}, which no rule has`);
      }
      for (const { event } of callbackSteps(one, 'Drawn')) {
        const { lot, share, askAt, closedAt } = event.data;
        read(lot < share, () => `drawn at ${lot} of ${share}`);
        read(isRuled(one, event.data), () => `a share of ${share}, which no rule has`);
        read(askAt >= closedAt, () => 'asked before it was closed');
      }
    },
  ),
  ofCallbacks(
    66,
    {
      zh: '本人说没有解决，办结即被否定',
      en: 'A person’s “not solved” denies the closing, and nothing else does',
    },
    ({ known, steps }, read) => {
      // A call writes nothing over what the person themselves said.
      const own = isDrawn(known) ? known.answers.findIndex(({ by }) => by === 'person') : -1;
      read(own < 0 || answerOf(known)?.by === 'person', () => 'a call replaced the person’s word');
      read(steps.length > 0, () => 'nothing was said');
    },
    { when: ['always', 'settled'] },
  ),
  ofCallbacks(
    67,
    {
      zh: '施压举报不到经手单位手里，有时限、有答复',
      en: 'A report of pressure reaches no party, and somebody owes an answer',
    },
    ({ known }, read) => reported(known, read),
  ),
];

/** Nobody with a hand in the matter asks, acts or is named by the row (invariant 45). */
export function askedByOthers({ known, list, steps }: Callback, read: Read): void {
  const { parties } = known;
  if (isDrawn(known)) {
    read(!parties.includes(known.asker), () => `asked by ${known.asker}, a party`);
    read(known.closedAt <= (steps[0]?.event.recordedAt ?? 0), () => 'drawn before the closing');
  }
  for (const { event } of steps) {
    if (event.actedBy.kind !== 'staff') continue;
    const { unit } = event.actedBy.post;
    read(!parties.includes(unit), () => `${event.type} by ${unit}, a party`);
  }
  if (list === null) return;
  const named = [list.place, list.holder, list.receivedBy, ...list.assisting, ...list.called];
  read(
    list.lead === null && !named.some((unit) => parties.includes(unit)),
    () => 'its row names a party',
  );
}

/** Sponsored ones all; of the others, one of the rulebook's own shares, or none. */
function isRuled({ institution }: Callback, { share, sponsored, rulebook }: RuledBy): boolean {
  if (sponsored) return share === 1;
  const law = institution.rulebooks.find(
    ({ id, version }) => id === rulebook.id && version === rulebook.version,
  );
  const shares = law?.callback?.samples.map((sample) => sample.share) ?? [];
  return share === 0 || shares.includes(share);
}

interface RuledBy {
  readonly share: number;
  readonly sponsored: boolean;
  readonly rulebook: Pick<Rulebook, 'id' | 'version'>;
}

function reported({ parties, reports, clocks }: Callback['known'], read: Read): void {
  for (const { n, to, clock: id, done } of reports) {
    read(!parties.includes(to.unit), () => `report ${n} went to ${to.unit}, a party`);
    const clock = clockOf(clocks, id);
    const owed = clock?.status === 'running' || done !== null;
    read(owed, () => `report ${n} is owed by nobody`);
  }
}
