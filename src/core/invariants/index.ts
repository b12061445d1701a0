export {
  type Buckets,
  type Conservation,
  caseInvariants,
  createChecker,
  type Moment,
  type Verdict,
  type Violation,
} from './checker.ts';
export type { Invariant, Look, Subject, When } from './invariant.ts';
