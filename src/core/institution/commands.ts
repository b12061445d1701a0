import type { Recusal } from '../authority/institution.ts';
import type { Instant, Post, ProcessCommand, UnitId } from '../process.ts';
import type { Draft, PublishedCalendar, StaffOrder } from './events.ts';

type C<Type extends string, Data> = ProcessCommand<Type, Data>;

/** Ids arrive from the engine: the core draws none. */
export type InstitutionCommand =
  /** The installation alone, and once: it founds the institution. */
  | C<'adopt-rulebook', Draft>
  | C<'propose-rulebook', Draft & { readonly proposal: string }>
  /** By another than the one who proposed it. */
  | C<'approve-rulebook', { readonly proposal: string }>
  | C<'turn-down-rulebook', { readonly proposal: string; readonly reason: string }>
  /** By the one who proposed it. */
  | C<'take-back-rulebook', { readonly proposal: string }>
  | C<'change-staff', { readonly reason: string; readonly orders: readonly StaffOrder[] }>
  | C<'publish-calendar', PublishedCalendar>
  | C<
      'delegate',
      {
        readonly id: string;
        readonly from: UnitId;
        readonly to: UnitId;
        readonly power: string;
        readonly validFrom: Instant;
        readonly validTo: Instant;
      }
    >
  | C<'end-delegation', { readonly id: string }>
  | C<
      'stand-in',
      {
        readonly id: string;
        readonly absent: Post;
        readonly present: Post;
        readonly validFrom: Instant;
        readonly validTo: Instant;
      }
    >
  | C<'end-stand-in', { readonly id: string }>
  /** For oneself, or by a superior for another. */
  | C<
      'recuse',
      {
        readonly id: string;
        readonly account: string;
        readonly scope: Recusal['scope'];
        readonly reason: string;
      }
    >
  | C<'end-recusal', { readonly id: string; readonly reason: string }>;
