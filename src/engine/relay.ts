/** One call to be made: both telephones ring, and neither end learns the other's number. */
export interface RelayCall {
  /** The extension or number at which whoever calls is reached. */
  readonly from: string;
  /** The person's number, which leaves the vault for the exchange and for nobody else. */
  readonly to: string;
  /** The same for the same call however often it is sent, and says nothing of the matter. */
  readonly reference: string;
}

/**
 * What the exchange said: `placed`, it rings; `refused`, it will not; `unreached`, it never heard of
 * it; `unknown`, it heard and did not answer, so that it may ring all the same.
 */
export type RelayAnswer = 'placed' | 'refused' | 'unreached' | 'unknown';

/** The institution's own telephone exchange. Its failures are answers, never faults. */
export interface Relay {
  call(call: RelayCall): Promise<RelayAnswer>;
}
