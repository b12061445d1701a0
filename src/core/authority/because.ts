import type { Category, Citation, Duty, Rulebook, Unit } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import { axisOf, typeName, typeOfHolder } from './units.ts';

/** Why this unit: one sentence for people, the line of law behind it, and whose law at what version. */
export interface Because {
  readonly sentence: Text;
  readonly duty: string | null;
  readonly citation: Citation;
  readonly catalogue: { readonly rulebook: string; readonly version: string };
}

/** A unit and the line of the duty list that speaks of it. */
export interface Claimant {
  readonly unit: Unit;
  readonly duty: Duty;
}

/** The unit must do it itself. */
export function basicBecause(
  rulebook: Rulebook,
  { unit, duty }: Claimant,
  matter: Category,
): Because {
  const { zh, en } = duty.citation.text;
  const head = {
    zh: `因为${zh}明确，“${matter.name.zh}”由`,
    en: `Because “${matter.name.en}” is a basic duty of `,
  };
  if (typeOfHolder(duty.holder) === null) {
    const sentence = {
      zh: `${head.zh}${unit.name.zh}基本履职。`,
      en: `${head.en}${called(unit)} (${en}).`,
    };
    return because(rulebook, sentence, duty);
  }
  const type = typeName(unit.type);
  const tie =
    axisOf(unit) === 'territorial'
      ? { zh: `事发地在${unit.name.zh}`, en: `and the place lies in ${unit.name.en}` }
      : { zh: `本辖区由${unit.name.zh}负责`, en: `which here is ${called(unit)}` };
  const sentence = {
    zh: `${head.zh}${type.zh}基本履职，${tie.zh}。`,
    en: `${head.en}${type.en} (${en}), ${tie.en}.`,
  };
  return because(rulebook, sentence, duty);
}

/** A superior body took the matter back from the place's own unit. */
export function withdrawnBecause(
  rulebook: Rulebook,
  withdrawn: Claimant,
  { unit, duty }: Claimant,
  matter: Category,
): Because {
  const from = typeName(withdrawn.unit.type);
  const taken = withdrawn.duty.citation.text;
  const given = duty.citation.text;
  const same = taken.zh === given.zh;
  const sentence = {
    zh: `因为${taken.zh}明确，“${matter.name.zh}”已由上级部门收回，${from.zh}不再承担${same ? '，' : `；${given.zh}明确`}由${unit.name.zh}基本履职。`,
    en: `Because “${matter.name.en}” was withdrawn from ${from.en} (${taken.en}) and is a basic duty of ${called(unit)}${same ? '' : ` (${given.en})`}.`,
  };
  return because(rulebook, sentence, duty);
}

/** The community's own matter, told without naming the community; `unit` governs what was named. */
export function communityUnnamedBecause(
  rulebook: Rulebook,
  { unit, duty }: Claimant,
  matter: Category,
): Because {
  const { zh, en } = duty.citation.text;
  const sentence = {
    zh: `因为${zh}明确，“${matter.name.zh}”属社区基本履职事项，而诉求没有说明在哪个社区；先由${unit.name.zh}主办，并查明所在社区。`,
    en: `Because “${matter.name.en}” is a basic duty of the community (${en}), but no community was named: ${unit.name.en} leads and finds out which one it is.`,
  };
  return because(rulebook, sentence, duty);
}

function because(rulebook: Rulebook, sentence: Text, duty: Duty): Because {
  return {
    sentence,
    duty: duty.id,
    citation: duty.citation,
    catalogue: { rulebook: rulebook.id, version: rulebook.version },
  };
}

/** Offices take an article in English, places do not. */
const called = (unit: Unit): string =>
  axisOf(unit) === 'functional' ? `the ${unit.name.en}` : unit.name.en;
