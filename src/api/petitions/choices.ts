import type { ActChoice } from '../../contract/cases.ts';
import { petitionActWords } from '../../contract/petition-words.ts';
import type { PetitionAct, PetitionStatus } from '../../contract/petitions.ts';
import { isDue } from '../../core/petition/acts.ts';
import { whyNot } from '../../core/petition/decide.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { Reader } from '../parts.ts';
import type { PetitionReading } from './reading.ts';

/** Acts that make sense at each status; others are not offered at all. */
const AT: Readonly<Record<PetitionStatus, readonly PetitionAct[]>> = {
  registered: ['route', 'hand-over', 'not-accept'],
  shared: ['agree-body', 'designate'],
  routed: ['accept', 'not-accept', 'object'],
  objected: ['decide-return'],
  working: [
    'give-opinion',
    'ask-extension',
    'decide-extension',
    'open-hearing',
    'close-hearing',
    'record-mediation',
  ],
  opined: [],
  told: ['ask-review'],
  'handed-over': [],
  'not-accepted': ['claim-new-facts', 'look'],
  concluded: ['ask-review', 'claim-new-facts', 'look'],
};

/** What may be done now, by whom, and why not; what the person does, their helper enters for them. */
export function choicesOf(reader: Reader, reading: PetitionReading): ActChoice[] {
  const { state, row } = reading;
  const facts = factsFor(reader, reading, row.stream);
  const helped = { ...facts, onBehalfOf: { kind: 'person', relation: 'helper' } as const };
  const owed = owedTo(reader, reading, petitionProcess.project(state, row.stream).acts);
  const waiting = state.letters.some((letter) => isDue(state, letter));
  return [
    ...AT[state.status].filter((act) => fits(act, reading)),
    ...(waiting ? (['deliver'] as const) : []),
  ].map((act) => {
    const choice = { act, name: petitionActWords[act], owed: owed.includes(`petition.${act}`) };
    const asked = PERSONS.includes(act) ? helped : facts;
    return choiceOf(choice, whyNot({ type: act, data: {} }, state, asked), reading);
  });
}

const PERSONS: readonly PetitionAct[] = ['ask-review', 'claim-new-facts'];

/** What the petition's own standing leaves no room for is not offered with a reason: it is not there. */
function fits(act: PetitionAct, { state }: PetitionReading): boolean {
  const stage = 'stage' in state ? state.stage : null;
  const working = state.status === 'working' ? state : null;
  switch (act) {
    case 'route':
    case 'not-accept':
      return state.way === 'handle';
    case 'hand-over':
      return state.way !== 'handle';
    case 'object':
      return state.status === 'routed' && !state.bound;
    case 'ask-extension':
      return stage === 'handling' && working?.extension === null;
    case 'decide-extension':
      return working?.extension?.letter === null;
    case 'open-hearing':
      return stage === 're-review' && working?.hearing === null;
    case 'close-hearing':
      return working !== null && working.hearing !== null;
    case 'give-opinion':
      return working?.hearing === null;
    case 'ask-review':
      return 'asked' in state && !state.asked;
    case 'look':
      return 'look' in state && state.look !== null;
    case 'claim-new-facts':
      return 'look' in state && state.look === null;
    default:
      return true;
  }
}
