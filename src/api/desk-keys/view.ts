import type { DeskKeyList, DeskKeyRow } from '../../contract/reports.ts';
import { type DeskKeyState, deskKeyProcess } from '../../core/desk-key/index.ts';
import type { Known } from '../../core/desk-key/state.ts';
import type { StreamId } from '../../core/process.ts';
import { statesOf } from '../../engine/states.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { iso, isoOrNull } from '../route.ts';

const process = deskKeyProcess as unknown as AnyProcess;
const MOST = 100;

/** An officer knows the keys of the own desk, an auditor every one. */
const knows = ({ post }: Reader, { unit }: Known): boolean =>
  post.role === 'auditor' || (post.role === 'sealed_officer' && post.unit === unit);

/** The keys there are and were; whose, by their logins: two officers hold one and the same post. */
export async function keyList(
  parts: ApiParts,
  reader: Reader,
  setting: Setting,
): Promise<DeskKeyList> {
  const { rows } = await parts.queries.list(reader.tenant, { process: process.name }, MOST, null);
  const streams = rows.map(({ stream }) => stream);
  const states = await statesOf<DeskKeyState>(parts.store, process, reader.tenant, streams);
  const accounts = await parts.accounts.list(reader.tenant);
  const logins = new Map(accounts.map(({ id, login }) => [id, login]));
  const { post } = reader;
  const { desk } = setting.law.rulebook.reportWrongdoing;
  return {
    mayOffer: post.role === 'sealed_officer' && desk?.unit === post.unit,
    rows: streams
      .flatMap((id) => {
        const standing = states.get(id);
        if (standing === undefined || standing.state.status === 'none') return [];
        const { state, version } = standing;
        return knows(reader, state) ? [rowOf({ id, state, version }, reader, setting, logins)] : [];
      })
      .toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status)),
  };
}

const ORDER = ['offered', 'in-force', 'retired'];

function rowOf(
  {
    id,
    state,
    version,
  }: { readonly id: StreamId; readonly state: Known; readonly version: number },
  { account }: Reader,
  { names }: Setting,
  logins: ReadonlyMap<string, string>,
): DeskKeyRow {
  const agreed = agreementOf(state);
  return {
    id,
    version,
    status: state.status,
    unitName: names.unit(state.unit),
    login: logins.get(state.account) ?? null,
    agreedBy: agreed === null ? null : (logins.get(agreed.agreedBy) ?? null),
    mine: state.account === account,
    fingerprint: state.fingerprint,
    offeredAt: iso(state.offeredAt),
    agreedAt: isoOrNull(agreed?.agreedAt ?? null),
    retired: state.status === 'retired' ? { why: state.why, at: iso(state.endedAt) } : null,
  };
}

function agreementOf(state: Known) {
  if (state.status === 'in-force') return state;
  return state.status === 'retired' ? state.agreed : null;
}

/** The same 404 for a key of another desk as for none. */
export async function readKey(parts: ApiParts, reader: Reader, id: StreamId): Promise<void> {
  const states = await statesOf<DeskKeyState>(parts.store, process, reader.tenant, [id]);
  const state = states.get(id)?.state;
  if (state === undefined || state.status === 'none' || !knows(reader, state)) throw notFound();
}
