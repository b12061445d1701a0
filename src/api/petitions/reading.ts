import type { PetitionAct } from '../../contract/petitions.ts';
import { caseProcess } from '../../core/case/index.ts';
import type { CaseState } from '../../core/case/state.ts';
import type { PetitionEvent } from '../../core/petition/events.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import { lawFor } from '../../core/petition/scene.ts';
import type { Known, PetitionState } from '../../core/petition/state.ts';
import type { Recorded, StreamId } from '../../core/process.ts';
import type { PetitionLaw } from '../../core/rulebook/petition.ts';
import type { ListEntry } from '../../engine/ports.ts';
import { statesOf } from '../../engine/states.ts';
import { type AnyProcess, readEvent } from '../../engine/upcast.ts';
import { mayKnow } from '../cases/policy.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { barredFrom } from '../recusal.ts';

const process = petitionProcess as unknown as AnyProcess;

/** One petition as the log tells it, and the law it goes by. */
export interface PetitionReading extends Setting {
  readonly row: ListEntry;
  readonly events: readonly Recorded<PetitionEvent>[];
  readonly state: Known;
  readonly petitionLaw: PetitionLaw;
}

/** The petition, when the reader may know of it; else the same 404 as for one that does not exist. */
export async function readPetition(
  parts: ApiParts,
  reader: Reader,
  id: string,
): Promise<PetitionReading> {
  const setting = await settingOf(parts, reader);
  const { institution, law, now } = setting;
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null || row.process !== process.name) throw notFound();
  if (!mayKnow(reader, row, institution, law.rulebook, now)) throw notFound();
  if ((await barredFrom(parts, reader, setting, [id])).size > 0) throw notFound();
  const rows = await parts.store.events(reader.tenant, id);
  const events = rows.map((one) => readEvent(process, one) as Recorded<PetitionEvent>);
  const state = events.reduce<PetitionState>(petitionProcess.evolve, petitionProcess.initial);
  const lawful = lawFor(institution, state, now);
  if (state.status === 'none' || lawful === null) throw notFound();
  return { ...setting, row, events, state, petitionLaw: lawful.petition };
}

/** Who has an interest in the case acts on its petition no more than on itself (article 28). */
export async function withoutInterest(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
  act: PetitionAct,
): Promise<void> {
  const present = await parts.present(reader.tenant);
  const row = await parts.queries.entry(reader.tenant, id);
  if (row === null) return;
  if ((await barredFrom(parts, reader, present, [id])).size > 0) {
    throw new Refused('petition.recused', { command: act });
  }
}

/** Whether the person asked that the unit they complain of does not read their words. */
export async function isConfidential(
  { store }: ApiParts,
  { tenant }: Reader,
  about: StreamId,
): Promise<boolean> {
  const of = caseProcess as unknown as AnyProcess;
  const found = (await statesOf<CaseState>(store, of, tenant, [about])).get(about)?.state;
  return found === undefined || found.status === 'none' || found.confidential;
}
