/** What every part of the core speaks of, below the shape of a process (`process.ts` passes it on). */

/** Epoch milliseconds, UTC. Whoever needs the present instant is handed it: the core has no clock. */
export type Instant = number;

export type StreamId = string;
export type UnitId = string;
/** 科室: a part of one unit. It is responsible to nobody outside; the unit is. */
export type OfficeId = string;

/** Roles of staff; what each may do is a table per process (`access.ts`), denied by default. */
export type Role =
  | 'intake_agent'
  | 'dispatcher'
  | 'unit_handler'
  | 'office_head'
  | 'unit_head'
  | 'arbiter'
  | 'supervisor'
  | 'sponsor'
  | 'liaison'
  | 'callback_agent'
  | 'sealed_officer'
  | 'archivist'
  | 'auditor'
  | 'rule_editor'
  | 'administrator';

/** A seat in a unit. People change, posts stay: events and screens name posts, never persons. */
export interface Post {
  readonly unit: UnitId;
  readonly role: Role;
  /** Where in the unit the seat is; absent where the unit has no offices, or the seat is in none. */
  readonly office?: OfficeId;
}
