import type { ActChoice } from '../../contract/cases.ts';
import { sponsorshipActWords } from '../../contract/sponsorship-words.ts';
import type { SponsorshipAct } from '../../contract/sponsorships.ts';
import type { Named } from '../../core/sponsorship/access.ts';
import { whyNot } from '../../core/sponsorship/decide.ts';
import { sponsorshipProcess } from '../../core/sponsorship/index.ts';
import type { Known } from '../../core/sponsorship/state.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { Reader } from '../parts.ts';
import type { SponsorshipReading } from './reading.ts';

/** Acts on the whole that still make sense in each status; others are not offered at all. */
const RUNNING: readonly SponsorshipAct[] = [
  'record-act',
  'consent-identity',
  'revoke-identity',
  'agree-needs',
  'convene',
  'add-member',
  'release-member',
  'hold-meeting',
  'delegate',
  'plan',
  'record-hearing',
  'answer-claim',
  'ask-extension',
  'decide-extension',
  'tell-extension',
  'tell-result',
  'supervise',
  'replace-seat',
  'dissent',
  'consent-follow-up',
  'close',
];
const WHOLE: Readonly<Record<Known['status'], readonly SponsorshipAct[]>> = {
  nominated: [
    'accept',
    'pass',
    'designate',
    'take-back',
    'replace-seat',
    'consent-identity',
    'revoke-identity',
  ],
  dropped: [],
  accepted: RUNNING,
  agreed: RUNNING,
  told: RUNNING,
  closed: ['consent-follow-up', 'dissent', 'revoke-identity'],
  following: ['record-follow-up', 'revoke-follow-up', 'dissent', 'revoke-identity'],
  ended: ['dissent'],
};

export const actsOnWhole = (reader: Reader, reading: SponsorshipReading): ActChoice[] =>
  choices(reader, reading, WHOLE[reading.state.status], {});

export const actsOnStep = (reader: Reader, reading: SponsorshipReading, step: number) =>
  choices(reader, reading, ['finish-step', 'drop-step'], { step });

export const actsOnCommitment = (reader: Reader, reading: SponsorshipReading, commitment: number) =>
  choices(reader, reading, ['keep-commitment', 'drop-commitment'], { commitment });

/** What the person says, others only take down for them. */
const THEIRS: ReadonlySet<SponsorshipAct> = new Set([
  'consent-identity',
  'revoke-identity',
  'agree-needs',
  'dissent',
  'consent-follow-up',
  'revoke-follow-up',
]);

function choices(
  reader: Reader,
  reading: SponsorshipReading,
  acts: readonly SponsorshipAct[],
  data: Named['data'],
): ActChoice[] {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const helping = { ...facts, onBehalfOf: { kind: 'person', relation: 'helper' } } as const;
  const owed = owedTo(reader, reading, sponsorshipProcess.project(state, row.stream).acts);
  return acts.map((act) => {
    const name = sponsorshipActWords[act];
    const choice = { act, name, owed: owed.includes(`sponsorship.${act}`) };
    const under = THEIRS.has(act) ? helping : facts;
    return choiceOf(choice, whyNot({ type: act, data }, state, under), reading);
  });
}
