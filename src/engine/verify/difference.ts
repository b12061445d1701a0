import type { StreamId } from '../../core/process.ts';
import { canonical } from '../canonical.ts';

export type Subject =
  | 'event'
  | 'chain'
  | 'head'
  | 'state'
  | 'list'
  | 'clock'
  | 'act'
  | 'document'
  | 'position'
  | 'checkpoint';

/** Something stored that is not what the log says. */
export interface Difference {
  readonly subject: Subject;
  /** Null where it concerns the tenant as a whole. */
  readonly stream: StreamId | null;
  readonly stored: string;
  readonly derived: string;
}

export type Collector = ReturnType<typeof collector>;

export function collector(stream: StreamId | null) {
  const found: Difference[] = [];
  const add = (subject: Subject, stored: string, derived: string) => {
    found.push({ subject, stream, stored, derived });
  };
  const compareText = (subject: Subject, stored: string, derived: string) => {
    if (stored !== derived) add(subject, ...aroundFirstDifference(stored, derived));
  };
  return {
    found,
    add,
    compareText,
    compare: (subject: Subject, stored: unknown, derived: unknown) =>
      compareText(subject, canonical(stored), canonical(derived)),
  };
}

/** Long texts are told by where they part; nobody compares two states by eye. */
function aroundFirstDifference(stored: string, derived: string): [string, string] {
  if (stored.length <= 200 && derived.length <= 200) return [stored, derived];
  let at = 0;
  while (at < stored.length && stored[at] === derived[at]) at += 1;
  const from = Math.max(0, at - 60);
  const cut = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, at + 80)}`;
  return [cut(stored), cut(derived)];
}
