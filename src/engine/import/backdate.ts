import type { Instant } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';

/**
 * The rulebook as if it had been in force since an earlier day, to read a ledger older than itself:
 * a rehearsal, and its version says so. What has a date of its own keeps it.
 */
export function backdated(rulebook: Rulebook, from: Instant, day: string): Rulebook {
  const since = <Line extends { readonly validFrom: Instant }>(line: Line): Line =>
    line.validFrom === rulebook.effectiveFrom ? { ...line, validFrom: from } : line;
  return {
    ...rulebook,
    version: `${rulebook.version} since ${day}`,
    effectiveFrom: from,
    duties: rulebook.duties.map(since),
    holdings: rulebook.holdings.map(since),
  };
}
