import type { z } from 'zod';
import type {
  SponsorshipAct,
  SponsorshipView,
  sponsorshipBodies,
} from '../../contract/sponsorships.ts';
import type { Form, Values } from './forms.ts';

type Body<Act extends SponsorshipAct> = keyof z.input<(typeof sponsorshipBodies)[Act]> & string;

/** What an act is done to is named by where it is opened from, never asked. */
export type Promised = 'step' | 'commitment';
/** Of a meeting each unit is asked once what it said: the body has that in three lists. */
type Sitting = 'present' | 'positions' | 'dissents';
type Names<Act extends SponsorshipAct> = Act extends 'hold-meeting'
  ? Exclude<Body<Act>, Sitting> | 'sitting'
  : Exclude<Body<Act>, Promised>;
type SponsorshipForm<Act extends SponsorshipAct> = Form<Names<Act>, SponsorshipView>;

const words = { name: 'reason', ask: { kind: 'long' } } as const;
const unblocks = ({ kind }: Values): boolean => kind === 'unblocked';
/** Given in full, or explained by a rule. */
const explained = ({ answer }: Values): boolean => answer !== undefined && answer !== 'SUPPORT';
const wasReached = ({ reached }: Values): boolean => reached === true;

/** A sponsorship's acts, in the order they are offered in. */
export const sponsorshipForms: { readonly [Act in SponsorshipAct]: SponsorshipForm<Act> } = {
  accept: { letter: 's', legal: true, fields: [] },
  pass: { letter: 'n', legal: true, fields: [{ ...words, label: 'passReason' }] },
  designate: {
    letter: 'g',
    legal: true,
    fields: [{ name: 'sponsor', label: 'seatLogin', ask: { kind: 'candidate' } }],
  },
  'decide-extension': {
    letter: 'x',
    legal: true,
    decidedBy: 'granted',
    fields: [
      { ...words, label: 'decisionReason' },
      { name: 'granted', label: 'granted', ask: { kind: 'yesno' } },
    ],
  },
  'tell-extension': {
    letter: 'x',
    legal: true,
    applies: ({ extension }) => extension?.granted === true,
    fields: [{ name: 'means', label: 'means', ask: { kind: 'told' } }],
  },
  'agree-needs': {
    letter: 'n',
    legal: true,
    fields: [{ name: 'needs', label: 'needs', ask: { kind: 'needs' }, optional: true }],
  },
  'answer-claim': {
    letter: 'r',
    legal: true,
    fields: [
      { name: 'answer', label: 'claimAnswer', ask: { kind: 'claim-answer' } },
      { name: 'reply', label: 'claimReply', ask: { kind: 'long' } },
      { name: 'citation', label: 'claimCitation', ask: { kind: 'line' }, when: explained },
    ],
  },
  'tell-result': {
    letter: 't',
    legal: true,
    fields: [
      { name: 'result', label: 'result', ask: { kind: 'long' } },
      { name: 'means', label: 'means', ask: { kind: 'told' } },
    ],
  },
  'record-act': {
    letter: 'd',
    legal: false,
    fields: [
      { name: 'kind', label: 'sponsorAct', ask: { kind: 'sponsor-act' } },
      { name: 'unit', label: 'unblocked', ask: { kind: 'unit' }, when: unblocks },
      { name: 'duty', label: 'duty', ask: { kind: 'duty' }, optional: true },
      { name: 'note', label: 'sponsorNote', ask: { kind: 'long' } },
      { name: 'words', label: 'theirWords', ask: { kind: 'long' }, optional: true },
    ],
  },
  supervise: {
    letter: 'v',
    legal: true,
    fields: [
      { name: 'unit', label: 'supervised', ask: { kind: 'partner' } },
      { name: 'text', label: 'supervision', ask: { kind: 'long' } },
      { name: 'instruction', label: 'instruction', ask: { kind: 'instruction' }, optional: true },
    ],
  },
  convene: {
    letter: 'c',
    legal: true,
    applies: ({ force }) => force === null || force.over,
    fields: [
      { name: 'mandate', label: 'mandate', ask: { kind: 'long' } },
      { name: 'powers', label: 'neededPowers', ask: { kind: 'powers' }, optional: true },
      { name: 'members', label: 'members', ask: { kind: 'members' } },
      { name: 'until', label: 'forceUntil', ask: { kind: 'moment' } },
    ],
  },
  'hold-meeting': {
    letter: 'm',
    legal: true,
    applies: ({ force }) => force !== null && !force.over,
    fields: [
      { name: 'agenda', label: 'agenda', ask: { kind: 'long' } },
      { name: 'sitting', label: 'sitting', ask: { kind: 'sitting' } },
      { name: 'decision', label: 'decision', ask: { kind: 'long' } },
      {
        name: 'commitments',
        label: 'commitments',
        ask: { kind: 'commitments' },
        optional: true,
      },
    ],
  },
  plan: {
    letter: 'p',
    legal: true,
    fields: [{ name: 'steps', label: 'planSteps', ask: { kind: 'steps' } }],
  },
  'add-member': {
    letter: 'a',
    legal: false,
    applies: ({ force }) => force !== null && !force.over,
    fields: [
      { name: 'unit', label: 'member', ask: { kind: 'unit' } },
      { name: 'power', label: 'memberPower', ask: { kind: 'power' }, optional: true },
    ],
  },
  'release-member': {
    letter: 'e',
    legal: false,
    applies: ({ force }) => force !== null && !force.over && force.members.length > 0,
    fields: [
      { name: 'unit', label: 'memberLeaving', ask: { kind: 'member' } },
      { ...words, label: 'memberReason' },
    ],
  },
  delegate: {
    letter: 'l',
    legal: true,
    fields: [
      { name: 'power', label: 'delegated', ask: { kind: 'power' } },
      { name: 'to', label: 'delegatee', ask: { kind: 'partner' } },
      { name: 'until', label: 'delegatedUntil', ask: { kind: 'moment' } },
    ],
  },
  'record-hearing': {
    letter: 'h',
    legal: true,
    fields: [
      { name: 'noticeAt', label: 'noticeAt', ask: { kind: 'moment' } },
      { name: 'heldAt', label: 'heldAt', ask: { kind: 'moment' } },
      { name: 'parties', label: 'parties', ask: { kind: 'parties' } },
      { name: 'record', label: 'hearingNotes', ask: { kind: 'long' } },
      { name: 'outcome', label: 'hearingOutcome', ask: { kind: 'hearing-outcome' } },
    ],
  },
  'ask-extension': {
    letter: 'x',
    legal: true,
    applies: ({ extension }) => extension === null,
    fields: [
      { name: 'by', label: 'by', ask: { kind: 'duration' } },
      { ...words, label: 'extensionReason' },
    ],
  },
  'finish-step': {
    letter: 'y',
    legal: false,
    fields: [{ name: 'note', label: 'stepNote', ask: { kind: 'long' } }],
  },
  'keep-commitment': {
    letter: 'u',
    legal: false,
    fields: [{ name: 'note', label: 'stepNote', ask: { kind: 'long' } }],
  },
  'drop-step': { letter: 'b', legal: false, fields: [{ ...words, label: 'dropReason' }] },
  'drop-commitment': { letter: 'j', legal: false, fields: [{ ...words, label: 'dropReason' }] },
  'record-follow-up': {
    letter: 'c',
    legal: false,
    fields: [
      { name: 'reached', label: 'reached', ask: { kind: 'yesno' } },
      {
        name: 'words',
        label: 'theirWords',
        ask: { kind: 'long' },
        optional: true,
        when: wasReached,
      },
    ],
  },
  dissent: {
    letter: 'q',
    legal: true,
    fields: [{ name: 'words', label: 'theirWords', ask: { kind: 'long' } }],
  },
  'consent-identity': {
    letter: 'i',
    legal: true,
    applies: ({ identity }) => !identity,
    fields: [],
  },
  'revoke-identity': {
    letter: 'o',
    legal: true,
    applies: ({ identity }) => identity,
    fields: [],
  },
  'consent-follow-up': {
    letter: 'f',
    legal: true,
    fields: [
      { name: 'until', label: 'followUpUntil', ask: { kind: 'moment' } },
      { name: 'means', label: 'followUpMeans', ask: { kind: 'told' } },
    ],
  },
  'revoke-follow-up': {
    letter: 'w',
    legal: true,
    applies: ({ followUp }) => followUp?.endedAt === null,
    fields: [],
  },
  'replace-seat': {
    letter: 'k',
    legal: true,
    fields: [
      { name: 'seat', label: 'seat', ask: { kind: 'seat-name' } },
      { name: 'to', label: 'seatLogin', ask: { kind: 'candidate' } },
      { ...words, label: 'seatReason' },
    ],
  },
  'take-back': { letter: 't', legal: true, fields: [{ ...words, label: 'nominationBack' }] },
  close: { letter: 'z', legal: true, fields: [{ ...words, label: 'closeReason' }] },
};

