import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '../core/text.ts';

/** What the environment decides; nothing else in the product reads it. */
export type Config = {
  /** The port to serve on. */
  port: number;
  /** The address to serve on; nothing means every one this machine has. */
  host: string | undefined;
  /** Where the embedded database, and whatever else is kept on disk, lives. */
  dataDir: string;
  /** A PostgreSQL server of the operator's own, instead of the embedded one. */
  databaseUrl: string | undefined;
  /** Where the master key lies; never inside `dataDir`. */
  keyFile: string;
  /** The institution of whoever names none; nothing means the first there is. */
  tenant: string | undefined;
  /** Whether a proxy stands before us whose word on the caller's address counts. */
  trustProxy: boolean;
  logLevel: string;
  /** Lets a test set the clock of tenants that never lived by the real one. */
  testClock: boolean;
};

/** A value in the environment that makes no sense. */
export class ConfigFault extends Error {
  readonly code = 'config.invalid';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'ConfigFault';
    this.text = text;
  }
}

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the configuration: `PORT` (8311), `HOST`, `SHAOYING_DATA` (the checkout's `data`; a
 * relative one counts from where the command is called), `DATABASE_URL`, `SHAOYING_KEY_FILE`
 * (`.config/shaoying/master.key` in the home directory), `SHAOYING_TENANT`, `TRUST_PROXY` (1),
 * `LOG_LEVEL` (warn), `SHAOYING_TEST_CLOCK` (1).
 *
 * @throws ConfigFault where a value makes no sense
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const data = env.SHAOYING_DATA || resolve(CHECKOUT, 'data');
  return {
    port: readPort(env.PORT || '8311'),
    host: env.HOST || undefined,
    dataDir: isAbsolute(data) ? data : resolve(data),
    databaseUrl: env.DATABASE_URL || undefined,
    keyFile: resolve(env.SHAOYING_KEY_FILE || join(homedir(), '.config/shaoying/master.key')),
    tenant: env.SHAOYING_TENANT || undefined,
    trustProxy: env.TRUST_PROXY === '1',
    logLevel: env.LOG_LEVEL || 'warn',
    testClock: env.SHAOYING_TEST_CLOCK === '1',
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigFault({
    zh: `PORT 应为 0 到 65535 的整数，而不是“${text}”。`,
    en: `PORT must be a whole number from 0 to 65535, not "${text}".`,
  });
}
