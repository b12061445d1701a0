import type { Propose, WhistleKind, WhistleProposal } from '../../../contract/whistles.ts';
import { draftOf, dropDraft, keepDraft } from '../../acts/ActDrawer/drafts.ts';
import { isFull } from '../../acts/Fields/Calls.tsx';
import { loadsOf } from '../../acts/loads.ts';

/** What has been chosen and typed; it outlives a refusal and a look elsewhere. */
export interface Draft {
  readonly powers: readonly string[];
  /** Powers the reader named besides the likely ones. */
  readonly named: readonly string[];
  readonly tried: readonly string[];
  readonly units: readonly string[];
  readonly kind: WhistleKind;
  readonly level: number;
  readonly override: string;
}

type Calls = WhistleProposal['calls'];
const KEPT = 'whistle';

/** Who alone holds a power: nothing to choose, unless it is to be called beyond what it can answer. */
const onlyHolder = (calls: Calls, power: string): readonly string[] => {
  const holders = calls.filter(({ powers }) => powers.includes(power));
  const [one] = holders;
  return one !== undefined && holders.length === 1 && !isFull(one) ? [one.unit] : [];
};

/** The likeliest power, and who alone has it, to be changed or kept. */
export const firstDraft = (id: string, of: WhistleProposal): Draft => {
  const [likely] = of.missing;
  const [level] = of.levels;
  return {
    powers: likely ? [likely.power] : [],
    named: [],
    tried: [],
    units: likely ? onlyHolder(of.calls, likely.power) : [],
    kind: level?.kind ?? 'DAILY',
    level: level?.level ?? 1,
    override: '',
    ...draftOf(id, KEPT),
  };
};

export const draftedPowers = (id: string): readonly string[] =>
  (draftOf(id, KEPT).named ?? []) as readonly string[];

export const keep = (id: string, draft: Draft): void => keepDraft(id, KEPT, { ...draft });
export const forget = (id: string): void => dropDraft(id, KEPT);

/** With a power come and go the units that are called for it alone. */
export const withPower = (draft: Draft, power: string, on: boolean, calls: Calls): Draft => {
  if (on) {
    const units = [...new Set([...draft.units, ...onlyHolder(calls, power)])];
    return { ...draft, powers: [...draft.powers, power], units };
  }
  const powers = draft.powers.filter((one) => one !== power);
  const needed = new Set(
    calls.filter((call) => call.powers.some((one) => powers.includes(one))).map(({ unit }) => unit),
  );
  return { ...draft, powers, units: draft.units.filter((unit) => needed.has(unit)) };
};

export type Lack = 'powers' | 'tried' | 'units' | 'override';

/** What is still to be said; the server looks at everything again. */
export const lackingIn = (draft: Draft, over: boolean): readonly Lack[] => [
  ...(draft.powers.length === 0 ? (['powers'] as const) : []),
  ...(draft.kind !== 'EMERGENCY' && draft.tried.every((line) => line.trim() === '')
    ? (['tried'] as const)
    : []),
  ...(draft.units.length === 0 ? (['units'] as const) : []),
  ...(over && draft.kind !== 'EMERGENCY' && draft.override.trim() === ''
    ? (['override'] as const)
    : []),
];

export const bodyOf = (
  id: string,
  draft: Draft,
  calls: Calls,
): Omit<Propose, 'occurredAt' | 'onBehalfOf'> => ({
  case: id,
  kind: draft.kind,
  level: draft.level,
  missing: [...draft.powers],
  tried: draft.tried.map((line) => line.trim()).filter((line) => line !== ''),
  units: [...draft.units],
  override: draft.override.trim() === '' ? null : draft.override.trim(),
  shown: loadsOf(calls.filter(({ unit }) => draft.units.includes(unit))),
});
