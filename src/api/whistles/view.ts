import type { CallOutView, RatingPairView, WhistleView } from '../../contract/whistles.ts';
import { unit as unitOf } from '../../core/authority/units.ts';
import { clockOf } from '../../core/clock/clock.ts';
import type { Sealed } from '../../core/process.ts';
import type { CallOut, Rating, RatingPair } from '../../core/whistle/state.ts';
import { openTexts } from '../../engine/open.ts';
import { confirmationsOf } from '../cases/confirmed.ts';
import { looksOnce } from '../cases/looks.ts';
import { readsOwnWords, some } from '../cases/policy.ts';
import { readCase } from '../cases/reading.ts';
import { clockView } from '../cases/rows.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { precedentsOf } from '../precedents/precedents.ts';
import { Refused } from '../problem.ts';
import { iso } from '../route.ts';
import { actsOnCallOut, actsOnStep, actsOnWhole } from './choices.ts';
import { heldBy } from './load.ts';
import type { WhistleReading } from './reading.ts';
import { cellOf, type Held, whistleRow } from './rows.ts';
import { threadOf } from './thread.ts';

const PRECEDENTS = 3;

/** The whole page of a whistle, as far as this reader may read it. */
export async function whistleView(
  parts: ApiParts,
  reader: Reader,
  reading: WhistleReading,
): Promise<WhistleView> {
  const { row, state, names, now, whistleLaw, law, institution } = reading;
  const held = await heldBy(
    parts,
    reader,
    state.callOuts.map(({ unit }) => unit),
  );
  const shown = { state, version: row.version };
  const { callOuts: _, ...line } = whistleRow(row.stream, shown, reading, whistleLaw, held);
  const level =
    whistleLaw.levels.find((one) => one.kind === state.kind && one.level === state.level) ??
    whistleLaw.levels[0];
  if (level === undefined) throw new Error('a whistle law without levels');
  const ratings = 'ratings' in state ? state.ratings : [];
  const texts = await ratingTexts(parts, reader, reading, ratings);
  const precedents =
    state.category === null
      ? []
      : await precedentsOf(parts, reader, reading, state.category, PRECEDENTS);
  return {
    ...line,
    now: iso(now),
    issuerTelephone: unitOf(institution, state.issuer, now)?.telephone ?? null,
    missing: state.missing.map((power) => powerView(power, reading)),
    tried: [...state.tried],
    override: state.override,
    calls: state.calls.map(({ unit, because }) => ({
      unit,
      unitName: names.unit(unit),
      because,
    })),
    terms: {
      rank: level.rank,
      rankName: names.rank(level.rank),
      headCount: level.headCount,
      remote: level.remote,
      citation: level.citation,
    },
    placeDetail: await placeDetail(parts, reader, reading),
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    callOuts: state.callOuts.map((callOut) => callOutView(callOut, reader, reading, held)),
    steps: state.steps.map((step) => {
      const finished = reading.events.find(
        (event) => event.type === 'StepFinished' && event.data.step === step.n,
      );
      return {
        n: step.n,
        what: step.what,
        owner: step.owner,
        ownerName: names.unit(step.owner),
        power: step.power === null ? null : powerView(step.power, reading),
        status: step.status,
        clock: clockIn(step.clock, reading),
        note: finished?.type === 'StepFinished' ? finished.data.note : null,
        acts: actsOnStep(reader, reading, step),
      };
    }),
    ladder: state.ladders.map(({ unit, kind, act, by, answered, timer }) => ({
      unit,
      unitName: names.unit(unit),
      clockName: names.clock(kind),
      act,
      byName: by === null ? null : names.unit(by),
      answered,
      timer: clockIn(timer, reading),
    })),
    ratings: ratings.map((pair) => pairView(pair, reader, reading, texts)),
    ratingItems: whistleLaw.rating.items.map(({ code, name }) => ({ code, name })),
    ranks: law.rulebook.ranks.map(({ code, name }) => ({ code, name })),
    objectionBases: law.rulebook.objectionBases.map(({ code, name }) => ({ code, name })),
    precedents: precedents.map(({ case: id, at, leadName, reason }) => ({
      case: id,
      at,
      leadName,
      reason,
    })),
    thread: threadOf(reading, await confirmationsOf(parts, reader, reading)),
    acts: actsOnWhole(reader, reading),
  };
}

const clockIn = (id: string, reading: WhistleReading) => {
  const clock = clockOf(reading.state.clocks, id);
  if (clock === undefined) throw new Error(`${reading.row.stream}: no clock ${id}`);
  return clockView(clock, reading);
};

export function powerView(power: string, { law, names }: Pick<WhistleReading, 'law' | 'names'>) {
  const known = law.rulebook.powers.find(({ id }) => id === power);
  const citation = known?.citation ?? { text: { zh: power, en: power }, illustrative: true };
  return { power, name: names.power(power), citation };
}

