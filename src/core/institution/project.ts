import type { Projection } from '../process.ts';

/** The institution stands in no list and owes no act: screens read it whole. */
export const project = (): Projection => ({ list: null, clocks: [], acts: [] });
