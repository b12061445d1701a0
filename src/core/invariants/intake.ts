import { actsOf } from '../case/acts.ts';
import { bucketOf } from '../case/project.ts';
import { isOpen } from '../case/state.ts';
import type { Recorded } from '../process.ts';
import { equal } from './equal.ts';
import {
  type Case,
  filled,
  type Invariant,
  invariant,
  type Read,
  type Sponsorship,
  stepsOf,
} from './invariant.ts';
import { refusedWithReason } from './petitioning.ts';

const BUCKETS = ['open', 'answered', 'redirected', 'merged', 'closed'];

/** What was said, what became of it, and the emergency line: invariants 1 to 3, 12, 13, 43. */
export const intake: readonly Invariant[] = [
  invariant(
    1,
    {
      zh: '诉求一件不丢，未了的都有人要办',
      en: 'No request is lost; what is open is owed by somebody',
    },
    ({ known }, read) => {
      read(BUCKETS.includes(bucketOf(known)), () => `status ${known.status} counts nowhere`);
      if (isOpen(known))
        read(actsOf(known).length > 0, () => `${known.status}, and nobody owes it`);
    },
  ),
  invariant(
    2,
    { zh: '本人原话不改', en: 'The person’s first words never change' },
    ({ steps, state }, read) => {
      steps.forEach(({ event }, n) => {
        if (event.type !== 'Registered') return;
        const { words } = event.data;
        read(n === 0, () => `registered again at version ${event.version}`);
        read(
          state.status !== 'none' && equal(state.words, words),
          () => `the words are not the registered ${words.ref}`,
        );
      });
    },
  ),
  invariant(
    3,
    { zh: '不受理必有依据和下一步', en: 'A "no" carries its rule and the next path' },
    (one, read) => {
      for (const { event } of stepsOf(one, 'Redirected')) {
        const { channel, citation, nextPath } = event.data;
        read(
          channel !== '' && filled(citation.text) && filled(nextPath),
          () => `redirected to "${channel}" without rule or next path`,
        );
      }
      for (const { event } of stepsOf(one, 'Replied')) {
        if (event.data.outcome !== 'EXPLAINED_CANNOT') continue;
        read(event.data.citation !== null, () => 'a reply that it cannot be done cites nothing');
      }
    },
    { importedApart: true, petition: refusedWithReason },
  ),
  invariant(
    12,
    {
      zh: '紧急事项先转紧急电话，排在最前',
      en: 'An emergency is handed over and heads every queue',
    },
    (one, read) => {
      const { known } = one;
      if (isOpen(known) && known.emergency !== null) {
        const acts = actsOf(known);
        const { confirmed, telephone } = known.emergency;
        read(telephone !== '', () => 'shown without a number');
        read(
          confirmed ||
            (acts[0]?.act === 'case.confirm-handover' && acts.every(({ first }) => first)),
          () => 'not confirmed, and something else comes first',
        );
      }
      for (const { event, before } of stepsOf(one, 'Redirected')) {
        if (event.data.kind !== 'emergency') continue;
        const confirmed = before.status !== 'none' && before.emergency?.confirmed === true;
        read(confirmed, () => 'left to the emergency line without a confirmed hand-over');
      }
    },
  ),
  invariant(
    13,
    { zh: '紧急程度只看事不看人', en: 'Urgency comes from the matter alone' },
    (one, read) => {
      const { words, contact, place } = one.known;
      const personal = [words, contact, place.detail].flatMap((text) =>
        text === null ? [] : [text],
      );
      for (const { event } of stepsOf(one, 'Triaged')) {
        const said = JSON.stringify(event.data);
        read(
          personal.every(
            ({ ref, commitment }) => !said.includes(ref) && !said.includes(commitment),
          ),
          () => 'triage names a personal text',
        );
      }
    },
  ),
  invariant(
    43,
    { zh: '自动步骤有标记、有理由、可由人改', en: 'Automatic steps are marked and explained' },
    (one, read) => {
      for (const { event } of stepsOf(one, 'Triaged')) {
        read(
          event.actedBy.kind !== 'machine' || event.data.automatic,
          () => 'a machine’s triage is not marked automatic',
        );
        read(filled(event.data.because.sentence), () => 'triaged without a sentence why');
      }
      if (one.known.imported !== null) return;
      for (const { event } of one.steps) {
        if (event.actedBy.kind !== 'machine') continue;
        const may = MACHINE.includes(event.type) || carries(one, event);
        read(may, () => `a machine alone did ${event.type}`);
      }
    },
    {
      whistle(one, read) {
        for (const { event } of one.steps) {
          if (event.actedBy.kind !== 'machine') continue;
          const { type, data } = event;
          const marked =
            (type !== 'WhistleIssued' || data.how === 'time-out') &&
            (type !== 'CallOutRuled' || data.reason === null) &&
            (type !== 'Concluded' || data.result === 'NOT_NEEDED');
          read(marked && !DECIDED.includes(type), () => `a machine alone did ${type}`);
        }
      },
      callback({ steps }, read) {
        for (const { event } of steps) {
          if (event.actedBy.kind !== 'machine') continue;
          read(!SAID.includes(event.type), () => `a machine alone said ${event.type}`);
        }
      },
      sponsorship: byTime,
    },
  ),
];