function callOutView(
  callOut: CallOut,
  reader: Reader,
  reading: WhistleReading,
  held: Held,
): CallOutView {
  const { state, events, names, whistleLaw } = reading;
  const { n, unit, presence, objection } = callOut;
  const objected = events.findLast(
    (event) => event.type === 'CallOutObjected' && event.data.callOut === n,
  );
  const settled = events.find(
    (event) => event.type === 'CallOutSettled' && event.data.callOut === n,
  );
  const own = [callOut.sign, callOut.reportIn, objection?.clock];
  return {
    ...cellOf(callOut, state, reading, whistleLaw, held),
    because: callOut.because,
    powers: callOut.powers.map(({ power, rank, delegation, citation }) => ({
      power,
      name: names.power(power),
      citation,
      rank,
      rankName: names.rank(rank),
      entrusted: delegation !== null,
    })),
    clocks: state.clocks
      .filter((clock) => own.includes(clock.id) || isRungOf(clock.id, unit, reading))
      .map((clock) => clockView(clock, reading)),
    objection:
      objected?.type === 'CallOutObjected'
        ? { basis: names.objectionBasis(objected.data.basis), reason: objected.data.reason }
        : null,
    presence:
      presence === null
        ? null
        : {
            at: iso(presence.at),
            mode: presence.mode,
            rankName: names.rank(presence.rank),
            headCount: presence.headCount,
            short: presence.short,
            late: presence.late,
          },
    settled: settled?.type === 'CallOutSettled' ? settled.data.text : null,
    acts: actsOnCallOut(reader, reading, callOut),
  };
}

const isRungOf = (id: string, unit: string, { state }: WhistleReading): boolean =>
  state.ladders.some((ladder) => ladder.unit === unit && ladder.timer === id);

/**
 * Where it is, in the person's words, for those who go there: the case's own rules say which of them
 * read it, and log the look. Whoever decides an objection or supervises needs no address.
 */
async function placeDetail(
  parts: ApiParts,
  reader: Reader,
  { state: whistle }: WhistleReading,
): Promise<string | null> {
  const going = [whistle.issuer, ...whistle.callOuts.map(({ unit }) => unit)];
  if (!going.includes(reader.post.unit)) return null;
  const reading = await readCase(parts, reader, whistle.case).catch((error: unknown) => {
    if (error instanceof Refused) return null;
    throw error;
  });
  if (reading === null) return null;
  const { state, institution, now, row } = reading;
  const { detail } = state.place;
  const may = some(reader, institution, now, (post, by) => readsOwnWords(post, state, by));
  if (detail === null || !may) return null;
  const looks = await looksOnce(parts, reader, reading, [{ sealed: detail, field: 'place' }]);
  const texts = await openTexts(parts, reader.tenant, row.stream, [detail], looks);
  return texts.get(detail.ref) ?? null;
}

/** Only what is open, or one's own: the other side's words stay sealed (invariant 27). */
function readable(pair: RatingPair, reader: Reader, issuer: string): readonly Rating[] {
  const { unit } = reader.post;
  const sides = [
    pair.open || unit === issuer ? pair.byIssuer : null,
    pair.open || unit === pair.unit ? pair.byCalled : null,
  ];
  const party = unit === issuer || unit === pair.unit;
  return party ? sides.filter((rating) => rating !== null) : [];
}

async function ratingTexts(
  parts: ApiParts,
  reader: Reader,
  { row, state }: WhistleReading,
  pairs: readonly RatingPair[],
): Promise<ReadonlyMap<string, string>> {
  const sealed = pairs
    .flatMap((pair) => readable(pair, reader, state.issuer))
    .flatMap(({ text }): readonly Sealed[] => (text === null ? [] : [text]));
  return openTexts(parts, reader.tenant, row.stream, sealed, []);
}

function pairView(
  pair: RatingPair,
  reader: Reader,
  { state, names, whistleLaw }: WhistleReading,
  texts: ReadonlyMap<string, string>,
): RatingPairView {
  const open = readable(pair, reader, state.issuer);
  const side = (rating: Rating | null, by: string) =>
    rating === null || !open.includes(rating)
      ? null
      : {
          byName: names.unit(by),
          items: whistleLaw.rating.items.flatMap(({ code, name }) => {
            const verdict = rating.items[code];
            return verdict === undefined ? [] : [{ item: code, name, verdict }];
          }),
          text: rating.text === null ? null : (texts.get(rating.text.ref) ?? null),
        };
  return {
    unit: pair.unit,
    unitName: names.unit(pair.unit),
    open: pair.open,
    byIssuer: side(pair.byIssuer, state.issuer),
    byCalled: side(pair.byCalled, pair.unit),
    issuerHasSpoken: pair.byIssuer !== null,
    calledHasSpoken: pair.byCalled !== null,
  };
}
