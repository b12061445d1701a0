import type { IncomingMessage, ServerResponse } from 'node:http';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Lang } from '../contract/common.ts';
import type { Instant, Post } from '../core/process.ts';
import type { Accounts } from '../engine/accounts.ts';
import type { ErasableVault } from '../engine/erasure-ports.ts';
import type { Book } from '../engine/orders/books.ts';
import type { Crypto, Queries, Store, TenantId } from '../engine/ports.ts';
import type { Present } from '../engine/present.ts';
import type { Relay } from '../engine/relay.ts';
import type { Request as Act, Answer } from '../engine/request.ts';
import type { Tally } from '../engine/tally.ts';

/** How often may be tried what invites guessing; per minute. */
export interface Limits {
  /** Sign-ins from one address, and sign-ins to one login. */
  readonly signIn: number;
  /** Anything from one address. */
  readonly requests: number;
}

/** A login whose password is no secret. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly posts: readonly Post[];
}

/** Everything the doors are made of, handed in by the composition root. */
export interface ApiParts {
  /** Whose staff sign in when they name no institution. */
  readonly tenant: TenantId;
  execute(act: Act): Promise<Answer>;
  present(tenant: TenantId): Promise<Present>;
  readonly store: Pick<
    Store,
    'documents' | 'events' | 'tenants' | 'read' | 'sequenced' | 'lastPosition'
  >;
  readonly queries: Queries;
  readonly vault: ErasableVault;
  readonly crypto: Crypto;
  readonly accounts: Accounts;
  readonly tally: Tally;
  /** The pairs of mappings for orders of systems above. @throws FileFault where one is broken */
  orderBooks(tenant: TenantId): readonly Book[];
  /** The server's own clock: sessions end by it whatever a test clock says. */
  clock(): Instant;
  /** What keeps the server from serving; empty when it can. */
  unready(): Promise<readonly string[]>;
  /** The institution's telephone exchange; null where none is set. */
  readonly relay: Relay | null;
  /** Whether residents' pages are served: a slip leads nowhere where they are not. */
  readonly portal: 'on' | 'embedded' | 'off';
  /** A demonstration district: its requests are invented, its passwords known. */
  readonly demo: boolean;
  readonly demoAccounts: readonly DemoAccount[];
  readonly limits: Limits;
}

/** Who asks, in which of their posts. */
export interface Reader {
  readonly tenant: TenantId;
  readonly account: string;
  readonly login: string;
  readonly post: Post;
  readonly posts: readonly Post[];
  readonly tokenHash: string;
  /** The password is the one that was handed over. */
  readonly temporary: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    lang: Lang;
    reader: Reader | null;
  }
}

export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export type { FastifyReply, FastifyRequest };
