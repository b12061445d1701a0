import { orderOf } from '../src/core/case/state.ts';
import { waiting } from '../src/core/clock/ladder.ts';
import type { StreamId, UnitId } from '../src/core/process.ts';
import { ACCESS, related } from '../src/core/support/access.ts';
import type { CommandType } from '../src/core/support/commands.ts';
import type { SupportState } from '../src/core/support/index.ts';
import { match } from '../src/core/support/match.ts';
import { unshown } from '../src/core/support/state.ts';
import { streamUnder } from '../src/engine/keys.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, NOBODY, staff } from './actors.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { misfilled } from './slips.ts';
import { TENANT, type World } from './world.ts';

const DAY = 86_400_000;

/** One support as the people around it find it. */
interface SupportScene extends Omit<Scene, 'state'> {
  readonly state: SupportState;
  /** The cases there are: somebody may hold another's receipt. */
  readonly streams: readonly StreamId[];
}

type Human = Exclude<CommandType, 'offer' | 'clock-due' | 'recompute-clocks'>;
type Weights = Readonly<Partial<Record<Human, number>>>;

/** Who are there, and how they find things and ask. */
interface Party {
  readonly world: World;
  readonly cases: readonly StreamId[];
  /** Added to. */
  readonly supports: StreamId[];
  sceneOf(stream: StreamId): Promise<Scene>;
  ask(request: Request): Promise<unknown>;
}

/** Somebody offers a support, or the next act on one is done. */
export async function supportStep(party: Party): Promise<void> {
  const { world, supports } = party;
  const offers = supports.length === 0 || world.people.chance(0.25);
  await (offers ? offering(party) : answering(party));
}

/** Mostly about a case that is in hand; now and then twice at one moment. */
async function offering({ world, cases, supports, sceneOf, ask }: Party): Promise<void> {
  const r = world.people;
  const open = cases.filter((one) => !('endedAt' in world.state(one)));
  const about = (r.chance(0.9) ? r.any(open) : undefined) ?? r.any(cases);
  if (about === undefined) return;
  const scene = await sceneOf(about);
  const all = Array.from({ length: r.chance(0.1) ? 2 : 1 }, () => offerRequest(scene, about));
  await Promise.all(
    all.map(async (request) => {
      await ask(request);
      const begun = world.version(request.stream) > 0;
      if (begun && !supports.includes(request.stream)) supports.push(request.stream);
    }),
  );
}

async function answering({ world, cases, supports, sceneOf, ask }: Party): Promise<void> {
  const r = world.people;
  const live = supports.filter((one) => world.support(one).status !== 'ended');
  const stream = (r.chance(0.95) ? r.any(live) : undefined) ?? r.any(supports);
  if (stream === undefined) return;
  const common = await sceneOf(stream);
  const state = world.support(r.chance(0.02) ? 'none' : stream);
  const scene: SupportScene = { ...common, state, streams: cases };
  if (r.chance(0.08)) await world.ask(strayOnSupport(scene));
  else await ask(supportRequest(scene));
}

/** Somebody who handles a case offers what the catalogue has for a need; mostly rightly. */
function offerRequest(scene: Scene, about: StreamId): Request {
  const { r, world, law } = scene;
  const matter = world.state(about);
  const place = matter.status === 'none' ? '' : matter.place.unit;
  const holder: UnitId = matter.status === 'none' ? law.dispatch.centre : matter.holder;
  const unit = (matter.status === 'none' ? null : orderOf(matter)?.lead) ?? holder;
  const need = r.any(law.support?.needs ?? [])?.code ?? 'no-work';
  const measure = r.any(match(law, [need], place))?.measure.id ?? 'public-post';
  const said: Said = {
    type: 'offer',
    data: { case: about, sponsorship: r.chance(0.03) ? world.crypto.id(80) : null, measure, need },
    texts: { words: privateText(r, '帮扶') },
  };
  const key = world.crypto.id(80);
  const by = r.chance(0.08) ? (r.any(scene.district.posts) ?? NOBODY) : { unit, role: roleOf(r) };
  const { actor } = seldomRecused(scene, { actor: staff(by) });
  const { type, data, texts } = r.chance(0.1) ? misfilled(scene, said) : said;
  return {
    tenant: TENANT,
    process: 'support',
    stream: streamUnder(world.crypto, TENANT, actor, key),
    actor,
    command: { type, data },
    private: world.worded(texts ?? {}),
    expectedVersion: 0,
    key,
  };
}

