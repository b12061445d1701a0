import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { catalogue } from '../contract/catalogue/index.ts';
import type { Problem } from '../contract/common.ts';
import { problem } from '../contract/errors.ts';
import { type Issue, issueWords } from '../contract/fields.ts';
import type { Refusal } from '../core/process.ts';
import type { Text } from '../core/text.ts';
import { NoSuchTenant, TryAgain, UnknownOutcome } from '../engine/ports.ts';

/** An answer that is not what was asked for, thrown to whoever renders it. */
export class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;
  /** The parameters as people call them, where that differs. */
  readonly shown: Readonly<Record<string, Text>>;

  constructor(code: string, params: Refusal['params'] = {}, shown: Refused['shown'] = {}) {
    super(code);
    this.refusal = { code, params };
    this.shown = shown;
  }
}

/** What a schema or the text check found wrong; nothing was done. */
export class BadInput extends Error {
  override name = 'BadInput';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('api.input');
    this.issues = issues;
  }
}

export const notFound = (): Refused => new Refused('api.not-found');

const STATUS_OF_FRAMEWORK: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'api.not-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'api.not-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'api.not-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'api.media-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'api.too-large',
};

/** Writes a refusal as a `Problem` in the reader's language. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  { code, params }: Refusal,
  { fields = [], shown = {} }: { fields?: Problem['fields']; shown?: Refused['shown'] } = {},
): FastifyReply {
  const status = catalogue[code]?.status ?? 409;
  const called = Object.entries(shown).map(([key, text]) => [key, text[request.lang]]);
  const words = { code, ...params, ...Object.fromEntries(called) };
  const body = problem(catalogue, code, params, request.lang, words);
  return reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ ...body, fields });
}

/** Every error of every route ends here: refusals in words, faults as a reference and a log line. */
export function handleError(
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (error instanceof Refused) {
    return sendRefusal(request, reply, error.refusal, { shown: error.shown });
  }
  if (error instanceof BadInput) {
    const fields = error.issues.map((issue) => ({
      path: issue.path.map(String).join('.'),
      what: issueWords(issue)[request.lang],
    }));
    return sendRefusal(request, reply, { code: 'api.input', params: {} }, { fields });
  }
  if (error instanceof TryAgain || error instanceof UnknownOutcome) {
    return sendRefusal(request, reply, { code: 'api.not-ready', params: {} });
  }
  if (error instanceof NoSuchTenant) {
    return sendRefusal(request, reply, { code: 'api.not-found', params: {} });
  }
  const known = 'code' in error ? STATUS_OF_FRAMEWORK[String(error.code)] : undefined;
  if (known !== undefined) return sendRefusal(request, reply, { code: known, params: {} });
  // The message of a fault may quote what a person wrote: the log gets its kind and its place only.
  request.log.error({ fault: error.name, at: placeOf(error) }, 'fault');
  return sendRefusal(request, reply, { code: 'api.fault', params: { reference: request.id } });
}

/** The stack without its first lines, which repeat the message. */
export function placeOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
