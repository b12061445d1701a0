import type { ActRow, Post, Projection } from '../process.ts';
import type { ConfirmationState } from './state.ts';

/** A row in the list of the post it was entered for, and, once contested, in the supervisor's. */
export function project(state: ConfirmationState): Projection {
  if (state.status === 'none') return { list: null, clocks: [], acts: [] };
  const { post, by, title, place, about, enteredAt } = state;
  const endedAt = 'endedAt' in state ? state.endedAt : null;
  return {
    list: {
      status: state.status,
      outcome: null,
      bucket: endedAt === null ? 'open' : 'closed',
      category: null,
      title,
      place,
      holder: post.unit,
      receivedBy: by.post.unit,
      lead: null,
      assisting: [],
      called: [],
      about,
      openedAt: enteredAt,
      endedAt,
      dueAt: null,
      first: false,
      imported: false,
      breaches: 0,
    },
    clocks: [],
    acts: acts(state),
  };
}

function acts(state: ConfirmationState): readonly ActRow[] {
  if (state.status === 'awaiting') return [owed('confirm', state.post, state.enteredAt)];
  if (state.status === 'contested') {
    return [owed('note-contest', state.contest.supervisor, state.contest.at)];
  }
  return [];
}

/** No clock: the act already stands, and nobody's right waits for the word. */
const owed = (act: string, post: Post, startedAt: number): ActRow => ({
  act: `confirmation.${act}`,
  ...post,
  startedAt,
  dueAt: null,
  first: false,
});
