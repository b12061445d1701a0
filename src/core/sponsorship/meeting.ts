import type { Instant } from '../process.ts';
import { DAY } from '../time/civil.ts';
import type { CommandOf } from './commands.ts';
import type { EventOf } from './events.ts';
import { forceOf } from './force.ts';
import { holdsHere } from './holding.ts';
import { type No, refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { openCommitments, partners, RUNNING } from './state.ts';

/** A promise that falls due when nobody remembers it holds nobody. */
const FARTHEST = 366 * DAY;

type Meeting = CommandOf<'hold-meeting'>['data'];
type Quorum = EventOf<'MeetingHeld'>['data']['quorum'];

/**
 * 会商: decides where every power that the mandate needs is in the room. Each unit's position is
 * written down, dissent to the letter, and what a unit says it will do is a promise with a clock.
 */
export const holdMeeting = rule('hold-meeting', {
  from: RUNNING,
  atOnce: true,
  decide(data, tell) {
    const force = forceOf(tell);
    if (force === null) return refuse('sponsorship.no-force');
    const no = wrongRoom(tell, data) ?? wrongWords(tell, data);
    if (no !== null) return no;
    const quorum = quorumOf(tell, force.powers, data.present);
    const missing = force.powers.find((power) => !quorum.some((one) => one.power === power));
    if (missing !== undefined) return refuse('sponsorship.no-quorum', { power: missing });
    const { state } = tell;
    const first = state.commitments.length;
    const commitments = data.commitments.map((one, at) => ({
      ...one,
      what: one.what.trim(),
      n: first + at + 1,
    }));
    tell.say('MeetingHeld', {
      meeting: state.meetings + 1,
      agenda: data.agenda.trim(),
      present: data.present,
      positions: data.positions.map(({ unit, position }) => ({ unit, position: position.trim() })),
      decision: data.decision.trim(),
      dissents: data.dissents,
      quorum,
      commitments,
    });
    const { duration, citation } = tell.law.sponsorship.term;
    for (const { unit, dueAt } of commitments) {
      tell.start('commitment', unit, { duration, citation }, dueAt);
    }
    return tell;
  },
});

/** Who was there, each once, and each with a part in it. */
function wrongRoom({ state }: Telling, { present, positions, dissents, commitments }: Meeting): No {
  if (present.length === 0) return refuse('sponsorship.nobody-present');
  const table = state.status === 'none' || !('sponsor' in state) ? [] : partners(state);
  for (const [n, unit] of present.entries()) {
    if (present.indexOf(unit) < n) return refuse('sponsorship.member-twice', { unit });
    if (!table.includes(unit)) return refuse('sponsorship.not-member', { unit });
    if (positions.filter((one) => one.unit === unit).length !== 1) {
      return refuse('sponsorship.position-missing', { unit });
    }
  }
  const absent = [...positions, ...dissents, ...commitments].find(
    ({ unit }) => !present.includes(unit),
  );
  return absent === undefined ? null : refuse('sponsorship.not-present', { unit: absent.unit });
}

function wrongWords(tell: Telling, data: Meeting): No {
  const { agenda, decision, positions, dissents, commitments } = data;
  const empty = [
    textNeeded({ agenda, decision }),
    ...positions.map(({ position }) => textNeeded({ position })),
    ...dissents.map(({ text }) => textNeeded({ text })),
    ...commitments.map(({ what }) => textNeeded({ what })),
    ...commitments.map(({ dueAt }) => wrongDate(tell, dueAt)),
  ];
  return empty.find((one) => one !== null) ?? null;
}

/** A date to come, and not so far that nobody remembers it. */
export function wrongDate({ facts }: Telling, dueAt: Instant): No {
  const latest = facts.now + FARTHEST;
  if (dueAt <= facts.now) return refuse('sponsorship.due-in-past', { dueAt });
  return dueAt > latest ? refuse('sponsorship.due-too-far', { dueAt, latest }) : null;
}

/** Who in the room holds each power that is needed, by the law before what was handed to the case. */
const quorumOf = (tell: Telling, powers: readonly string[], present: readonly string[]): Quorum =>
  powers.flatMap((power) => {
    const held = present.flatMap((unit) => {
      const how = holdsHere(tell, unit, power);
      return how === null ? [] : [{ power, unit, delegated: how === 'case' }];
    });
    return held.find(({ delegated }) => !delegated) ?? held[0] ?? [];
  });

const openOne = (tell: Telling, n: number) => {
  const { state } = tell;
  const open = state.status === 'none' || !('sponsor' in state) ? [] : openCommitments(state);
  return (
    open.find((one) => one.n === n) ?? refuse('sponsorship.no-such-commitment', { commitment: n })
  );
};

export const keepCommitment = rule('keep-commitment', {
  from: RUNNING,
  anyOrder: true,
  decide({ commitment: n, note }, tell) {
    const one = openOne(tell, n);
    if ('refusal' in one) return one;
    const empty = textNeeded({ note });
    if (empty !== null) return empty;
    const { unit, clock } = one;
    return tell.say('CommitmentKept', { commitment: n, unit, note: note.trim() }).meet(clock);
  },
});

export const dropCommitment = rule('drop-commitment', {
  from: RUNNING,
  atOnce: true,
  decide({ commitment: n, reason }, tell) {
    const one = openOne(tell, n);
    if ('refusal' in one) return one;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    tell.say('CommitmentDropped', { commitment: n, reason: reason.trim() });
    return tell.drop(one.clock, 'commitment-dropped');
  },
});
