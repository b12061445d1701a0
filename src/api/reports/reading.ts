import type { StreamId } from '../../core/process.ts';
import { isShutOut } from '../../core/report/access.ts';
import { type ReportState, reportProcess } from '../../core/report/index.ts';
import type { Known } from '../../core/report/state.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';

const process = reportProcess as unknown as AnyProcess;
const MOST = 200;

export interface Report {
  readonly id: StreamId;
  readonly state: Known;
  readonly version: number;
}

/**
 * Reports of the reader's own desk, what is due first ahead. In their own seat: a stand-in opens
 * nothing here. What they have an interest in is not there for them.
 */
export async function reportsOf(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
): Promise<{ readonly rows: readonly Report[]; readonly more: boolean }> {
  const { unit } = reader.post;
  const filter = { process: process.name, unit: { id: unit, territory: [] } };
  const { rows, next } = await parts.queries.list(reader.tenant, filter, MOST, null);
  const states = await statesOf<ReportState>(
    parts.store,
    process,
    reader.tenant,
    rows.map(({ stream }) => stream),
  );
  return {
    rows: rows.flatMap(({ stream }) => {
      const standing = states.get(stream);
      const report = standing === undefined ? null : seen(reader, setting, stream, standing);
      return report ?? [];
    }),
    more: next !== null,
  };
}

/** One report, where the reader may know of it; else the same 404 as for one that does not exist. */
export async function readReport(
  parts: ApiParts,
  reader: Reader,
  id: StreamId,
): Promise<Report & { readonly setting: Setting }> {
  const setting = await settingOf(parts, reader);
  const states = await statesOf<ReportState>(parts.store, process, reader.tenant, [id]);
  const standing = states.get(id);
  const report = standing === undefined ? null : seen(reader, setting, id, standing);
  if (report === null) throw notFound();
  return { ...report, setting };
}

function seen(
  { account, post }: Reader,
  { institution, now }: Setting,
  id: StreamId,
  { state, version }: { readonly state: ReportState; readonly version: number },
): Report | null {
  if (state.status === 'none') return null;
  const own = post.role === 'sealed_officer' && post.unit === state.unit;
  return own && !isShutOut(state, { account, institution, stream: id, now })
    ? { id, state, version }
    : null;
}
