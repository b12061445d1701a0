import { createHmac } from 'node:crypto';
import type { Relay, RelayAnswer } from '../engine/relay.ts';

export interface RelaySetting {
  readonly url: string;
  /** Shared with the exchange, which knows by it that the order is ours. */
  readonly secret: string;
}

/** An exchange that has not answered by then may ring all the same. */
const PATIENCE = 10_000;
/** Failures of a connection that was never made: nothing can have been heard. */
const NEVER_MADE: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * The exchange at an address: one JSON POST `{from, to, reference}` a call, signed. Any 2xx means that
 * it rings, any other status that it will not. `Shaoying-Signature: t=SECONDS,v1=HEX` is the HMAC-SHA256
 * of `SECONDS.BODY` under the shared secret, so that an order cannot be made up, changed or kept for later.
 */
export const httpRelay = (
  { url, secret }: RelaySetting,
  { now = Date.now, patience = PATIENCE } = {},
): Relay => ({
  async call({ from, to, reference }) {
    const body = JSON.stringify({ from, to, reference });
    const seconds = Math.floor(now() / 1000);
    const v1 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'shaoying-signature': `t=${seconds},v1=${v1}`,
        },
        body,
        // The number goes to the address that was set, and nowhere that address points to.
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      await answer.body?.cancel();
      return answer.ok ? 'placed' : 'refused';
    } catch (error) {
      return failure(error);
    }
  },
});

/** The fault itself is dropped: what is thrown at a request may quote what it carried. */
function failure(error: unknown): RelayAnswer {
  const cause = error instanceof Error ? error.cause : undefined;
  const causes = cause instanceof AggregateError ? cause.errors : [cause];
  const never = causes.every(
    (one) =>
      one instanceof Error &&
      'code' in one &&
      typeof one.code === 'string' &&
      NEVER_MADE.has(one.code),
  );
  return never ? 'unreached' : 'unknown';
}
