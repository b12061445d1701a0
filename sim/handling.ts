import { closable } from '../src/core/case/closing.ts';
import type { CaseState } from '../src/core/case/index.ts';
import { orderOf } from '../src/core/case/state.ts';
import type { Clock } from '../src/core/clock/clock.ts';
import { waiting } from '../src/core/clock/ladder.ts';
import type { Post } from '../src/core/process.ts';
import { accountOf } from './actors.ts';
import type { Random } from './random.ts';
import { privateText, type Said, type Scene } from './scene.ts';

const clocksOf = (state: CaseState): readonly Clock[] =>
  state.status === 'none' ? [] : state.clocks;

export const signFor = (): Said => ({ type: 'sign-for', data: {} });

export const object = ({ r, law }: Scene): Said => ({
  type: 'object',
  data: { basis: r.any(law.objectionBases)?.code ?? '', reason: '清单未列入本单位职责' },
});

export const decideObjection = ({ r }: Scene): Said => ({
  type: 'decide-objection',
  data: { upheld: r.chance(0.6), reason: '经核对履职事项清单' },
});

/** A panel of three around the arbiter hears every unit that objected, and the one to be bound. */
export function ruleAllocation(scene: Scene): Said {
  const { r, law, state } = scene;
  const departments = law.units.filter(({ type }) => type === 'department').map(({ id }) => id);
  const lead = r.any(departments) ?? '';
  const objectors = state.status === 'none' ? [] : state.objectors;
  const heard = [...new Set([...objectors, lead])].filter(() => r.chance(0.97));
  const seats: readonly Post[] = [
    { unit: law.objection.ruler, role: 'arbiter' },
    { unit: law.dispatch.centre, role: 'supervisor' },
    { unit: law.dispatch.centre, role: 'dispatcher' },
    { unit: lead, role: 'unit_head' },
  ];
  return {
    type: 'rule-allocation',
    data: {
      panel: panelOf(r, seats),
      positions: heard.map((unit) => ({ unit, position: '本单位意见如下' })),
      lead,
      assisting: [],
      reason: '依据职权清单裁定',
    },
  };
}

/** Mostly whole; sometimes without the arbiter, sometimes too few. */
function panelOf(r: Random, seats: readonly Post[]): readonly Post[] {
  switch (r.weighted({ whole: 8, few: 1, unruled: 1 })) {
    case 'few':
      return seats.slice(0, 2);
    case 'unruled':
      return seats.slice(1);
    default:
      return seats;
  }
}

export const contact = ({ r }: Scene): Said => ({
  type: 'contact',
  data: {
    means: r.pick(['phone', 'visit', 'message', 'counter']),
    reached: r.chance(0.7),
    note: null,
  },
  ...(r.chance(0.5) ? { texts: { note: privateText(r, '记录') } } : {}),
});

export const suspend = ({ r, law, state }: Scene): Said => ({
  type: 'suspend',
  data: {
    clock: r.chance(0.75) ? null : (r.any(clocksOf(state))?.id ?? null),
    reason: r.any(law.suspensionReasons)?.code ?? '',
  },
});

export function resume({ r, state }: Scene): Said {
  const still = clocksOf(state).filter(({ status }) => status === 'suspended');
  const one = r.any(still) ?? r.any(clocksOf(state));
  return { type: 'resume', data: { clock: r.chance(0.5) ? null : (one?.id ?? null) } };
}

export function askExtension({ r, state }: Scene): Said {
  const clocks = clocksOf(state);
  const reply = clocks.filter(({ kind, endedAt }) => kind === 'reply' && endedAt === null);
  const clock = (r.chance(0.9) ? r.any(reply) : undefined) ?? r.any(clocks);
  return {
    type: 'ask-extension',
    data: {
      clock: clock?.id ?? 'reply-1',
      by: { n: r.pick([0, 1, 3, 5, 10, 20]), unit: r.pick(['workDay', 'workDay', 'day', 'hour']) },
      reason: '需要现场会商',
    },
  };
}

export const decideExtension = ({ r }: Scene): Said => ({
  type: 'decide-extension',
  data: { granted: r.chance(0.7), reason: '情况属实' },
});

