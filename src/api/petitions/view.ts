import type { PetitionOffer, PetitionView } from '../../contract/petitions.ts';
import { HANDLING } from '../../contract/words.ts';
import { handles } from '../../core/authority/posts.ts';
import { whyNot } from '../../core/petition/decide.ts';
import { lawFor } from '../../core/petition/scene.ts';
import { partsOf } from '../../core/petition/state.ts';
import type { Sealed } from '../../core/process.ts';
import { RULED_REASONS } from '../../core/rulebook/petition.ts';
import { openTexts } from '../../engine/open.ts';
import type { Look } from '../../engine/ports.ts';
import { confirmationsOf } from '../cases/confirmed.ts';
import { some } from '../cases/policy.ts';
import type { Reading } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import { choiceOf, factsFor } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { choicesOf } from './choices.ts';
import { letterViews } from './letters.ts';
import { isConfidential, type PetitionReading } from './reading.ts';
import { petitionRow } from './rows.ts';
import { threadOf } from './thread.ts';

/** The whole page of a petition, as far as this reader may read it. */
export async function petitionView(
  parts: ApiParts,
  reader: Reader,
  reading: PetitionReading,
): Promise<PetitionView> {
  const { row, state, names, now, petitionLaw, law } = reading;
  const kind = petitionLaw.kinds.find(({ code }) => code === state.kind);
  const texts = await textsFor(parts, reader, reading);
  const shown = (sealed: Sealed | null) =>
    sealed === null ? null : (texts.get(sealed.ref) ?? null);
  const working = state.status === 'working' ? state : null;
  const look = 'look' in state ? state.look : null;
  return {
    ...petitionRow(row, 'stage' in state ? state.stage : null, reading),
    now: iso(now),
    kind: state.kind,
    kindName: names.petitionKind(state.kind),
    kindCitation: kind?.citation ?? null,
    way: state.way,
    number: state.number,
    office: state.office,
    officeName: names.unit(state.office),
    body: state.body,
    bodyName: state.body === null ? null : names.unit(state.body),
    bodies: state.status === 'shared' ? state.bodies.map((unit) => namedBy(unit, reading)) : [],
    representatives: state.representatives,
    words: shown(wordsOf(reading)),
    claimed: shown(look?.words ?? null),
    reasons: petitionLaw.reasons
      .filter(({ code }) => !RULED_REASONS.some((ruled) => ruled === code) || code === 'concluded')
      .map(({ code, name }) => ({ code, name })),
    units: law.rulebook.units
      .filter(({ type }) => type !== 'community' && type !== 'civic')
      .map(({ id, name }) => ({ unit: id, name })),
    longest: petitionLaw.limits.extension.duration.n,
    extension:
      working === null || working.extension === null
        ? null
        : { days: working.extension.by.n, reason: working.extension.reason },
    hearingSince: isoOrNull(working?.hearing ?? null),
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    letters: letterViews(reading, texts),
    thread: threadOf(reading, await confirmationsOf(parts, reader, reading)),
    acts: choicesOf(reader, reading),
  };
}

function namedBy(unit: string, { state, names }: PetitionReading) {
  const named = state.status === 'shared' ? state.named[unit] : undefined;
  return { unit, name: names.unit(unit), names: named === undefined ? null : names.unit(named) };
}

const wordsOf = ({ events }: PetitionReading): Sealed | null => {
  const first = events[0];
  return first?.type === 'PetitionRegistered' ? first.data.words : null;
};

/**
 * What the office and the bodies wrote is for units with a part in it; the person's own words too,
 * each look logged, but of a confidential request for the petition office alone: whoever handles it
 * works from what the office tells them.
 */
async function textsFor(
  parts: ApiParts,
  reader: Reader,
  reading: PetitionReading,
): Promise<ReadonlyMap<string, string>> {
  const { state, institution, now, row } = reading;
  const units = partsOf(state);
  const works = some(
    reader,
    institution,
    now,
    (post) => (handles(post) || post.role === 'dispatcher') && units.includes(post.unit),
  );
  if (!works) return new Map();
  const office = some(reader, institution, now, ({ unit }) => unit === state.office);
  const own = office || !(await isConfidential(parts, reader, state.case));
  const look = 'look' in state ? state.look : null;
  const said = [wordsOf(reading), look?.words ?? null].filter((sealed) => sealed !== null);
  const written = state.opinions.flatMap(({ request, facts, opinion }) => [
    request,
    facts,
    opinion,
  ]);
  // Who signed for a paper, and where, names the person as their own words do.
  const proofs = state.letters.flatMap(({ delivered }) => delivered?.proof ?? []);
  const looks = own ? await looksOnce(parts, reader, reading, said) : [];
  const sealed = [...written, ...(own ? [...said, ...proofs] : [])];
  return openTexts(parts, reader.tenant, row.stream, sealed, looks);
}

/** The same account reads the same words all day: that is one look. */
const ONE_LOOK = 12 * 60 * 60_000;

async function looksOnce(
  parts: ApiParts,
  reader: Reader,
  { row, now }: PetitionReading,
  said: readonly Sealed[],
): Promise<readonly Look[]> {
  const logged = await parts.vault.looks(reader.tenant, row.stream);
  const known = new Set(
    logged
      .filter(({ actor, at }) => {
        return actor.kind === 'staff' && actor.account === reader.account && at > now - ONE_LOOK;
      })
      .map(({ ref }) => ref),
  );
  const actor = { kind: 'staff', account: reader.account, post: reader.post } as const;
  return said
    .filter(({ ref }) => !known.has(ref))
    .map(({ ref }) => ({
      stream: row.stream,
      ref,
      field: 'words',
      actor,
      purpose: HANDLING,
      at: now,
    }));
}

/** What a petition about this case could be, and those there are already. */
export function petitionOffer(reader: Reader, reading: Reading): PetitionOffer {
  const { state, row, institution, now, names } = reading;
  const lawful = lawFor(institution, { status: 'none' }, now);
  const facts = factsFor(reader, reading, row.stream);
  const others = new Map([[row.stream, state]]);
  const refusal = whyNot(
    { type: 'register', data: { case: row.stream } },
    { status: 'none' },
    {
      ...facts,
      others,
    },
  );
  const choice = choiceOf(
    { act: 'register', name: { zh: '', en: '' }, owed: false },
    refusal,
    reading,
  );
  return {
    why: choice.why,
    kinds: (lawful?.petition.kinds ?? []).map(({ code, name, way, citation }) => {
      const channel = lawful?.petition.channels[code];
      return {
        code,
        name,
        way,
        citation,
        channelName: channel === undefined ? null : names.channel(channel),
      };
    }),
    most: lawful?.petition.representatives.most ?? 0,
    petitions: state.petitions.map(({ petition, status, stage, live }) => ({
      id: petition,
      status: status as PetitionOffer['petitions'][number]['status'],
      stage: stage as PetitionOffer['petitions'][number]['stage'],
      live,
    })),
  };
}
