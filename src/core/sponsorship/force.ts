import { mayPass } from '../authority/power.ts';
import { isBeneath, unitIn } from '../authority/units.ts';
import type { Instant, UnitId } from '../process.ts';
import { termOf } from './extension.ts';
import { holds, holdsHere } from './holding.ts';
import { type No, refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { type Held, type Member, partners, RUNNING, type TaskForce } from './state.ts';

/** 工作专班: whoever holds what the matter needs, with a mandate and an end; over when the case is. */
export const convene = rule('convene', {
  from: RUNNING,
  atOnce: true,
  decide({ mandate, powers, until, members }, tell) {
    const { law, facts } = tell;
    if (forceOf(tell) !== null) return refuse('sponsorship.already-convened');
    if (members.length === 0) return refuse('sponsorship.no-members');
    const unknown = powers.find((power) => !law.law.powers.some(({ id }) => id === power));
    if (unknown !== undefined) return refuse('sponsorship.unknown-power', { power: unknown });
    const no = textNeeded({ mandate }) ?? wrongEnd(tell, until);
    if (no !== null) return no;
    for (const [n, member] of members.entries()) {
      const twice = members.findIndex(({ unit }) => unit === member.unit) < n;
      if (twice) return refuse('sponsorship.member-twice', { unit: member.unit });
      const wrong = wrongMember(tell, member);
      if (wrong !== null) return wrong;
    }
    void facts;
    return tell.say('ForceConvened', { mandate: mandate.trim(), powers, until, members });
  },
});

export const addMember = rule('add-member', {
  from: RUNNING,
  atOnce: true,
  decide(member, tell) {
    const force = forceOf(tell);
    if (force === null) return refuse('sponsorship.no-force');
    if (force.members.some(({ unit }) => unit === member.unit)) {
      return refuse('sponsorship.member-twice', { unit: member.unit });
    }
    return wrongMember(tell, member) ?? tell.say('MemberJoined', member);
  },
});

/** What it promised stays promised. */
export const releaseMember = rule('release-member', {
  from: RUNNING,
  atOnce: true,
  decide({ unit, reason }, tell) {
    const force = forceOf(tell);
    if (force === null) return refuse('sponsorship.no-force');
    if (!force.members.some((member) => member.unit === unit)) {
      return refuse('sponsorship.not-member', { unit });
    }
    return textNeeded({ reason }) ?? tell.say('MemberLeft', { unit, reason: reason.trim() });
  },
});

/**
 * 授权到案: a power of the sponsor's own unit, for this case and a time, to a unit that sits at its
 * table. What the law pins to a body stays there; what it lets be entrusted is entrusted by its way.
 */
export const delegate = rule('delegate', {
  from: RUNNING,
  atOnce: true,
  decide({ power: id, to, until }, tell) {
    const { state, law, facts } = tell;
    const power = law.law.powers.find((one) => one.id === id);
    if (power === undefined) return refuse('sponsorship.unknown-power', { power: id });
    if (power.delegable === 'no') return refuse('sponsorship.power-pinned', { power: id });
    if (power.delegable === 'statutory') {
      return refuse('sponsorship.entrust-by-statute', { power: id });
    }
    const from = state.sponsor.post.unit;
    if (!holds(facts, from, id))
      return refuse('sponsorship.power-not-held', { power: id, unit: from });
    if (!partners(state).includes(to)) return refuse('sponsorship.not-member', { unit: to });
    if (!mayPass(law.law, power, from, to) || !isBeneath(law.law, to, from)) {
      return refuse('sponsorship.not-beneath', { unit: to });
    }
    const { citation } = power;
    const n = state.powers.length + 1;
    return (
      wrongEnd(tell, until) ??
      tell.say('PowerDelegated', { n, power: id, from, to, until, citation })
    );
  },
});

/** The task force while its time runs; null where none is convened, or it is over. */
export function forceOf({ known, facts }: Telling): TaskForce | null {
  const { force } = known as Held;
  return force !== null && facts.now < force.until ? force : null;
}

/** Nothing lasts beyond the sponsorship's own end date. */
function wrongEnd(tell: Telling, until: Instant): No {
  const endsAt = termOf(tell).dueAt;
  if (until <= tell.facts.now) return refuse('sponsorship.due-in-past', { dueAt: until });
  return until > endsAt ? refuse('sponsorship.past-end', { dueAt: until, latest: endsAt }) : null;
}

function wrongMember(tell: Telling, { unit, power }: Member): No {
  if (unitIn(tell.law.law, unit) === null) return refuse('sponsorship.unknown-unit', { unit });
  return power === null ? null : withoutPower(tell, unit, power);
}

/** Whoever is to use a power must hold it, by the law or for this case. */
export function withoutPower(tell: Telling, unit: UnitId, power: string): No {
  return holdsHere(tell, unit, power) === null
    ? refuse('sponsorship.unit-without-power', { unit, power })
    : null;
}
