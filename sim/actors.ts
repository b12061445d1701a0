import { samePost } from '../src/core/authority/posts.ts';
import { ACCESS, related, type Who } from '../src/core/case/access.ts';
import type { CommandType } from '../src/core/case/commands.ts';
import type { Actor, OnBehalfOf, Post } from '../src/core/process.ts';
import type { Scene } from './scene.ts';

export interface Acting {
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
}

/** Two people share a post: extensions are decided by another than the asker. */
export function staff(post: Post, second = false): Actor {
  const account = `${post.unit}.${post.role}${second ? '.2' : ''}`;
  return { kind: 'staff', account, post };
}

/** Somebody who may, as far as the table of access says; now and then in one of its other ways. */
export function whoMay(scene: Scene, type: CommandType): Acting {
  const { r, district } = scene;
  const who = r.any(ACCESS[type].flatMap((line) => ('machine' in line ? [] : [line])));
  if (who === undefined) return { actor: staff(r.any(district.posts) ?? NOBODY) };
  if ('person' in who) return person(scene, who);
  const post = postFor(scene, who);
  const asked = scene.state.status === 'none' ? null : scene.state.extension;
  if (type === 'decide-extension' && asked !== null && r.chance(0.15)) {
    // One account may hold two posts, and then decide what it asked for itself.
    return { actor: { kind: 'staff', account: asked.account, post } };
  }
  const present = r.chance(0.6) ? standingInFor(scene, post) : undefined;
  const actor = staff(present ?? post, present === undefined && r.chance(0.3));
  if (!r.chance(0.05)) return { actor };
  // A secretary of the same unit enters what the post did.
  const secretary = staff({ unit: post.unit, role: 'intake_agent' });
  return { actor: secretary, onBehalfOf: { kind: 'post', post } };
}

function person({ r, stream, law }: Scene, who: Extract<Who, { person: unknown }>): Acting {
  if (who.person === 'alone' || r.chance(0.6)) return { actor: { kind: 'person', case: stream } };
  const relation = r.pick(['relative', 'neighbour', 'helper', 'caller'] as const);
  const post = { unit: law.dispatch.centre, role: 'intake_agent' } as const;
  return { actor: staff(post), onBehalfOf: { kind: 'person', relation } };
}

/** Who stands in for the post today, under their own account. */
function standingInFor({ institution, world }: Scene, post: Post): Post | undefined {
  return institution.standIns.find(
    (one) => samePost(one.absent, post) && one.validFrom <= world.now && world.now < one.validTo,
  )?.present;
}

function postFor(scene: Scene, who: Extract<Who, { relation: unknown }>): Post {
  const { r, district, law, state } = scene;
  if (who.relation === 'approver' && state.status !== 'none' && state.extension !== null) {
    return state.extension.approver;
  }
  const role = r.any(who.roles) ?? 'unit_handler';
  const units = related(who.relation, state, law);
  if (units === null) {
    return r.any(district.posts.filter((post) => who.roles.includes(post.role))) ?? NOBODY;
  }
  return { unit: r.any(units) ?? law.dispatch.centre, role };
}

export const NOBODY: Post = { unit: 'nowhere', role: 'unit_handler' };
