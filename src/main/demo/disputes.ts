import type { CaseState } from '../../core/case/state.ts';
import type { UnitId } from '../../core/process.ts';
import type { Cast, Move } from './cast.ts';
import { arbiter, deed, dispatchTo, leadOf, move } from './moves.ts';
import type { Deed } from './perform.ts';
import type { Dispute } from './texts.ts';

/** Whose matter it is: objections, returns, and the ruling that ends them. */

type Gap = readonly [least: number, most: number];

const disputeOf = ({ matter }: Cast): Dispute => {
  if (matter.dispute === undefined) throw new Error(`nobody objects to ${matter.id}`);
  return matter.dispute;
};

/** `street` is the place's own. */
const unitOf = (cast: Cast, named: string): UnitId => (named === 'street' ? cast.street : named);

const byLead = (
  cast: Cast,
  state: CaseState,
  type: string,
  data: Deed['command']['data'],
): Deed => ({
  by: cast.staff(leadOf(state), 'unit_handler'),
  command: { type, data },
});

export const object = (cast: Cast, gap: Gap = [15, 70]): Move => {
  const { basis, reason } = disputeOf(cast);
  return move(cast, gap, (state) => byLead(cast, state, 'object', { basis, reason }));
};

export const objectToo = (cast: Cast, gap: Gap = [15, 70]): Move => {
  const { secondBasis: basis, secondReason: reason } = disputeOf(cast);
  return move(cast, gap, (state) => byLead(cast, state, 'object', { basis, reason }));
};

const decided = (cast: Cast, upheld: boolean, reason: string, gap: Gap): Move =>
  move(cast, gap, () => deed(arbiter(cast), 'decide-objection', { upheld, reason }));

export const uphold = (cast: Cast, gap: Gap = [40, 200]): Move =>
  decided(cast, true, disputeOf(cast).upheld, gap);

export const upholdToo = (cast: Cast, gap: Gap = [40, 200]): Move =>
  decided(cast, true, disputeOf(cast).secondUpheld, gap);

export const refuseIt = (cast: Cast, gap: Gap = [40, 200]): Move =>
  decided(cast, false, disputeOf(cast).refused, gap);

/** After a return the desk tries another unit, and says why it goes against the list. */
export const dispatchAnew = (cast: Cast, gap: Gap = [10, 40]): Move => {
  const { second, override } = disputeOf(cast);
  return move(cast, gap, (state) => dispatchTo(cast, state, unitOf(cast, second), [], override));
};

/** Three posts, the arbiter among them; whoever objected is heard, and whoever is bound. */
export const ruleAllocation = (cast: Cast, gap: Gap = [150, 500]): Move => {
  const { positions, ruled, ruling, second } = disputeOf(cast);
  const lead = unitOf(cast, ruled);
  const other = unitOf(cast, second);
  const { ruler } = cast.law.objection;
  const data = {
    panel: [
      { unit: ruler, role: 'arbiter' },
      { unit: cast.law.dispatch.centre, role: 'supervisor' },
      { unit: 'licang', role: 'supervisor' },
    ],
    positions: Object.entries(positions).map(([unit, position]) => ({
      unit: unitOf(cast, unit),
      position,
    })),
    lead,
    assisting: other === lead ? [] : [other],
    reason: ruling,
  };
  return move(cast, gap, () => deed(arbiter(cast), 'rule-allocation', data));
};