const roleOf = (r: Scene['r']) =>
  r.pick(['unit_handler', 'unit_handler', 'unit_head', 'liaison'] as const);

/** The next act on a support as a door sends it: now and then late, misfilled or stray. */
function supportRequest(scene: SupportScene): Request {
  const { r, stream, state, world } = scene;
  const types = Object.keys(TELLERS) as Human[];
  const type = (r.chance(0.08) ? r.any(types) : r.weighted(habits(state))) ?? 'consent';
  const told = TELLERS[type](scene);
  const said = r.chance(0.12) ? misfilled(scene, told) : told;
  const early = state.status === 'none' ? world.now : state.since;
  const late = r.chance(0.07) ? world.now - r.int(0, Math.max(0, world.now - early)) : null;
  const tooEarly = r.chance(0.04) ? world.now - r.int(1, 30) * DAY : null;
  const occurredAt = tooEarly ?? late;
  const unknown = state.status === 'none';
  return {
    tenant: TENANT,
    process: 'support',
    stream: unknown ? world.crypto.id(80) : stream,
    ...whoMay(scene, type),
    ...(occurredAt === null ? {} : { occurredAt }),
    command: { type: said.type, data: said.data },
    ...(said.texts === undefined || unknown ? {} : { private: world.worded(said.texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

function habits(state: SupportState): Weights {
  switch (state.status) {
    case 'none':
      return {};
    case 'offered':
      return { consent: 6, refuse: 1, 'take-back': 0.6 };
    case 'consented':
      return {
        ...(unshown(state).length > 0 ? { show: 6, deliver: 0.4 } : { show: 0.3, deliver: 5 }),
        revoke: 0.5,
        'cannot-deliver': 0.5,
        supervise: waiting(state.ladders).length > 0 ? 5 : 0.8,
      };
    case 'delivered':
      return { 'confirm-receipt': 3, 'deny-receipt': 3 };
    case 'ended':
      return { consent: 1, deliver: 1 };
  }
}

const TELLERS: Readonly<Record<Human, (scene: SupportScene) => Said>> = {
  'take-back': ({ r }) => ({
    type: 'take-back',
    data: {},
    texts: { reason: privateText(r, '撤回') },
  }),
  consent: ({ r, world }) => ({
    type: 'consent',
    data: { until: r.chance(0.5) ? world.now + r.int(1, 30) * DAY : null },
  }),
  refuse: () => ({ type: 'refuse', data: {} }),
  revoke: () => ({ type: 'revoke', data: {} }),
  show: ({ r, state }) => {
    const left = state.status === 'none' ? [] : unshown(state);
    const known = state.status === 'none' ? [] : state.terms.conditions;
    return {
      type: 'show',
      data: { condition: r.any(left) ?? r.any(known) ?? 'registered' },
      texts: { how: privateText(r, '材料') },
    };
  },
  deliver: ({ r }) => ({
    type: 'deliver',
    data: {},
    texts: { evidence: privateText(r, '兑现') },
  }),
  'cannot-deliver': ({ r }) => ({
    type: 'cannot-deliver',
    data: {},
    texts: { reason: privateText(r, '不能'), next: privateText(r, '途径') },
  }),
  'confirm-receipt': () => ({ type: 'confirm-receipt', data: {} }),
  'deny-receipt': ({ r }) =>
    r.chance(0.5)
      ? { type: 'deny-receipt', data: {}, texts: { words: privateText(r, '未收到') } }
      : { type: 'deny-receipt', data: { words: null } },
  supervise: ({ r, state, law }) => {
    const known = state.status === 'none' ? null : state;
    const rung = r.any(waiting(known?.ladders ?? []));
    const by = { unit: rung?.by ?? law.dispatch.centre, role: 'unit_head' } as const;
    const instruction = r.chance(0.4) ? { by, text: '请按时兑现' } : null;
    return {
      type: 'supervise',
      data: { unit: known?.provider ?? 'civil', text: '请按时兑现', instruction },
    };
  },
};

/** Somebody who may, as far as the table of access says; the person mostly by themselves. */
function whoMay(scene: SupportScene, type: CommandType): Acting {
  const { r, state, law } = scene;
  if (r.chance(0.05)) return { actor: staff(r.any(scene.district.posts) ?? NOBODY) };
  const who = r.any(ACCESS[type].flatMap((line) => ('machine' in line ? [] : [line])));
  if (who === undefined || state.status === 'none') return { actor: staff(NOBODY) };
  if ('person' in who) return thePerson(scene, state.case, state.provider);
  const rung = r.any(waiting(state.ladders));
  if (type === 'supervise' && rung?.by && r.chance(0.8)) {
    const role = rung.act === 'instruct' ? 'unit_head' : 'supervisor';
    return { actor: staff({ unit: rung.by, role }) };
  }
  const unit = r.any(related(who.relation, state, law) ?? []) ?? state.provider;
  return seldomRecused(scene, {
    actor: staff({ unit, role: r.any(who.roles) ?? 'unit_handler' }),
  });
}

function thePerson({ r, law, streams }: SupportScene, about: StreamId, provider: UnitId): Acting {
  if (r.chance(0.6)) return { actor: { kind: 'person', case: about } };
  if (r.chance(0.1)) return { actor: { kind: 'person', case: r.any(streams) ?? about } };
  const unit = r.chance(0.25) ? provider : law.dispatch.centre;
  return {
    actor: staff({ unit, role: 'intake_agent' }),
    onBehalfOf: { kind: 'person', relation: 'helper' },
  };
}

/** Now and then it is somebody who has declared an interest. */
function seldomRecused(
  { r, institution, world }: Pick<Scene, 'r' | 'institution' | 'world'>,
  acting: Acting,
): Acting {
  const live = institution.recusals.filter(
    ({ validTo }) => validTo === null || validTo > world.now,
  );
  const one = r.chance(0.08) ? r.any(live) : undefined;
  if (one === undefined || acting.actor.kind !== 'staff') return acting;
  return { actor: { ...acting.actor, account: one.account } };
}

/** A machine's command out of its order, or in the mouth of somebody else. */
function strayOnSupport(scene: SupportScene): Request {
  const { r, world, stream, state } = scene;
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const due = { clock: clock?.id ?? 'none', revision: 1 };
  const tick = { kind: 'machine', name: 'tick' } as const;
  const clerk = staff({ unit: 'hotline', role: 'dispatcher' });
  const strays = [
    { type: 'clock-due', data: due, actor: tick },
    { type: 'clock-due', data: due, actor: clerk },
    { type: 'recompute-clocks', data: { calendar: 'cn' }, actor: tick },
    {
      type: 'offer',
      data: { case: stream, sponsorship: null, measure: 'public-post', need: 'no-work' },
      actor: staff({ unit: 'housing', role: 'unit_handler' }),
    },
    { type: 'take-back', data: {}, actor: { kind: 'person', case: stream } as const },
  ] as const;
  const { type, data, actor } = r.pick(strays);
  const texts = { offer: { words: '帮扶' }, 'take-back': { reason: '撤回' } } as const;
  const sealed = type in texts ? texts[type as keyof typeof texts] : null;
  return {
    tenant: TENANT,
    process: 'support',
    stream,
    actor,
    command: { type, data },
    ...(sealed === null ? {} : { private: sealed }),
    expectedVersion: world.version(stream),
    key: world.crypto.id(80),
  };
}
