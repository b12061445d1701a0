import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the environment decides; nothing else in the product reads it. */
export type Config = {
  /** The port to serve on. */
  port: number;
  /** The address to serve on: every interface unless said. */
  host: string;
  /** Where the embedded database, and whatever else is kept on disk, lives. */
  dataDir: string;
  /** A PostgreSQL server of the operator's own, instead of the embedded one. */
  databaseUrl: string | undefined;
};

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the configuration: `PORT` (8311), `HOST`, `SHAOYING_DATA` (the checkout's `data`; a
 * relative one counts from where the command is called), `DATABASE_URL`.
 *
 * @throws Error in a sentence where a value makes no sense
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const data = env.SHAOYING_DATA || resolve(CHECKOUT, 'data');
  return {
    port: readPort(env.PORT || '8311'),
    host: env.HOST || '::',
    dataDir: isAbsolute(data) ? data : resolve(data),
    databaseUrl: env.DATABASE_URL || undefined,
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(
    `PORT 应为 0 到 65535 的整数。 PORT must be a whole number from 0 to 65535: ${text}`,
  );
}
