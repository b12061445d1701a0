import type { FastifyReply } from 'fastify';
import type { Institution } from '../core/authority/institution.ts';
import type { Instant } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import type { ErasableVault } from '../engine/erasure-ports.ts';
import type { Crypto, Queries, Store, TenantId } from '../engine/ports.ts';
import type { Present } from '../engine/present.ts';
import type { Request as Act, Answer } from '../engine/request.ts';
import type { Tally } from '../engine/tally.ts';
import type { Guide } from './demo.ts';
import type { Html, Reader } from './layout.ts';

/** From one address, per minute; behind one address a whole hall may sit. */
export interface Tries {
  /** At receipt codes. */
  readonly codes: number;
  /** Pages filled in on the way to a request, which takes half a dozen. */
  readonly pages: number;
}

/** What the composition root hands to the portal. */
export interface PortalParts {
  /** Whose requests are said here. */
  readonly tenant: TenantId;
  execute(act: Act): Promise<Answer>;
  /** The institution and the store's time, read together. */
  present(tenant: TenantId): Promise<Present>;
  readonly store: Pick<Store, 'events' | 'read'>;
  readonly queries: Pick<Queries, 'byAlias' | 'list'>;
  readonly vault: ErasableVault;
  readonly crypto: Crypto;
  readonly tally: Tally;
  /** How to look around, on a demonstration district. */
  readonly guide: Guide | null;
  /** The one other origin whose pages may frame ours; null where none may. */
  readonly frame: string | null;
  readonly tries: Tries;
}

/** What every page is told against, read once for each request. */
export interface Setting {
  readonly reader: Reader;
  readonly institution: Institution;
  readonly rulebook: Rulebook;
  readonly now: Instant;
}

declare module 'fastify' {
  interface FastifyRequest {
    portal: Setting;
  }
}

/**
 * Nothing that names a request is kept by a browser. `back` is for the pages on the way to one: the
 * browser holds what it sent for them anyway, and must be able to show them again (decision 0008).
 */
export const send = async (
  reply: FastifyReply,
  page: Html,
  status = 200,
  keep: 'nothing' | 'back' = 'nothing',
): Promise<FastifyReply> =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', keep === 'back' ? 'private, no-cache' : 'no-store')
    .send(String(await page));

/** What the browser kept for going back ends here: the request is sent, or the person leaves. */
export const forgetPages = (reply: FastifyReply): FastifyReply =>
  reply.header('clear-site-data', '"cache"');
