import { postsOf } from '../src/core/authority/posts.ts';
import { waiting } from '../src/core/clock/ladder.ts';
import { ACCESS, related } from '../src/core/petition/access.ts';
import type { CommandType } from '../src/core/petition/commands.ts';
import type { PetitionState } from '../src/core/petition/index.ts';
import { type Known, letterOf } from '../src/core/petition/state.ts';
import { DELIVERIES, VERDICTS } from '../src/core/petition/words.ts';
import type { Actor, Post, StreamId } from '../src/core/process.ts';
import { streamUnder } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, interested, NOBODY, staff } from './actors.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { TENANT } from './world.ts';

const HOUR = 3_600_000;

/** One petition as the people around it find it. */
export interface PetitionScene extends Omit<Scene, 'state'> {
  readonly state: PetitionState;
}

type Human = Exclude<CommandType, 'register' | 'note-erased' | 'clock-due' | 'recompute-clocks'>;
type Weights = Readonly<Partial<Record<Human, number>>>;

/** Somebody makes a petition of a request; mostly one that is handled here. */
export function registrationRequest(scene: Scene): Request {
  const { r, world, stream: about } = scene;
  const key = world.crypto.id(80);
  const kind = r.weighted({ claim: 8, suggestion: 1, litigation: 1, report: 1.5 }) ?? 'claim';
  const unread = kind === 'report' && r.chance(0.7);
  const data = {
    case: r.chance(0.03) ? 'nowhere' : about,
    kind: r.chance(0.03) ? 'praise' : kind,
    number: unread || r.chance(0.4) ? null : { system: 'national', number: `XF${r.int(1, 40)}` },
    representatives: r.chance(0.06) ? r.pick([0, 6]) : r.int(1, 5),
    words: null,
  };
  const texts = unread ? undefined : { words: privateText(r, '信访') };
  const post = r.pick<Post>([
    { unit: 'petitions', role: 'unit_handler' },
    { unit: 'petitions', role: 'unit_handler' },
    { unit: 'hotline', role: 'intake_agent' },
    { unit: 'housing', role: 'unit_handler' },
  ]);
  const actor = staff(post);
  const stream = streamUnder(world.crypto, TENANT, actor, key);
  return {
    tenant: TENANT,
    process: 'petition',
    stream,
    actor,
    command: { type: 'register', data },
    ...(texts === undefined ? {} : { private: world.worded(texts) }),
    expectedVersion: 0,
    key,
  };
}

