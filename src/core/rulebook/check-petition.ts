import { atLeastOne, positive } from './check-deadlines.ts';
import type { Names } from './check-references.ts';
import { type Finding, finding, type Path } from './finding.ts';
import { type PetitionLaw, RULED_REASONS } from './petition.ts';
import type { Rulebook } from './rulebook.ts';

/** Who keeps petitions and where the rest of them go: names that stand for something, limits that limit. */
export function checkPetition(rulebook: Rulebook, names: Names): readonly Finding[] {
  const { petition } = rulebook;
  if (petition === null) return [];
  const { office, limits, representatives, reviewers } = petition;
  return [
    ...names.unit(office, at('office')),
    ...ways(petition, rulebook),
    ...Object.entries(limits).flatMap(([limit, { duration }]) =>
      positive(duration, at('limits', limit, 'duration')),
    ),
    ...atLeastOne(representatives.most, at('representatives', 'most')),
    ...reasons(petition),
    ...Object.entries(reviewers).flatMap(([unit, reviewer]) => [
      ...names.unit(unit, at('reviewers', unit)),
      ...names.unit(reviewer, at('reviewers', unit)),
    ]),
  ];
}

const at = (...path: Path): Path => ['petition', ...path];

/** Each kind once; whatever is not handled here has a channel that takes it. */
function ways({ kinds, channels }: PetitionLaw, rulebook: Rulebook): readonly Finding[] {
  return kinds.flatMap(({ code, way }, n) => {
    const path = at('kinds', n, 'code');
    const twice = kinds.slice(0, n).some((other) => other.code === code);
    return [
      ...(twice ? [finding('duplicate-id', path, { id: code })] : []),
      ...(way === 'handle' ? [] : goesTo(code, channels[code], rulebook)),
    ];
  });
}

function goesTo(kind: string, code: string | undefined, { channels }: Rulebook) {
  if (code === undefined) {
    return [finding('missing-part', at('channels'), { part: `channels.${kind}` })];
  }
  const channel = channels.find((one) => one.code === code);
  if (channel === undefined) {
    return [finding('unknown-channel', at('channels', kind), { id: code })];
  }
  return channel.kind === 'emergency'
    ? [finding('wrong-channel-kind', at('channels', kind), { id: code, kind: channel.kind })]
    : [];
}

/** The rules give some reasons themselves: each needs its words, its article and its next path. */
function reasons({ reasons: all }: PetitionLaw): readonly Finding[] {
  return [
    ...RULED_REASONS.filter((code) => !all.some((reason) => reason.code === code)).map((code) =>
      finding('missing-part', at('reasons'), { part: `reasons.${code}` }),
    ),
    ...all.flatMap(({ code }, n) =>
      all.slice(0, n).some((other) => other.code === code)
        ? [finding('duplicate-id', at('reasons', n, 'code'), { id: code })]
        : [],
    ),
  ];
}
