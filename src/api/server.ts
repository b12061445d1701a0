import { randomBytes } from 'node:crypto';
import { type FastifyServerOptions, LogController } from 'fastify';
import { placeOf } from './problem.ts';

/** A request of a person fits many times over; nothing larger is read. */
const BODY = 64 * 1024;

export interface Logging {
  readonly level: string;
  /** Standard output unless said. */
  readonly stream?: { write(line: string): void };
}

/**
 * How a server of ours is set up whatever doors it has. The framework's own request lines are off:
 * they quote addresses as typed, and what is typed may be about a person. `healthRoutes` logs the
 * route instead. An error that anyone logs loses its message for the same reason.
 *
 * @param trustProxy addresses and ranges, by commas, whose word on the caller's address counts; what
 *   a caller behind them claims to have come through does not
 */
export const serverOptions = (logging: Logging, trustProxy: string): FastifyServerOptions => ({
  logger: {
    ...logging,
    serializers: {
      err: (error: Error) => ({
        type: error.name,
        message: '',
        stack: placeOf(error).join('\n'),
      }),
      req: ({ method }) => ({ method }),
    },
  },
  trustProxy,
  logController: new LogController({ disableRequestLogging: true }),
  bodyLimit: BODY,
  genReqId: () => randomBytes(6).toString('hex'),
  // What a client sends slower than this is no request.
  requestTimeout: 30_000,
  routerOptions: { maxParamLength: 120 },
});
