import type { Instant, UnitId } from '../process.ts';
import type { Category, Rulebook, Unit } from '../rulebook/rulebook.ts';
import type { Text } from '../text.ts';
import {
  type Because,
  basicBecause,
  type Claimant,
  communityUnnamedBecause,
  withdrawnBecause,
} from './because.ts';
import { dutyIn, leadNamedBy } from './duty.ts';
import { type Institution, rulebookAt, validAt } from './institution.ts';
import { axisOf, chainOf, covers, isHolder, typeOfHolder } from './units.ts';

/** Another unit with a duty of its own in the matter, for the desk that thinks otherwise. */
export interface Alternative {
  readonly unit: UnitId;
  readonly because: Because;
}

export type Proposal =
  | {
      readonly none: false;
      readonly lead: UnitId;
      readonly assisting: readonly UnitId[];
      readonly level: 'community' | 'beyond';
      readonly because: Because;
      readonly alternatives: readonly Alternative[];
    }
  | {
      readonly none: true;
      readonly why:
        | 'no-rulebook'
        | 'unknown-category'
        | 'unknown-place'
        | 'community-unnamed'
        | 'no-basic-duty';
      readonly because: Text;
    };

/**
 * The executable duty list. The most local unit of the place's own chain that must do the matter
 * itself (BASIC) leads: community before street. Failing that, a functional unit: first the one a
 * SUPPORT or WITHDRAWN line of that chain names, then any with a BASIC line. Units with a SUPPORT
 * line assist. Nobody is invented: without a BASIC line a person designates a unit and says why.
 */
export function propose(
  institution: Institution,
  category: string,
  place: UnitId,
  at: Instant,
): Proposal {
  const rulebook = rulebookAt(institution, at);
  if (rulebook === null) return nothing('no-rulebook');
  const matter = rulebook.categories.find(({ code }) => code === category);
  if (matter === undefined) return nothing('unknown-category');
  const chain = chainOf(rulebook, place);
  const here = chain[0];
  if (here === undefined) return nothing('unknown-place');

  const local = claimants(rulebook, chain, category, at);
  const functional = claimants(
    rulebook,
    rulebook.units.filter((unit) => axisOf(unit) === 'functional' && covers(rulebook, unit, place)),
    category,
    at,
  );
  const pointer = local.find(({ duty }) => duty.mode !== 'BASIC' && duty.lead !== null);
  const named = pointer === undefined ? null : leadNamedBy(rulebook, pointer.duty, place);
  const basic = [...local, ...namedFirst(functional, named)].filter(
    ({ duty }) => duty.mode === 'BASIC',
  );
  const [first, ...others] = basic;
  if (first === undefined) {
    const below = unnamedCommunity(rulebook, here, matter, at);
    return below ?? nothing('no-basic-duty', matter);
  }
  const withdrawn = local.find(
    ({ duty }) => duty.mode === 'WITHDRAWN' && axisOf(first.unit) === 'functional',
  );
  return {
    none: false,
    lead: first.unit.id,
    assisting: assistants(rulebook, [...local, ...functional], first.unit, place),
    level: first.unit.type === 'community' ? 'community' : 'beyond',
    because:
      withdrawn === undefined
        ? basicBecause(rulebook, first, matter)
        : withdrawnBecause(rulebook, withdrawn, first, matter),
    alternatives: others.map((other) => ({
      unit: other.unit.id,
      because: basicBecause(rulebook, other, matter),
    })),
  };
}

function claimants(
  rulebook: Rulebook,
  units: readonly Unit[],
  category: string,
  at: Instant,
): readonly Claimant[] {
  return units.flatMap((unit) => {
    const duty = dutyIn(rulebook, unit, category, at);
    return duty === null ? [] : [{ unit, duty }];
  });
}

function namedFirst(all: readonly Claimant[], named: Unit | null): readonly Claimant[] {
  const isNamed = ({ unit }: Claimant) => unit.id === named?.id;
  return [...all.filter(isNamed), ...all.filter((claimant) => !isNamed(claimant))];
}

/**
 * Everyone of the place's own chain who supports, and functional units that support this very
 * lead: a bureau helping one bureau does not help another in the same matter.
 */
function assistants(
  rulebook: Rulebook,
  all: readonly Claimant[],
  lead: Unit,
  place: UnitId,
): readonly UnitId[] {
  return all
    .filter(({ unit, duty }) => duty.mode === 'SUPPORT' && unit.id !== lead.id)
    .filter(
      ({ unit, duty }) =>
        axisOf(unit) === 'territorial' || leadNamedBy(rulebook, duty, place)?.id === lead.id,
    )
    .map(({ unit }) => unit.id);
}

/**
 * A matter of the community's own, told without naming the community: the street that was named
 * leads until it is found out, unless its own line says that it does not lead such a matter. Then
 * the desk finds it out, and sends it to the community itself.
 */
function unnamedCommunity(
  rulebook: Rulebook,
  here: Unit,
  matter: Category,
  at: Instant,
): Proposal | null {
  if (here.type !== 'street') return null;
  const duty = rulebook.duties.find(
    (line) =>
      line.category === matter.code &&
      line.mode === 'BASIC' &&
      validAt(line, at) &&
      (typeOfHolder(line.holder) === 'community' ||
        rulebook.units.some((unit) => unit.parent === here.id && isHolder(line.holder, unit))),
  );
  if (duty === undefined) return null;
  const own = dutyIn(rulebook, here, matter.code, at);
  if (own !== null && own.mode !== 'BASIC') return nothing('community-unnamed', matter, here);
  return {
    none: false,
    lead: here.id,
    assisting: [],
    level: 'beyond',
    because: communityUnnamedBecause(rulebook, { unit: here, duty }, matter),
    alternatives: [],
  };
}

function nothing(
  why: Extract<Proposal, { none: true }>['why'],
  matter?: Category,
  here?: Unit,
): Proposal {
  const reasons: Readonly<Record<typeof why, Text>> = {
    'no-rulebook': {
      zh: '当时没有生效的规则库，无法按清单提出主办单位。',
      en: 'No rulebook was in force at that time, so the duty list cannot name a lead unit.',
    },
    'unknown-category': {
      zh: '规则库中没有这一事项分类，请重新选择分类。',
      en: 'The rulebook has no such category. Choose another one.',
    },
    'unknown-place': {
      zh: '规则库中没有这个地点所在的单位，请重新选择社区或街道。',
      en: 'The rulebook knows no unit for this place. Choose the community or the street again.',
    },
    'community-unnamed': {
      zh: `“${matter?.name.zh ?? ''}”属社区基本履职事项，${here?.name.zh ?? ''}只是配合，而诉求没有说明在哪个社区。请问清所在社区，派给该社区并写明理由。`,
      en: `“${matter?.name.en ?? ''}” is a basic duty of the community, ${here?.name.en ?? ''} only supports, and no community was named. Find out which one it is, dispatch to it and give the reason.`,
    },
    'no-basic-duty': {
      zh: `履职事项清单没有写明“${matter?.name.zh ?? ''}”由谁基本履职，请派单员选定主办单位并写明理由。`,
      en: `The duty list does not say whose basic duty “${matter?.name.en ?? ''}” is. Choose a lead unit and give the reason.`,
    },
  };
  return { none: true, why, because: reasons[why] };
}
