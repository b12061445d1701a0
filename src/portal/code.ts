import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The receipt code while its holder reads and answers: a cookie of this visit, out of reach of
 * scripts and other sites, so that the code is in no address and no history.
 */
const NAME = 'receipt';
const path = '/follow';

export const rememberCode = (reply: FastifyReply, code: string): void => {
  reply.setCookie(NAME, code, { path, httpOnly: true, sameSite: 'lax' });
};

export const forgetCode = (reply: FastifyReply): void => {
  reply.clearCookie(NAME, { path });
};

export const codeOf = (request: FastifyRequest): string | null => request.cookies[NAME] ?? null;
