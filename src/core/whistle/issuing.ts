import { postsEntering } from '../authority/acting.ts';
import { samePost } from '../authority/posts.ts';
import { holdsPower } from '../authority/power.ts';
import { chainOf } from '../authority/units.ts';
import {
  type CaseState,
  isOpen as isCaseOpen,
  type NotTheirs,
  type Open as OpenCase,
  orderOf,
} from '../case/state.ts';
import type { Instant, Post, Refusal, StreamId, UnitId } from '../process.ts';
import type { WhistleLevel } from '../rulebook/rulebook.ts';
import { type Call, callOf } from './calling.ts';
import type { CommandOf } from './commands.ts';
import type { Load } from './events.ts';
import { holds } from './holding.ts';
import { refuse, textNeeded } from './refusals.ts';
import { levelOf, rule, type Telling, termsOf } from './scene.ts';
import { type CallOut, isOpen, wasStoodDown } from './state.ts';
import type { Screened } from './words.ts';

/** A whistle is screened once. */
const SCREEN = 'screen-1';

type No = { readonly refusal: Refusal } | null;

/**
 * 吹哨: names the powers the issuer lacks and what it tried itself, and calls units that hold them
 * (invariants 21 and 22). Their places are taken from the proposal on, so that nothing can stand in
 * the way of its going out, whoever screens it or fails to.
 */
export const propose = rule('propose', {
  from: ['none'],
  atOnce: true,
  decide(data, tell) {
    const { law, post } = tell;
    const level = levelOf(law.whistle, data.kind, data.level);
    if (level === undefined) {
      return refuse('whistle.unknown-level', { kind: data.kind, level: data.level });
    }
    const matter = openCase(tell, data.case);
    if ('refusal' in matter) return matter;
    const issuer = post.unit;
    if (!isNear(tell, matter, issuer)) return refuse('whistle.not-your-case', { unit: issuer });
    const place = matter.place.unit;
    const tried = data.tried.map((step) => step.trim()).filter((step) => step !== '');
    const no =
      withoutCoordination(tell, issuer) ??
      wrongPowers(tell, data.missing, level, { issuer, place }) ??
      (tried.length === 0 && data.kind !== 'EMERGENCY' ? refuse('whistle.own-steps-needed') : null);
    if (no !== null) return no;
    const ruled = ruledOf(matter);
    const called = callsFor(tell, data, { missing: data.missing, place, ruled });
    if ('refusal' in called) return called;
    const twice = calledElsewhere(tell, matter, called.calls);
    if (twice !== null) return twice;

    const screener = screenerOf(tell, level, issuer);
    const own = screener === null || (samePost(screener, post) && isTheirs(tell, screener));
    tell.say('WhistleProposed', {
      case: data.case,
      kind: data.kind,
      level: data.level,
      issuer,
      category: matter.triage?.category ?? null,
      title: matter.title,
      place,
      urgency: matter.triage?.urgency ?? null,
      missing: data.missing,
      tried,
      calls: called.calls,
      override: called.override,
      shown: data.shown,
      screener: own ? null : screener,
      rulebook: { id: law.law.id, version: law.law.version },
    });
    take(tell, called.calls, called.override);
    if (!own && level.screen !== null) {
      return tell.start('screen', screener.unit, {
        duration: level.screen.within,
        citation: level.citation,
      });
    }
    return goOut(tell, screener === null ? 'not-needed' : 'screened');
  },
});

