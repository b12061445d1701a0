import { postsOfActor } from '../authority/acting.ts';
import { isOfficeOf, officesOf } from '../authority/offices.ts';
import { handles } from '../authority/posts.ts';
import type { OfficeId, Post } from '../process.ts';
import type { CommandOf } from './commands.ts';
import { refuse } from './refusals.ts';
import { rule, type Scene, say } from './scene.ts';
import type { Assigned, Assignment, Handling } from './state.ts';
import { textNeeded } from './text-needed.ts';

type Inside = Scene<Assigned | Handling>;
type To = CommandOf<'assign'>['data']['to'];

/**
 * 分派: names who inside the lead unit has the matter. The unit's head may name anybody, an office's
 * head those of the office, and whoever handles takes what nobody else has. The unit stays held to
 * every clock, and any of its handlers may still act: somebody may be away.
 */
export const assign = rule('assign', {
  from: ['assigned', 'handling'],
  decide(data, scene) {
    const office = data.office ?? data.to?.post.office ?? null;
    const no = outside(scene, office, data.to) ?? unentitled(scene, office, data.to);
    if (no !== null) return no;
    const was = scene.state.order.assignment;
    const same = office === officeIn(was) && data.to?.account === was?.to?.account;
    return same
      ? refuse('case.nothing-to-assign')
      : { events: [assigned(scene, office, data.to, null)] };
  },
});

/** 转办: the office that has it passes it on; who in the next one takes it, that office says. */
export const handOn = rule('hand-on', {
  from: ['assigned', 'handling'],
  bars: ({ law, state }) =>
    officesOf(law, state.order.lead).length > 1
      ? null
      : refuse('case.no-offices', { unit: state.order.lead }),
  decide({ office, reason }, scene) {
    const no = outside(scene, office, null);
    if (no !== null) return no;
    const has = officeIn(scene.state.order.assignment);
    if (office === has) return refuse('case.nothing-to-assign');
    const ours = postsOfActor(scene.facts).some((post) => reaches(post, has, scene));
    if (!ours) return refuse('case.office-not-yours');
    const empty = textNeeded({ reason });
    return empty ?? { events: [assigned(scene, office, null, reason.trim())] };
  },
});

const officeIn = (assignment: Assignment | null): OfficeId | null => assignment?.office ?? null;

const assigned = ({ state }: Inside, office: OfficeId | null, to: To, reason: string | null) => {
  const { order, lead } = state.order;
  return say('AssignedWithin', { order, unit: lead, office, to, reason });
};

/** Nothing leaves the unit this way: its offices, its posts. */
function outside({ law, state }: Inside, office: OfficeId | null, to: To) {
  const unit = state.order.lead;
  if (office !== null && !isOfficeOf(law, unit, office)) {
    return refuse('case.unknown-office', { office, unit });
  }
  if (to === null) return null;
  const { post } = to;
  const sits = post.office === undefined || post.office === office;
  return post.unit === unit && handles(post) && sits
    ? null
    : refuse('case.assignee-elsewhere', { unit });
}

/** Whether what this office has is the post's to pass on: a seat in no office reaches them all. */
const reaches = (post: Post, office: OfficeId | null, { state }: Inside): boolean =>
  post.unit === state.order.lead &&
  handles(post) &&
  (office === null || post.office === undefined || post.office === office);

function unentitled(scene: Inside, office: OfficeId | null, to: To) {
  const { state, facts } = scene;
  const posts = postsOfActor(facts).filter(({ unit }) => unit === state.order.lead);
  if (posts.some(({ role }) => role === 'unit_head')) return null;
  const has = state.order.assignment;
  const within = (post: Post) =>
    reaches(post, officeIn(has), scene) && reaches(post, office, scene);
  if (!posts.some(within)) return refuse('case.office-not-yours');
  if (posts.some((post) => post.role === 'office_head' && within(post))) return null;
  const self = facts.actor.kind === 'staff' ? facts.actor.account : null;
  const mine = (one: To | undefined) => one === null || one === undefined || one.account === self;
  return mine(to) && mine(has?.to) ? null : refuse('case.assigned-to-another');
}