/** As a door sends it: now and then late, misfilled, or about a petition that is not there. */
export function petitionRequest(scene: PetitionScene): Request {
  const { r, stream, state, world } = scene;
  const types = Object.keys(TELLERS) as Human[];
  const slip = r.chance(0.08);
  const type = (slip ? r.any(types) : r.weighted(habits(state))) ?? 'deliver';
  if (r.chance(0.02)) return again(scene);
  const { data, texts } = r.chance(0.16)
    ? misfilled(scene, TELLERS[type](scene))
    : TELLERS[type](scene);
  const unknown = state.status === 'none';
  const occurredAt = when(scene, type);
  return {
    tenant: TENANT,
    process: 'petition',
    stream: unknown ? world.crypto.id(80) : stream,
    ...whoMay(scene, type, data),
    ...(occurredAt === null ? {} : { occurredAt }),
    command: { type, data },
    ...(texts === undefined || unknown ? {} : { private: world.worded(texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

/** What is told out of its order: a registration once more, a clock that is not due, a person's tick. */
function again({ r, stream, state, world }: PetitionScene): Request {
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const due = { type: 'clock-due', data: { clock: clock?.id ?? 'none', revision: 1 } };
  const about = state.status === 'none' ? stream : state.case;
  const told = { case: about, kind: 'claim', number: null, representatives: 1, words: null };
  const office: Actor = staff({ unit: 'petitions', role: 'unit_handler' });
  const [command, actor] = r.pick<readonly [{ type: string; data: object }, Actor]>([
    [due, { kind: 'machine', name: 'tick' }],
    [due, office],
    [
      { type: 'recompute-clocks', data: { calendar: 'none' } },
      { kind: 'machine', name: 'tick' },
    ],
    [{ type: 'register', data: told }, office],
  ]);
  const expectedVersion = world.version(stream);
  const key = world.crypto.id(80);
  return { tenant: TENANT, process: 'petition', stream, actor, command, key, expectedVersion };
}

/** A letter lies in the post: what it asks happened before it was entered; now and then much too early. */
function when({ r, state, world }: PetitionScene, type: Human): number | null {
  const { now } = world;
  if (state.status === 'none') return null;
  const opinion = state.opinions.at(-1);
  const told = opinion === undefined ? null : letterOf(state, opinion.letter)?.delivered;
  if (type === 'ask-review' && told && r.chance(0.5)) {
    return Math.min(now, told.at + r.int(0, 48) * HOUR);
  }
  if (r.chance(0.03)) return now - r.int(0, 30) * 24 * HOUR;
  if (!r.chance(0.1)) return null;
  return now - r.int(0, Math.max(0, now - state.since));
}

function habits(state: PetitionState): Weights {
  const climbed = state.status !== 'none' && waiting(state.ladders).length > 0;
  return climbed ? { ...usual(state), supervise: 5 } : usual(state);
}

function usual(state: PetitionState): Weights {
  switch (state.status) {
    case 'none':
      return {};
    case 'registered':
      return state.way === 'handle'
        ? { route: 6, 'not-accept': 0.6, withdraw: 0.15, 'hand-over': 0.2 }
        : { 'hand-over': 4, route: 0.4 };
    case 'shared':
      return { 'agree-body': 5, designate: 1.2, withdraw: 0.4 };
    case 'routed':
      return { accept: 6, object: 2.2, 'not-accept': 1, deliver: 0.3, withdraw: 0.15 };
    case 'objected':
      return { 'decide-return': 3, withdraw: 0.4 };
    case 'working':
      return workingHabits(state);
    case 'opined':
      return { deliver: 7, 'ask-review': 0.5, withdraw: 0.25 };
    case 'told':
      return { 'ask-review': 6, deliver: 0.3 };
    case 'handed-over':
      return { deliver: 1 };
    default:
      return {
        'ask-review': 1.4,
        'claim-new-facts': 1,
        deliver: 1,
        look: state.look === null ? 0.2 : 4,
      };
  }
}

function workingHabits({
  stage,
  extension,
  hearing,
  letters,
}: Extract<Known, { status: 'working' }>) {
  const waits = letters.some(({ delivered }) => delivered === null);
  return {
    'give-opinion': hearing === null ? 2.6 : 0.4,
    'record-mediation': 0.3,
    'ask-extension': stage === 'handling' ? 2.4 : 0.5,
    'open-hearing': stage === 're-review' ? 3 : 0.15,
    ...(extension !== null && { 'decide-extension': 4 }),
    'close-hearing': hearing === null ? 0.2 : 4,
    ...(waits && { deliver: 5 }),
    withdraw: 0.1,
  };
}

const letter = ({ r, state }: PetitionScene): number => {
  if (state.status === 'none') return 1;
  const waiting = state.letters.filter(({ delivered }) => delivered === null);
  return (r.chance(0.9) ? r.any(waiting) : r.any(state.letters))?.n ?? 1;
};

/** Housing and a street may both have a part in it; another city's office has no superior here. */
const BODIES = [
  ['housing'],
  ['housing'],
  ['urban'],
  ['licang'],
  ['city-review'],
  ['housing', 'urban'],
  ['urban', 'market'],
] as const;

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  bodies: [[], ['housing', 'housing'], ['nowhere'], ['cangkou-yishun'], ['housing', 'city-review']],
  body: ['water-company'],
  reason: ['', 'busy', 'late', 'no-superior', 'no-new-facts'],
  text: [' '],
  more: [0, 99],
  consented: [false],
  basis: [' '],
  letter: [77],
};

function misfilled({ r }: PetitionScene, said: Said): Said {
  const field = r.any(Object.keys(said.data).filter((name) => name in WRONG));
  if (field === undefined) return said;
  return { ...said, data: { ...said.data, [field]: r.any(WRONG[field] ?? []) } };
}

/** By whom a ladder waits for, mostly with the word that its rung asks for. */
function supervise({ r, state }: PetitionScene): Said {
  const rungs = state.status === 'none' ? [] : waiting(state.ladders);
  const needed = rungs.some(({ act }) => act === 'instruct');
  const by = needed ? (rungs.find(({ act }) => act === 'instruct')?.by ?? 'licang') : 'licang';
  const leader: Post = { unit: by, role: r.chance(0.9) ? 'unit_head' : 'auditor' };
  const instruction = r.chance(needed ? 0.5 : 0.1)
    ? { by: leader, text: r.chance(0.95) ? '请本周办结' : ' ' }
    : null;
  return { type: 'supervise', data: { text: '请按期办理', instruction } };
}

const TELLERS: Readonly<Record<Human, (scene: PetitionScene) => Said>> = {
  'hand-over': () => ({ type: 'hand-over', data: {} }),
  route: ({ r }) => ({ type: 'route', data: { bodies: r.any(BODIES) } }),
  'agree-body': ({ r, state }) => {
    const bodies = state.status === 'shared' ? state.bodies : [];
    const named = state.status === 'shared' ? Object.values(state.named) : [];
    return { type: 'agree-body', data: { body: named[0] ?? r.any(bodies) ?? 'housing' } };
  },
  designate: ({ r, state }) => ({
    type: 'designate',
    data: {
      body: r.any(state.status === 'shared' ? state.bodies : []) ?? 'housing',
      reason: '属其职责',
    },
  }),
  object: () => ({ type: 'object', data: { reason: '不属本单位职责' } }),
  'decide-return': ({ r }) => ({
    type: 'decide-return',
    data: { agreed: r.chance(0.5), reason: '经核对职责' },
  }),
  accept: () => ({ type: 'accept', data: {} }),
  'not-accept': ({ r }) => ({
    type: 'not-accept',
    data: {
      reason: r.weighted({ 'accepted-elsewhere': 4, 'statutory-channel': 2, concluded: 1 }),
      text: '理由如下',
    },
  }),
  'ask-extension': ({ r }) => ({
    type: 'ask-extension',
    data: { more: r.int(1, 3), reason: '案情复杂' },
  }),
  'decide-extension': ({ r }) => ({
    type: 'decide-extension',
    data: { granted: r.chance(0.8), reason: '情况属实' },
  }),
  'record-mediation': ({ r }) => ({
    type: 'record-mediation',
    data: { consented: r.chance(0.85), agreed: r.chance(0.4), note: null },
    ...(r.chance(0.5) && { texts: { note: privateText(r, '调解') } }),
  }),
  'open-hearing': () => ({ type: 'open-hearing', data: {} }),
  'close-hearing': ({ r }) => ({
    type: 'close-hearing',
    data: { record: null },
    ...(r.chance(0.5) && { texts: { record: privateText(r, '听证') } }),
  }),
  'give-opinion': ({ r }) => ({
    type: 'give-opinion',
    data: { verdict: r.pick(VERDICTS), request: null, facts: null, opinion: null, basis: '某法' },
    texts: {
      request: privateText(r, '请求'),
      facts: privateText(r, '事实'),
      opinion: privateText(r, '意见'),
    },
  }),
  deliver: (scene) => ({
    type: 'deliver',
    data: { letter: letter(scene), means: scene.r.pick(DELIVERIES), proof: null },
    ...(scene.r.chance(0.4) && { texts: { proof: privateText(scene.r, '回证') } }),
  }),
  'ask-review': ({ r }) => ({
    type: 'ask-review',
    data: { words: null },
    ...(r.chance(0.6) && { texts: { words: privateText(r, '复查') } }),
  }),
  'claim-new-facts': ({ r }) => ({
    type: 'claim-new-facts',
    data: { words: null },
    texts: { words: privateText(r, '新情况') },
  }),
  look: ({ r }) => ({ type: 'look', data: { found: r.chance(0.5), reason: '已核对材料' } }),
  withdraw: () => ({ type: 'withdraw', data: { words: null } }),
  supervise,
};

/** Somebody who may, as far as the table of access says; now and then somebody else. */
function whoMay(scene: PetitionScene, type: Human, data: Said['data']): Acting {
  const { r, state, law, institution, world } = scene;
  const barred = state.status === 'none' ? undefined : interested(scene, state.case, [state.place]);
  if (barred !== undefined) return barred;
  if (r.chance(0.05)) return { actor: staff(r.any(scene.district.posts) ?? NOBODY) };
  const who = r.any(ACCESS[type].flatMap((line) => ('machine' in line ? [] : [line])));
  const petition = law.petition ?? scene.district.law.petition;
  if (who === undefined || petition === null) return { actor: staff(NOBODY) };
  if ('person' in who) return person(scene, who.person);
  const units = related(who.relation, { type, data }, state, { law, petition });
  const post: Post = {
    unit: r.any(units ?? []) ?? 'petitions',
    role: r.any(who.roles) ?? 'unit_handler',
  };
  const decider = state.status === 'none' ? undefined : r.any(state.deciders);
  if (type === 'look' && decider !== undefined && r.chance(0.15)) {
    // One account may hold two posts, and then look at what it decided itself.
    return { actor: { kind: 'staff', account: decider, post } };
  }
  const asked = state.status === 'working' ? state.extension : null;
  if (type === 'decide-extension' && asked !== null && r.chance(0.15)) {
    return { actor: { kind: 'staff', account: asked.account, post } };
  }
  const present = institution.standIns.find(({ present: one }) =>
    postsOf(institution, one, world.now).some(
      (as) => as.unit === post.unit && as.role === post.role,
    ),
  )?.present;
  return { actor: staff(r.chance(0.15) ? (present ?? post) : post, r.chance(0.4)) };
}

function person({ r, state, stream, law }: PetitionScene, how: 'alone' | 'or-helped'): Acting {
  const about: StreamId = state.status === 'none' ? stream : state.case;
  if (r.chance(0.04)) return { actor: { kind: 'person', case: stream } };
  if (how === 'alone' || r.chance(0.6)) return { actor: { kind: 'person', case: about } };
  const relation = r.pick(['relative', 'neighbour', 'helper'] as const);
  const post = { unit: law.dispatch.centre, role: 'intake_agent' } as const;
  return { actor: staff(post), onBehalfOf: { kind: 'person', relation } };
}
