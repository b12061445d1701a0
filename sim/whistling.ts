import { postsOf } from '../src/core/authority/posts.ts';
import { chainOf } from '../src/core/authority/units.ts';
import type { CaseState } from '../src/core/case/index.ts';
import { orderOf } from '../src/core/case/state.ts';
import { waiting } from '../src/core/clock/ladder.ts';
import type { Post, StreamId, UnitId } from '../src/core/process.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import { ACCESS, related } from '../src/core/whistle/access.ts';
import { proposeCalls } from '../src/core/whistle/calling.ts';
import type { CommandType } from '../src/core/whistle/commands.ts';
import type { WhistleState } from '../src/core/whistle/index.ts';
import type { CallOut, Known } from '../src/core/whistle/state.ts';
import { streamUnder } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, NOBODY, staff } from './actors.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { misfilled } from './slips.ts';
import { TENANT, type World } from './world.ts';

const HOUR = 3_600_000;

/** One whistle as the people around it find it. */
export interface WhistleScene extends Omit<Scene, 'state'> {
  readonly state: WhistleState;
}

type Human = Exclude<
  CommandType,
  'follow-case' | 'case-ended' | 'note-erased' | 'clock-due' | 'recompute-clocks' | 'propose'
>;
type Weights = Readonly<Partial<Record<Human, number>>>;

/** Somebody near a case whistles for whoever holds what it lacks; mostly the right units. */
function proposal(scene: Scene, about: StreamId): { said: Said; acting: Acting } {
  const { r, world, law, institution } = scene;
  const matter = world.state(about);
  const far = r.chance(0.06) ? r.any(scene.district.places) : undefined;
  const issuer = far ?? r.any(near(matter, law)) ?? law.dispatch.centre;
  const category = matter.status === 'none' ? null : (matter.triage?.category ?? null);
  const place = matter.status === 'none' ? '' : matter.place.unit;
  const found = proposeCalls(institution, { category, place, issuer, at: world.now });
  const missing = found.missing.map(({ id }) => id).filter(() => r.chance(0.8));
  const units = found.calls
    .filter(({ powers }) => powers.some(({ power }) => missing.includes(power)))
    .map(({ unit }) => unit)
    .filter(() => r.chance(0.8));
  const level = r.any(law.whistle?.levels ?? []);
  const kind = r.chance(0.15) ? 'EMERGENCY' : (level?.kind ?? 'DAILY');
  const said: Said = {
    type: 'propose',
    data: {
      case: about,
      kind,
      level: kind === level?.kind ? level.level : 1,
      missing: missing.length > 0 ? missing : ['fine-appearance'],
      tried: kind === 'EMERGENCY' && r.chance(0.8) ? [] : ['现场劝导'],
      units: units.length > 0 ? units : ['urban'],
      override: r.chance(0.12) ? '汛期须同时到场' : null,
      shown: [],
    },
  };
  const role = r.pick(['unit_handler', 'unit_handler', 'unit_head'] as const);
  return { said, acting: { actor: staff({ unit: issuer, role }) } };
}

export function proposalRequest(scene: Scene, about: StreamId): Request {
  const { world, r } = scene;
  const key = world.crypto.id(80);
  const { said: first, acting } = proposal(scene, about);
  const said = calledAgain(scene, first);
  const { type, data } = r.chance(0.12) ? misfilled(scene, said) : said;
  const stream = streamUnder(world.crypto, TENANT, acting.actor, key);
  const command = { type, data };
  return {
    tenant: TENANT,
    process: 'whistle',
    stream,
    ...acting,
    command,
    expectedVersion: 0,
    key,
  };
}

/** Whose call-out was ruled not its own is now and then called for the same once more. */
function calledAgain({ r, state }: Scene, said: Said): Said {
  const rulings =
    state.status === 'none' ? [] : state.whistles.flatMap(({ notTheirs }) => notTheirs);
  const one = r.chance(0.5) ? r.any(rulings) : undefined;
  if (one === undefined) return said;
  return { ...said, data: { ...said.data, units: [one.unit], missing: one.powers } };
}

/** Such a matter needs powers that a street or a community has not. */
export function isLacking(world: World, { powers, whistle }: Rulebook, stream: StreamId): boolean {
  const state = world.state(stream);
  if (state.status === 'none' || 'outcome' in state) return false;
  const category = state.triage?.category ?? '';
  const own = Object.values(whistle?.delegated ?? {});
  return powers.some(({ id, categories }) => categories.includes(category) && !own.includes(id));
}

const near = (matter: CaseState, law: Rulebook): readonly UnitId[] =>
  matter.status === 'none'
    ? []
    : [
        matter.holder,
        orderOf(matter)?.lead ?? matter.receivedBy,
        ...chainOf(law, matter.place.unit)
          .slice(0, 2)
          .flatMap(({ id }) => [id, id]),
      ];

/** The next act on a whistle, by somebody who may. */
function whistleMove(scene: WhistleScene): { said: Said; acting: Acting } {
  const { r, state } = scene;
  const types = Object.keys(TELLERS) as Human[];
  const type = (r.chance(0.06) ? r.any(types) : r.weighted(habits(state))) ?? 'rate';
  const said = TELLERS[type](scene);
  return { said, acting: whoMay(scene, type, said) };
}

