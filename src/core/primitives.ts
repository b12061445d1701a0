/** What every part of the core speaks of, below the shape of a process (`process.ts` passes it on). */

/** Epoch milliseconds, UTC. Whoever needs the present instant is handed it: the core has no clock. */
export type Instant = number;

export type StreamId = string;
export type UnitId = string;

/** Roles of staff; what each may do is a table per process (`access.ts`), denied by default. */
export type Role =
  | 'intake_agent'
  | 'dispatcher'
  | 'unit_handler'
  | 'unit_head'
  | 'arbiter'
  | 'supervisor'
  | 'sponsor'
  | 'liaison'
  | 'callback_agent'
  | 'sealed_officer'
  | 'auditor'
  | 'rule_editor'
  | 'administrator';

/** A seat in a unit. People change, posts stay: events and screens name posts, never persons. */
export interface Post {
  readonly unit: UnitId;
  readonly role: Role;
}
