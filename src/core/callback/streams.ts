import type { StreamId } from '../process.ts';

/** The callback about a case's nth closing, and what looks again at the same one. */
export const callbackOf = (about: StreamId, closing: number): StreamId =>
  `callback-${about}-${closing}`;
export const recheckOf = (about: StreamId, closing: number): StreamId =>
  `recheck-${about}-${closing}`;
