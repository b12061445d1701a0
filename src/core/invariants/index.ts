export {
  type Buckets,
  type Conservation,
  createChecker,
  invariants,
  type Moment,
  type Verdict,
  type Violation,
} from './checker.ts';
export type { Invariant, Look, Subject, SubjectOf, When } from './invariant.ts';
export { promised } from './invariant.ts';