/** What only the person can say: intake staff or the liaison take it down for them. */
export const SAID_BY_PERSON: ReadonlySet<SponsorshipAct> = new Set([
  'consent-identity',
  'revoke-identity',
  'agree-needs',
  'dissent',
  'consent-follow-up',
  'revoke-follow-up',
]);

export const isSponsorshipAct = (act: string): act is SponsorshipAct =>
  Object.hasOwn(sponsorshipForms, act);

/** What a unit that came to a meeting said; dissent is kept to the letter. */
export interface Seated {
  readonly unit: string;
  readonly position?: string;
  readonly dissent?: string;
}

interface Promise {
  readonly owner?: string;
  readonly what?: string;
  readonly dueAt?: string;
}

/** The body as the wire has it: who sat at a meeting is asked unit by unit, and sent in lists. */
export const sponsorshipBody = (act: SponsorshipAct, values: Values): Values => {
  if (act !== 'hold-meeting') return values;
  const { sitting, commitments, ...rest } = values;
  const seated = (sitting ?? []) as readonly Seated[];
  const promised = (commitments ?? []) as readonly Promise[];
  return {
    ...rest,
    present: seated.map(({ unit }) => unit),
    positions: seated.map(({ unit, position = '' }) => ({ unit, position: position.trim() })),
    dissents: seated.flatMap(({ unit, dissent = '' }) =>
      dissent.trim() === '' ? [] : [{ unit, text: dissent }],
    ),
    commitments: promised
      .filter(({ what = '' }) => what.trim() !== '')
      .map(({ owner, what, dueAt }) => ({ unit: owner, what, dueAt })),
  };
};
