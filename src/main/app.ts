import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import { buildApi } from '../api/build.ts';
import { healthRoutes } from '../api/health/routes.ts';
import type { ApiParts, DemoAccount } from '../api/parts.ts';
import { type Logging, serverOptions } from '../api/server.ts';
import { rulebookAt } from '../core/authority/institution.ts';
import { booksIn } from '../engine/orders/books.ts';
import type { Store, TenantId } from '../engine/ports.ts';
import type { Relay } from '../engine/relay.ts';
import { closedPlugin } from '../portal/closed.ts';
import type { Guide } from '../portal/demo.ts';
import { portalPlugin } from '../portal/index.ts';
import type { Backend } from './backend.ts';
import type { PortalSetting } from './config.ts';
import { consoleFiles } from './console-files.ts';

export interface AppOptions {
  /** The institution of whoever names none. */
  readonly tenant: TenantId;
  /** A demonstration district's way in: logins shown to whoever asks. */
  readonly guide?: Guide | null;
  /** Residents' pages; our own unless said. */
  readonly portal?: PortalSetting;
  /** Mappings of the institutions' own; the shipped ones unless said. */
  readonly mappingsDir?: string;
  /** The institution's telephone exchange; none unless said. */
  readonly relay?: Relay | null;
  readonly logging: Logging;
  readonly trustProxy: string;
  readonly limits?: ApiParts['limits'];
}

/**
 * Guessing a password at this pace would take centuries, and a clerk's slip costs a minute. The
 * other is for an address, behind which a whole office may sit.
 */
const LIMITS = { signIn: 10, requests: 6000 };
/** Where the password is printed on a page, trying every post in turn is not guessing. */
const DEMO_LIMITS = { ...LIMITS, signIn: 120 };
const TRIES = { codes: 20, pages: 120 };

/** Readiness is asked by several watchers at once; the database need not answer each. */
const FRESH = 1_000;

const MAPPINGS = fileURLToPath(new URL('../../mappings/', import.meta.url));
const CONSOLE = fileURLToPath(new URL('../../dist/console/', import.meta.url));

/** What the doors stand on, whichever stores are behind it. */
export interface Served extends Omit<Backend, 'store' | 'close'> {
  readonly store: Store;
}

/** Every door on one server, not yet listening. */
export async function createApp(backend: Served, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify(serverOptions(options.logging, options.trustProxy));
  const guide = options.guide ?? null;
  const parts: ApiParts = {
    ...backend,
    tenant: options.tenant,
    execute: backend.engine.execute,
    clock: Date.now,
    orderBooks: (tenant) => booksIn(join(options.mappingsDir ?? MAPPINGS, 'orders'), tenant),
    unready: unreadyOf(backend, options.tenant),
    relay: options.relay ?? null,
    portal: (options.portal ?? ON).is,
    demo: guide !== null,
    demoAccounts: accountsOf(guide),
    limits: options.limits ?? (guide === null ? LIMITS : DEMO_LIMITS),
  };
  healthRoutes(app, parts);
  await app.register(buildApi(parts), { prefix: '/api' });
  const portal = options.portal ?? ON;
  const pages = { ...parts, guide, tries: TRIES };
  if (portal.is === 'off') await app.register(closedPlugin(pages));
  else await app.register(portalPlugin({ ...pages, frame: frameOf(portal) }));
  if (existsSync(CONSOLE)) await app.register(consoleFiles(CONSOLE), { prefix: '/console' });
  return app;
}

const ON: PortalSetting = { is: 'on' };

const frameOf = (portal: PortalSetting): string | null =>
  portal.is === 'embedded' ? portal.origin : null;

const accountsOf = (guide: Guide | null): readonly DemoAccount[] =>
  guide === null ? [] : guide.seats.map((seat) => ({ ...seat, password: guide.password }));

/** What keeps the server from serving: no database, no institution, no law in force. */
function unreadyOf(backend: Served, tenant: TenantId): () => Promise<readonly string[]> {
  let asked: { readonly at: number; readonly missing: Promise<readonly string[]> } | undefined;
  const ask = async (): Promise<readonly string[]> => {
    try {
      if (!(await backend.store.tenants()).includes(tenant)) return ['institution'];
      const { institution, now } = await backend.present(tenant);
      return rulebookAt(institution, now) === null ? ['rulebook'] : [];
    } catch {
      return ['database'];
    }
  };
  return () => {
    if (asked === undefined || asked.at + FRESH < Date.now()) {
      asked = { at: Date.now(), missing: ask() };
    }
    return asked.missing;
  };
}
