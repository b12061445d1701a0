import { callbackProcess } from '../src/core/callback/index.ts';
import { caseProcess } from '../src/core/case/index.ts';
import { deskKeyProcess } from '../src/core/desk-key/index.ts';
import { institution } from '../src/core/institution/index.ts';
import { invariants } from '../src/core/invariants/index.ts';
import { petitionProcess } from '../src/core/petition/index.ts';
import { reportProcess } from '../src/core/report/index.ts';
import { retentionProcess } from '../src/core/retention/index.ts';
import { sponsorshipProcess } from '../src/core/sponsorship/index.ts';
import { supportProcess } from '../src/core/support/index.ts';
import { whistleProcess } from '../src/core/whistle/index.ts';
import { ENGINE_REFUSALS } from '../src/engine/refusals.ts';
import { WATCHED } from './check.ts';
import { type Coverage, edgeName } from './coverage.ts';
import { UNREACHABLE } from './zeros.ts';

export interface Row {
  readonly kind: 'invariant' | 'refusal' | 'edge';
  readonly name: string;
  readonly count: number;
  /** Why it is zero and may be. */
  readonly reason: string | null;
}

/** Authority speaks through the case: its codes are among the case's own. */
const REFUSALS = [
  ...caseProcess.refusals,
  ...whistleProcess.refusals,
  ...callbackProcess.refusals,
  ...petitionProcess.refusals,
  ...supportProcess.refusals,
  ...reportProcess.refusals,
  ...deskKeyProcess.refusals,
  ...sponsorshipProcess.refusals,
  ...institution.refusals,
  ...retentionProcess.refusals,
  ...ENGINE_REFUSALS,
];

const EDGES = Object.values(WATCHED)
  .flat()
  .flatMap(({ graph }) => graph.edges.map((edge) => `${graph.process}: ${edgeName(edge)}`));

/** Everything there is to reach, and how often the seeded runs did. */
export function table(coverage: Coverage): readonly Row[] {
  const row = (kind: Row['kind'], name: string, count = 0): Row => {
    const reason = count === 0 ? (UNREACHABLE[name] ?? null) : null;
    return { kind, name, count, reason };
  };
  return [
    ...invariants.map(({ number, name }) =>
      row('invariant', `${number} ${name.zh} ${name.en}`, coverage.invariants[number]),
    ),
    ...EDGES.map((name) => row('edge', name, coverage.edges[name])),
    ...REFUSALS.toSorted().map((code) => row('refusal', code, coverage.refusals[code])),
  ];
}

/** What is at zero without a reason. */
export const gaps = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(({ count, reason }) => count === 0 && reason === null);
