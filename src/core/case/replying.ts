import { postsEntering, postsOfActor } from '../authority/acting.ts';
import { signersOf, signsFor, stepsAfter } from '../authority/offices.ts';
import type { Post } from '../process.ts';
import type { Citation } from '../rulebook/rulebook.ts';
import type { CommandOf } from './commands.ts';
import { deskOf } from './intake.ts';
import { refuse } from './refusals.ts';
import { drop, meet, rule, type Scene, say, start } from './scene.ts';
import { type Handling, type ReplyDraft, waitsFor } from './state.ts';
import { textNeeded } from './text-needed.ts';
import { asksUpstream } from './upstream-clock.ts';
import { verifierOf } from './verification.ts';
import type { Outcome } from './words.ts';

/** What a unit may say came of it. Whether it stands, the person is asked. */
const SAID: readonly Outcome[] = ['FIXED', 'PARTLY', 'EXPLAINED_CANNOT', 'INFO_GIVEN'];

/**
 * 答复. Where the rulebook asks that others of the unit agree first (审签), it goes to them as a
 * draft; the unit's clocks run on meanwhile. A changed draft begins its way again.
 */
export const reply = rule('reply', {
  from: ['handling'],
  decide(data, scene) {
    const no = unsayable(data) ?? unverifiable(scene);
    if (no !== null) return no;
    const cited = citationOf(data);
    const steps = stepsFor(scene);
    if (steps.length === 0) return { events: sent(scene, { ...data, citation: cited }) };
    const { state, facts } = scene;
    if (facts.actor.kind !== 'staff') throw new Error('case: a machine drafted a reply');
    const drafted = say('ReplyDrafted', {
      number: (state.draft?.number ?? 0) + 1,
      unit: state.order.lead,
      reply: data.reply,
      outcome: data.outcome,
      citation: cited,
      account: facts.actor.account,
      steps,
    });
    return { events: [drafted] };
  },
});

/** The last agreement sends the reply: what was agreed to is what goes out, and at once. */
export const agreeReply = rule('agree-reply', {
  from: ['handling'],
  bars: notTheirTurn,
  decide(_, scene) {
    const { state, facts } = scene;
    const draft = draftIn(state);
    const account = facts.actor.kind === 'staff' ? facts.actor.account : '';
    if (account === draft.account) return refuse('case.signs-own-draft');
    if (draft.agreed.some((one) => one.account === account)) return refuse('case.signs-twice');
    const step = draft.agreed.length + 1;
    const agreed = say('ReplyAgreed', {
      number: draft.number,
      step,
      post: signingAs(scene, draft),
      account,
    });
    if (step < draft.steps.length) return { events: [agreed] };
    return unverifiable(scene) ?? { events: [agreed, ...sent(scene, draft)] };
  },
});

export const sendBackReply = rule('send-back-reply', {
  from: ['handling'],
  bars: notTheirTurn,
  decide({ reason }, scene) {
    const draft = draftIn(scene.state);
    const back = {
      number: draft.number,
      step: draft.agreed.length + 1,
      post: signingAs(scene, draft),
    };
    return (
      textNeeded({ reason }) ?? {
        events: [say('ReplySentBack', { ...back, reason: reason.trim() })],
      }
    );
  },
});

/**
 * Whose agreement a reply entered by this actor needs; the post that asks least counts, among those
 * the actor holds or stands in for. What is entered for a head is only said to be the head's: it is a
 * draft like any other, and another account agrees to it (invariant 56).
 */
export function stepsFor({
  law,
  state,
  facts,
}: Pick<Scene<Handling>, 'law' | 'state' | 'facts'>): readonly Post[] {
  const { lead, assignment } = state.order;
  const within = { unit: lead, office: assignment?.office ?? null };
  const all = signersOf(law, within, state.triage.category);
  const own = facts.actor.kind === 'staff' ? postsEntering(facts, facts.actor.post) : [];
  return own
    .map((post) => stepsAfter(all, post))
    .reduce((least, steps) => (steps.length < least.length ? steps : least), all);
}

function notTheirTurn({ state, facts }: Scene<Handling>) {
  const next = state.draft === null ? null : waitsFor(state.draft);
  if (next === null) return refuse('case.no-draft');
  const { unit, role } = next;
  const may = postsOfActor(facts).some((post) => signsFor(post, next));
  return may ? null : refuse('case.not-your-step', { unit, role, office: next.office ?? '' });
}

function draftIn({ draft }: Handling): ReplyDraft {
  if (draft === null) throw new Error('case: an agreement without a draft');
  return draft;
}

function signingAs({ facts }: Scene<Handling>, draft: ReplyDraft): Post {
  const next = waitsFor(draft);
  const post = next && postsOfActor(facts).find((one) => signsFor(one, next));
  if (!post) throw new Error('case: agreed out of turn');
  return post;
}

function unsayable(data: CommandOf<'reply'>['data']) {
  const { outcome } = data;
  if (!SAID.includes(outcome)) return refuse('case.outcome-not-for-reply', { outcome });
  const uncited = outcome === 'EXPLAINED_CANNOT' && citationOf(data) === null;
  return uncited ? refuse('case.citation-needed') : null;
}

function citationOf({ citation }: CommandOf<'reply'>['data']): Citation | null {
  const cited = citation?.trim() ?? '';
  return cited === '' ? null : { text: { zh: cited, en: cited }, illustrative: false };
}

const unverifiable = (scene: Scene<Handling>) =>
  askerOf(scene) === null ? refuse('case.no-verifier', { lead: scene.state.order.lead }) : null;

/** Who asks the person; of an order from above, whoever hears their word from the system above. */
const askerOf = (scene: Scene<Handling>) =>
  asksUpstream(scene, scene.state)
    ? deskOf(scene.law, scene.state.receivedBy)
    : verifierOf(scene.law, scene.state);

/** The reply goes out: the person is asked next, by a unit that had no hand in it. */
function sent(
  scene: Scene<Handling>,
  { reply, outcome, citation }: Pick<ReplyDraft, 'reply' | 'outcome' | 'citation'>,
) {
  const { state, law } = scene;
  const upstream = asksUpstream(scene, state);
  const verifier = askerOf(scene);
  if (verifier === null) throw new Error('case: nobody to verify');
  const replied = say('Replied', {
    number: state.replies.length + 1,
    unit: state.order.lead,
    reply,
    outcome,
    citation,
    verifier,
    // Where nobody can be rung, looking once for an answer on the portal is all there is to do.
    attempts: state.contact === null || upstream ? 1 : law.verification.attempts,
    ...(upstream ? { callback: 'upstream' as const } : {}),
  });
  return [
    replied,
    ...meet(scene, 'reply', 'upstream'),
    ...drop(scene, 'replied', 'contact', 'extension-decision'),
    ...start(scene, 'verification', verifier),
  ];
}
