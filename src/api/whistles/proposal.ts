import type { CallProposal, WhistleProposal } from '../../contract/whistles.ts';
import { roleWords } from '../../contract/words.ts';
import { holdersOf, holdsPower } from '../../core/authority/power.ts';
import { clockOf, isLive } from '../../core/clock/clock.ts';
import type { StreamId, UnitId } from '../../core/process.ts';
import type { WhistleLaw, WhistleLevel } from '../../core/rulebook/rulebook.ts';
import type { Duration } from '../../core/time/duration.ts';
import { durationWords } from '../../core/time/duration.ts';
import { type Call, callOf, type Matter, proposeCalls } from '../../core/whistle/calling.ts';
import { lawFor } from '../../core/whistle/scene.ts';
import { isLive as isOut } from '../../core/whistle/state.ts';
import { mayKnow } from '../cases/policy.ts';
import type { Reading } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { barredFrom } from '../recusal.ts';
import { refusalWords } from '../refusal.ts';
import { isoOrNull } from '../route.ts';
import { heldBy, loadOf } from './load.ts';
import { entryOf, whistlesOf } from './reading.ts';
import { powerView } from './view.ts';

/**
 * What a whistle about this case might be: the powers such a matter needs and the reader's unit
 * lacks, who holds them and why, and what each has in hand already. `named` are powers the reader
 * adds to the likely ones.
 */
export async function whistleProposal(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
  named: readonly string[],
): Promise<WhistleProposal> {
  const { institution, now, state, names, law } = reading;
  const lawful = lawFor(institution, { status: 'none' }, now);
  if (lawful === null) {
    const why = refusalText('whistle.not-offered', {}, reading);
    return { why, levels: [], missing: [], others: [], calls: [], live: [] };
  }
  const issuer = reader.post.unit;
  const place = state.place.unit;
  const matter: Matter = { category: state.triage?.category ?? null, place, issuer, at: now };
  const proposed = proposeCalls(institution, matter);
  const asked = [...proposed.missing.map(({ id }) => id), ...named];
  const holders = new Set(asked.flatMap((id) => holdersOf(institution, id, now, { place })));
  holders.delete(issuer);
  const calls = [...holders].flatMap((unit) => callOf(institution, unit, asked, matter) ?? []);
  const { coordination } = lawful.whistle.delegated;
  const coordinates = holdsPower(institution, issuer, coordination, now) !== null;
  return {
    why: coordinates
      ? null
      : refusalText('whistle.no-coordination', { unit: issuer, power: coordination }, reading),
    levels: lawful.whistle.levels.map((level) => levelView(level, reading)),
    missing: proposed.missing.map(({ id }) => powerView(id, reading)),
    others: law.rulebook.powers
      .filter(
        ({ id }) =>
          !proposed.missing.some((power) => power.id === id) &&
          !Object.values(lawful.whistle.delegated).includes(id) &&
          holdsPower(institution, issuer, id, now, { place }) === null,
      )
      .map(({ id }) => powerView(id, reading)),
    calls: await withLoad(parts, reader, reading, lawful.whistle, calls),
    live: state.whistles
      .filter(({ live }) => live)
      .map(({ whistle, issuer: by, units }) => ({
        id: whistle,
        issuerName: names.unit(by),
        units: units.map((unit) => names.unit(unit)),
      })),
  };
}

function refusalText(code: string, params: Readonly<Record<string, string>>, { names }: Reading) {
  const refusal = { code, params };
  const zh = refusalWords(refusal, names, 'zh');
  const en = refusalWords(refusal, names, 'en');
  return { zh: `${zh.what}${zh.next}`, en: `${en.what} ${en.next}` };
}

const SCREENERS = {
  issuer: { zh: '本单位', en: 'own unit' },
  street: { zh: '街道（乡镇）', en: 'street or township' },
  centre: { zh: '派单中心', en: 'dispatch centre' },
} as const;

function levelView(level: WhistleLevel, { names }: Reading): WhistleProposal['levels'][number] {
  const { screen } = level;
  return {
    kind: level.kind,
    level: level.level,
    sign: words(level.sign),
    reportIn: words(level.reportIn),
    conclude: words(level.conclude),
    rankName: names.rank(level.rank),
    headCount: level.headCount,
    remote: level.remote,
    powers: [...level.powers],
    screen:
      screen === null
        ? null
        : {
            by: {
              zh: `${SCREENERS[screen.by].zh}${roleWords[screen.role].zh}`,
              en: `${roleWords[screen.role].en}, ${SCREENERS[screen.by].en}`,
            },
            within: words(screen.within),
          },
    citation: level.citation,
  };
}

const words = (duration: Duration) => ({
  zh: durationWords(duration, 'zh'),
  en: durationWords(duration, 'en'),
});

/** Each unit with what it has in hand, the nearest due first: what a new call-out stands beside. */
async function withLoad(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
  law: WhistleLaw,
  calls: readonly Call[],
): Promise<CallProposal[]> {
  const { names, institution, now } = reading;
  const held = await heldBy(
    parts,
    reader,
    calls.map(({ unit }) => unit),
  );
  const ids = [...new Set([...held.values()].flat())];
  const whistles = await whistlesOf(parts, reader, ids);
  const barred = await barredFrom(parts, reader, reading, ids);
  const inHand = (unit: UnitId): CallProposal['inHand'] =>
    (held.get(unit) ?? [])
      .flatMap((id) => {
        const found = whistles.get(id);
        return found === undefined ? [] : [one(id, unit, found)];
      })
      .toSorted((a, b) => (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE))
      .map(({ due, ...rest }) => ({ ...rest, dueAt: isoOrNull(due) }));

  function one(
    id: StreamId,
    unit: UnitId,
    { state, version }: NonNullable<ReturnType<typeof whistles.get>>,
  ) {
    const row = entryOf(id, state, version);
    const known = !barred.has(id) && mayKnow(reader, row, institution, reading.law.rulebook, now);
    const live = state.callOuts
      .filter((callOut) => callOut.unit === unit && callOut.status !== 'released')
      .flatMap(({ sign, reportIn }) => [sign, reportIn])
      .flatMap((clock) => clockOf(state.clocks, clock) ?? [])
      .filter((clock) => isLive(clock) && isOut(state));
    const due = live.length === 0 ? null : Math.min(...live.map(({ dueAt }) => dueAt));
    return { whistle: known ? id : null, title: known ? state.title : null, due };
  }

  return calls.map(({ unit, because, powers }) => ({
    unit,
    unitName: names.unit(unit),
    because,
    powers: powers.map(({ power }) => power),
    load: loadOf(law, unit, held),
    inHand: inHand(unit),
  }));
}
