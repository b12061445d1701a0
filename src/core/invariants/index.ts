export {
  type Buckets,
  type Conservation,
  createChecker,
  invariants,
  type Moment,
  type Verdict,
  type Violation,
} from './checker.ts';
export {
  type Invariant,
  type Look,
  NAMES,
  type Subject,
  type SubjectOf,
  type When,
} from './invariant.ts';
