import type { Instant, UnitId } from '../process.ts';
import type { Power, PowerHolding, Rulebook } from '../rulebook/rulebook.ts';
import { type Delegation, type Institution, rulebookAt, validAt } from './institution.ts';
import { chainOf, covers, isBeneath, isHolder, unitIn } from './units.ts';

/** What the power is asked for; what is left out is not examined. */
export interface PowerUse {
  /** Rank of the officer who would exercise it. */
  readonly rank?: string;
  /** Where it would be exercised. */
  readonly place?: UnitId;
}

/** By what the unit holds the power: the law's own line, and the delegation that passed it on. */
export interface Held {
  readonly power: Power;
  readonly holding: PowerHolding;
  readonly delegation: Delegation | null;
}

/** How the unit holds the power at the instant, or null if it does not. */
export function holdsPower(
  institution: Institution,
  unit: UnitId,
  power: string,
  at: Instant,
  use: PowerUse = {},
): Held | null {
  const rulebook = rulebookAt(institution, at);
  const law = rulebook?.powers.find((candidate) => candidate.id === power);
  if (rulebook === null || law === undefined) return null;
  const own = holdingOf(rulebook, unit, power, at, use);
  if (own !== null) return { power: law, holding: own, delegation: null };
  for (const delegation of institution.delegations) {
    if (delegation.to !== unit || delegation.power !== power || !validAt(delegation, at)) continue;
    // A rulebook adopted after the delegation may have pinned the power since.
    if (!mayPass(rulebook, law, delegation.from, unit)) continue;
    const holding = holdingOf(rulebook, delegation.from, power, at, use);
    if (holding !== null) return { power: law, holding, delegation };
  }
  return null;
}

/** Every unit that holds the power for such a use, in the rulebook's order. */
export function holdersOf(
  institution: Institution,
  power: string,
  at: Instant,
  use: PowerUse = {},
): readonly UnitId[] {
  const units = rulebookAt(institution, at)?.units ?? [];
  return units
    .map(({ id }) => id)
    .filter((id) => holdsPower(institution, id, power, at, use) !== null);
}

/**
 * Whether the law lets `from` hand the power to `to`: never where it pins it to a body; to whom
 * the law allows where it speaks of entrustment 委托 (`statutory`); only to a unit of its own
 * where it is a matter of inner order (`internal`).
 */
export function mayPass(rulebook: Rulebook, power: Power, from: UnitId, to: UnitId): boolean {
  if (power.delegable === 'no') return false;
  return power.delegable === 'statutory' || isBeneath(rulebook, to, from);
}

/** The unit's own holding by law. Delegation starts here: what was delegated is not passed on. */
export function holdingOf(
  rulebook: Rulebook,
  unit: UnitId,
  power: string,
  at: Instant,
  use: PowerUse = {},
): PowerHolding | null {
  const holder = unitIn(rulebook, unit);
  if (holder === null) return null;
  return (
    rulebook.holdings.find(
      (holding) =>
        holding.power === power &&
        isHolder(holding.holder, holder) &&
        validAt(holding, at) &&
        (use.rank === undefined || ranksAtLeast(rulebook, use.rank, holding.rank)) &&
        (use.place === undefined ||
          (covers(rulebook, holder, use.place) && inScope(rulebook, holding.scope, use.place))),
    ) ?? null
  );
}

/** False for ranks the rulebook does not know. */
export function ranksAtLeast(rulebook: Rulebook, rank: string, least: string): boolean {
  const order = rulebook.ranks.map(({ code }) => code);
  return order.includes(least) && order.indexOf(rank) >= order.indexOf(least);
}

function inScope(rulebook: Rulebook, scope: UnitId | null, place: UnitId): boolean {
  return scope === null || chainOf(rulebook, place).some((link) => link.id === scope);
}
