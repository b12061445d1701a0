import type { Role } from './process.ts';

/** Every role, for tables of access that are tried row by row. */
export const ROLES: readonly Role[] = [
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'sponsor',
  'liaison',
  'callback_agent',
  'sealed_officer',
  'auditor',
  'archivist',
  'rule_editor',
  'administrator',
];
