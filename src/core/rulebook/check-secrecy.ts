import { atLeastOne, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import type { Finding } from './finding.ts';
import type { Rulebook } from './rulebook.ts';

/** Numbers that limit a hold, and a second officer that there is. */
export function checkSecrecy({ secrecy }: Rulebook, names: Names): readonly Finding[] {
  if (secrecy === null) return [];
  return [
    ...positive(secrecy.max, ['secrecy', 'max']),
    ...atLeastOne(secrecy.times, ['secrecy', 'times']),
    ...names.unit(secrecy.approver.unit, ['secrecy', 'approver', 'unit']),
  ];
}
