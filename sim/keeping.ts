import { calendarOf } from '../src/core/authority/institution.ts';
import type { Post, StreamId } from '../src/core/process.ts';
import { ACCESS, related } from '../src/core/retention/access.ts';
import type { CommandType } from '../src/core/retention/commands.ts';
import type { RetentionState } from '../src/core/retention/state.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, interested, NOBODY, staff } from './actors.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { misfilled } from './slips.ts';
import { TENANT } from './world.ts';

const ARCHIVIST: Post = { unit: 'governance', role: 'archivist' };
const DAY = 24 * 3_600_000;
const machine = (name: 'tick' | 'reaction' | 'setup') => ({ kind: 'machine', name }) as const;

/** One retention as the people around it find it. */
export interface KeepingScene extends Omit<Scene, 'state'> {
  readonly state: RetentionState;
}

type Human = Exclude<
  CommandType,
  'begin' | 'stop' | 'erase' | 'confirm-erased' | 'clock-due' | 'recompute-clocks'
>;

function habits(state: RetentionState): Readonly<Partial<Record<Human, number>>> {
  if (state.status === 'none') return { 'place-hold': 1 };
  const held = state.holds.filter(({ end }) => end === null);
  const unagreed = held.some(({ agreedBy }) => agreedBy === null);
  return {
    'place-hold': held.length > 0 ? 0.4 : 2,
    ...(unagreed && { 'decline-hold': 1 }),
    // Agreed to by two already, where all are.
    ...(held.length > 0 && { 'lift-hold': 1.5, 'agree-hold': unagreed ? 4 : 1.5 }),
    'take-package': state.class.archive ? 3 : 0.3,
    'record-transfer': state.package === null ? 0.5 : 4,
    'ask-erasure': 1.5,
    'answer-erasure': state.wishes.some(({ answer }) => answer === null) ? 4 : 0.3,
  };
}

const holdOf = ({ r, state }: KeepingScene): number => {
  const holds = state.status === 'none' ? [] : state.holds;
  const live = holds.filter(({ end }) => end === null);
  return (r.chance(0.85) ? r.any(live) : r.any(holds))?.n ?? 1;
};

const TELLERS: Readonly<Record<Human, (scene: KeepingScene) => Said>> = {
  'place-hold': ({ r, world }) => ({
    type: 'place-hold',
    data: { reason: '涉及诉讼', until: world.now + r.int(r.chance(0.1) ? -3 : 1, 40) * DAY },
  }),
  'agree-hold': (scene) => ({ type: 'agree-hold', data: { hold: holdOf(scene) } }),
  'decline-hold': (scene) => ({
    type: 'decline-hold',
    data: { hold: holdOf(scene), reason: '与案件无关' },
  }),
  'lift-hold': (scene) => ({ type: 'lift-hold', data: { hold: holdOf(scene), reason: '已结案' } }),
  'take-package': ({ world }) => ({
    type: 'take-package',
    data: { digest: `sha256:${world.crypto.id(80)}` },
  }),
  'record-transfer': ({ world }) => ({
    type: 'record-transfer',
    data: { receipt: `档收 ${world.crypto.id(20)}` },
  }),
  'ask-erasure': ({ r }) => ({
    type: 'ask-erasure',
    data: { words: null },
    ...(r.chance(0.6) ? { texts: { words: privateText(r, '请销毁') } } : {}),
  }),
  'answer-erasure': ({ r, state }) => ({
    type: 'answer-erasure',
    data: { wish: state.status === 'none' ? 1 : Math.max(1, state.wishes.length), answer: null },
    texts: { answer: privateText(r, '依法保存') },
  }),
};

/** The next act on what is kept, by somebody who may; now and then by somebody who may not. */
export function keepingRequest(scene: KeepingScene): Request {
  const { r, stream, state, world } = scene;
  const unknown = r.chance(scene.law.retention === null ? 0.4 : 0.02);
  const types = Object.keys(TELLERS) as Human[];
  const type = (r.chance(0.05) ? r.any(types) : r.weighted(habits(state))) ?? 'place-hold';
  const said = TELLERS[type](scene);
  const { data, texts } = r.chance(0.1) ? misfilled(scene, said) : said;
  const early = r.chance(0.03) ? world.now - r.int(1, 40) * DAY : null;
  return {
    tenant: TENANT,
    process: 'retention',
    stream: unknown ? world.crypto.id(80) : stream,
    ...whoMay(scene, type),
    ...(early === null ? {} : { occurredAt: early }),
    command: { type, data },
    ...(texts === undefined || unknown ? {} : { private: world.worded(texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

function whoMay(scene: KeepingScene, type: Human): Acting {
  const { r, state, law, institution, district } = scene;
  const about = state.status === 'none' ? 'none' : state.case;
  const barred = state.status === 'none' ? undefined : interested(scene, about, state.parts);
  if (barred !== undefined) return barred;
  if (r.chance(0.06)) return { actor: staff(r.any(district.posts) ?? NOBODY) };
  if (type === 'ask-erasure') {
    const forThem = { kind: 'person', relation: 'relative' } as const;
    const helper = staff({ unit: district.places[0] ?? '', role: 'intake_agent' });
    return r.chance(0.2)
      ? { actor: helper, onBehalfOf: forThem }
      : { actor: { kind: 'person', case: about } };
  }
  const who = r.any(ACCESS[type].flatMap((line) => ('relation' in line ? [line] : [])));
  const { retention } = law;
  if (who === undefined || retention === null) return { actor: staff(NOBODY) };
  const calendar = calendarOf(institution, law);
  const post: Post = {
    unit: r.any(related(who.relation, state, { law, retention, calendar })) ?? '',
    role: r.any(who.roles) ?? 'archivist',
  };
  return { actor: staff(post, r.chance(0.4)) };
}

/** A machine’s command that comes twice, late, or from a hand. */
export function strayOnRetention({ r, world, stream, state }: KeepingScene): Request {
  const about: StreamId = state.status === 'none' ? stream : state.case;
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const erase = { type: 'erase', data: { case: about, streams: [] } };
  const [command, actor] = r.any([
    [{ type: 'clock-due', data: { clock: clock?.id ?? 'none', revision: 1 } }, machine('tick')],
    [{ type: 'recompute-clocks', data: { calendar: 'cn' } }, machine('tick')],
    [{ type: 'begin', data: { case: about, into: null } }, machine('reaction')],
    [{ type: 'clock-due', data: { clock: 'keep-1', revision: 1 } }, staff(ARCHIVIST)],
    [erase, staff(ARCHIVIST)],
    [{ ...erase, data: { case: 'another', streams: [] } }, machine('tick')],
    [{ type: 'confirm-erased', data: {} }, staff(ARCHIVIST)],
  ] as const) ?? [erase, machine('setup')];
  const expectedVersion = world.version(stream);
  const key = world.crypto.id(80);
  return { tenant: TENANT, process: 'retention', stream, actor, command, key, expectedVersion };
}
