import { rulebookAt } from '../authority/institution.ts';
import type { Facts, Refusal } from '../process.ts';
import { deny } from './access.ts';
import type { CommandType } from './commands.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import type { CaseState } from './state.ts';

/**
 * Why a command could not even be tried now, whatever it said: the case's state is wrong for it,
 * or it is not for this actor. Null where it may be tried. `decide` asks the same first.
 */
export function whyNot(command: CommandType, state: CaseState, facts: Facts): Refusal | null {
  const law = rulebookAt(facts.institution, facts.occurredAt);
  if (law === null) return refuse('case.no-rulebook', { at: facts.occurredAt }).refusal;
  if (!RULES[command].from.some((status) => status === state.status)) {
    return refuse('case.wrong-status', { command, status: state.status }).refusal;
  }
  return deny(command, state, facts, law)?.refusal ?? null;
}
