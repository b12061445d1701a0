import type { Institution } from '../authority/institution.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import type { CaseState, Known } from '../case/state.ts';
import type { Actor, Instant, ListRow, Recorded, StreamId } from '../process.ts';
import type { Text } from '../text.ts';

/** When a promise must hold: after every step, once no reaction waits, or at the horizon. */
export type When = 'always' | 'settled' | 'by-deadline';

/** A logged look at a personal field. */
export interface Look {
  readonly field: string;
  readonly actor: Actor;
  readonly purpose: string;
  readonly at: Instant;
}

/** One case as a test, the simulator or a live database holds it. */
export interface Subject {
  readonly stream: StreamId;
  readonly events: readonly Recorded<CaseEvent>[];
  readonly state: CaseState;
  readonly list: ListRow | null;
  readonly looks?: readonly Look[];
}

/** One event with the state on either side of it. */
export interface Step {
  readonly before: CaseState;
  readonly event: Recorded<CaseEvent>;
  readonly after: Known;
}

/** A subject replayed once for all who look at it. */
export interface Case extends Subject {
  readonly steps: readonly Step[];
  readonly known: Known;
  readonly institution: Institution;
}

/** Counts each evaluation, so that a promise nobody ever looked at shows as not checked. */
export type Read = (holds: boolean, what: () => string) => void;

/** A promise of domain.md section 6.6, by its number there. */
export interface Invariant {
  readonly number: number;
  readonly name: Text;
  readonly when: readonly When[];
  /** A past institution need not have kept it; imported cases are counted apart. */
  readonly importedApart: boolean;
  check(one: Case, read: Read): void;
}

export const invariant = (
  number: number,
  name: Text,
  check: Invariant['check'],
  more: { readonly when?: readonly When[]; readonly importedApart?: boolean } = {},
): Invariant => ({
  number,
  name,
  when: more.when ?? ['always'],
  importedApart: more.importedApart ?? false,
  check,
});

/** The replayed case, or null for a stream without a registered case. */
export function replayed(subject: Subject, institution: Institution): Case | null {
  const steps: Step[] = [];
  let before: CaseState = { status: 'none' };
  for (const event of subject.events) {
    const after = evolve(before, event);
    if (after.status === 'none') throw new Error(`case ${subject.stream}: ${event.type} left none`);
    steps.push({ before, event, after });
    before = after;
  }
  const known = steps.at(-1)?.after;
  return known === undefined ? null : { ...subject, steps, known, institution };
}

/** The steps of one type of event, its data typed. */
export function stepsOf<Type extends CaseEvent['type']>(
  one: Case,
  type: Type,
): readonly (Step & { readonly event: Recorded<Extract<CaseEvent, { readonly type: Type }>> })[] {
  return one.steps.filter(({ event }) => event.type === type) as never;
}

export const filled = (text: Text): boolean => text.zh.trim() !== '' && text.en.trim() !== '';