/** What happens without a person deciding: clocks, their consequence, the other half of a merge. */
/** What a callback or a re-check was told reopens the case; the machine only brings the word. */
const carries = ({ steps }: Case, { recordedAt }: Recorded): boolean =>
  steps.some(({ event }) => event.type === 'ClosingDenied' && event.recordedAt === recordedAt);

const MACHINE: readonly string[] = [
  'ClockBreached',
  'ClockRecomputed',
  'InterimOwnerFixed',
  'RequestJoined',
  'RequestLeft',
  'MergedPersonTold',
  'Unmerged',
  // What was merged goes back to a desk, and the promises that ran on with it.
  'ClockHandedOn',
  'ExternalUpdated',
  'WhistleNoted',
  'TextsErased',
  'WhistleLeft',
  'PetitionNoted',
  'SponsorshipNoted',
  'SponsorshipLeft',
  // A leader has it from here on.
  'LadderLeft',
  // A rung of a ladder begins where the one below was missed.
  'LadderClimbed',
  'ClockStarted',
  'ClockEnded',
];

/** What of a callback somebody has to say. */
const SAID: readonly string[] = [
  'CalledInVain',
  'Answered',
  'Found',
  'PressureReported',
  'PressureAnswered',
];

/** Nobody takes a matter on, promises or agrees by themselves running out of time. */
function byTime({ steps }: Sponsorship, read: Read): void {
  for (const { event } of steps) {
    if (event.actedBy.kind !== 'machine') continue;
    read(isTimes(event), () => `a machine alone did ${event.type}`);
  }
}

function isTimes({ type, data }: Sponsorship['events'][number]): boolean {
  switch (type) {
    case 'NominationPassed':
      return data.reason === null;
    case 'NominationTakenBack':
    case 'SponsorshipClosed':
      return data.reason.startsWith('case-ended:');
    case 'ExtensionDecided':
      return !data.granted;
    case 'FollowUpEnded':
      return data.why === 'expired';
    case 'FollowUpBegun':
    case 'CaseFollowed':
    case 'TextsErased':
      return true;
    default:
      return type.startsWith('Clock') || type.startsWith('Ladder');
  }
}

/** What of a whistle is somebody's to say. */
const DECIDED: readonly string[] = [
  'WhistleProposed',
  'WhistleDeclined',
  'Filed',
  'CallOutSigned',
  'CallOutObjected',
  'ReportedIn',
  'Planned',
  'StepFinished',
  'StepDropped',
  'Supervised',
  'Rated',
];
