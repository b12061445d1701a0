import type {
  Actor,
  Instant,
  OnBehalfOf,
  ProcessCommand,
  Reaction,
  Refusal,
  StreamId,
} from '../core/process.ts';
import type { DocumentRow, TenantId } from './ports.ts';

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
