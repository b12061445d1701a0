import { rulebookAt } from '../authority/institution.ts';
import { isOpen } from '../case/state.ts';
import type { Recorded, StreamId } from '../process.ts';
import { isHindered, type Status } from '../retention/state.ts';
import {
  type Case,
  type Invariant,
  ofRetentions,
  type Read,
  type Replayed,
  type Retention,
} from './invariant.ts';

/** What is kept and what is erased: invariants 39 and 68 to 70. */
export const keeping: readonly Invariant[] = [
  ofRetentions(
    39,
    {
      zh: '过了保存期的个人信息不能再读，记录仍可核对',
      en: 'Past retention nothing personal can be read, and the record still verifies',
    },
    () => {},
    { when: ['always', 'settled'], case: nothingSealedAfterwards },
  ),
  ofRetentions(
    68,
    {
      zh: '不到期、在保全或未移交的，一概不销毁',
      en: 'Nothing is erased before its time, over a hold or before the archive has it',
    },
    (one, read) => {
      for (const { before, event } of one.steps) {
        if (event.type !== 'ErasureOrdered' || before.status === 'none') continue;
        read(!isHindered(before), () => 'erased though a hold or the archive stood before it');
        const time = before.clocks.findLast(({ kind }) => kind === 'keep');
        read(
          time?.status === 'met' && time.dueAt <= event.recordedAt,
          () => `erased before ${time?.dueAt}`,
        );
        read(event.actedBy.kind === 'machine', () => 'erased by a hand');
      }
    },
  ),
  ofRetentions(
    69,
    {
      zh: '法定保全经两人，且有尽头',
      en: 'A legal hold has two officers, and an end',
    },
    ({ known, steps }, read) => {
      for (const { n, by, agreedBy, until, clock, end } of known.holds) {
        read(agreedBy !== by, () => `hold ${n} was agreed by whoever placed it`);
        const placed = steps.find(
          ({ event }) => event.type === 'HoldPlaced' && event.data.hold === n,
        )?.event;
        read(placed !== undefined && until > placed.recordedAt, () => `hold ${n} ended at once`);
        const runs = known.clocks.find(({ id }) => id === clock)?.status === 'running';
        read(
          runs || end !== null || known.status === 'erased',
          () => `hold ${n} stands with no clock`,
        );
      }
    },
  ),
  ofRetentions(
    70,
    {
      zh: '事项了结即计保存期，恢复办理即停',
      en: 'What has ended is kept under a class; what goes on is not',
    },
    () => {},
    { when: ['settled'] },
  ),
];

/** Once the keys are gone no text is sealed for the matter again, and lists keep no word about it. */
function nothingSealedAfterwards({ steps, list }: Case, read: Read): void {
  const at = steps.findIndex(({ event }) => event.type === 'TextsErased');
  if (at < 0) return;
  const later: readonly { readonly event: Recorded }[] = steps.slice(at + 1);
  for (const { event } of later) {
    const sealed = JSON.stringify(event.data).includes('"commitment":');
    read(!sealed, () => `${event.type} sealed a text under a key that is gone`);
  }
  // At work again, a desk may give it another.
  const titled = later.some(({ event }) => event.type === 'Triaged');
  read(titled || list?.title == null, () => 'its title still stands in lists');
}

/** What only retentions and cases together show. */
export type Keeping =
  | { readonly process: 'case'; readonly open: boolean; readonly owed: boolean }
  | {
      readonly process: 'retention';
      readonly case: StreamId;
      readonly status: Status;
      /** Streams whose keys must be gone. */
      readonly gone: readonly StreamId[];
    };

export function keepingOf(one: Replayed): Keeping | null {
  if (one.process === 'case') {
    return { process: 'case', open: isOpen(one.known), owed: isOwed(one) };
  }
  return one.process === 'retention' ? kept(one) : null;
}

const kept = ({ known }: Retention): Keeping => ({
  process: 'retention',
  case: known.case,
  status: known.status,
  gone: known.status === 'erased' ? known.streams.map(({ stream }) => stream) : [],
});

/** It ended by an act of ours, under a law that said how long it is kept and says so still. */
function isOwed({ known, steps, institution }: Case): boolean {
  if (isOpen(known) || known.status === 'merged' || known.imported !== null) return false;
  const end = steps.findLast(({ before, after }) => isOpen(before) && !isOpen(after))?.event;
  const laws = [rulebookAt(institution, end?.recordedAt ?? 0), institution.rulebooks.at(-1)];
  return end !== undefined && laws.every((law) => law?.retention != null);
}

const NOT_KEPT: readonly Status[] = ['none', 'stopped'];

/** Once nothing waits: keys that are said to be gone are (39), and what ended is kept (70). */
export function checkKeeping(
  all: ReadonlyMap<StreamId, Keeping>,
  erased: ReadonlySet<StreamId>,
  read: (number: 39 | 70, stream: StreamId) => Read,
): void {
  const keptCases = new Set<StreamId>();
  for (const [stream, one] of all) {
    if (one.process !== 'retention') continue;
    for (const part of one.gone) {
      read(39, stream)(erased.has(part), () => `the key of ${part} is still there`);
    }
    if (NOT_KEPT.includes(one.status)) continue;
    keptCases.add(one.case);
    const about = all.get(one.case);
    const gone = one.status === 'erasing' || one.status === 'erased';
    if (about?.process !== 'case' || gone) continue;
    read(70, stream)(!about.open, () => `${one.case} is at work and its time to be erased runs`);
  }
  for (const [stream, one] of all) {
    if (one.process !== 'case' || !one.owed) continue;
    read(70, stream)(keptCases.has(stream), () => 'it has ended and is kept under no class');
  }
}
