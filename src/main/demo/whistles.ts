import type { Actor, Role, UnitId } from '../../core/process.ts';
import { DAY } from '../../core/time/civil.ts';
import type { WhistleState } from '../../core/whistle/state.ts';
import type { Verdict } from '../../core/whistle/words.ts';
import type { Cast, WhistleMove } from './cast.ts';
import { deed } from './moves.ts';

/** What becomes of a whistle about a request, from the moment somebody lacks a power. */
export type WhistlePlot = (cast: Cast) => readonly WhistleMove[];

type Gap = readonly [least: number, most: number];

/** Where several are called: who may seize, and who permits the occupation of a road. */
const SEIZES = 'urban';
const SEIZES_TOO = 'market';
const PERMITS = 'transport';

const move = (
  { chance }: Cast,
  [least, most]: Gap,
  told: WhistleMove['deed'],
  more: Partial<WhistleMove> = {},
): WhistleMove => ({ gap: chance.between(least, most), anyHour: false, deed: told, ...more });

/** Who whistles: a handler of the street, or the community's secretary. */
type Issuer = 'street' | 'community';

const issuer = (cast: Cast, who: Issuer = 'street'): Actor =>
  who === 'street' ? cast.staff(cast.street, 'unit_handler') : cast.staff(cast.place, 'unit_head');

interface Blown {
  readonly kind?: 'DAILY' | 'KEY' | 'EMERGENCY';
  readonly missing: readonly string[];
  readonly units: readonly UnitId[];
  readonly by?: Issuer;
  readonly over?: true;
}

const propose = (
  cast: Cast,
  gap: Gap,
  { kind = 'DAILY', missing, units, by, over }: Blown,
): WhistleMove =>
  move(
    cast,
    gap,
    (_state, _at, load) =>
      deed(issuer(cast, by), 'propose', {
        case: cast.stream,
        kind,
        level: 1,
        missing,
        tried: kind === 'EMERGENCY' ? [] : cast.phrases.whistle.tried,
        units,
        override: over ? cast.phrases.whistle.override : null,
        shown: units.map((unit) => ({ unit, live: load(unit) })),
      }),
    // The matter it is about must have come as far.
    { alone: true, anyHour: kind === 'EMERGENCY' },
  );

const screen = (cast: Cast, gap: Gap = [10, 30], issue = true): WhistleMove =>
  move(cast, gap, () =>
    deed(cast.staff(cast.street, 'unit_head'), 'screen', {
      issue,
      reason: issue ? '' : cast.phrases.whistle.declined,
    }),
  );

const numberOf = (state: WhistleState, unit: UnitId): number => {
  const callOut =
    state.status === 'none' ? undefined : state.callOuts.find((one) => one.unit === unit);
  if (callOut === undefined) throw new Error(`${unit} was not called`);
  return callOut.n;
};

type Data = Readonly<Record<string, unknown>>;

/** An act of a called unit on its own call-out. */
const answer = (
  cast: Cast,
  unit: UnitId,
  type: string,
  data: Data,
  gap: Gap,
  more: Partial<WhistleMove> = {},
): WhistleMove =>
  move(
    cast,
    gap,
    (state) =>
      deed(cast.staff(unit, 'unit_handler'), type, { callOut: numberOf(state, unit), ...data }),
    more,
  );

const sign = (cast: Cast, unit: UnitId, gap: Gap = [5, 30], more?: Partial<WhistleMove>) =>
  answer(cast, unit, 'sign', {}, gap, more);

const reportIn = (cast: Cast, unit: UnitId, gap: Gap = [60, 180], more?: Partial<WhistleMove>) =>
  answer(cast, unit, 'report-in', { mode: 'on-site', rank: 'section', headCount: 2 }, gap, more);

const settle = (cast: Cast, unit: UnitId, result: 'ACTION' | 'NOT_MINE', gap: Gap = [10, 40]) =>
  answer(
    cast,
    unit,
    'settle',
    { result, text: cast.phrases.whistle[result === 'ACTION' ? 'action' : 'notMine'] },
    gap,
  );

const standDown = (cast: Cast, unit: UnitId, gap: Gap): WhistleMove =>
  move(cast, gap, (state) =>
    deed(issuer(cast), 'stand-down', {
      callOut: numberOf(state, unit),
      reason: cast.phrases.whistle.stoodDown,
    }),
  );

const plan = (cast: Cast, owner: UnitId, gap: Gap = [20, 60]): WhistleMove =>
  move(cast, gap, (_state, at) =>
    deed(issuer(cast), 'plan', {
      steps: [{ what: cast.phrases.whistle.step, owner, power: null, dueAt: at + 5 * DAY }],
    }),
  );

const finish = (cast: Cast, owner: UnitId, gap: Gap = [60, 200]): WhistleMove =>
  move(cast, gap, () =>
    deed(cast.staff(owner, 'unit_handler'), 'finish-step', {
      step: 1,
      note: cast.phrases.whistle.finished,
    }),
  );

const conclude = (cast: Cast, gap: Gap = [20, 60]): WhistleMove =>
  move(cast, gap, () =>
    deed(issuer(cast), 'conclude', { result: 'DONE', reason: cast.phrases.whistle.concluded }),
  );

