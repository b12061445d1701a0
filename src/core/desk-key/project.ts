import type { Projection } from '../process.ts';
import type { DeskKeyState } from './state.ts';

/**
 * A row to find the keys of a desk by. No act is owed and no clock runs: until a key is agreed to, the
 * desk is closed and reports go the statutory way, so that nobody's right waits for it.
 */
export function project(state: DeskKeyState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  const { unit, status, offeredAt } = state;
  return {
    list: {
      status,
      outcome: null,
      bucket: status === 'retired' ? 'closed' : 'open',
      category: null,
      title: null,
      place: unit,
      holder: unit,
      receivedBy: unit,
      lead: null,
      assisting: [],
      called: [],
      about: null,
      openedAt: offeredAt,
      endedAt: status === 'retired' ? state.endedAt : null,
      dueAt: null,
      first: false,
      imported: false,
      breaches: 0,
    },
    clocks: [],
    acts: [],
  };
}
