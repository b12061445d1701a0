import type { Actor, Role, UnitId } from '../process.ts';
import type { InstitutionCommand } from './commands.ts';

/**
 * Who may do what; whoever is not named may not. `own`: a unit head, for the unit named by the
 * command alone. `self`: any account, for itself alone.
 */
export const access: Readonly<
  Record<
    InstitutionCommand['type'],
    { readonly roles: readonly Role[]; readonly own: boolean; readonly self: boolean }
  >
> = {
  'adopt-rulebook': { roles: [], own: false, self: false },
  'propose-rulebook': { roles: ['rule_editor'], own: false, self: false },
  'approve-rulebook': { roles: ['rule_editor'], own: false, self: false },
  'turn-down-rulebook': { roles: ['rule_editor'], own: false, self: false },
  'take-back-rulebook': { roles: ['rule_editor'], own: false, self: false },
  'change-staff': { roles: ['administrator'], own: false, self: false },
  'publish-calendar': { roles: ['rule_editor'], own: false, self: false },
  delegate: { roles: [], own: true, self: false },
  'end-delegation': { roles: [], own: true, self: false },
  'stand-in': { roles: ['administrator'], own: true, self: false },
  'end-stand-in': { roles: ['administrator'], own: true, self: false },
  recuse: { roles: ['supervisor'], own: false, self: true },
  'end-recusal': { roles: ['supervisor'], own: false, self: false },
};

/** Whose matter the command touches: the unit whose head may, the account that may for itself. */
export interface Touched {
  readonly unit: UnitId | null;
  readonly account: string | null;
}

/** The installation may do all: it founds the institution before anybody has a post in it. */
export function allowed(
  actor: Actor,
  command: InstitutionCommand['type'],
  touched: Touched,
): boolean {
  if (actor.kind === 'machine') return actor.name === 'setup';
  if (actor.kind === 'person') return false;
  const { roles, own, self } = access[command];
  return (
    roles.includes(actor.post.role) ||
    (own && actor.post.role === 'unit_head' && actor.post.unit === touched.unit) ||
    (self && actor.account === touched.account)
  );
}
