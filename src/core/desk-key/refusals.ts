/** Every refusal of the process. The contract's catalogue has the words. */
export const REFUSALS = [
  'desk-key.unknown',
  'desk-key.exists',
  'desk-key.wrong-status',
  /** An officer of the desk in their own seat; agreeing and retiring, an auditor as well. */
  'desk-key.not-yours',
  'desk-key.not-entered-late',
  /** The law has no desk that keys could be for. */
  'desk-key.not-offered',
  /** Two people: whoever offered a key does not also say that it was compared. */
  'desk-key.own-key',
  'desk-key.other-fingerprint',
  'desk-key.unknown-reason',
] as const;

export type DeskKeyRefusal = (typeof REFUSALS)[number];