/** Somebody who answers for the issuer looks at it before anyone is called. */
export const screen = rule('screen', {
  from: ['proposed'],
  atOnce: true,
  decide({ issue, reason }, tell) {
    const { actor, onBehalfOf } = tell.facts;
    const again = actor.kind === 'staff' && actor.account === tell.state.proposer;
    // Whoever holds the post has one judgement; who only enters for it has none to add.
    if (again && onBehalfOf !== undefined) return refuse('whistle.no-second-look');
    if (issue) {
      const [lost] = lostPower(tell, tell.facts.occurredAt);
      if (lost !== undefined) return refuse('whistle.unit-without-power', { unit: lost.unit });
      return goOut(tell.meet(SCREEN), 'screened');
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { unit } = tell.post;
    tell.say('WhistleDeclined', { unit, reason: reason.trim() }).meet(SCREEN);
    return freeAll(tell);
  },
});

export const takeBack = rule('take-back', {
  from: ['proposed'],
  decide: ({ reason }, tell) => textNeeded({ reason }) ?? withdrawn(tell, reason.trim()),
});

/** The proposal is off: nobody was called, and the places it held are free. */
export function withdrawn(tell: Telling, reason: string, at = tell.facts.occurredAt): Telling {
  return freeAll(tell.say('WhistleTakenBack', { reason }, at).dropAll('taken-back', at));
}

/** What an emergency skipped, within the rulebook's time (invariant 21). */
export const file = rule('file', {
  from: ['issued'],
  decide({ tried }, tell) {
    if (tell.state.tried.length > 0) return refuse('whistle.already-filed');
    const told = tried.map((step) => step.trim()).filter((step) => step !== '');
    if (told.length === 0) return refuse('whistle.own-steps-needed');
    return tell.say('Filed', { tried: told }).meet('filing-1');
  },
});

/** Further units, when one that was called did not come or was not the right one. */
export const call = rule('call', {
  from: ['issued'],
  atOnce: true,
  decide(data, tell) {
    const { state } = tell;
    const { missing, place, issuer } = state;
    if (data.case !== state.case) return refuse('whistle.case-unknown', { case: data.case });
    const matter = openCase(tell, data.case);
    if ('refusal' in matter) return matter;
    const no = withoutCoordination(tell, issuer);
    if (no !== null) return no;
    const ruled = [...ruledOf(matter), ...ruledHere(tell)];
    const called = callsFor(tell, data, { missing, place, ruled }, 'some');
    if ('refusal' in called) return called;
    const live = state.callOuts.find(
      (one) => one.status !== 'released' && called.calls.some(({ unit }) => unit === one.unit),
    );
    if (live !== undefined) return refuse('whistle.called-twice', { unit: live.unit });
    const twice = calledElsewhere(tell, matter, called.calls);
    if (twice !== null) return twice;
    const again = data.again?.trim() || null;
    const before = state.callOuts.filter(wasStoodDown).map(({ unit }) => unit);
    const back = called.calls.find(({ unit }) => before.includes(unit));
    if (back !== undefined && again === null) {
      return refuse('whistle.stood-down-before', { unit: back.unit });
    }
    take(tell, called.calls, called.override);
    return callOut(tell, { ...called, shown: data.shown, again: { reason: again, before } });
  },
});

/** Whoever is to be called and has lost the powers it was to be called for. */
const lostPower = (tell: Telling, at: Instant): readonly Call[] =>
  tell.known.calls.filter((one) => stillCalled(tell, one, at) === null);

const stillCalled = (
  { facts, known }: Telling,
  { unit, powers }: Call,
  at: Instant,
): Call | null => {
  const asked = powers.map(({ power }) => power);
  return callOf(facts.institution, unit, asked, { place: known.place, at });
};

/**
 * Issued: every unit's clocks begin, and so does the issuer's own. Whoever lost the power while
 * nobody screened it is not called (invariant 22); with nobody left there is nothing to issue.
 */
export function goOut(tell: Telling, how: Screened, at = tell.facts.occurredAt): Telling {
  const level = termsOf(tell);
  const { issuer, kind, tried, override } = tell.known;
  const calls = tell.known.calls.flatMap((one) => stillCalled(tell, one, at) ?? []);
  if (calls.length === 0) return withdrawn(tell, 'no-power-left', at);
  for (const { unit } of lostPower(tell, at)) free(tell, unit);
  tell.say('WhistleIssued', { how, calls }, at);
  if (kind === 'EMERGENCY' && tried.length === 0) {
    const { filing } = tell.law.whistle;
    tell.start('filing', issuer, { duration: filing, citation: level.citation });
  }
  callOut(tell, { calls, override }, at);
  const { conclude, citation } = level;
  return tell.start('conclude', issuer, { duration: conclude, citation });
}

interface Called {
  readonly calls: readonly Call[];
  readonly override: string | null;
  /** Of the first ones the proposal says it. */
  readonly shown?: readonly Load[];
  /** Why those stood down before are called once more. */
  readonly again?: { readonly reason: string | null; readonly before: readonly UnitId[] };
}

function callOut(
  tell: Telling,
  { calls, override, shown = [], again }: Called,
  at = tell.facts.occurredAt,
): Telling {
  const { sign, reportIn, citation } = termsOf(tell);
  for (const one of calls) {
    const n = tell.known.callOuts.length + 1;
    const seen = shown.find(({ unit }) => unit === one.unit)?.live ?? null;
    const once = again?.before.includes(one.unit) === true ? again.reason : null;
    tell.say('CalledOut', { ...one, callOut: n, override, shown: seen, again: once }, at);
    tell.start('sign', one.unit, { duration: sign, citation });
    tell.start('report-in', one.unit, { duration: reportIn, citation });
  }
  return tell;
}

/** The law's own word for a unit's place in the queue of those that call it (invariant 28). */
export const placeOf = (unit: UnitId): string => `call-out:${unit}`;

/** A unit comes to one matter once, whoever calls it there: two that call it at once are one too many. */
export const comingTo = (about: StreamId, unit: UnitId): string => `called:${about}:${unit}`;

/** More than any unit is ever called: an override and an emergency take a place beyond capacity. */
export const UNBOUNDED = 1_000_000;

function take(tell: Telling, calls: readonly Call[], override: string | null): void {
  const { capacity } = tell.law.whistle;
  const unbounded = override !== null || tell.known.kind === 'EMERGENCY';
  for (const { unit } of calls) {
    const own = capacity.units[unit] ?? capacity.usual;
    tell.claim({
      op: 'take',
      name: placeOf(unit),
      limit: unbounded ? UNBOUNDED : own,
      full: refuse('whistle.capacity-full', { unit, capacity: own }).refusal,
    });
    tell.claim({
      op: 'take',
      name: comingTo(tell.known.case, unit),
      limit: 1,
      full: refuse('whistle.already-called', { unit }).refusal,
    });
  }
}

/** Nothing more is asked of the unit. */
export function release(tell: Telling, { n, unit }: CallOut, at = tell.facts.occurredAt): Telling {
  return free(tell.say('Released', { callOut: n, unit }, at), unit);
}

/** The issuer no longer asks it of the unit; a miss that was told stays told. */
export function standDown(tell: Telling, callOut: CallOut, reason: string): Telling {
  if (callOut.objection !== null) tell.drop(callOut.objection.clock, 'stood-down');
  tell.say('StoodDown', { callOut: callOut.n, unit: callOut.unit, reason });
  tell.drop(callOut.sign, 'stood-down').drop(callOut.reportIn, 'stood-down');
  return release(tell, callOut);
}

/** Everything still waited for is called off, because there is nothing left to come for. */
export function standAllDown(tell: Telling, reason: string): Telling {
  for (const callOut of tell.known.callOuts) {
    if (isOpen(callOut)) standDown(tell, callOut, reason);
    else if (callOut.status !== 'released') release(tell, callOut);
  }
  return tell;
}

function freeAll(tell: Telling): Telling {
  for (const { unit } of tell.known.calls) free(tell, unit);
  return tell;
}

const free = (tell: Telling, unit: UnitId): Telling =>
  tell
    .claim({ op: 'release', name: placeOf(unit) })
    .claim({ op: 'release', name: comingTo(tell.known.case, unit) });

/** Holds the case, received it, leads it, triages it, or governs the place it lies in. */
function isNear(
  { law }: Telling,
  matter: Exclude<CaseState, { status: 'none' }>,
  unit: UnitId,
): boolean {
  const parts = [matter.holder, matter.receivedBy, matter.desk, orderOf(matter)?.lead];
  return parts.includes(unit) || chainOf(law.law, matter.place.unit).some(({ id }) => id === unit);
}

/** To whistle is to coordinate: the superior's power, handed on for a time (invariant 24). */
export function withoutCoordination({ facts, law }: Telling, unit: UnitId): No {
  const { coordination } = law.whistle.delegated;
  return holds(facts, unit, coordination)
    ? null
    : refuse('whistle.no-coordination', { unit, power: coordination });
}

function wrongPowers(
  { facts, law }: Telling,
  missing: readonly string[],
  level: WhistleLevel,
  { issuer, place }: { readonly issuer: UnitId; readonly place: UnitId },
): No {
  if (missing.length === 0) return refuse('whistle.no-power-named');
  for (const power of missing) {
    if (!law.law.powers.some(({ id }) => id === power)) {
      return refuse('whistle.unknown-power', { power });
    }
    if (level.powers.length > 0 && !level.powers.includes(power)) {
      return refuse('whistle.power-not-at-level', { power, kind: level.kind, level: level.level });
    }
    if (holdsPower(facts.institution, issuer, power, facts.occurredAt, { place }) !== null) {
      return refuse('whistle.power-held', { power, unit: issuer });
    }
  }
  return null;
}

type Asked = Pick<CommandOf<'call'>['data'], 'units' | 'override'>;
interface About {
  readonly missing: readonly string[];
  readonly place: UnitId;
  readonly ruled: readonly Ruled[];
}

/** Powers that a ruling on this case took out of what a unit may be called for, and by which whistle. */
type Ruled = NotTheirs & { readonly whistle: StreamId };

const ruledOf = ({ whistles }: OpenCase): readonly Ruled[] =>
  whistles.flatMap(({ whistle, notTheirs }) => notTheirs.map((one) => ({ ...one, whistle })));

/** The case hears of a ruling only after it was given here. */
const ruledHere = ({ facts, known }: Telling): readonly Ruled[] =>
  known.callOuts
    .filter(({ notTheirs }) => notTheirs)
    .map(({ unit, powers }) => ({
      unit,
      powers: powers.map(({ power }) => power),
      whistle: facts.stream,
    }));

/** Each unit with the powers it is called for; every missing power must be called for by somebody. */
function callsFor(
  { facts }: Telling,
  { units, override }: Asked,
  { missing, place, ruled }: About,
  powers: 'every' | 'some' = 'every',
): Called | { readonly refusal: Refusal } {
  if (units.length === 0) return refuse('whistle.nobody-called');
  const twice = units.find((unit, n) => units.indexOf(unit) !== n);
  if (twice !== undefined) return refuse('whistle.called-twice', { unit: twice });
  const calls: Call[] = [];
  for (const unit of units) {
    const theirs = (powers: readonly string[]) =>
      callOf(facts.institution, unit, powers, { place, at: facts.occurredAt });
    const rulings = ruled.filter((ruling) => ruling.unit === unit);
    const out = (power: string) => rulings.some(({ powers }) => powers.includes(power));
    const one = theirs(missing.filter((power) => !out(power)));
    if (one === null) {
      const [held] = theirs(missing)?.powers ?? [];
      if (held === undefined) return refuse('whistle.unit-without-power', { unit });
      const { power } = held;
      const whistle = rulings.find(({ powers }) => powers.includes(power))?.whistle ?? '';
      return refuse('whistle.ruled-not-theirs', { unit, power, whistle });
    }
    calls.push(one);
  }
  const uncalled = missing.find(
    (power) => !calls.some((one) => one.powers.some((held) => held.power === power)),
  );
  if (uncalled !== undefined && powers === 'every') {
    return refuse('whistle.power-uncalled', { power: uncalled });
  }
  const why = override?.trim() ?? null;
  if (why === '') return refuse('whistle.text-needed', { field: 'override' });
  return { calls, override: why };
}

/** The case it is about, as it was read; nobody is called to one that is over. */
function openCase({ facts }: Telling, id: StreamId): OpenCase | { readonly refusal: Refusal } {
  const matter = facts.others.get(id) as CaseState | undefined;
  if (matter === undefined || matter.status === 'none') {
    return refuse('whistle.case-unknown', { case: id });
  }
  return isCaseOpen(matter) ? matter : refuse('whistle.case-ended', { status: matter.status });
}

/** Where the case knows of it already, the refusal says by which whistle; the claim holds besides. */
function calledElsewhere({ facts }: Telling, { whistles }: OpenCase, calls: readonly Call[]): No {
  for (const { whistle, live, units } of whistles) {
    const twice = calls.find(({ unit }) => units.includes(unit));
    if (live && whistle !== facts.stream && twice !== undefined) {
      return refuse('whistle.already-called', { unit: twice.unit, whistle });
    }
  }
  return null;
}

/** It is the actor's own post, or one they stand in for; to enter something for it is not to hold it. */
const isTheirs = ({ facts }: Telling, post: Post): boolean =>
  facts.actor.kind === 'staff' &&
  postsEntering(facts, facts.actor.post).some((own) => samePost(own, post));

function screenerOf({ law }: Telling, { screen: by }: WhistleLevel, issuer: UnitId): Post | null {
  if (by === null) return null;
  const street = chainOf(law.law, issuer).find(({ type }) => type === 'street')?.id;
  const units = { issuer, street: street ?? issuer, centre: law.law.dispatch.centre };
  return { unit: units[by.by], role: by.role };
}
