import type { CaseEvent } from './case/events.ts';
import type { Instant, Recorded } from './process.ts';

export const CONSENT_KINDS = ['confidentiality', 'contact', 'follow-up', 'support'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** What a person agreed to or asked for, on one request, as the log has it. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly given: boolean;
  readonly at: Instant;
  /** When it ends by itself; null where it does not. */
  readonly until: Instant | null;
}

type Teller = (events: readonly Recorded[]) => readonly Consent[];

/**
 * How each process tells the consents in its log, oldest first. A query over events and no store of its
 * own: what was agreed is what was said. A process with consents of its own adds a line.
 */
const TELLERS: Readonly<Record<string, Teller>> = {
  case: (events) =>
    (events as readonly Recorded<CaseEvent>[]).flatMap((event): readonly Consent[] => {
      if (event.type !== 'Registered') return [];
      const { confidential, contact } = event.data;
      const at = event.occurredAt;
      return [
        { kind: 'confidentiality', given: confidential, at, until: null },
        { kind: 'contact', given: contact !== null, at, until: null },
      ];
    }),
};

export const consentsIn = (process: string, events: readonly Recorded[]): readonly Consent[] =>
  TELLERS[process]?.(events) ?? [];
