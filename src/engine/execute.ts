import type {
  Actor,
  Instant,
  OnBehalfOf,
  ProcessCommand,
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
  /** Texts the command names by their hash: a rulebook, a calendar (`engine/institution.ts`). */
  readonly documents?: readonly DocumentRow[];
  /** The version the human saw. A human act without one is refused; 0 creates. */
  readonly expectedVersion?: number;
  /** Asked again under the same key, the first answer stands. */
  readonly key?: string;
}

export type Answer =
  | {
      readonly accepted: true;
      readonly versions: Readonly<Record<StreamId, number>>;
      readonly replayed: boolean;
    }
  | { readonly accepted: false; readonly refusal: Refusal; readonly replayed: boolean };
