import type { CaseEvent } from './case/events.ts';
import type { Instant, Recorded } from './process.ts';
import type { SponsorshipEvent } from './sponsorship/events.ts';
import type { SupportEvent } from './support/events.ts';

export const CONSENT_KINDS = [
  'confidentiality',
  'contact',
  'identity',
  'follow-up',
  'support',
] as const;
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
  sponsorship: (events) =>
    (events as readonly Recorded<SponsorshipEvent>[]).flatMap((event): readonly Consent[] => {
      const at = event.occurredAt;
      switch (event.type) {
        case 'IdentityConsented':
          return [{ kind: 'identity', given: true, at, until: null }];
        case 'IdentityConsentRevoked':
        case 'IdentityConsentLapsed':
          return [{ kind: 'identity', given: false, at, until: null }];
        case 'FollowUpConsented':
          return [{ kind: 'follow-up', given: true, at, until: event.data.until }];
        case 'FollowUpEnded':
          return [{ kind: 'follow-up', given: false, at, until: null }];
        default:
          return [];
      }
    }),
  support: (events) =>
    (events as readonly Recorded<SupportEvent>[]).flatMap((event): readonly Consent[] => {
      const at = event.occurredAt;
      switch (event.type) {
        case 'Consented':
          return [{ kind: 'support', given: true, at, until: event.data.until }];
        case 'Refused':
        case 'Revoked':
          return [{ kind: 'support', given: false, at, until: null }];
        default:
          return [];
      }
    }),
};

/** Processes with consents in their log. */
export const tellsConsents = (process: string): boolean => process in TELLERS;

export const consentsIn = (process: string, events: readonly Recorded[]): readonly Consent[] =>
  TELLERS[process]?.(events) ?? [];
