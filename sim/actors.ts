import { samePost } from '../src/core/authority/posts.ts';
import { ACCESS, related, type Who } from '../src/core/case/access.ts';
import type { CommandType } from '../src/core/case/commands.ts';
import { orderOf, waitsFor } from '../src/core/case/state.ts';
import type { Actor, OnBehalfOf, Post, StreamId, UnitId } from '../src/core/process.ts';
import type { Scene } from './scene.ts';

export interface Acting {
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
}

const SIGNING: ReadonlySet<CommandType> = new Set(['agree-reply', 'send-back-reply']);

/** Two people share a post: extensions are decided by another than the asker. */
export const staff = (post: Post, second = false): Actor => ({
  kind: 'staff',
  account: `${accountOf(post)}${second ? '.2' : ''}`,
  post,
});

export const accountOf = ({ unit, role }: Post): string => `${unit}.${role}`;

/** Somebody who may, as far as the table of access says; now and then in one of its other ways. */
export function whoMay(scene: Scene, type: CommandType): Acting {
  const { r, district } = scene;
  const who = r.any(ACCESS[type].flatMap((line) => ('machine' in line ? [] : [line])));
  if (who === undefined) return { actor: staff(r.any(district.posts) ?? NOBODY) };
  if ('person' in who) return person(scene, who);
  const post = seated(scene, postFor(scene, who, type));
  const asked = scene.state.status === 'none' ? null : scene.state.extension;
  if (type === 'decide-extension' && asked !== null && r.chance(0.15)) {
    // One account may hold two posts, and then decide what it asked for itself.
    return { actor: { kind: 'staff', account: asked.account, post } };
  }
  const signed = type === 'agree-reply' ? signing(scene, post) : null;
  if (signed !== null) return { actor: signed };
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
function standingInFor({ institution, world, state }: Scene, post: Post): Post | undefined {
  const present = institution.standIns
    .filter(
      (one) => samePost(one.absent, post) && one.validFrom <= world.now && world.now < one.validTo,
    )
    .map((one) => one.present);
  // The busiest are asked first: whoever has the case is at hand.
  return present.find(({ unit }) => unit === orderOf(state)?.lead) ?? present[0];
}

/** One account may hold two posts, and then sign what it drafted or signed before. */
function signing({ r, state }: Scene, post: Post): Actor | null {
  if (state.status !== 'handling' || state.draft === null) return null;
  const { account, agreed } = state.draft;
  if (!r.chance(agreed.length > 0 ? 0.85 : 0.6)) return null;
  return { kind: 'staff', account: r.any(agreed)?.account ?? account, post };
}

/** Whoever declared an interest in the case, or in one of the units; now and then they act all the same. */
export function interested(
  { r, institution }: Pick<Scene, 'r' | 'institution'>,
  about: StreamId,
  units: readonly UnitId[],
): Acting | undefined {
  const own = institution.recusals.filter(({ scope }) =>
    scope.kind === 'case' ? scope.case === about : units.includes(scope.unit),
  );
  const one = r.chance(0.1) ? r.any(own) : undefined;
  return one && { actor: { kind: 'staff', account: one.account, post: NOBODY } };
}

/** Some sit in an office of their unit, where it has any. */
function seated({ r, law }: Scene, post: Post): Post {
  const office = r.any(law.offices.filter(({ unit }) => unit === post.unit));
  const sits = post.role === 'unit_handler' || post.role === 'office_head';
  if (!sits || office === undefined || post.office !== undefined) return post;
  return r.chance(0.4) ? { ...post, office: office.id } : post;
}

function postFor(scene: Scene, who: Extract<Who, { relation: unknown }>, type: CommandType): Post {
  const { r, district, law, state } = scene;
  if (who.relation === 'approver' && state.status !== 'none' && state.extension !== null) {
    return state.extension.approver;
  }
  if (SIGNING.has(type) && state.status === 'handling' && state.draft !== null && r.chance(0.75)) {
    return waitsFor(state.draft) ?? NOBODY;
  }
  const role = r.any(who.roles) ?? 'unit_handler';
  const units = related(who.relation, state, law);
  if (units === null) {
    return r.any(district.posts.filter((post) => who.roles.includes(post.role))) ?? NOBODY;
  }
  return { unit: r.any(units) ?? law.dispatch.centre, role };
}

export const NOBODY: Post = { unit: 'nowhere', role: 'unit_handler' };
