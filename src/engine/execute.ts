import type {
  Actor,
  Instant,
  OnBehalfOf,
  ProcessCommand,
  Reaction,
  Refusal,
  StreamId,
} from '../core/process.ts';
import { type Attempted, attempt, type Deps } from './attempt.ts';
import { checkEdge } from './edge.ts';
import { type DocumentRow, type TenantId, TryAgain } from './ports.ts';

/**
 * One act, from any door. `private` holds personal texts by the name of the command field they
 * fill: the engine seals them and puts the reference into `command.data` before the decision.
 */
export interface Request {
  readonly tenant: TenantId;
  readonly process: string;
  readonly stream: StreamId;
  readonly actor: Actor;
  readonly onBehalfOf?: OnBehalfOf;
  /** Entered late: when it truly happened. */
  readonly occurredAt?: Instant;
  readonly command: ProcessCommand;
  /** Dotted path of the field in `command.data` to its text: `words`, `place.detail`. */
  readonly private?: Readonly<Record<string, string>>;
  /** Texts of law that the command names by hash. */
  readonly documents?: readonly DocumentRow[];
  /** The version the human saw. A human act without one is refused; 0 creates. */
  readonly expectedVersion?: number;
  /** Asked again under the same key, the first answer stands. */
  readonly key?: string;
}

/** A request that carries out a queued reaction, which only the engine itself makes. */
export interface QueuedRequest extends Request {
  readonly settles?: string;
  readonly copies?: NonNullable<Reaction['copies']>;
}

export type Answer =
  | {
      readonly accepted: true;
      /** Of every stream written, and of the one asked for. */
      readonly versions: Readonly<Record<StreamId, number>>;
      readonly replayed: boolean;
    }
  | { readonly accepted: false; readonly refusal: Refusal; readonly replayed: boolean };

/** Attempts before a command gives way to whoever keeps coming first. */
const ATTEMPTS = 8;

/**
 * Carries out one act: one read, one decision, one write, unless somebody else came in between.
 * A machine's command is then decided again on what stands now. A human's is not: who saw an older
 * version is told so (see `attempt`), and only what the human could not have seen is read again.
 *
 * @throws UnknownOutcome when the connection went at the wrong moment: ask again under the same key.
 * @throws TryAgain when it lost every race; nothing was applied.
 */
export async function execute(deps: Deps, request: QueuedRequest): Promise<Answer> {
  const objection = checkEdge(request);
  if (objection !== null) return { accepted: false, refusal: objection, replayed: false };
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const answer = await attemptOnce(deps, request);
    if (answer !== 'again') return answer;
  }
  throw new TryAgain(`${request.command.type} on ${request.stream} lost every race`);
}

async function attemptOnce(deps: Deps, request: QueuedRequest): Promise<Attempted> {
  try {
    return await attempt(deps, request);
  } catch (error) {
    if (error instanceof TryAgain) return 'again';
    throw error;
  }
}
