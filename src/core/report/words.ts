/** What the desk may answer instead of handing over: from a list, for words could name somebody. */
export const ANSWERS = [
  /** It is a matter handled badly, not wrongdoing: say it as a request. */
  'NOT_WRONGDOING',
  /** Nothing in it can be looked into: no person, office, time or act is named. */
  'NOTHING_TO_LOOK_INTO',
  /** The same facts are with the competent body already. */
  'KNOWN_ALREADY',
  /** It is about nobody over whom a channel of this institution has a say. */
  'ELSEWHERE',
] as const;

export type ReportAnswer = (typeof ANSWERS)[number];
