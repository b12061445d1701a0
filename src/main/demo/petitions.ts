import type { StreamId } from '../../core/process.ts';
import type { World } from './cast.ts';
import { deed } from './moves.ts';
import type { Deed, Step, Story } from './perform.ts';
import type { Timeline } from './timeline.ts';

/** Requests that a petition was made for: their pages are of those the demonstration gives the codes of. */
export const PETITIONED = ['closed-zh', 'closed-en'] as const;

/** Office minutes after the act before, and the act. */
type Move = readonly [gap: number, deed: (about: StreamId, world: World) => Deed];

const OFFICE = 'petitions';
const BODY = 'housing';

/** Just registered, and with the petition office. */
const REGISTERED: readonly Move[] = [
  [
    2400,
    (about, { staff }) =>
      deed(
        staff(OFFICE, 'unit_handler'),
        'register',
        { case: about, kind: 'claim', number: null, representatives: 1 },
        { words: '[Demonstration] Asks for a written answer with its legal basis.' },
      ),
  ],
];

/** Registered, handled, answered on paper; the person asked for review, and the district reviews. */
const REVIEWED: readonly Move[] = [
  [
    100,
    (about, { staff }) =>
      deed(
        staff(OFFICE, 'unit_handler'),
        'register',
        {
          case: about,
          kind: 'claim',
          number: { system: '全国信访信息系统（演示）', number: 'DEMO-2026-0001' },
          representatives: 1,
        },
        { words: '〔演示〕请求对处理结果作出书面答复，并说明依据。' },
      ),
  ],
  [120, (_, { staff }) => deed(staff(OFFICE, 'unit_handler'), 'route', { bodies: [BODY] })],
  [240, (_, { staff }) => deed(staff(BODY, 'unit_handler'), 'accept')],
  [
    30,
    (_, { staff }) =>
      deed(staff(BODY, 'unit_handler'), 'deliver', { letter: 1, means: 'post', proof: null }),
  ],
  [
    900,
    (_, { staff }) =>
      deed(
        staff(BODY, 'unit_handler'),
        'give-opinion',
        { verdict: 'EXPLAIN', basis: '示例：有关主管部门的规定（演示）' },
        {
          request: '〔演示〕请求对处理结果作出书面答复，并说明依据。',
          facts: '〔演示〕经到现场核对，问题已按规定处理，记录齐全。',
          opinion: '〔演示〕请求有合理之处，但现行规定没有依据支持进一步处理，特此解释说明。',
        },
      ),
  ],
  [
    60,
    (_, { staff }) =>
      deed(
        staff(OFFICE, 'unit_handler'),
        'deliver',
        { letter: 2, means: 'in-person' },
        { proof: '〔演示〕本人当面签收' },
      ),
  ],
  [
    500,
    (about) =>
      deed(
        { kind: 'person', case: about },
        'ask-review',
        {},
        { words: '〔演示〕没有说明依据的是哪一条。' },
      ),
  ],
];

/** No two matters are written to in the same millisecond; no request's own offset ends like this. */
const OWN = 30_999;

const MOVES: Readonly<Record<(typeof PETITIONED)[number], readonly Move[]>> = {
  'closed-zh': REVIEWED,
  'closed-en': REGISTERED,
};

/** The petition's story, from the last act on the request on. */
export function petitionStory(
  world: World,
  request: Story,
  name: (typeof PETITIONED)[number],
  timeline: Timeline,
): Story {
  const steps: Step[] = [];
  let at = request.steps.at(-1)?.at ?? timeline.now;
  for (const [gap, told] of MOVES[name]) {
    at = timeline.later(at, gap);
    if (at + OWN > timeline.now) break;
    // The request must have come as far.
    steps.push({ at: at + OWN, alone: true, deed: () => told(request.stream, world) });
  }
  const { crypto, tenant } = world;
  const stream = crypto.derive(`demonstration/${tenant}/petition-${name}`, 80);
  return { name: `petition-${name}`, process: 'petition', stream, steps };
}
