import type { Instant, OfficeId, Post, UnitId } from '../../process.ts';
import type { Text } from '../../text.ts';
import type { Intake, Means, Outcome, RequestKind, Solved } from '../words.ts';

/**
 * What things are called where a case is told. The rulebook names units, categories, channels and
 * reasons; the contract's words name the rest. Each falls back to the code it was asked for.
 */
export interface Names {
  unit(id: UnitId): Text;
  office(id: OfficeId): Text;
  post(post: Post): Text;
  category(code: string): Text;
  urgency(code: string): Text;
  channel(code: string): Text;
  objectionBasis(code: string): Text;
  suspensionReason(code: string): Text;
  /** A clock by its id (`reply-1`) or its kind (`reply`). */
  clock(id: string): Text;
  kind(code: RequestKind): Text;
  intake(code: Intake): Text;
  outcome(code: Outcome): Text;
  solved(code: Solved): Text;
  means(code: Means | 'portal'): Text;
  moment(at: Instant): Text;
}

export const text = (zh: string, en: string): Text => ({ zh, en });

/** Names in a row: `a、b`, `a, b`. */
export const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
});
