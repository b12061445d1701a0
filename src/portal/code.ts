import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Crypto, TenantId } from '../engine/ports.ts';

/**
 * The receipt code while its holder reads and answers: a cookie of this visit, out of reach of
 * scripts and other sites, so that the code is in no address and no history. It carries a mark that
 * only this server makes: a code is tried at the doors where tries are counted, or not at all.
 */
const NAME = 'receipt';
const path = '/follow';
const MARK = 80;

/**
 * How far a cookie travels. Framed by another site it must be let across, sealed off from every
 * other page of that kind; our own forms are checked by their origin wherever they stand. Without
 * TLS no browser takes such a cookie, and the plain one serves where both pages are of one site.
 */
export const crossing = (framed: boolean, { protocol }: Pick<FastifyRequest, 'protocol'>) => {
  const secure = protocol === 'https';
  return framed && secure
    ? ({ sameSite: 'none', secure, partitioned: true } as const)
    : ({ sameSite: 'lax', secure } as const);
};

interface Office {
  readonly frame: string | null;
  readonly tenant: TenantId;
  readonly crypto: Pick<Crypto, 'derive'>;
}

const marked = ({ tenant, crypto }: Office, code: string): string =>
  `${code}.${crypto.derive(`receipt-cookie/${tenant}/${code}`, MARK)}`;

export const rememberCode = (office: Office, reply: FastifyReply, code: string): void => {
  const crosses = crossing(office.frame !== null, reply.request);
  reply.setCookie(NAME, marked(office, code), { path, httpOnly: true, ...crosses });
};

export const forgetCode = (reply: FastifyReply): void => {
  reply.clearCookie(NAME, { path });
};

export const codeOf = (office: Office, request: FastifyRequest): string | null => {
  const held = request.cookies[NAME] ?? '';
  const [code = ''] = held.split('.');
  return held === marked(office, code) ? code : null;
};
