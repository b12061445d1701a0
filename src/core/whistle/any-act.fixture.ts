import type { StreamId, UnitId } from '../process.ts';
import * as g from './given.fixture.ts';
import type { Known, WhistleState } from './state.ts';

const HELD: Readonly<Record<string, readonly UnitId[]>> = {
  fine: ['urban'],
  inspect: ['market', 'housing'],
};
const KINDS = [
  { kind: 'DAILY', level: 1 },
  { kind: 'DAILY', level: 2 },
  { kind: 'KEY', level: 1 },
  { kind: 'EMERGENCY', level: 1, tried: [] },
] as const;

/** Somebody whistles about one of the cases; not always rightly. */
export const anyProposal = (about: StreamId): readonly g.Act[] =>
  KINDS.flatMap((terms) =>
    Object.entries(HELD).flatMap(([power, units]) =>
      [g.handler('s1'), g.head('s1'), g.handler('c11')].flatMap((by) =>
        [null, '汛期'].map((override) =>
          g.proposes({ case: about, ...terms, missing: [power], units, override }, by),
        ),
      ),
    ),
  );

const owed = (unit: UnitId, n: number): readonly g.Act[] => [
  g.signs(unit, n),
  g.objects(unit, n),
  g.reports(unit, { callOut: n }),
  g.reports(unit, { callOut: n, rank: 'staff', headCount: 1 }),
  g.reports(unit, { callOut: n, rank: 'division', mode: 'remote' }),
  g.settles(unit, n),
  g.settles(unit, n, 'NOT_MINE'),
  g.decides(true, n),
  g.decides(false, n),
  g.standsDown(n),
];

const above = (state: Known): readonly g.Act[] =>
  [...state.callOuts.map(({ unit }) => unit), state.issuer].flatMap((unit) => [
    g.supervises(unit),
    g.supervises(unit, g.head('d'), { by: { unit: 'd', role: 'unit_head' }, text: '立即到场' }),
    g.supervises(unit, g.head('s1')),
  ]);

function out(state: Known, now: number): readonly g.Act[] {
  const units = state.callOuts.map(({ unit }) => unit);
  return [
    ...state.callOuts.flatMap(({ unit, n }) => owed(unit, n)),
    ...state.callOuts.flatMap(({ unit, n }) => owed(unit, n)),
    ...above(state),
    ...units.map((owner) => g.plans({ owner, power: null, dueAt: now + g.DAY })),
    ...state.steps.flatMap(({ owner, n }) => [g.finishes(owner, n), g.drops(n)]),
    g.files(),
    g.calls(['urban'], null, { case: state.case }),
    g.calls(['urban'], null, { case: state.case, again: '又须到场' }),
    g.calls(['market', 'housing'], '汛期', { case: state.case }),
    ...(['DONE', 'PARTIAL', 'ESCALATED', 'NOT_NEEDED'] as const).map((result) =>
      g.concludes(result),
    ),
    g.concludes('ESCALATED'),
  ];
}

const rated = (state: Known): readonly g.Act[] =>
  state.callOuts.flatMap(({ unit }) => [g.rates(state.issuer, unit), g.rates(unit, state.issuer)]);

function choices(state: WhistleState, now: number, about: StreamId): readonly g.Act[] {
  switch (state.status) {
    case 'none':
      return anyProposal(about);
    case 'proposed':
      return [
        g.screens(),
        g.screens(true, '', g.centreDesk),
        g.screens(true, '', g.head('c11')),
        g.screens(false),
        g.takesBack(),
      ];
    case 'issued':
      return out(state, now);
    default:
      return rated(state);
  }
}

/** What somebody might do next; `pick` chooses. The issuer's acts are done by whoever it is. */
export function anyAct(state: WhistleState, pick: number, now: number, about: StreamId): g.Act {
  const all = choices(state, now, about);
  const act = all[(pick >> 8) % Math.max(1, all.length)] ?? g.signs();
  if (state.status === 'none' || act.by.kind !== 'staff') return act;
  const { post } = act.by;
  const own = post.unit === 's1' && post.role === 'unit_handler';
  return own ? { ...act, by: g.handler(state.issuer) } : act;
}
