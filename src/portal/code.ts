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

interface Office {
  readonly tenant: TenantId;
  readonly crypto: Pick<Crypto, 'derive'>;
}

const marked = ({ tenant, crypto }: Office, code: string): string =>
  `${code}.${crypto.derive(`receipt-cookie/${tenant}/${code}`, MARK)}`;

export const rememberCode = (office: Office, reply: FastifyReply, code: string): void => {
  const secure = reply.request.protocol === 'https';
  reply.setCookie(NAME, marked(office, code), { path, httpOnly: true, sameSite: 'lax', secure });
};

export const forgetCode = (reply: FastifyReply): void => {
  reply.clearCookie(NAME, { path });
};

export const codeOf = (office: Office, request: FastifyRequest): string | null => {
  const held = request.cookies[NAME] ?? '';
  const [code = ''] = held.split('.');
  return held === marked(office, code) ? code : null;
};
