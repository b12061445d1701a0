import type { Decision, Facts, Refusal } from '../process.ts';
import { denied } from './access.ts';
import type { CommandType, ReportCommand } from './commands.ts';
import type { ReportEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { RULES } from './rules.ts';
import { type Law, lawFor, type Rule, Telling } from './scene.ts';
import type { ReportState } from './state.ts';

/**
 * What follows from a command, or why nothing does. What has fallen due comes first, each at its own
 * due time.
 */
export function decide(
  command: ReportCommand,
  state: ReportState,
  facts: Facts,
): Decision<ReportEvent> {
  const law = lawFor(facts.institution, state, facts.now);
  const no = whyNot(law, command.type, state, facts);
  if (no !== null || law === null) return { refusal: no ?? refuse('report.not-offered').refusal };
  const tell = new Telling(state, facts, law).lapse();
  const rule = RULES[command.type] as Rule;
  const answer = rule.decide(command.data, tell);
  if ('refusal' in answer) return answer;
  const receipt =
    command.type === 'receive'
      ? { aliases: [{ kind: 'receipt', key: command.data.receipt } as const] }
      : {};
  return { events: tell.events, ...receipt };
}

/** Why a command could not even be tried now, whatever it said; null where it may be tried. */
function whyNot(
  law: Law | null,
  type: CommandType,
  state: ReportState,
  facts: Facts,
): Refusal | null {
  if (law === null) return refuse('report.not-offered').refusal;
  const { from } = RULES[type];
  if (state.status === 'none' && type !== 'receive') return refuse('report.unknown').refusal;
  if (isEnteredLate(facts)) return refuse('report.not-entered-late').refusal;
  const no = denied(type, state, facts);
  if (no !== null || from.includes(state.status)) return no;
  if (type === 'receive') return refuse('report.exists').refusal;
  return refuse('report.wrong-status', { command: type, status: state.status }).refusal;
}

/** The worker alone names an earlier instant: the one at which a clock truly fell due. */
const isEnteredLate = ({ actor, occurredAt, now }: Facts): boolean =>
  actor.kind !== 'machine' && occurredAt !== now;
