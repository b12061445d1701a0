/** Roles that a rulebook may name. */
export const ROLES = [
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
  'archivist',
  'auditor',
  'rule_editor',
  'administrator',
] as const;
