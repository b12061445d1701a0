import { caseProcess } from '../../src/core/case/index.ts';
import { confirmation } from '../../src/core/confirmation/index.ts';
import { institution } from '../../src/core/institution/index.ts';
import { secrecyProcess } from '../../src/core/secrecy/index.ts';
import { shift } from '../../src/core/shift/index.ts';
import { whistleProcess } from '../../src/core/whistle/index.ts';
import type { AnyProcess } from '../../src/engine/upcast.ts';

export const processes: readonly AnyProcess[] = [
  caseProcess,
  institution,
  confirmation as AnyProcess,
  shift as AnyProcess,
  whistleProcess,
  secrecyProcess as unknown as AnyProcess,
];

/** A whistle's promises are neither suspended, extended nor handed on: it only shares the words. */
const NEVER_SAID = new Set(
  ['ClockSuspended', 'ClockResumed', 'ClockExtended', 'ClockHandedOn'].map(
    (type) => `whistle ${type} 1`,
  ),
);

/** Every event this release writes, as `process type version`. */
export const sayable = (): readonly string[] =>
  processes
    .flatMap(({ name, vocabulary }) =>
      Object.entries(vocabulary).map(([type, v]) => `${name} ${type} ${v}`),
    )
    .filter((kind) => !NEVER_SAID.has(kind));