const rate = (
  cast: Cast,
  [by, role]: readonly [UnitId, Role],
  unit: UnitId,
  verdict: Verdict,
  gap: Gap,
): WhistleMove => {
  const { came, called } = cast.phrases.whistle;
  const text = cast.chance.of(by === cast.street ? came : called);
  const items = Object.fromEntries(
    (cast.law.whistle?.rating.items ?? []).map(({ code }) => [code, verdict]),
  );
  return move(cast, gap, () =>
    deed(cast.staff(by, role), 'rate', { unit, items, text: null }, { text }),
  );
};

const supervise = (cast: Cast, unit: UnitId, gap: Gap): WhistleMove =>
  move(cast, gap, () =>
    deed(cast.staff('governance', 'supervisor'), 'supervise', {
      unit,
      text: cast.phrases.whistle.supervised,
      instruction: null,
    }),
  );

const BOTH: Blown = { missing: ['seize', 'permit-road'], units: [SEIZES, PERMITS] };
const SEIZURE: Blown = { missing: ['seize'], units: [SEIZES, SEIZES_TOO] };

const sentOut = (c: Cast, blown: Blown = BOTH, gap: Gap = [5, 20]): readonly WhistleMove[] => [
  propose(c, gap, blown),
  screen(c),
];

/** Waits for the street's head. */
export const proposed: WhistlePlot = (c) => [
  propose(c, [5, 20], { missing: ['seize'], units: [SEIZES_TOO] }),
];

export const declined: WhistlePlot = (c) => [
  propose(c, [5, 20], SEIZURE),
  screen(c, [20, 60], false),
];

export const notified: WhistlePlot = (c) => sentOut(c);

/** The community's own secretary, under the district's delegation. */
export const signed: WhistlePlot = (c) => [
  propose(c, [5, 20], {
    kind: 'KEY',
    missing: ['agree-compensation', 'order-correction'],
    units: ['land', 'housing'],
    by: 'community',
  }),
  screen(c),
  sign(c, 'housing'),
  sign(c, 'land'),
];

export const objected: WhistlePlot = (c) => [
  ...sentOut(c),
  sign(c, SEIZES),
  answer(
    c,
    PERMITS,
    'object',
    { basis: 'other-power', reason: c.phrases.whistle.objection },
    [10, 30],
  ),
];

export const reported: WhistlePlot = (c) => [
  ...sentOut(c),
  sign(c, SEIZES),
  sign(c, PERMITS, [2, 10]),
  reportIn(c, SEIZES),
];

/** One came; the other missed it, was reminded, and is supervised. */
export const missed: WhistlePlot = (c) => [
  ...sentOut(c),
  sign(c, SEIZES),
  sign(c, PERMITS, [2, 10]),
  reportIn(c, SEIZES),
  // Two working days to come, then half an office day after the reminder, each missed.
  supervise(c, PERMITS, [1025, 1085]),
];

/** Nobody comes: reminded by itself, then before whoever supervises, then before a leader. */
export const unanswered: WhistlePlot = (c) => [
  ...sentOut(c, { missing: ['seize'], units: [SEIZES_TOO] }),
  sign(c, SEIZES_TOO),
];

/** Already called as often as it can answer, and called once more, with the reason. */
export const beyond: WhistlePlot = (c) => sentOut(c, { ...BOTH, over: true }, [2, 4]);

/** At once, without a screener, and filed afterwards. */
export const emergency: WhistlePlot = (c) => {
  const anyHour = { anyHour: true };
  return [
    propose(c, [3, 6], {
      kind: 'EMERGENCY',
      missing: ['order-correction'],
      units: ['fire-rescue', 'emergency'],
    }),
    sign(c, 'fire-rescue', [1, 2], anyHour),
    sign(c, 'emergency', [1, 2], anyHour),
    reportIn(c, 'fire-rescue', [10, 14], anyHour),
    move(c, [5, 8], () => deed(issuer(c), 'file', { tried: [c.phrases.whistle.filed] }), anyHour),
  ];
};

const done = (c: Cast): readonly WhistleMove[] => [
  ...sentOut(c, SEIZURE),
  sign(c, SEIZES),
  sign(c, SEIZES_TOO),
  reportIn(c, SEIZES),
  plan(c, SEIZES),
  settle(c, SEIZES, 'ACTION'),
  finish(c, SEIZES),
];

/** One side has rated the other, and nobody reads it yet. */
export const concluded: WhistlePlot = (c) => [
  ...done(c),
  standDown(c, SEIZES_TOO, [5, 20]),
  conclude(c),
  rate(c, [c.street, 'unit_head'], SEIZES, 'yes', [10, 60]),
];

/** Both have; one of the two who came said, with reasons, that it was not theirs. */
export const rated: WhistlePlot = (c) => [
  ...done(c),
  reportIn(c, SEIZES_TOO, [5, 20]),
  settle(c, SEIZES_TOO, 'NOT_MINE'),
  conclude(c),
  rate(c, [c.street, 'unit_head'], SEIZES, 'yes', [10, 30]),
  rate(c, [c.street, 'unit_head'], SEIZES_TOO, 'partly', [2, 10]),
  rate(c, [SEIZES, 'unit_head'], c.street, 'yes', [20, 60]),
  rate(c, [SEIZES_TOO, 'unit_head'], c.street, 'partly', [5, 30]),
];
