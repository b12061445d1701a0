import type { Recorded } from '../../process.ts';
import type * as events from '../events.ts';
import type {
  CaseState,
  ReplyDraft,
  SponsorshipNote,
  Verification,
  WhistleNote,
} from '../state.ts';
import { commonOf } from './common.ts';
import { after, fromLedger, known } from './fault.ts';

const unchanged = (state: CaseState, event: { readonly type: string }): CaseState =>
  known(state, event);

/** Whether it meets a clock is told by a clock's event. */
export const Contacted: (state: CaseState, event: Recorded<events.Contacted>) => CaseState =
  unchanged;
export const Reminded: (state: CaseState, event: Recorded<events.Reminded>) => CaseState =
  unchanged;
export const Supervised: (state: CaseState, event: Recorded<events.Supervised>) => CaseState =
  unchanged;

/** The newest word on a whistle stands where the first one stood. */
export function WhistleNoted(state: CaseState, event: Recorded<events.WhistleNoted>): CaseState {
  const before = known(state, event);
  const { letGo: _letGo, ...data } = event.data;
  const note = { ...data, live: data.stage !== 'ended' };
  const whistles = withNote(before.whistles, note);
  if (before.status !== 'merged' || note.home !== event.stream) return { ...before, whistles };
  // Told of only after the merge, it is this case's all the same, and comes back with it.
  const own = { ...before.before, whistles: withNote(before.before.whistles, note) };
  return { ...before, whistles, before: own };
}

const withNote = (notes: readonly WhistleNote[], note: WhistleNote): readonly WhistleNote[] =>
  notes.some(({ whistle }) => whistle === note.whistle)
    ? notes.map((one) => (one.whistle === note.whistle ? note : one))
    : [...notes, note];

export function WhistleLeft(state: CaseState, event: Recorded<events.WhistleLeft>): CaseState {
  const before = known(state, event);
  const { whistle } = event.data;
  const without = (notes: readonly WhistleNote[]) => notes.filter((one) => one.whistle !== whistle);
  const whistles = without(before.whistles);
  // What is its own comes back with an unmerge; what only passed through does not.
  const passed = before.whistles.some(
    (one) => one.whistle === whistle && one.home !== event.stream,
  );
  return before.status === 'merged' && passed
    ? {
        ...before,
        whistles,
        before: { ...before.before, whistles: without(before.before.whistles) },
      }
    : { ...before, whistles };
}

/** A petition stays with the request it was made for: a merge takes it nowhere. */
export function PetitionNoted(state: CaseState, event: Recorded<events.PetitionNoted>): CaseState {
  const before = known(state, event);
  const note = event.data;
  const others = before.petitions.filter(({ petition }) => petition !== note.petition);
  const petitions = [...others, note];
  return before.status === 'merged'
    ? { ...before, petitions, before: { ...before.before, petitions } }
    : { ...before, petitions };
}

/** The newest word on a sponsorship stands where the first one stood. */
export function SponsorshipNoted(
  state: CaseState,
  event: Recorded<events.SponsorshipNoted>,
): CaseState {
  const before = known(state, event);
  const { news: _, ...note } = event.data;
  const sponsorships = withSponsorship(before.sponsorships, note);
  if (before.status !== 'merged' || note.home !== event.stream) return { ...before, sponsorships };
  const own = before.before;
  const kept = { ...own, sponsorships: withSponsorship(own.sponsorships, note) };
  return { ...before, sponsorships, before: kept };
}

const withSponsorship = (
  notes: readonly SponsorshipNote[],
  note: SponsorshipNote,
): readonly SponsorshipNote[] =>
  notes.some(({ sponsorship }) => sponsorship === note.sponsorship)
    ? notes.map((one) => (one.sponsorship === note.sponsorship ? note : one))
    : [...notes, note];

export function SponsorshipLeft(
  state: CaseState,
  event: Recorded<events.SponsorshipLeft>,
): CaseState {
  const before = known(state, event);
  const { sponsorship } = event.data;
  const without = (notes: readonly SponsorshipNote[]) =>
    notes.filter((one) => one.sponsorship !== sponsorship);
  const sponsorships = without(before.sponsorships);
  const passed = before.sponsorships.some(
    (one) => one.sponsorship === sponsorship && one.home !== event.stream,
  );
  if (before.status !== 'merged' || !passed) return { ...before, sponsorships };
  const own = before.before;
  return {
    ...before,
    sponsorships,
    before: { ...own, sponsorships: without(own.sponsorships) },
  };
}