/** As a door sends it: now and then late, misfilled, or about a whistle that is not there. */
export function whistleRequest(scene: WhistleScene): Request {
  const { r, stream, state, world } = scene;
  const { said, acting } = whistleMove(scene);
  const { type, data, texts } = r.chance(0.16) ? misfilled(scene, said) : said;
  const early = state.status === 'none' ? world.now : state.since;
  const late = r.chance(0.07) ? world.now - r.int(0, Math.max(0, world.now - early)) : null;
  const tooEarly = r.chance(0.01) ? world.now - r.int(0, 30) * 24 * HOUR : null;
  const occurredAt = tooEarly ?? late;
  const unknown = state.status === 'none';
  return {
    tenant: TENANT,
    process: 'whistle',
    stream: unknown ? world.crypto.id(80) : stream,
    ...acting,
    ...(occurredAt === null ? {} : { occurredAt }),
    command: { type, data },
    ...(texts === undefined || unknown ? {} : { private: world.worded(texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

function habits(state: WhistleState): Weights {
  switch (state.status) {
    case 'none':
      return {};
    case 'proposed':
      return { screen: 3, 'take-back': 0.6 };
    case 'issued':
      return issuedHabits(state);
    default:
      return { rate: 4, file: 0.1 };
  }
}

function issuedHabits({ callOuts, steps, tried, ladders }: Known): Weights {
  const some = (...statuses: readonly CallOut['status'][]) =>
    callOuts.some(({ status }) => statuses.includes(status));
  const open = some('notified', 'signed', 'objected');
  return {
    ...(tried.length === 0 && { file: 1.5 }),
    ...(some('notified') && { sign: 4 }),
    ...(some('signed') && { sign: 0.8 }),
    ...(some('notified', 'signed') && { object: 1.5, 'report-in': 4, 'stand-down': 0.5 }),
    ...(some('objected') && { 'decide-objection': 3 }),
    ...(some('missed') && { 'report-in': 2, 'stand-down': 0.6 }),
    ...(some('reported') && { settle: 4, plan: 5 }),
    ...(steps.some(({ status }) => status === 'open') && { 'finish-step': 2.5, 'drop-step': 0.5 }),
    call: 0.4,
    supervise: waiting(ladders).length > 0 ? 4 : 0.3,
    conclude: open ? 0.3 : 2,
  };
}

const callOut = ({ r, state }: WhistleScene, ...statuses: readonly CallOut['status'][]): number => {
  if (state.status === 'none') return 1;
  const fitting = state.callOuts.filter(({ status }) => statuses.includes(status));
  return (r.chance(0.93) ? r.any(fitting) : r.any(state.callOuts))?.n ?? 1;
};
const step = ({ r, state }: WhistleScene): number => {
  const all = state.status === 'none' ? [] : state.steps;
  return (r.any(all.filter(({ status }) => status === 'open')) ?? r.any(all))?.n ?? 1;
};

const TELLERS: Readonly<Record<Human, (scene: WhistleScene) => Said>> = {
  screen: ({ r }) => ({
    type: 'screen',
    data: { issue: r.chance(0.8), reason: '可由街道自行协调' },
  }),
  'take-back': () => ({ type: 'take-back', data: { reason: '已自行解决' } }),
  file: () => ({ type: 'file', data: { tried: ['先行疏散'] } }),
  call: (scene) => ({
    type: 'call',
    data: {
      case: scene.state.status === 'none' ? scene.world.crypto.id(80) : scene.state.case,
      units: [further(scene)],
      override: scene.r.chance(0.2) ? '仍须到场' : null,
      again: scene.r.chance(0.5) ? '现场又起' : null,
      shown: [],
    },
  }),
  sign: (scene) => ({ type: 'sign', data: { callOut: callOut(scene, 'notified') } }),
  object: (scene) => ({
    type: 'object',
    data: {
      callOut: callOut(scene, 'notified', 'signed'),
      basis: (scene.r.chance(0.93) && scene.r.any(scene.law.objectionBases)?.code) || 'busy',
      reason: '不属本单位职权',
    },
  }),
  'decide-objection': (scene) => ({
    type: 'decide-objection',
    data: {
      callOut: callOut(scene, 'objected'),
      upheld: scene.r.chance(0.5),
      reason: '经核对职权清单',
    },
  }),
  'report-in': (scene) => ({
    type: 'report-in',
    data: {
      callOut: callOut(scene, 'notified', 'signed', 'missed'),
      mode: scene.r.chance(0.2) ? 'remote' : 'on-site',
      rank: scene.r.weighted({ section: 5, 'division-deputy': 2, officer: 1.5 }),
      headCount: scene.r.int(1, 3),
    },
  }),
  settle: (scene) => ({
    type: 'settle',
    data: {
      callOut: callOut(scene, 'reported'),
      result: scene.r.weighted({ ACTION: 4, NOT_MINE: 1, NOT_NEEDED: 1 }),
      text: '现场处置情况如下',
    },
  }),
  'stand-down': (scene) => ({
    type: 'stand-down',
    data: {
      callOut: callOut(scene, 'notified', 'signed', 'objected', 'missed'),
      reason: '不再需要到场',
    },
  }),
  plan: ({ r, world, state }) => {
    const present =
      state.status === 'none' ? [] : state.callOuts.filter(({ status }) => status === 'reported');
    const one = r.any(present);
    const power = r.chance(0.6) ? (one?.powers[0]?.power ?? null) : null;
    const hours = r.chance(0.03) ? 24 * 400 : r.int(r.chance(0.06) ? -48 : 1, 72);
    const dueAt = world.now + hours * HOUR;
    const owner = one?.unit ?? 'urban';
    return { type: 'plan', data: { steps: [{ what: '限期整改', owner, power, dueAt }] } };
  },
  'finish-step': (scene) => ({
    type: 'finish-step',
    data: { step: step(scene), note: '已完成' },
  }),
  'drop-step': (scene) => ({ type: 'drop-step', data: { step: step(scene), reason: '不再需要' } }),
  supervise: ({ r, state, law }) => {
    const known = state.status === 'none' ? null : state;
    const rung = known === null ? undefined : r.any(waiting(known.ladders));
    const unit = rung?.unit ?? r.any(known?.callOuts ?? [])?.unit ?? known?.issuer ?? '';
    const by: Post = { unit: rung?.by ?? law.dispatch.centre, role: 'unit_head' };
    const instruction = r.chance(0.5) ? { by, text: '请今日到场' } : null;
    return { type: 'supervise', data: { unit, text: '请即到场', instruction } };
  },
  conclude: ({ r }) => ({
    type: 'conclude',
    data: {
      result: r.weighted({ DONE: 5, PARTIAL: 2, ESCALATED: 2, NOT_NEEDED: 2 }),
      reason: '处置情况如上',
    },
  }),
  rate: ({ r, state, law }) => {
    const pairs = 'ratings' in state ? state.ratings : [];
    const unit = (r.chance(0.5) ? r.any(pairs)?.unit : undefined) ?? issuerOf(state);
    const items = Object.fromEntries(
      (law.whistle?.rating.items ?? []).map(({ code }) => [
        code,
        r.pick(['yes', 'partly', 'no'] as const),
      ]),
    );
    return {
      type: 'rate',
      data: { unit, items, text: null },
      ...(r.chance(0.5) ? { texts: { text: privateText(r, '评价') } } : {}),
    };
  },
};

const issuerOf = (state: WhistleState): UnitId => (state.status === 'none' ? '' : state.issuer);

function further({ r, institution, state, world }: WhistleScene): UnitId {
  if (state.status === 'none') return 'urban';
  const { category, place, issuer } = state;
  const found = proposeCalls(institution, { category, place, issuer, at: world.now });
  return r.any(found.calls)?.unit ?? 'urban';
}

/** Somebody who may, as far as the table of access says; now and then who stands in for them. */
function whoMay(scene: WhistleScene, type: CommandType, { data }: Said): Acting {
  const { r, state, law, institution, world } = scene;
  if (r.chance(0.05)) return { actor: staff(r.any(scene.district.posts) ?? NOBODY) };
  const who = r.any(ACCESS[type].flatMap((line) => ('relation' in line ? [line] : [])));
  if (who === undefined) return { actor: staff(NOBODY) };
  const rated = type === 'rate' && state.status !== 'none' ? rater(scene, data) : null;
  if (rated !== null) return { actor: staff(rated) };
  const post: Post =
    who.relation === 'screener' && state.status === 'proposed'
      ? state.screener
      : {
          unit: r.any(related(who.relation, { type, data }, state, law) ?? []) ?? 'urban',
          role: r.any(who.roles) ?? 'unit_handler',
        };
  // A handler enters the look of their own head, now and then at what they proposed themselves.
  if (type === 'screen' && r.chance(0.15)) {
    const { unit } = post;
    return { actor: staff({ unit, role: 'unit_handler' }), onBehalfOf: { kind: 'post', post } };
  }
  const rung = state.status === 'none' ? undefined : r.any(waiting(state.ladders));
  if (type === 'supervise' && rung?.by && r.chance(0.7)) {
    return {
      actor: staff({ unit: rung.by, role: rung.act === 'instruct' ? 'unit_head' : 'supervisor' }),
    };
  }
  const present = institution.standIns.find(({ present: one }) =>
    postsOf(institution, one, world.now).some(
      (as) => as.unit === post.unit && as.role === post.role,
    ),
  )?.present;
  return { actor: staff(r.chance(0.2) ? (present ?? post) : post) };
}

/** The issuer rates a called unit, a called unit the issuer. */
function rater({ r, state }: WhistleScene, { unit }: Said['data']): Post | null {
  if (state.status === 'none' || r.chance(0.1)) return null;
  const called = r.any(state.callOuts)?.unit ?? state.issuer;
  return { unit: unit === state.issuer ? called : state.issuer, role: 'unit_head' };
}
