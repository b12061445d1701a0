import { type Institution, rulebookAt } from '../authority/institution.ts';
import type { Recorded } from '../process.ts';
import { equal } from './equal.ts';
import { type Invariant, invariant, type Look, ofAll, type Read } from './invariant.ts';

/** Attributes of a person that nothing here may have, whatever it is called. */
const BANNED =
  /risk|mood|emotion|stabil|credit|watch_?list|black_?list|reputation|trust_?score|稳控|重点人|风险|信用|情绪/i;

/** The record itself: invariants 37, 38 and 53. */
export const records: readonly Invariant[] = [
  invariant(
    37,
    {
      zh: '每次查看个人信息都有人、有用途、有职责',
      en: 'Each look at a personal field has actor, purpose, assignment',
    },
    (one, read) => looked(one, read, ({ event, after }) => [event.data, event.actedBy, after.desk]),
    {
      callback: (one, read) => looked(one, read, ({ event }) => [event.data, event.actedBy]),
    },
  ),
  ofAll(
    38,
    {
      zh: '没有对人的风险、情绪、信用等标记',
      en: 'No risk, mood, credit or watch-list mark of a person',
    },
    ({ steps, known }, read) => {
      const said = (steps as readonly { readonly event: Recorded }[]).map(
        ({ event }) => event.data,
      );
      for (const value of [...said, known]) {
        const bad = keysOf(value).find((key) => BANNED.test(key));
        read(bad === undefined, () => `an attribute "${bad}"`);
      }
    },
  ),
  ofAll(
    53,
    {
      zh: '记录不断号，重放得出同一状态',
      en: 'The log has no gap, and replay gives the same state',
    },
    ({ steps, known, state, stream }, read) => {
      (steps as readonly { readonly event: Recorded }[]).forEach(({ event }, n) => {
        read(
          event.version === n + 1 && event.stream === stream,
          () => `version ${event.version} of ${event.stream} stands at ${n + 1}`,
        );
        read(event.occurredAt <= event.recordedAt, () => {
          return `${event.type} recorded before it happened`;
        });
      });
      read(equal(known, state), () => 'the kept state is not what the log replays to');
    },
  ),
];

/** Each look has a purpose, and its unit had a part by then in what was looked at. */
function looked<Step extends { readonly event: Recorded }>(
  { looks = [], steps, institution }: LookedAt<Step>,
  read: Read,
  parts: (step: Step) => readonly unknown[],
): void {
  for (const { actor, purpose, field, at } of looks) {
    read(purpose.trim() !== '' && field !== '', () => `a look at "${field}" without a purpose`);
    if (actor.kind !== 'staff') continue;
    const { unit } = actor.post;
    const centre = rulebookAt(institution, at)?.dispatch.centre;
    const before = steps.filter(({ event }) => event.recordedAt <= at);
    const part = before.some((step) => JSON.stringify(parts(step)).includes(`"${unit}"`));
    read(part || unit === centre, () => `${unit} looked at "${field}" and had no part in the case`);
  }
}

interface LookedAt<Step> {
  readonly looks?: readonly Look[];
  readonly steps: readonly Step[];
  readonly institution: Institution;
}

function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}
