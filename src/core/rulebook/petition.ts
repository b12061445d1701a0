import type { UnitId } from '../primitives.ts';
import type { Text } from '../text.ts';
import type { Duration } from '../time/duration.ts';
import type { Citation } from './citation.ts';

/**
 * What a petition's clocks hold to. `window` kinds are the other side's time to speak: when one
 * ends nobody was late, and the way it kept open is closed.
 */
export const PETITION_LIMITS = [
  'routing',
  'notice',
  'objection',
  'return-decision',
  'designation',
  'handling',
  'extension',
  'delivery',
  'ask-review',
  'review',
  'ask-re-review',
  're-review',
  'new-facts',
] as const;

export type PetitionLimit = (typeof PETITION_LIMITS)[number];

/** How a kind of petition goes on: handled here, told its own channel, or handed over unread. */
export const PETITION_WAYS = ['handle', 'channel', 'sealed'] as const;

export type PetitionWay = (typeof PETITION_WAYS)[number];

export interface PetitionKind {
  readonly code: string;
  readonly name: Text;
  readonly way: PetitionWay;
  readonly citation: Citation;
}

/** Reasons the rules themselves give, so that a rulebook must have words for each. */
export const RULED_REASONS = ['late', 'no-superior', 'concluded', 'no-new-facts'] as const;

export type RuledReason = (typeof RULED_REASONS)[number];

/** Why something is not accepted, by which rule, and what the person can do next (invariant 3). */
export interface PetitionReason {
  readonly code: string;
  readonly name: Text;
  readonly nextPath: Text;
  readonly citation: Citation;
  /** It says that all was answered before, so a delivered reasoned reply must exist (invariant 42). */
  readonly afterReply: boolean;
}

/** 信访事项 as one institution has it; the numbers come from a part that many include. */
export interface PetitionLaw {
  /** 信访工作机构: registers, routes, and keeps the person told. */
  readonly office: UnitId;
  readonly kinds: readonly PetitionKind[];
  /** For each kind that is not handled here, the channel it goes to. */
  readonly channels: Readonly<Record<string, string>>;
  readonly limits: Readonly<
    Record<PetitionLimit, { readonly duration: Duration; readonly citation: Citation }>
  >;
  readonly representatives: { readonly most: number; readonly citation: Citation };
  readonly reasons: readonly PetitionReason[];
  /** Who reviews a unit's opinion where that is not the unit above it; null: nobody here does. */
  readonly reviewers: Readonly<Record<UnitId, UnitId | null>>;
}
