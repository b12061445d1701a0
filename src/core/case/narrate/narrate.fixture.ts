import type { Clock } from '../../clock/clock.ts';
import type { Text } from '../../text.ts';
import type { Names } from './names.ts';

/** Names in brackets, and the pieces that events are made of. For tests only. */

const word = (zh: string, en: string) => (): Text => ({ zh, en });
export const names: Names = {
  unit: (id) => ({ zh: `〔${id}〕`, en: `[${id}]` }),
  office: (id) => ({ zh: `〔${id}科〕`, en: `[office ${id}]` }),
  post: ({ unit }) => ({ zh: `〔${unit}岗〕`, en: `[post of ${unit}]` }),
  category: word('路灯', 'Street lights'),
  urgency: word('一般', 'Normal'),
  channel: word('公安报警', 'Police'),
  objectionBasis: word('清单无此事项', 'not on the list'),
  suspensionReason: word('听证期间', 'a hearing'),
  clock: word('答复', 'Reply'),
  kind: word('求助', 'Request for help'),
  intake: word('窗口', 'Counter'),
  outcome: word('已解决', 'Fixed'),
  solved: word('部分解决', 'Partly solved'),
  means: word('电话', 'by telephone'),
  moment: word('3月9日10:00', 'Mon 9 Mar 10:00'),
};

export const sealed = { ref: 'secret-ref', commitment: 'secret-commitment' };
export const head = { unit: 's1', role: 'office_head' } as const;
export const within = { order: 1, unit: 's1', office: null, to: null, reason: null };
export const citation = { text: { zh: '依据', en: 'rule' }, illustrative: true };
export const because = {
  sentence: { zh: '因为', en: 'because' },
  duty: null,
  citation,
  catalogue: { rulebook: 'r', version: '1' },
};
export const clock: Clock = {
  id: 'reply-1',
  kind: 'reply',
  unit: 's1',
  startedAt: 0,
  duration: { n: 5, unit: 'workDay' },
  legal: null,
  target: null,
  calendar: { id: 'cn', version: '1' },
  citation,
  dueAt: 1,
  legalDueAt: null,
  provisional: false,
  suspensions: [],
  extensions: [],
  status: 'running',
  breachedAt: null,
  endedAt: null,
  revision: 1,
};
export const due = {
  clock: 'reply-1',
  dueAt: 1,
  legalDueAt: null,
  provisional: false,
  calendar: { id: 'cn', version: '2' },
};
export const rung = {
  clock: 'reply-1',
  kind: 'reply',
  unit: 's1',
  rung: 1,
  timer: 'remind-1',
  citation,
};
export const wd = (n: number) => ({ n, unit: 'workDay' as const });
