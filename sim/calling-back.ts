import { ACCESS, related } from '../src/core/callback/access.ts';
import type { CommandType } from '../src/core/callback/commands.ts';
import type { CallbackState } from '../src/core/callback/index.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import type { Request } from '../src/engine/request.ts';
import { type Acting, interested, NOBODY, staff } from './actors.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { misfilled } from './slips.ts';
import { TENANT } from './world.ts';

const HOUR = 3_600_000;

/** One callback as the people around it find it. */
export interface CallbackScene extends Omit<Scene, 'state'> {
  readonly state: CallbackState;
}

type Human = 'answer' | 'call-in-vain' | 'find' | 'report-pressure' | 'answer-pressure';
type Weights = Readonly<Partial<Record<Human, number>>>;

/** The district itself whistled about what the centre received: no supervisor is left to hear of it. */
export const isAmongThemselves = (state: CallbackState, { units, dispatch }: Rulebook): boolean => {
  if (state.status === 'none') return false;
  const { parties } = state;
  const root = units.find(({ type }) => type === 'district')?.id ?? '';
  return parties.includes(dispatch.centre) && parties.includes(root);
};

function habits(state: CallbackState, law: Rulebook): Weights {
  if (state.status === 'none') return { answer: 1 };
  const pressure = state.reports.some(({ done }) => done === null)
    ? { 'answer-pressure': 3 }
    : {
        'report-pressure': isAmongThemselves(state, law) ? 6 : 0.25,
        // To none at all, or once more to one that was answered.
        'answer-pressure': state.reports.length > 0 ? 5 : 0.2,
      };
  const own = state.kind === 'callback' ? { answer: 4, find: 0.6 } : { find: 4, answer: 0.6 };
  switch (state.status) {
    case 'asking':
      return {
        ...own,
        'call-in-vain': state.attempts > 0 ? 4 : 1.5,
        ...pressure,
      };
    case 'answered':
      return { ...own, ...pressure };
    default:
      return { ...pressure, answer: 0.3 };
  }
}

const TELLERS: Readonly<Record<Human, (scene: CallbackScene) => Said>> = {
  answer({ r }) {
    const reply = () => r.pick(['yes', 'partly', 'no', null] as const);
    const replies = { contacted: reply(), solved: reply(), satisfied: reply(), listened: reply() };
    const none = { contacted: null, solved: null, satisfied: null, listened: null };
    const said = r.chance(0.14) ? none : replies;
    const data = { replies: said, words: null, share: r.chance(0.5) };
    return r.chance(0.4) && said !== none
      ? { type: 'answer', data, texts: { words: privateText(r, '路灯仍不亮') } }
      : { type: 'answer', data };
  },
  'call-in-vain': () => ({ type: 'call-in-vain', data: {} }),
  find: ({ r }) => ({
    type: 'find',
    data: {
      finding: r.weighted({ held: 5, recurred: 2, unclear: 1 }),
      how: r.chance(0.25) ? null : r.pick(['asked', 'seen', 'seen'] as const),
      words: null,
    },
  }),
  'report-pressure': ({ r }) => ({
    type: 'report-pressure',
    data: { text: null },
    texts: { text: privateText(r, '有人上门要求打满意') },
  }),
  'answer-pressure': ({ r, state }) => {
    const reports = state.status === 'none' ? [] : state.reports;
    const open = reports.find(({ done }) => done === null);
    const report = (r.chance(0.9) ? open : r.any(reports))?.n ?? r.int(1, 3);
    return {
      type: 'answer-pressure',
      data: { report, done: null },
      texts: { done: privateText(r, '已约谈该单位') },
    };
  },
};

/** As a door sends it: now and then late, misfilled, by somebody else, or to one that is not there. */
export function callbackRequest(scene: CallbackScene): Request {
  const { r, stream, state, world } = scene;
  const type =
    (r.chance(0.08) ? r.any(Object.keys(TELLERS) as Human[]) : undefined) ??
    r.weighted(habits(state, scene.law)) ??
    'answer';
  const told = TELLERS[type](scene);
  const { data, texts } = r.chance(0.05) ? misfilled(scene, told) : told;
  const unknown = state.status === 'none';
  const early = unknown ? world.now : state.since;
  const late = r.chance(0.07) ? world.now - r.int(0, Math.max(0, world.now - early)) : null;
  const tooEarly = r.chance(0.05) ? world.now - r.int(0, 30) * 24 * HOUR : null;
  const occurredAt = tooEarly ?? late;
  return {
    tenant: TENANT,
    process: 'callback',
    stream: unknown ? world.crypto.id(80) : stream,
    ...whoMay(scene, type, data),
    ...(occurredAt === null ? {} : { occurredAt }),
    command: { type, data },
    ...(texts === undefined || unknown ? {} : { private: world.worded(texts) }),
    expectedVersion: unknown ? 0 : world.version(stream),
    key: world.crypto.id(80),
  };
}

function whoMay(scene: CallbackScene, type: Human, data: object): Acting {
  const { r, state, district } = scene;
  const barred = state.status === 'none' ? undefined : interested(scene, state.case, state.parties);
  if (barred !== undefined) return barred;
  if (r.chance(0.07)) return { actor: staff(r.any(district.posts) ?? NOBODY) };
  const lines = ACCESS[type].filter((line) => !('machine' in line));
  const who = r.any(lines);
  if (who === undefined || state.status === 'none') return { actor: staff(NOBODY) };
  if (!('relation' in who)) return { actor: { kind: 'person', case: state.case } };
  const unit = r.any(related(who.relation, { type, data }, state));
  // Nobody asks: the person alone may speak.
  if (unit === undefined) return { actor: { kind: 'person', case: state.case } };
  return { actor: staff({ unit, role: who.roles[0] ?? 'callback_agent' }) };
}

/** A machine's command out of its order: told twice, told late, told of what is not there. */
export function strayOnCallback({ r, world, stream, state }: CallbackScene): Request {
  const clock = state.status === 'none' ? undefined : r.any(state.clocks);
  const about = state.status === 'none' ? stream : state.case;
  const closing = state.status === 'none' ? 1 : state.closing;
  const machine = (name: 'tick' | 'reaction') => ({ kind: 'machine', name }) as const;
  const strays: readonly {
    type: CommandType;
    data: object;
    actor: Acting['actor'];
    on?: string;
  }[] = [
    {
      type: 'clock-due',
      data: { clock: clock?.id ?? 'none', revision: 1 },
      actor: machine('tick'),
    },
    { type: 'recompute-clocks', data: { calendar: 'cn' }, actor: machine('tick') },
    { type: 'draw', data: { case: about, closing, sponsored: true }, actor: machine('reaction') },
    { type: 'case-reopened', data: { closing: closing + 7 }, actor: machine('reaction') },
    { type: 'case-reopened', data: { closing }, actor: staff(NOBODY) },
    {
      type: 'draw',
      data: { case: 'nowhere', closing, sponsored: false },
      actor: machine('reaction'),
      on: world.crypto.id(80),
    },
  ];
  const {
    type,
    data,
    actor,
    on = stream,
  } = r.any(strays) ?? { type: 'case-reopened', data: { closing: 9 }, actor: machine('reaction') };
  const expectedVersion = world.version(on);
  const key = world.crypto.id(80);
  const command = { type, data };
  return { tenant: TENANT, process: 'callback', stream: on, actor, command, key, expectedVersion };
}
