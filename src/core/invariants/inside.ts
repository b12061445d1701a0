import { rulebookAt } from '../authority/institution.ts';
import { isOfficeOf, signersOf, stepsAfter } from '../authority/offices.ts';
import { postsOf } from '../authority/posts.ts';
import { orderOf, type ReplyDraft } from '../case/state.ts';
import type { Post } from '../process.ts';
import { equal } from './equal.ts';
import { type Case, type Invariant, invariant, type Step, stepsOf } from './invariant.ts';

/** Work inside a unit: invariants 55 and 56. */
export const inside: readonly Invariant[] = [
  invariant(
    55,
    {
      zh: '内部分派不动责任单位、主办单位和时限',
      en: 'An assignment inside a unit moves no responsibility, lead or clock',
    },
    (one, read) => {
      for (const { before, event, after } of stepsOf(one, 'AssignedWithin')) {
        const { unit, office, to } = event.data;
        const law = rulebookAt(one.institution, event.occurredAt);
        const own = (to?.post.unit ?? unit) === unit && orderOf(after)?.lead === unit;
        read(own, () => `assigned out of ${unit}`);
        read(
          law === null || office === null || isOfficeOf(law, unit, office),
          () => `${unit} has no office ${office}`,
        );
        read(equal(outsideOf(before), outsideOf(after)), () => 'more than the assignment changed');
      }
    },
  ),
  invariant(
    56,
    {
      zh: '须审签的答复，依次同意后才发出',
      en: 'A reply that needs agreement goes out with every one, in order',
    },
    (one, read) => {
      for (const step of stepsOf(one, 'Replied')) {
        const { before, event } = step;
        if (before.status !== 'handling' || event.actedBy.kind !== 'staff') continue;
        const { draft } = before;
        if (draft !== null && draft.reply.ref === event.data.reply?.ref) {
          read(isAgreed(draft), () => `draft ${draft.number} went out without every agreement`);
        } else {
          read(mayAlone(one, step), () => 'sent without the agreement the rulebook asks for');
        }
      }
    },
  ),
];

const outsideOf = (state: Step['before']) =>
  state.status === 'none' ? null : { ...state, order: { ...orderOf(state), assignment: null } };

/** Every step by one who speaks for it, by as many accounts, none of them the drafter's. */
function isAgreed({ steps, agreed, account, sentBack }: ReplyDraft): boolean {
  const accounts = new Set([account, ...agreed.map((one) => one.account)]);
  const inOrder = steps.every((step, n) => {
    const post = agreed[n]?.post;
    return post?.unit === step.unit && post.role === step.role;
  });
  return sentBack === null && inOrder && accounts.size === steps.length + 1;
}

function mayAlone({ institution }: Case, { before, event }: Step): boolean {
  const law = rulebookAt(institution, event.occurredAt);
  const order = orderOf(before);
  if (law === null || order === null || before.status === 'none') return true;
  const within = { unit: order.lead, office: order.assignment?.office ?? null };
  const all = signersOf(law, within, before.triage?.category ?? null);
  return ownPosts(institution, event).some((post) => stepsAfter(all, post).length === 0);
}

/** Whatever post it was entered for: naming one is not holding it. */
function ownPosts(
  institution: Case['institution'],
  { actedBy, occurredAt }: Step['event'],
): readonly Post[] {
  return actedBy.kind === 'staff' ? postsOf(institution, actedBy.post, occurredAt) : [];
}
