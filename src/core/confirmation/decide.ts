import { rulebookAt } from '../authority/institution.ts';
import { isRecused, postsOf, samePost } from '../authority/posts.ts';
import type { Decision, Facts, Post } from '../process.ts';
import type { ConfirmationCommand } from './commands.ts';
import type { ConfirmationEvent } from './events.ts';
import type { ConfirmationRefusal } from './refusals.ts';
import type { Awaited, ConfirmationState } from './state.ts';

type Answer = Decision<ConfirmationEvent>;

const no = (code: ConfirmationRefusal, params: Readonly<Record<string, string>> = {}): Answer => ({
  refusal: { code, params },
});
const says = (event: ConfirmationEvent): Answer => ({ events: [event] });

export function decide(
  command: ConfirmationCommand,
  state: ConfirmationState,
  facts: Facts,
): Answer {
  if (command.type === 'await') {
    if (facts.actor.kind !== 'machine') return no('confirmation.not-yours');
    return state.status === 'none'
      ? says({ type: 'ConfirmationAwaited', v: 1, data: command.data })
      : no('confirmation.exists');
  }
  if (state.status === 'none') return no('confirmation.unknown');
  if (command.type === 'note-erased') {
    return facts.actor.kind === 'machine'
      ? says({ type: 'TextsErased', v: 1, data: command.data })
      : no('confirmation.not-yours');
  }
  if (hasInterest(state, facts)) return no('confirmation.recused');
  if (command.type === 'note-contest') return note(command.data.note, state, facts);
  const account = speakerFor(state.post, facts);
  if (account === null) return no('confirmation.not-yours');
  if (account === state.by.account) return no('confirmation.own-entry');
  if (state.status !== 'awaiting') return no('confirmation.over', { status: state.status });
  if (command.type === 'confirm') return says({ type: 'EntryConfirmed', v: 1, data: { account } });
  return contest(command.data.reason, account, facts);
}

function contest(reason: string, account: string, { institution, occurredAt }: Facts): Answer {
  if (reason.trim() === '') return no('confirmation.text-needed', { field: 'reason' });
  const law = rulebookAt(institution, occurredAt);
  if (law === null) throw new Error('confirmation: something was entered under no rulebook');
  const supervisor: Post = { unit: law.dispatch.centre, role: 'supervisor' };
  return says({
    type: 'EntryContested',
    v: 1,
    data: { account, reason: reason.trim(), supervisor },
  });
}

function note(text: string, state: Awaited, facts: Facts): Answer {
  if (state.status !== 'contested') return no('confirmation.not-contested');
  const account = speakerFor(state.contest.supervisor, facts);
  if (account === null) return no('confirmation.not-yours');
  if (account === state.by.account) return no('confirmation.own-entry');
  if (text.trim() === '') return no('confirmation.text-needed', { field: 'note' });
  return says({ type: 'ContestNoted', v: 1, data: { note: text.trim() } });
}

function hasInterest(
  { about, stream, place, post }: Awaited,
  { actor, institution, now }: Facts,
): boolean {
  const matter = { case: about ?? stream, units: [place, post.unit] };
  return actor.kind === 'staff' && isRecused(institution, actor.account, matter, now);
}

/** The account, when it speaks as that post itself: one's own, or one stood in for, now and then. */
function speakerFor(post: Post, facts: Facts): string | null {
  const { actor, onBehalfOf, institution, now, occurredAt } = facts;
  if (actor.kind !== 'staff' || onBehalfOf !== undefined) return null;
  const speaks = (at: number) =>
    postsOf(institution, actor.post, at).some(
      (own) => samePost(own, post) || samePost({ unit: own.unit, role: own.role }, post),
    );
  return speaks(now) && speaks(occurredAt) ? actor.account : null;
}
