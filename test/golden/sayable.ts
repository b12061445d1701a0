import { processes } from '../../src/core/processes.ts';

const SHARED = ['ClockSuspended', 'ClockResumed', 'ClockExtended', 'ClockHandedOn'];

/** Words that a process shares with the others and never says: its promises know no such turn. */
const NEVER_SAID = new Set(
  Object.entries({
    whistle: SHARED,
    support: SHARED,
    retention: SHARED,
    callback: SHARED,
    sponsorship: ['ClockSuspended', 'ClockResumed', 'ClockHandedOn'],
    petition: ['ClockHandedOn'],
  }).flatMap(([name, types]) => types.map((type) => `${name} ${type} 1`)),
);

/** Every event this release writes, as `process type version`. */
export const sayable = (): readonly string[] =>
  processes
    .flatMap(({ name, vocabulary }) =>
      Object.entries(vocabulary).map(([type, v]) => `${name} ${type} ${v}`),
    )
    .filter((kind) => !NEVER_SAID.has(kind));
