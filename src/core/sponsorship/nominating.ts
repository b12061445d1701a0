import { samePost } from '../authority/posts.ts';
import { holdsPower } from '../authority/power.ts';
import {
  type CaseState,
  isOpen as isCaseOpen,
  type Open as OpenCase,
  orderOf,
} from '../case/state.ts';
import { clockOf } from '../clock/clock.ts';
import type { Claim, Instant, Refusal, StreamId } from '../process.ts';
import { DAY } from '../time/civil.ts';
import { matterAbout, partsOf, topOf } from './access.ts';
import { blocksOf } from './blocked.ts';
import type { CommandOf } from './commands.ts';
import { type No, refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { capOf, misplaced, ownersOf, type Seats, sponsored, sponsoring, unfit } from './seats.ts';
import { type Asked, type Blocked, type Known, type Seat, seatOf } from './state.ts';

/** 逆向发包: the lower unit puts a matter up whose routine path is blocked. */
export const nominate = rule('nominate', {
  from: ['none'],
  atOnce: true,
  decide(data, tell) {
    const { law, post, facts } = tell;
    const matter = openCase(tell, data.case);
    if ('refusal' in matter) return matter;
    const nominator = post.unit;
    if (!isNear(matter, nominator)) return refuse('sponsorship.not-your-case', { unit: nominator });
    if (post.role !== 'unit_head') return refuse('sponsorship.heads-word-needed');
    const { reason, grounds, lead, liaison, sponsor } = data;
    const empty = textNeeded({ reason, grounds: grounds.reason });
    if (empty !== null) return empty;
    const blocked = blockOf(tell, data, matter);
    if ('refusal' in blocked) return blocked;
    const place = matter.place.unit;
    const seats = { sponsor, lead, liaison };
    const owners = ownersOf(law.law, matter, facts.occurredAt);
    const no =
      misplaced(law, seats, { nominator, place, owners }) ??
      unfit(seats, { case: data.case, units: [nominator, ...partsOf(matter)] }, facts);
    if (no !== null) return no;
    tell.say('SponsorshipNominated', {
      case: data.case,
      nominator,
      category: matter.triage?.category ?? null,
      title: matter.title,
      place,
      blocked,
      reason: reason.trim(),
      grounds: {
        ...grounds,
        reason: grounds.reason.trim(),
        ageDays: Math.floor((facts.occurredAt - matter.receivedAt) / DAY),
      },
      asked: sponsor,
      lead,
      liaison,
      shown: data.shown,
      rulebook: { id: law.law.id, version: law.law.version },
    });
    return ask(tell.claim(onCase(data.case)), sponsor);
  },
});

export const takeBack = rule('take-back', {
  from: ['nominated'],
  decide: ({ reason }, tell) => textNeeded({ reason }) ?? dropped(tell, reason.trim()),
});

/** It goes no further: whoever was asked owes no answer, and the case is free for another. */
export function dropped(tell: Telling, reason: string): Telling {
  tell.say('NominationTakenBack', { reason }).dropAll('taken-back');
  return tell.claim({ op: 'release', name: sponsored(tell.known.case) });
}

export const accept = rule('accept', {
  from: ['nominated'],
  atOnce: true,
  decide({ shown }, tell) {
    const { state, facts, post } = tell;
    const { actor } = facts;
    if (actor.kind !== 'staff' || state.asked === null)
      throw new Error('sponsorship: nobody asked');
    const { account } = state.asked;
    // A secretary enters for a leader who was named; who takes on what climbed does it themselves.
    if (account === null && !samePost(actor.post, post)) return refuse('sponsorship.whose-seat');
    return taken(tell, { account: account ?? actor.account, post }, 'accepted', shown);
  },
});

/** 不接: an ordinary answer. It goes further up, and nobody is blamed. */
export const pass = rule('pass', {
  from: ['nominated'],
  atOnce: true,
  decide: ({ reason }, tell) => textNeeded({ reason }) ?? climb(tell, reason.trim()),
});

/** Nobody on the list took it on: the head at the top names who does. */
export const designate = rule('designate', {
  from: ['nominated'],
  atOnce: true,
  decide({ sponsor, shown }, tell) {
    const { state } = tell;
    if (state.asked !== null) return refuse('sponsorship.still-asked');
    if (sponsor.post.role !== 'sponsor') {
      return refuse('sponsorship.not-above', { unit: sponsor.post.unit });
    }
    return taken(tell, sponsor, 'designated', shown);
  },
});

/** A leader has it: their place is taken, and the time runs on them. */
function taken(
  tell: Telling,
  sponsor: Seat,
  how: 'accepted' | 'designated',
  shown: number | null,
): Telling | { readonly refusal: Refusal } {
  const { known, law } = tell;
  const no = unfitWith(tell, { sponsor });
  if (no !== null) return no;
  const waited = known.clocks.filter(({ kind }) => kind === 'accept' || kind === 'designate');
  for (const { id } of waited) tell.meet(id);
  tell.say('SponsorshipAccepted', { sponsor, how, shown }).claim(place(tell, sponsor, shown));
  const { duration, citation } = law.sponsorship.term;
  return tell.start('term', sponsor.post.unit, { duration, citation });
}

/** A place among the leader's cases; the store's counter says whether one is left. */
export function place({ law }: Telling, { account, post }: Seat, shown: number | null): Claim {
  const cap = capOf(law.sponsorship, post.unit);
  return {
    op: 'take',
    name: sponsoring(account),
    limit: cap,
    full: refuse('sponsorship.sponsor-full', { cap, live: shown ?? cap }).refusal,
  };
}

/** The three with some of them changed. */
export const unfitWith = (tell: Telling, change: Partial<Seats>): No => {
  const { known, facts } = tell;
  const seats: Seats = { sponsor: null, lead: known.lead, liaison: known.liaison };
  const now = { ...seats, sponsor: seatOf(known, 'sponsor'), ...change };
  return unfit(now, matterAbout(known), facts);
};

/** To the next post of the rulebook's list, or, beyond it, to the head at the top. */
export function climb(tell: Telling, reason: string | null, at?: Instant): Telling {
  const { known, law } = tell;
  if (known.status !== 'nominated' || known.asked === null) return tell;
  const { post } = known.asked;
  const { within, citation, climb: posts } = law.sponsorship.accepting;
  const above = posts[known.climbed];
  const next = above === undefined ? null : { account: null, post: above };
  for (const { id } of known.clocks.filter(({ kind }) => kind === 'accept')) {
    if (reason === null) tell.drop(id, 'climbed', at);
    else tell.meet(id, at);
  }
  tell.say('NominationPassed', { by: post, reason, next }, at);
  return next === null
    ? tell.start('designate', topOf(law.law, known.nominator), { duration: within, citation })
    : ask(tell, next);
}

function ask(tell: Telling, { post }: Asked): Telling {
  const { within, citation } = tell.law.sponsorship.accepting;
  return tell.start('accept', post.unit, { duration: within, citation });
}

const onCase = (about: StreamId): Claim => ({
  op: 'take',
  name: sponsored(about),
  limit: 1,
  full: refuse('sponsorship.already-open', { case: about }).refusal,
});

/** The case it is about, as it was read; nobody sponsors one that is over. */
function openCase({ facts }: Telling, id: StreamId): OpenCase | { readonly refusal: Refusal } {
  const matter = facts.others.get(id) as CaseState | undefined;
  if (matter === undefined || matter.status === 'none') {
    return refuse('sponsorship.case-unknown', { case: id });
  }
  return isCaseOpen(matter) ? matter : refuse('sponsorship.case-ended', { status: matter.status });
}

/** Holds the case, leads it, or whistled about it: the lower unit that has it on its hands. */
const isNear = (matter: OpenCase, unit: string): boolean =>
  matter.holder === unit ||
  orderOf(matter)?.lead === unit ||
  matter.whistles.some(({ issuer }) => issuer === unit);

/** What was said to block it, found in the case itself; or why it is no block. */
function blockOf(
  tell: Telling,
  { blocked: said }: CommandOf<'nominate'>['data'],
  matter: OpenCase,
): Blocked | { readonly refusal: Refusal } {
  const { law, facts, post } = tell;
  if (said.kind !== 'ASKED') {
    const all = blocksOf(facts.institution, matter, facts.occurredAt, law.sponsorship);
    return (
      all.find(({ kind }) => kind === said.kind) ??
      refuse('sponsorship.not-blocked', { blocked: said.kind })
    );
  }
  const tried = said.tried.map((step) => step.trim()).filter((step) => step !== '');
  if (said.powers.length === 0) return refuse('sponsorship.no-power-named');
  for (const power of said.powers) {
    if (!law.law.powers.some(({ id }) => id === power)) {
      return refuse('sponsorship.unknown-power', { power });
    }
    const use = { place: matter.place.unit };
    if (holdsPower(facts.institution, post.unit, power, facts.occurredAt, use) !== null) {
      return refuse('sponsorship.power-held', { power, unit: post.unit });
    }
  }
  if (tried.length === 0) return refuse('sponsorship.own-steps-needed');
  return { kind: 'ASKED', powers: said.powers, tried };
}

/** The end date as it stands; null before there is one. */
export const endOf = ({ clocks }: Known): Instant | null =>
  clockOf(clocks, 'term-1')?.dueAt ?? null;
