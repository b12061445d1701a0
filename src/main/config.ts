import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Text } from '../core/text.ts';
import type { RelaySetting } from './relay.ts';

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
  /** The list of erasures that a restore replays; never inside `dataDir`. */
  erasuresFile: string;
  /** The institution of whoever names none; nothing means the first there is. */
  tenant: string | undefined;
  /** The proxies before us whose word on the caller's address counts: addresses and ranges. */
  trustProxy: string;
  /** Mappings of the institutions' own; those of orders lie in `orders/` beneath it. */
  mappingsDir: string;
  /** Residents' pages: none, ours, or framed by the pages of another origin. */
  portal: PortalSetting;
  /** The institution's telephone exchange; nothing means that no call is put through. */
  relay: RelaySetting | undefined;
  logLevel: string;
  /** Lets a test set the clock of tenants that never lived by the real one. */
  testClock: boolean;
};

/** Whether residents' pages are served, and where they may be framed. */
export type PortalSetting =
  | { readonly is: 'on' }
  | { readonly is: 'off' }
  /** In the pages of this origin, which bring head and foot of their own. */
  | { readonly is: 'embedded'; readonly origin: string };

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
 * (`.config/shaoying/master.key` in the home directory), `SHAOYING_ERASURES` (`erasures.jsonl` beside
 * the key), `SHAOYING_TENANT`, `TRUST_PROXY` (1 for one
 * on this machine, else addresses and ranges by commas), `SHAOYING_MAPPINGS` (the
 * checkout's `mappings`), `SHAOYING_PORTAL` (on; embedded, then
 * `SHAOYING_PORTAL_FRAME` names the origin whose pages embed ours; off), `SHAOYING_RELAY` (the
 * address of a telephone exchange, with `SHAOYING_RELAY_SECRET`), `LOG_LEVEL` (warn), `SHAOYING_TEST_CLOCK` (1).
 *
 * @throws ConfigFault where a value makes no sense
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const data = env.SHAOYING_DATA || resolve(CHECKOUT, 'data');
  const keyFile = resolve(env.SHAOYING_KEY_FILE || join(homedir(), '.config/shaoying/master.key'));
  return {
    port: readPort(env.PORT || '8311'),
    host: env.HOST || undefined,
    dataDir: isAbsolute(data) ? data : resolve(data),
    databaseUrl: env.DATABASE_URL || undefined,
    keyFile,
    erasuresFile: resolve(env.SHAOYING_ERASURES || join(dirname(keyFile), 'erasures.jsonl')),
    tenant: env.SHAOYING_TENANT || undefined,
    trustProxy: readProxies(env.TRUST_PROXY || ''),
    mappingsDir: resolve(env.SHAOYING_MAPPINGS || join(CHECKOUT, 'mappings')),
    portal: readPortal(env.SHAOYING_PORTAL || 'on', env.SHAOYING_PORTAL_FRAME || ''),
    relay: readRelay(env.SHAOYING_RELAY || '', env.SHAOYING_RELAY_SECRET || ''),
    logLevel: env.LOG_LEVEL || 'warn',
    testClock: env.SHAOYING_TEST_CLOCK === '1',
  };
}

/** The port that was asked for; 0, any that is free, where none was. */
export const portAsked = (env: NodeJS.ProcessEnv = process.env): number =>
  readPort(env.PORT || '0');

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new ConfigFault({
    zh: `PORT 应为 0 到 65535 的整数，而不是“${text}”。`,
    en: `PORT must be a whole number from 0 to 65535, not "${text}".`,
  });
}

function readPortal(is: string, frame: string): PortalSetting {
  if (is === 'on' || is === 'off') return { is };
  if (is !== 'embedded') {
    throw new ConfigFault({
      zh: `SHAOYING_PORTAL 应为 on、embedded 或 off，而不是“${is}”。`,
      en: `SHAOYING_PORTAL must be on, embedded or off, not "${is}".`,
    });
  }
  const origin = URL.canParse(frame) ? new URL(frame) : null;
  if (origin === null || !/^https?:$/.test(origin.protocol) || origin.origin !== frame) {
    throw new ConfigFault({
      zh: `SHAOYING_PORTAL_FRAME 应为嵌入网页的来源，如 https://www.example.gov.cn，不带路径，而不是“${frame}”。`,
      en: `SHAOYING_PORTAL_FRAME must be the origin of the pages that embed ours, like https://www.example.gov.cn, without a path, not "${frame}".`,
    });
  }
  return { is, origin: origin.origin };
}

/** Numbers cross no network in the clear: TLS, but for an exchange on this machine. */
function readRelay(url: string, secret: string): RelaySetting | undefined {
  if (url === '') return undefined;
  const address = URL.canParse(url) ? new URL(url) : null;
  const near = address !== null && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  const open = address?.protocol === 'https:' || (near && address.protocol === 'http:');
  if (address === null || !open || address.username !== '') {
    throw new ConfigFault({
      zh: `SHAOYING_RELAY 应为电话交换机的地址，以 https:// 开头（在本机的可用 http://），而不是“${url}”。`,
      en: `SHAOYING_RELAY must be the address of a telephone exchange, by https:// (or http:// on this machine), not "${url}".`,
    });
  }
  if (secret.length < LEAST_SECRET) {
    throw new ConfigFault({
      zh: `SHAOYING_RELAY_SECRET 至少 ${LEAST_SECRET} 个字符，与交换机共用，用来签名。`,
      en: `SHAOYING_RELAY_SECRET must have at least ${LEAST_SECRET} characters; it is shared with the exchange and signs each call.`,
    });
  }
  return { url: address.href, secret };
}

const LEAST_SECRET = 32;

/** A proxy only adds to what a caller says it came through: without its address all is believed. */
function readProxies(text: string): string {
  const proxies = text === '1' ? 'loopback' : text;
  const named = proxies.split(',').map((proxy) => proxy.trim());
  if (proxies === '' || named.every((proxy) => proxy === 'loopback' || isRange(proxy))) {
    return named.join(',');
  }
  throw new ConfigFault({
    zh: `TRUST_PROXY 应为 1（代理在本机）或者代理的地址、网段，以逗号分隔，而不是“${text}”。`,
    en: `TRUST_PROXY must be 1 (a proxy on this machine) or the proxies' addresses and ranges, by commas, not "${text}".`,
  });
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const whole = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
  return version !== 0 && whole && more.length === 0;
}
