import { isRecused } from '../authority/posts.ts';
import type { Facts, Refusal, StreamId } from '../process.ts';
import type { CommandType } from './commands.ts';
import { refuse } from './refusals.ts';
import type { Known, ReportState } from './state.ts';

/** The reporter by their receipt, an officer of the desk in their own seat, or a machine. */
type Who = 'reporter' | 'officer' | { readonly machine: readonly ('tick' | 'reaction')[] };

/** Command by command, who may; whatever is not written here is denied. */
export const ACCESS: Readonly<Record<CommandType, readonly Who[]>> = {
  receive: ['reporter'],
  'add-words': ['reporter'],
  'take-in': ['officer'],
  'declare-interest': ['officer'],
  'hand-over': ['officer'],
  conclude: ['officer'],
  'clock-due': [{ machine: ['tick'] }],
  'recompute-clocks': [{ machine: ['tick', 'reaction'] }],
};

/** Why it may not be done by whoever asks; null where it may. */
export function denied(type: CommandType, state: ReportState, facts: Facts): Refusal | null {
  const may = ACCESS[type].some((who) => {
    if (who === 'reporter') return isReporter(facts);
    if (who === 'officer') return isOfficer(facts, state);
    const { actor } = facts;
    return actor.kind === 'machine' && who.machine.some((name) => name === actor.name);
  });
  if (!may) return refuse('report.not-yours', { command: type }).refusal;
  return state.status !== 'none' && hasInterest(state, facts)
    ? refuse('report.recused').refusal
    : null;
}

/** Nobody reports for somebody: a helper would be one more who knows. */
const isReporter = ({ actor, onBehalfOf, stream }: Facts): boolean =>
  actor.kind === 'person' && actor.case === stream && onBehalfOf === undefined;

/**
 * Neither a stand-in nor a secretary of the unit: a report is encrypted to the keys of accounts, and
 * whoever only fills the seat is one more who knows.
 */
const isOfficer = ({ actor, onBehalfOf }: Facts, state: ReportState): boolean =>
  actor.kind === 'staff' &&
  onBehalfOf === undefined &&
  actor.post.role === 'sealed_officer' &&
  state.status !== 'none' &&
  actor.post.unit === state.unit;

const hasInterest = (state: Known, { actor, institution, stream, now }: Facts): boolean =>
  actor.kind === 'staff' && isShutOut(state, { account: actor.account, institution, stream, now });

/** Invariant 35, for acts and for reading alike: declared at this report, or as a standing recusal. */
export const isShutOut = (
  state: Known,
  {
    account,
    institution,
    stream,
    now,
  }: Pick<Facts, 'institution' | 'stream' | 'now'> & { readonly account: string },
): boolean =>
  state.interested.includes(account) ||
  isRecused(institution, account, matterOf(state, stream), now);

const matterOf = ({ unit }: Known, stream: StreamId) => ({ case: stream, units: [unit] });
