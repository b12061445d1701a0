import { type Institution, rulebookAt } from '../authority/institution.ts';
import { holdersOf, holdsPower } from '../authority/power.ts';
import { unitIn } from '../authority/units.ts';
import type { Instant, UnitId } from '../process.ts';
import type { Citation, Power, Rulebook } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';

/** By what law a unit holds a power that is called for. */
export interface CalledPower {
  readonly power: string;
  /** The least rank of the officer who may exercise it. */
  readonly rank: string;
  /** The entrustment it is held by; null for the unit's own. */
  readonly delegation: string | null;
  readonly citation: Citation;
}

/** One unit to be called, for which powers, and the sentence that says why it. */
export interface Call {
  readonly unit: UnitId;
  readonly powers: readonly CalledPower[];
  readonly because: Text;
}

/** What a whistle about this matter might call for. */
export interface CallProposal {
  /** Powers such a matter needs and the issuer lacks. */
  readonly missing: readonly Power[];
  /** Whoever holds one of them where the matter lies. */
  readonly calls: readonly Call[];
}

export interface Matter {
  readonly category: string | null;
  readonly place: UnitId;
  readonly issuer: UnitId;
  readonly at: Instant;
}

/** Whom to call, as the powers stand: the proposal explains itself, the issuer decides. */
export function proposeCalls(institution: Institution, matter: Matter): CallProposal {
  const law = rulebookAt(institution, matter.at);
  if (law === null || matter.category === null) return { missing: [], calls: [] };
  const { category, issuer, place, at } = matter;
  const missing = law.powers.filter(
    (power) =>
      power.categories.includes(category) &&
      !isDelegated(law, power.id) &&
      holdsPower(institution, issuer, power.id, at, { place }) === null,
  );
  const ids = missing.map(({ id }) => id);
  const holders = new Set(ids.flatMap((id) => holdersOf(institution, id, at, { place })));
  const calls = [...holders].flatMap((unit) => callOf(institution, unit, ids, matter) ?? []);
  return { missing, calls };
}

/** Why this unit may be called for some of these powers; null where it holds none (invariant 22). */
export function callOf(
  institution: Institution,
  unit: UnitId,
  missing: readonly string[],
  { place, at }: Pick<Matter, 'place' | 'at'>,
): Call | null {
  const law = rulebookAt(institution, at);
  const name = law === null ? undefined : unitIn(law, unit)?.name;
  if (law === null || name === undefined) return null;
  const held = missing.flatMap((power) => {
    const how = holdsPower(institution, unit, power, at, { place });
    return how === null ? [] : [how];
  });
  if (held.length === 0) return null;
  const because = held.map(({ power, holding, delegation }) => {
    const rank = law.ranks.find(({ code }) => code === holding.rank)?.name;
    const { text } = power.citation;
    const by = delegation === null ? OWN : ENTRUSTED;
    return {
      zh: `“${power.name.zh}”${by.zh}${name.zh}，须${rank?.zh ?? holding.rank}以上人员行使（${text.zh}）`,
      en: `${name.en} holds “${power.name.en}”${by.en}, to be exercised from the rank of ${rank?.en ?? holding.rank} (${text.en})`,
    };
  });
  return {
    unit,
    powers: held.map(({ power, holding, delegation }) => ({
      power: power.id,
      rank: holding.rank,
      delegation: delegation?.id ?? null,
      citation: power.citation,
    })),
    because: {
      zh: `因为${because.map(({ zh }) => zh).join('；')}。`,
      en: `Because ${because.map(({ en }) => en).join('; ')}.`,
    },
  };
}

const OWN: Text = { zh: '属于', en: '' };
const ENTRUSTED: Text = { zh: '已委托', en: ' by entrustment' };

/** The powers to whistle with are no powers to whistle for. */
const isDelegated = ({ whistle }: Rulebook, power: string): boolean =>
  whistle !== null && Object.values(whistle.delegated).includes(power);
