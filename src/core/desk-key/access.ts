import { rulebookAt } from '../authority/institution.ts';
import type { Facts, Role, UnitId } from '../process.ts';
import type { CommandType } from './commands.ts';
import type { DeskKeyState } from './state.ts';

interface Who {
  readonly role: Role;
  /** Of the desk's own unit, or wherever the seat is. */
  readonly of: 'desk' | 'anywhere';
}

const officer: Who = { role: 'sealed_officer', of: 'desk' };
const auditor: Who = { role: 'auditor', of: 'anywhere' };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  offer: [officer],
  agree: [officer, auditor],
  retire: [officer, auditor],
};

/**
 * The account that acts, in its own seat: a private key is nobody's to lend, so neither a stand-in nor
 * a secretary has a part in this. Null for anybody else.
 */
export function accountActing(
  command: CommandType,
  state: DeskKeyState,
  { actor, onBehalfOf, institution, now }: Facts,
): string | null {
  if (actor.kind !== 'staff' || onBehalfOf !== undefined) return null;
  const desk = rulebookAt(institution, now)?.reportWrongdoing.desk?.unit ?? null;
  const unit: UnitId | null = state.status === 'none' ? desk : state.unit;
  const may = ACCESS[command].some(
    ({ role, of }) => role === actor.post.role && (of === 'anywhere' || actor.post.unit === unit),
  );
  return may ? actor.account : null;
}
