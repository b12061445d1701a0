import type { Facts, Instant } from '../process.ts';
import { type Answer, type Data, no, says } from './answer.ts';
import type { AdoptedRulebook, Draft, Editor, InstitutionEvent } from './events.ts';
import type { InstitutionState, Lawful, Proposal } from './state.ts';

/** The installation gives an institution its first law, which may lie back: it had one before. */
export function adopt(data: Data<'adopt-rulebook'>, state: InstitutionState): Answer {
  if (state.status === 'lawful') {
    const known = state.rulebooks.some((other) => isSameVersion(other, data));
    return known ? no('institution.version-taken', named(data)) : no('institution.founded-already');
  }
  const objection = complete(data, state);
  if (objection !== null) return objection;
  const both = { proposal: null, proposedBy: 'setup', approvedBy: 'setup' } as const;
  return says({ type: 'RulebookAdopted', v: 2, data: { ...data, ...both } });
}

export function propose(data: Data<'propose-rulebook'>, state: Lawful, facts: Facts): Answer {
  if (state.proposals.some(({ proposal }) => proposal === data.proposal)) {
    return no('institution.id-taken', { id: data.proposal });
  }
  const objection = complete(data, state) ?? fits(data, state, facts.now);
  if (objection !== null) return objection;
  if (open(state).some((other) => isSameVersion(other, data))) {
    return no('institution.version-taken', named(data));
  }
  const base = baseAt(state.rulebooks, data.effectiveFrom)?.hash ?? '';
  const proposed = { ...data, base, proposedBy: editorOf(facts) };
  return says({ type: 'RulebookProposed', v: 1, data: proposed });
}

/**
 * What others proposed against the law as it stood would silently undo this version: it is overtaken
 * in the same write, and whoever still wants it proposes it again on what stands now.
 */
export function approve({ proposal: id }: Data<'approve-rulebook'>, state: Lawful, facts: Facts) {
  return onOpen(id, state, (proposed): Answer => {
    const approvedBy = editorOf(facts);
    if (isSamePerson(proposed.proposedBy, approvedBy)) return no('institution.same-person');
    const objection = fits(proposed, state, facts.now);
    if (objection !== null) return objection;
    const { hash, id: rulebook, version, effectiveFrom, calendar, evidence } = proposed;
    const draft: Draft = { hash, id: rulebook, version, effectiveFrom, calendar, evidence };
    const after = [...state.rulebooks, draft];
    const overtaken = open(state)
      .filter((other) => other.proposal !== id)
      .filter((other) => baseAt(after, other.effectiveFrom)?.hash !== other.base);
    return says(
      {
        type: 'RulebookAdopted',
        v: 2,
        data: { ...draft, proposal: id, proposedBy: proposed.proposedBy, approvedBy },
      },
      ...overtaken.map(
        (other): InstitutionEvent => ({
          type: 'ProposalOvertaken',
          v: 1,
          data: { proposal: other.proposal, version },
        }),
      ),
    );
  });
}

export function turnDown(data: Data<'turn-down-rulebook'>, state: Lawful, facts: Facts): Answer {
  if (data.reason.trim() === '') return no('institution.incomplete', { field: 'reason' });
  return onOpen(data.proposal, state, ({ proposedBy }) => {
    const by = editorOf(facts);
    if (isSamePerson(proposedBy, by)) return no('institution.same-person');
    return says({ type: 'ProposalTurnedDown', v: 1, data: { ...data, by } });
  });
}

export function takeBack(data: Data<'take-back-rulebook'>, state: Lawful, facts: Facts): Answer {
  return onOpen(data.proposal, state, ({ proposedBy }) =>
    isSamePerson(proposedBy, editorOf(facts))
      ? says({ type: 'ProposalTakenBack', v: 1, data })
      : no('institution.not-proposer', { proposal: data.proposal }),
  );
}

function onOpen(id: string, state: Lawful, decide: (proposal: Proposal) => Answer): Answer {
  const found = state.proposals.find(({ proposal }) => proposal === id);
  if (found === undefined) return no('institution.not-found', { id });
  if (found.end === null) return decide(found);
  return no('institution.proposal-closed', { proposal: id, end: found.end.kind });
}

function complete({ evidence, calendar }: Draft, state: InstitutionState): Answer | null {
  if (evidence.trim() === '') return no('institution.incomplete', { field: 'evidence' });
  return state.calendars.some(({ id }) => id === calendar)
    ? null
    : no('institution.calendar-unknown', { calendar });
}

/** Asked when it is proposed, and again when it is approved: time went on, others came first. */
function fits(draft: Draft, { rulebooks }: Lawful, now: Instant): Answer | null {
  const { effectiveFrom } = draft;
  if (rulebooks.some((other) => isSameVersion(other, draft))) {
    return no('institution.version-taken', named(draft));
  }
  if (effectiveFrom < now) return no('institution.not-forward', { effectiveFrom, now });
  const rival = rulebooks.find((other) => other.effectiveFrom === effectiveFrom);
  return rival === undefined ? null : no('institution.instant-taken', { version: rival.version });
}

/** The version in force at an instant, of any order. */
function baseAt(rulebooks: readonly AdoptedRulebook[], at: Instant): AdoptedRulebook | undefined {
  return rulebooks
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .toSorted((a, b) => a.effectiveFrom - b.effectiveFrom)
    .at(-1);
}

const open = ({ proposals }: Lawful): readonly Proposal[] =>
  proposals.filter(({ end }) => end === null);

const isSameVersion = (a: AdoptedRulebook, b: AdoptedRulebook): boolean =>
  a.id === b.id && a.version === b.version;

const named = ({ id, version }: AdoptedRulebook) => ({ id, version });

function editorOf({ actor }: Facts): Editor {
  return actor.kind === 'staff' ? { account: actor.account, post: actor.post } : 'setup';
}

function isSamePerson(a: Editor, b: Editor): boolean {
  return a !== 'setup' && b !== 'setup' && a.account === b.account;
}
