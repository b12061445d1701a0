import { chainOf } from '../authority/units.ts';
import { type CaseState, isOpen, type Known as KnownCase, orderOf } from '../case/state.ts';
import type { Facts, StreamId, UnitId } from '../process.ts';
import { measureOf } from '../rulebook/supports.ts';
import { isRunning, type Known, type SponsorshipState } from '../sponsorship/state.ts';
import { providerOf } from './match.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';

/** Offers of a measure for one request are counted by it: as many at a time as the catalogue says. */
export const offerOf = (about: StreamId, measure: string): string => `support:${about}:${measure}`;

/** A measure of the catalogue is offered for an agreed need. Nothing is collected for it yet. */
export const offer = rule('offer', {
  from: ['none'],
  atOnce: true,
  decide({ case: about, sponsorship, measure: id, need, words }, tell) {
    const { facts, post } = tell;
    const matter = facts.others.get(about) as CaseState | undefined;
    if (matter === undefined || matter.status === 'none') {
      return refuse('support.case-unknown', { case: about });
    }
    if (!isOpen(matter)) return refuse('support.case-ended', { status: matter.status });
    const sponsored = sponsorship === null ? null : sponsoring(facts, sponsorship, about);
    if (sponsorship !== null && sponsored === null) {
      return refuse('support.sponsorship-unknown', { sponsorship });
    }
    if (!mayOffer(tell, matter, sponsored)) {
      return refuse('support.not-your-case', { unit: post.unit });
    }
    const { law } = tell.law;
    const measure = measureOf(law.supports, id);
    if (measure === undefined) return refuse('support.unknown-measure', { measure: id });
    if (!measure.needs.includes(need)) {
      return refuse('support.need-not-answered', { measure: id, need });
    }
    const place = matter.place.unit;
    const provider = providerOf(law, measure, place);
    if (provider === null) return refuse('support.no-provider', { measure: id });
    const { conditions, documents, within, citation } = measure;
    const full = { code: 'support.already-open', params: { measure: id } };
    tell.claim({ op: 'take', name: offerOf(about, id), limit: measure.most, full });
    tell.say('SupportOffered', {
      case: about,
      sponsorship,
      measure: id,
      need,
      by: post.unit,
      provider,
      category: matter.triage?.category ?? null,
      place,
      terms: { conditions, documents, within, citation },
      words,
      rulebook: { id: law.id, version: law.version },
    });
    return ask(tell);
  },
});

/**
 * Who handles the matter, leads it in the department whose it is, or keeps contact where the person
 * lives.
 */
function mayOffer(
  { law: { law }, post: { unit, role } }: Telling,
  matter: KnownCase,
  sponsored: Known | null,
): boolean {
  if (sponsored !== null && seatedIn(sponsored).includes(unit)) return true;
  if (role === 'liaison') return chainOf(law, matter.place.unit).some(({ id }) => id === unit);
  return unit === matter.holder || unit === orderOf(matter)?.lead;
}

const seatedIn = ({ lead, liaison }: Known): readonly UnitId[] => [
  lead.post.unit,
  liaison.post.unit,
];

/** The sponsorship that a leader has of this very case; null for any other. */
function sponsoring({ others }: Facts, id: StreamId, about: StreamId): Known | null {
  const state = others.get(id) as SponsorshipState | undefined;
  return state !== undefined && isRunning(state) && state.case === about ? state : null;
}

/** The person has the rulebook's time to answer; who offered it looks to it, and owes nothing. */
export function ask(tell: Telling): Telling {
  const { window: duration, citation } = tell.law.support.answer;
  return tell.start('support-answer', tell.known.manager, { duration, citation });
}

/** It is over: what still ran is no longer owed, and the measure may be offered anew. */
export function over(tell: Telling, reason: string, at = tell.facts.occurredAt): Telling {
  const { case: about, measure } = tell.known;
  return tell.dropAll(reason, at).claim({ op: 'release', name: offerOf(about, measure) });
}

/** Before the person has answered; afterwards only its provider can say that it cannot be. */
export const takeBack = rule('take-back', {
  from: ['offered'],
  atOnce: true,
  decide: ({ reason }, tell) => over(tell.say('OfferTakenBack', { reason }), 'taken-back'),
});
