import { deliveryWords, letterWords, petitionVerdictWords } from '../../contract/petition-words.ts';
import type { LetterView } from '../../contract/petitions.ts';
import { clockOf } from '../../core/clock/clock.ts';
import { reviewerOf } from '../../core/petition/bodies.ts';
import type { EventOf, PetitionEvent } from '../../core/petition/events.ts';
import type { Letter } from '../../core/petition/state.ts';
import { NEXT_STAGE } from '../../core/petition/words.ts';
import type { Recorded, Sealed } from '../../core/process.ts';
import { clockView } from '../cases/rows.ts';
import { iso } from '../route.ts';
import type { PetitionReading } from './reading.ts';

type Texts = ReadonlyMap<string, string>;

/** Papers with all that is printed on them; a text the reader may not read is missing. */
export const letterViews = (reading: PetitionReading, texts: Texts): LetterView[] =>
  reading.state.letters.map((letter) => letterView(letter, reading, texts));

function letterView(letter: Letter, reading: PetitionReading, texts: Texts): LetterView {
  const { state, names } = reading;
  const { n, kind, unit, issuedAt, delivered } = letter;
  const clock = letter.clock === null ? undefined : clockOf(state.clocks, letter.clock);
  const read = (sealed: Sealed | null) =>
    sealed === null ? null : (texts.get(sealed.ref) ?? null);
  return {
    n,
    kind,
    kindName: letterWords[kind],
    unit,
    unitName: names.unit(unit),
    issuedAt: iso(issuedAt),
    delivered:
      delivered === null
        ? null
        : {
            at: iso(delivered.at),
            means: delivered.means,
            meansName: deliveryWords[delivered.means],
            proof: read(delivered.proof),
          },
    clock: clock === undefined ? null : clockView(clock, reading),
    opinion: opinionOn(letter, reading, read),
    refused: refusalOn(letter, reading),
    extension: extensionOn(letter, reading),
    channel: channelOn(letter, reading),
    dates: datesOn(letter, reading),
  };
}

/** The event that issued the paper. */
const issuing = <Type extends PetitionEvent['type']>(
  { events }: PetitionReading,
  n: number,
  ...types: readonly Type[]
) =>
  events.find(
    (event) =>
      types.some((type) => type === event.type) &&
      'letter' in event.data &&
      event.data.letter === n,
  ) as Recorded<EventOf<Type>> | undefined;

function opinionOn(
  { n }: Letter,
  { state }: PetitionReading,
  read: (sealed: Sealed) => string | null,
): LetterView['opinion'] {
  const found = state.opinions.find(({ letter }) => letter === n);
  if (found === undefined) return null;
  const { verdict, request, facts, opinion, basis } = found;
  return {
    verdict,
    verdictName: petitionVerdictWords[verdict],
    request: read(request),
    facts: read(facts),
    opinion: read(opinion),
    basis,
  };
}

function refusalOn({ n }: Letter, reading: PetitionReading): LetterView['refused'] {
  const event = issuing(reading, n, 'PetitionNotAccepted', 'ReviewRefused', 'NoNewFacts');
  if (event === undefined) return null;
  const { reason, name, nextPath, citation } = event.data;
  return { reason, name, nextPath, citation, text: 'text' in event.data ? event.data.text : null };
}

function extensionOn({ n }: Letter, reading: PetitionReading): LetterView['extension'] {
  const event = issuing(reading, n, 'ExtensionDecided');
  if (event === undefined || event.data.newDueAt === null) return null;
  const { newDueAt, extension } = event.data;
  const asked = reading.events.find(
    (one) => one.type === 'ExtensionAsked' && one.data.extension === extension,
  );
  const reason = asked?.type === 'ExtensionAsked' ? asked.data.reason : '';
  return { newDueAt: iso(newDueAt), reason };
}

function channelOn({ n }: Letter, reading: PetitionReading): LetterView['channel'] {
  const event = issuing(reading, n, 'HandedOver');
  if (event === undefined) return null;
  const { channel, citation } = event.data;
  const nextPath = reading.law.rulebook.channels.find(({ code }) => code === channel)?.nextPath;
  return {
    name: reading.names.channel(channel),
    nextPath: nextPath ?? reading.names.channel(channel),
    citation,
  };
}

/** Until when it is handled, told with its acceptance; until when more may be asked, with an opinion. */
function datesOn({ n, kind }: Letter, reading: PetitionReading): LetterView['dates'] {
  const { state, names, law, petitionLaw } = reading;
  if (kind === 'accepted') {
    // Answered or not: the paper says what was promised when it was made.
    const handling = state.clocks.findLast((clock) => clock.kind === 'handling');
    return handling === undefined
      ? []
      : [{ name: names.clock('handling'), clock: clockView(handling, reading), of: null }];
  }
  const opinion = state.opinions.find(({ letter }) => letter === n);
  const next = opinion === undefined ? null : NEXT_STAGE[opinion.stage];
  if (opinion === undefined || next === null) return [];
  const at = state.letters.find((letter) => letter.n === n)?.delivered?.at;
  const window = state.clocks.find((clock) => clock.kind === next.window && clock.startedAt === at);
  const reviewer = reviewerOf(law.rulebook, petitionLaw, opinion.unit);
  return window === undefined
    ? []
    : [
        {
          name: names.clock(next.window),
          clock: clockView(window, reading),
          of: reviewer === null ? null : names.unit(reviewer),
        },
      ];
}
