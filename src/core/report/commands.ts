import type { ProcessCommand, Sealed, StreamId } from '../process.ts';
import type { ReportAnswer } from './words.ts';

type C<Type extends string, Data = Record<never, never>> = ProcessCommand<Type, Data>;

/** Words that were encrypted at the door, and to which keys. */
interface Told {
  readonly words: Sealed;
  /** Streams of the keys in force it was encrypted to. */
  readonly keys: readonly StreamId[];
}

/** What may be asked of a report. Who may ask it: `access.ts`. */
export type ReportCommand =
  | C<'receive', Told & { readonly receipt: string }>
  | C<'add-words', Told>
  /** 拆阅: the officer has read it, and says that they have no interest in it. */
  | C<'take-in', { readonly noInterest: boolean }>
  /** 申报回避: the officer has one, and is shut out. */
  | C<'declare-interest'>
  /** 移送 */
  | C<'hand-over', { readonly channel: string }>
  | C<'conclude', { readonly answer: ReportAnswer }>
  /** Machine: a clock reached its due instant. Keyed (clock, revision). */
  | C<'clock-due', { readonly clock: string; readonly revision: number }>
  /** Machine: a calendar was published; provisional clocks are computed again. */
  | C<'recompute-clocks', { readonly calendar: string }>;

export type CommandType = ReportCommand['type'];
export type CommandOf<Type extends CommandType> = Extract<ReportCommand, { readonly type: Type }>;
