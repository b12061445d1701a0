import type { ActRow, Projection } from '../process.ts';
import type { SecrecyState } from './state.ts';

/** A line for whoever audits holds; it points at a case, and at nobody. */
export function project(state: SecrecyState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  const unit = 'hold' in state ? state.hold.unit : (state.past.at(-1)?.unit ?? '');
  const over = state.status === 'open';
  return {
    list: {
      status: state.status,
      outcome: null,
      bucket: over ? 'closed' : 'open',
      category: null,
      title: null,
      place: unit,
      holder: unit,
      receivedBy: unit,
      lead: null,
      assisting: [],
      called: [],
      about: state.case,
      openedAt: state.openedAt,
      endedAt: over ? state.since : null,
      dueAt: 'hold' in state ? state.hold.until : null,
      first: false,
      imported: false,
      breaches: 0,
    },
    clocks: state.clocks,
    acts: owed(state),
  };
}

const owed = (state: SecrecyState): readonly ActRow[] =>
  state.status === 'asked'
    ? [
        {
          act: 'secrecy.agree',
          ...state.hold.approver,
          startedAt: state.hold.askedAt,
          dueAt: null,
          first: false,
        },
      ]
    : [];