export const tellExtension = ({ r }: Scene): Said => ({
  type: 'tell-extension',
  data: { means: r.pick(['phone', 'message', 'portal']) },
});

export const remind = (): Said => ({ type: 'remind', data: { text: '请尽快办理' } });
export const supervise = ({ r, state, law }: Scene): Said => {
  const above = waiting(state.status === 'none' ? [] : state.ladders)[0]?.by;
  const by: Post = { unit: above ?? law.dispatch.centre, role: 'unit_head' };
  const instruction = r.chance(0.5) ? { by, text: '请今日办结' } : null;
  return { type: 'supervise', data: { text: '请说明进展', instruction } };
};

export const reply = ({ r }: Scene): Said => ({
  type: 'reply',
  data: {
    reply: null,
    outcome: r.weighted({ FIXED: 5, PARTLY: 2, EXPLAINED_CANNOT: 3, INFO_GIVEN: 1 }),
    citation: r.chance(0.8) ? '《物业管理条例》（示例）' : null,
  },
  texts: { reply: privateText(r, '回复') },
});

/** To an office, to a seat in one, to nobody again; now and then outside the unit. */
export function assign({ r, law, state }: Scene): Said {
  const unit = leadOf(state);
  const office = r.any(law.offices.filter((one) => one.unit === unit || r.chance(0.05)));
  const seat: Post = {
    unit: r.chance(0.85) ? unit : 'market',
    role: r.pick(['unit_handler', 'unit_handler', 'office_head']),
    ...(office === undefined || r.chance(0.3) ? {} : { office: office.id }),
  };
  const to = r.chance(0.5) ? { account: accountOf(seat), post: seat } : null;
  return { type: 'assign', data: { office: r.chance(0.8) ? (office?.id ?? null) : null, to } };
}

export function handOn({ r, law, state }: Scene): Said {
  const offices = law.offices.filter(({ unit }) => unit === leadOf(state));
  return {
    type: 'hand-on',
    data: { office: r.any(offices)?.id ?? 'none', reason: r.chance(0.9) ? '属该科室职责' : ' ' },
  };
}

const leadOf = (state: CaseState): string => orderOf(state)?.lead ?? 'urban';

export const agreeReply = (): Said => ({ type: 'agree-reply', data: {} });
export const sendBackReply = ({ r }: Scene): Said => ({
  type: 'send-back-reply',
  data: { reason: r.chance(0.9) ? '请补充依据' : '' },
});

export function verify({ r }: Scene): Said {
  const reached = r.chance(0.75);
  return {
    type: 'verify',
    data: {
      reached,
      solved: reached ? r.weighted({ yes: 5, partly: 2, no: 3, not_contacted: 1 }) : null,
      heard: reached ? r.chance(0.8) : null,
      words: null,
    },
    ...(r.chance(0.3) ? { texts: { words: privateText(r, '评价') } } : {}),
  };
}

export function close({ r, state }: Scene): Said {
  const open = state.status === 'replied' ? closable(state) : [];
  return { type: 'close', data: { outcome: r.any(open) ?? r.pick(['FIXED', 'UNREACHABLE']) } };
}

export const reopen = ({ r }: Scene): Said => ({
  type: 'reopen',
  data: { reason: r.pick(['new_facts', 'not_fixed', 'failed_recheck']), words: null },
  ...(r.chance(0.7) ? { texts: { words: privateText(r, '新情况') } } : {}),
});

export const withdraw = ({ r }: Scene): Said => ({
  type: 'withdraw',
  data: { words: null },
  ...(r.chance(0.5) ? { texts: { words: privateText(r, '撤回') } } : {}),
});

export const disagree = ({ r }: Scene): Said => ({
  type: 'disagree',
  data: { words: null },
  texts: { words: privateText(r, '不同意') },
});

export const summarise = ({ r }: Scene): Said => ({
  type: 'summarise',
  data: { summary: null },
  texts: { summary: privateText(r, '摘要') },
});

export const message = ({ r }: Scene): Said => ({
  type: 'message',
  data: { text: null },
  texts: { text: privateText(r, '留言') },
});

export const addWords = ({ r }: Scene): Said => ({
  type: 'add-words',
  data: { words: null },
  texts: { words: privateText(r, '补充') },
});
