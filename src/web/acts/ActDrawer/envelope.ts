import type { CaseAct } from '../../../contract/cases.ts';
import type { Post, Role } from '../../../contract/session.ts';
import { instantAt } from '../../time/zone.ts';

export const RELATIONS = ['relative', 'neighbour', 'helper', 'caller'] as const;
export type Relation = (typeof RELATIONS)[number];

/** When and for whom, where it is not now and for oneself. */
export interface Circumstance {
  /** `YYYY-MM-DDTHH:mm` on the district's clocks. */
  readonly happened?: string;
  readonly behalf?: 'post' | Relation;
  /** The other post of one's own unit. */
  readonly post?: Post;
}

/** What only the person can say is taken down for them: whoever calls, unless it is said otherwise. */
const THEIRS: ReadonlySet<CaseAct> = new Set(['add-words', 'disagree']);

export const usualFor = (act: CaseAct, role: Role): Circumstance =>
  THEIRS.has(act) || (act === 'reopen' && role === 'intake_agent') ? { behalf: 'caller' } : {};

export const envelopeOf = ({ happened, behalf, post }: Circumstance, zone: string): object => ({
  ...(happened ? { occurredAt: new Date(instantAt(happened, zone)).toISOString() } : {}),
  ...(behalf === 'post' && post ? { onBehalfOf: { kind: 'post', post } } : {}),
  ...(behalf && behalf !== 'post' ? { onBehalfOf: { kind: 'person', relation: behalf } } : {}),
});
