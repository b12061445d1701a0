import type { ActRow, ListRow, Role } from '../core/process.ts';
import type {
  Checkpoint,
  ClockRow,
  EventRow,
  KeptCommand,
  ListEntry,
  StreamHead,
} from '../engine/ports.ts';
import type { Row } from './connections.ts';

/*
 * Rows of the database as the ports' values. The casts are the seam: types of columns are the
 * schema's, which the contract suite holds to these.
 */

export function eventRow(row: Row): EventRow {
  return {
    stream: row.stream as string,
    process: row.process as string,
    version: row.version as number,
    type: row.type as string,
    v: row.v as number,
    bytes: row.bytes as string,
    hash: row.hash as string,
    occurredAt: row.occurred_at as number,
    recordedAt: row.recorded_at as number,
  };
}

export function streamHead(row: Row): StreamHead {
  return {
    process: row.process as string,
    version: row.version as number,
    state: row.state as string,
    stateVersion: row.state_version as number,
    hash: row.hash as string,
  };
}

export function listRow(row: Row): ListRow {
  return {
    status: row.status as string,
    outcome: row.outcome as string | null,
    bucket: row.bucket as ListRow['bucket'],
    category: row.category as string | null,
    title: row.title as string | null,
    place: row.place as string,
    holder: row.holder as string,
    receivedBy: row.received_by as string,
    lead: row.lead as string | null,
    assisting: row.assisting as string[],
    called: row.called as string[],
    about: row.about as string | null,
    ...((row.seats as string[]).length === 0 ? {} : { seats: row.seats as string[] }),
    openedAt: row.opened_at as number,
    endedAt: row.ended_at as number | null,
    dueAt: row.due_at as number | null,
    first: row.first as boolean,
    imported: row.imported as boolean,
    breaches: row.breaches as number,
  };
}

export function listEntry(row: Row): ListEntry {
  return {
    ...listRow(row),
    stream: row.stream as string,
    process: row.process as string,
    version: row.version as number,
  };
}

export function actRow(row: Row): ActRow {
  const { clock, office, account } = row;
  return {
    act: row.act as string,
    unit: row.unit as string,
    role: row.role as Role,
    ...(office === null ? {} : { office: office as string }),
    ...(account === null ? {} : { account: account as string }),
    ...(clock === null ? {} : { clock: clock as string }),
    startedAt: row.started_at as number,
    dueAt: row.due_at as number | null,
    first: row.first as boolean,
  };
}

export function clockRow(row: Row): ClockRow {
  return {
    id: row.clock as string,
    kind: row.kind as string,
    unit: row.unit as string,
    startedAt: row.started_at as number,
    dueAt: row.due_at as number,
    legalDueAt: row.legal_due_at as number | null,
    provisional: row.provisional as boolean,
    status: row.status as ClockRow['status'],
    breachedAt: row.breached_at as number | null,
    endedAt: row.ended_at as number | null,
    revision: row.revision as number,
  };
}

export function checkpoint(row: Row): Checkpoint {
  return {
    from: row.from_position as number,
    position: row.position as number,
    hash: row.hash as string,
    at: row.at as number,
  };
}

export function keptCommand(row: Row): KeptCommand {
  return {
    id: row.id as string,
    actor: row.actor as string,
    key: row.key as string | null,
    requestHash: row.request_hash as string,
    process: row.process as string,
    stream: row.stream as string,
    type: row.type as string,
    body: row.body as string,
    recordedAt: row.recorded_at as number,
    institutionVersion: row.institution_version as number,
    saw: JSON.parse(row.saw as string),
    outcome: JSON.parse(row.outcome as string),
  };
}
