import type { Because } from '../authority/because.ts';
import { mayAssist, mayLead } from '../authority/duty.ts';
import { type Proposal, propose } from '../authority/propose.ts';
import { chainOf, unitIn } from '../authority/units.ts';
import { liveOf } from '../clock/clock.ts';
import type { Refusal, UnitId } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import { refuse } from './refusals.ts';
import { handOn, meet, postOf, rule, type Scene, say, start, type Timed } from './scene.ts';
import type { Objected, Triage, Triaged } from './state.ts';

type Allocatable = Scene<Triaged | Objected>;

/** 派单: by the duty list, or against its proposal with a reason that is kept beside it. */
export const dispatch = rule('dispatch', {
  from: ['triaged'],
  decide({ lead, assisting, overrideReason }, scene) {
    const { state } = scene;
    if (state.ruler !== null) return refuse('case.ruling-needed', { returns: state.returns });
    const no = mayAllocate(scene, lead, assisting) ?? withinDesk(scene, lead);
    if (no !== null) return no;
    const proposal = proposalFor(scene);
    const proposed = proposal.none ? null : proposal.lead;
    const reason = overrideReason?.trim() ?? '';
    if (lead !== proposed && reason === '') {
      return refuse('case.override-reason-needed', { proposed: proposed ?? '', lead });
    }
    const dispatched = say('Dispatched', {
      order: state.orders + 1,
      lead,
      assisting,
      because: becauseOf(scene, lead, proposal),
      proposed,
      overrideReason: lead === proposed ? null : reason,
      binding: null,
    });
    return { events: [dispatched, ...meet(scene, 'dispatch'), ...allocated(scene, lead)] };
  },
});

/** 签收: the unit takes it, and with it the responsibility. */
export const signFor = rule('sign-for', {
  from: ['assigned'],
  decide(_data, scene) {
    const { order, lead } = scene.state.order;
    // Without a contact there is nobody to reach: the person finds the answer with the receipt.
    const reachable = scene.state.contact !== null;
    return {
      events: [
        say('SignedFor', { order, unit: lead }),
        ...meet(scene, 'sign-for'),
        ...(reachable ? start(scene, 'contact', lead) : []),
      ],
    };
  },
});

/** What the duty list says of this category in this place, now. */
export const proposalFor = ({ state, facts }: Allocatable): Proposal =>
  propose(facts.institution, state.triage.category, state.place.unit, facts.occurredAt);

/** Invariants 4 to 6: one lead that may lead, others that may assist, none of them twice. */
export function mayAllocate(
  { state, facts }: Scene & { readonly state: { readonly triage: Triage } },
  lead: UnitId,
  assisting: readonly UnitId[],
): { readonly refusal: Refusal } | null {
  const { category } = state.triage;
  const { institution, occurredAt } = facts;
  if (new Set([lead, ...assisting]).size !== assisting.length + 1) {
    return refuse('case.lead-assists-too', { lead });
  }
  const verdicts = [
    mayLead(institution, lead, category, occurredAt),
    ...assisting.map((unit) => mayAssist(institution, unit, category, occurredAt)),
  ];
  const no = verdicts.find((verdict) => !verdict.ok);
  return no === undefined || no.ok ? null : { refusal: no.refusal };
}

/** Outside its own territory a street's desk hands to the centre, which dispatches. */
function withinDesk(scene: Scene, lead: UnitId): { readonly refusal: Refusal } | null {
  const { law } = scene;
  const { unit } = postOf(scene);
  const own = unit === law.dispatch.centre || chainOf(law, lead).some(({ id }) => id === unit);
  return own ? null : refuse('case.beyond-desk', { desk: unit, lead });
}

/** Clocks of a new order: the lead signs; the promise to the person begins once and goes on. */
export function allocated(scene: Scene, lead: UnitId): Timed {
  const { state } = scene;
  const promised = state.status !== 'none' && liveOf(state.clocks, 'reply') !== undefined;
  return [
    ...start(scene, 'sign-for', lead),
    ...(promised ? [] : start(scene, 'reply', lead)),
    ...handOn(scene, lead, 'reply', 'upstream'),
  ];
}

/** Why this lead: the duty list's own sentence, or that a person designated it 指定承办. */
export function becauseOf(
  { law }: Allocatable,
  lead: UnitId,
  proposal: Proposal,
  citation: Citation = DESIGNATED,
): Because {
  if (!proposal.none) {
    if (proposal.lead === lead) return proposal.because;
    const other = proposal.alternatives.find(({ unit }) => unit === lead);
    if (other !== undefined) return other.because;
  }
  const name = unitIn(law, lead)?.name;
  if (name === undefined) throw new Error(`case: no unit ${lead}`);
  return {
    sentence: {
      zh: `由${name.zh}承办，系指定承办：${citation.text.zh}。`,
      en: `${name.en} was designated to lead: ${citation.text.en}.`,
    },
    duty: null,
    citation,
    catalogue: { rulebook: law.id, version: law.version },
  };
}

const DESIGNATED: Citation = {
  text: {
    zh: '履职事项清单未提出该单位，理由见派单记录',
    en: 'the duty list did not propose it, the reason is kept with the order',
  },
  illustrative: true,
};