export function ExtensionAsked(
  state: CaseState,
  event: Recorded<events.ExtensionAsked>,
): CaseState {
  const { number, clock, by, account, approver } = event.data;
  return {
    ...after(state, event, 'handling'),
    extension: { number, clock, by, account, approver, granted: null },
    extensionsAsked: number,
  };
}

export function ExtensionDecided(
  state: CaseState,
  event: Recorded<events.ExtensionDecided>,
): CaseState {
  const before = after(state, event, 'handling');
  const { newDueAt } = event.data;
  if (before.extension === null) throw new Error('case: an extension nobody asked for');
  const granted = newDueAt === null ? null : { newDueAt };
  return { ...before, extension: granted === null ? null : { ...before.extension, granted } };
}

export function ExtensionTold(state: CaseState, event: Recorded<events.ExtensionTold>): CaseState {
  const before = after(state, event, 'handling');
  return { ...before, extension: null, extensionsTold: before.extensionsTold + 1 };
}

export function ReplyDrafted(state: CaseState, event: Recorded<events.ReplyDrafted>): CaseState {
  const before = after(state, event, 'handling');
  const { number, reply, outcome, citation, account, steps } = event.data;
  const fresh = { draftedAt: event.occurredAt, agreed: [], sentBack: null };
  return { ...before, draft: { number, reply, outcome, citation, account, steps, ...fresh } };
}

export const ReplyAgreed = (state: CaseState, event: Recorded<events.ReplyAgreed>): CaseState =>
  withDraft(state, event, (draft) => {
    const { account, post } = event.data;
    return { ...draft, agreed: [...draft.agreed, { account, post, at: event.occurredAt }] };
  });

export const ReplySentBack = (state: CaseState, event: Recorded<events.ReplySentBack>): CaseState =>
  withDraft(state, event, (draft) => {
    const { step, reason } = event.data;
    return { ...draft, sentBack: { step, reason, at: event.occurredAt } };
  });

function withDraft(
  state: CaseState,
  event: { readonly type: string },
  change: (draft: ReplyDraft) => ReplyDraft,
): CaseState {
  const before = after(state, event, 'handling');
  if (before.draft === null) throw new Error(`case: ${event.type} without a draft`);
  return { ...before, draft: change(before.draft) };
}

export function Replied(state: CaseState, event: Recorded<events.Replied>): CaseState {
  const before = after(
    state,
    event,
    'handling',
    ...fromLedger(state, 'assigned', 'received', 'triaged'),
  );
  const { number, unit, reply, outcome, citation, verifier, attempts } = event.data;
  const callback = event.data.callback ?? 'us';
  const said = { number, unit, at: event.occurredAt, reply, outcome, cited: citation !== null };
  if (before.status === 'received' || before.status === 'triaged') {
    return { ...before, replies: [...before.replies, said] };
  }
  return {
    ...commonOf(before),
    status: 'replied',
    since: event.occurredAt,
    triage: before.triage,
    order: before.order,
    extension: null,
    replies: [...before.replies, said],
    verification: { verifier, attempts: 0, attemptsNeeded: attempts, callback, answer: null },
  };
}

export function Verified(state: CaseState, event: Recorded<events.Verified>): CaseState {
  const before = after(state, event, 'replied');
  const { by, reached, solved } = event.data;
  const given = before.verification.answer;
  // The person's own word stands above what another system says they said.
  const stands = by === 'upstream' && given?.by === 'person';
  const verification: Verification = {
    ...before.verification,
    attempts: before.verification.attempts + (reached ? 0 : 1),
    answer: solved === null || stands ? given : { by, solved },
  };
  return { ...before, verification };
}

export function SentBack(state: CaseState, event: Recorded<events.SentBack>): CaseState {
  const before = after(state, event, 'replied');
  return {
    ...commonOf(before),
    status: 'handling',
    since: event.occurredAt,
    triage: before.triage,
    order: before.order,
    draft: null,
  };
}
