import type { Institution } from '../authority/institution.ts';
import * as c from '../case/given.fixture.ts';
import type { DeskKeyState } from '../desk-key/state.ts';
import type { Actor, Facts, Instant, OnBehalfOf, Recorded, Refusal, StreamId } from '../process.ts';
import type { ReportDesk } from '../rulebook/report.ts';
import { none, smallInstitution, smallRulebook } from '../rulebook/small.fixture.ts';
import type { ReportCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { ReportEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Known, ReportState } from './state.ts';
import type { ReportAnswer } from './words.ts';

/** Given what happened, when somebody acts, then this follows. For tests only. */

export const { HOUR, MONDAY, machine, person, sealed, staff } = c;
export const DAY = 24 * HOUR;
export const REPORT: StreamId = 'report-1';
export const KEY: StreamId = 'key-1';

export const desk: ReportDesk = {
  unit: 'centre',
  within: { n: 3, unit: 'workDay' },
  settle: { n: 15, unit: 'workDay' },
  handTo: ['discipline'],
  citation: none,
};

export const withDesk = (change: Partial<ReportDesk> | null = {}): Institution => {
  const { reportWrongdoing, ...law } = smallRulebook();
  const own = change === null ? null : { ...desk, ...change };
  const rulebook = { ...law, reportWrongdoing: { ...reportWrongdoing, desk: own } };
  return smallInstitution({ rulebooks: [rulebook] });
};

export const key = (status: 'offered' | 'in-force' = 'in-force', unit = 'centre') =>
  ({
    status,
    unit,
    account: 'centre/sealed_officer',
    alg: 'ecdh-p256',
    publicKey: 'B',
    fingerprint: 'f',
    offeredAt: MONDAY,
    ...(status === 'in-force' && { agreedBy: 'auditor', agreedAt: MONDAY }),
  }) as DeskKeyState;

export const reporter: Actor = person(REPORT);
export const officer = staff('centre', 'sealed_officer');
export const second = staff('centre', 'sealed_officer', 'centre/sealed_officer.2');

export interface Act {
  readonly by: Actor;
  readonly command: ReportCommand;
  readonly now?: Instant;
  readonly at?: Instant;
  readonly onBehalfOf?: OnBehalfOf;
  readonly others?: ReadonlyMap<StreamId, unknown>;
  readonly institution?: Institution;
}

/** A report as far as some acts have brought it. */
export interface Story {
  readonly state: ReportState;
  readonly events: readonly Recorded<ReportEvent>[];
  readonly now: Instant;
  readonly institution: Institution;
}

export const nothing = (institution: Institution = withDesk()): Story => ({
  state: { status: 'none' },
  events: [],
  now: MONDAY,
  institution,
});

export const factsOf = (story: Story, act: Act): Facts => {
  const now = act.now ?? story.now + HOUR;
  return {
    now,
    occurredAt: act.at ?? now,
    stream: REPORT,
    actor: act.by,
    ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }),
    lot: 0,
    institution: act.institution ?? story.institution,
    others: act.others ?? new Map([[KEY, key()]]),
  };
};

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, act: Act): Story | Refusal {
  const facts = factsOf(story, act);
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const events = decision.events.map(
    (event, n): Recorded<ReportEvent> => ({
      ...event,
      stream: REPORT,
      version: story.events.length + n + 1,
      occurredAt: event.occurredAt ?? facts.occurredAt,
      recordedAt: facts.now,
      actedBy: facts.actor,
    }),
  );
  return {
    state: events.reduce(evolve, story.state),
    events: [...story.events, ...events],
    now: facts.now,
    institution: facts.institution,
  };
}

export const given = (story: Story, ...acts: readonly Act[]): Story =>
  acts.reduce((sofar, act) => {
    const next = when(sofar, act);
    if ('code' in next) throw new Error(`${act.command.type}: ${next.code}`);
    return next;
  }, story);

export const known = ({ state }: Story): Known => {
  if (state.status === 'none') throw new Error('nothing was reported');
  return state;
};

const did = (by: Actor, command: ReportCommand): Act => ({ by, command });

export const tells = (keys: readonly StreamId[] = [KEY], by = reporter): Act =>
  did(by, { type: 'receive', data: { words: sealed('words'), keys, receipt: 'alias' } });
export const adds = (keys: readonly StreamId[] = [KEY], by = reporter): Act =>
  did(by, { type: 'add-words', data: { words: sealed('words'), keys } });
export const takesIn = (by = officer, noInterest = true): Act =>
  did(by, { type: 'take-in', data: { noInterest } });
export const declares = (by = officer): Act => did(by, { type: 'declare-interest', data: {} });
export const handsOver = (channel = 'discipline', by = officer): Act =>
  did(by, { type: 'hand-over', data: { channel } });
export const concludes = (answer: ReportAnswer = 'ELSEWHERE', by = officer): Act =>
  did(by, { type: 'conclude', data: { answer } });
export const ticks = (clock = 'report-look-1', by: Actor = machine('tick')): Act =>
  did(by, { type: 'clock-due', data: { clock, revision: 1 } });
export const recounts = (by: Actor = machine('tick')): Act =>
  did(by, { type: 'recompute-clocks', data: { calendar: 'cn' } });

export const received = (): Story => given(nothing(), tells());
export const lookedAt = (): Story => given(received(), takesIn());
