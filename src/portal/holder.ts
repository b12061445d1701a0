import type { FastifyReply, FastifyRequest } from 'fastify';
import { callbackActWords, callbackStatusWords } from '../contract/callback-words.ts';
import { catalogue } from '../contract/catalogue/index.ts';
import type { Lang, Text } from '../contract/common.ts';
import { problem } from '../contract/errors.ts';
import { petitionActWords, petitionStatusWords } from '../contract/petition-words.ts';
import { retentionActWords, retentionStatusWords } from '../contract/retention-words.ts';
import { sponsorshipActWords, sponsorshipStatusWords } from '../contract/sponsorship-words.ts';
import { supportActWords, supportStatusWords } from '../contract/support-words.ts';
import { actWords, statusWords } from '../contract/words.ts';
import type { CommandType } from '../core/case/commands.ts';
import type { Refusal, StreamId } from '../core/process.ts';
import { receiptAlias } from '../engine/receipt.ts';
import type { Answer } from '../engine/request.ts';
import { codeOf } from './code.ts';
import { askCodePage, type MatterPage, matterPage } from './follow.ts';
import { type OwnReport, readOwnReport } from './followed.ts';
import { type Matter, readMatter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import { petitionOf } from './petition-side.ts';
import { rightLines, standingsOf } from './standings.ts';
import { sayer } from './words.ts';

/** What a posted form holds under a name, as text. */
export const typed = (body: unknown, field: string): string => {
  const value = (body as Record<string, unknown> | null)?.[field];
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n').trim() : '';
};

/** Each process's own words for its standing and its acts. */
const CASE_NAMES = { statuses: statusWords, acts: actWords };
const NAMES: Readonly<
  Record<
    string,
    {
      readonly statuses: Readonly<Record<string, Text>>;
      readonly acts: Readonly<Record<string, Text>>;
    }
  >
> = {
  callback: { statuses: callbackStatusWords, acts: callbackActWords },
  petition: { statuses: petitionStatusWords, acts: petitionActWords },
  retention: { statuses: retentionStatusWords, acts: retentionActWords },
  sponsorship: { statuses: sponsorshipStatusWords, acts: sponsorshipActWords },
  support: { statuses: supportStatusWords, acts: supportActWords },
};

/** A refusal as one line: what, and what to do next, with its codes and instants in words. */
export const refusalLine = ({ code, params }: Refusal, lang: Lang, matter?: Matter): string => {
  const shown = { ...params };
  const words = NAMES[code.split('.')[0] ?? ''] ?? CASE_NAMES;
  const said = (of: Readonly<Record<string, Text>>, key: unknown) => of[String(key)]?.[lang] ?? key;
  for (const name of ['status', 'standing']) {
    if (params[name] !== undefined) shown[name] = said(words.statuses, params[name]) as string;
  }
  if (params.command !== undefined) shown.command = said(words.acts, params.command) as string;
  for (const name of ['until', 'dueAt', 'latest']) {
    const at = params[name];
    if (typeof at === 'number' && matter) shown[name] = matter.ending(at, lang);
  }
  const { what, next } = problem(catalogue, code, params, lang, shown);
  return `${what}${lang === 'en' ? ' ' : ''}${next}`;
};

/** Somebody else acted since the page was shown: no fault of the reader's. */
export const hasChanged = ({ code }: Refusal): boolean => code === 'engine.changed-since-seen';

const streamOf = (parts: PortalParts, code: string): Promise<StreamId | null> =>
  parts.queries.byAlias(parts.tenant, receiptAlias(parts.crypto, parts.tenant, code));

/** Whether the code opens anything: a request, or a report against an official. */
export const opens = async (parts: PortalParts, code: string): Promise<boolean> =>
  (await streamOf(parts, code)) !== null;

export const find = async (parts: PortalParts, code: string | null): Promise<Matter | null> => {
  const stream = code === null ? null : await streamOf(parts, code);
  return stream === null ? null : readMatter(parts, stream);
};

/** The matter of whoever holds a code on this visit. */
export const held = (parts: PortalParts, request: FastifyRequest): Promise<Matter | null> =>
  find(parts, codeOf(parts, request));

/** The report of whoever holds a code on this visit. */
export const ownReport = async (
  parts: PortalParts,
  request: FastifyRequest,
): Promise<OwnReport | null> => {
  const code = codeOf(parts, request);
  const stream = code === null ? null : await streamOf(parts, code);
  return stream === null ? null : readOwnReport(parts, stream);
};

export const ask = async (
  request: FastifyRequest,
  reply: FastifyReply,
  code = '',
  word: 'followError' | 'followUnknown' | null = null,
): Promise<FastifyReply> => {
  const { reader } = request.portal;
  const error = word ? sayer(reader.lang)(word) : null;
  return send(reply, askCodePage(reader, code, error), word ? 422 : 200);
};

export const show = async (
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  matter: Matter,
  more: Partial<MatterPage> = {},
): Promise<FastifyReply> => {
  const { reader } = request.portal;
  const view = await matter.view(reader.lang);
  const petition = await petitionOf(parts, matter, reader.lang);
  const standings = await standingsOf(parts, matter);
  const rights = rightLines(standings, matter, petition, reader.lang);
  const plan = standings.sponsorships.length > 0;
  const said = { view, notice: null, errors: [], kept: '', petition, plan, rights, ...more };
  const page = matterPage(reader, said);
  return send(reply, page, more.errors?.length ? 422 : 200);
};

export interface OwnWords {
  readonly type: CommandType;
  readonly data: object;
  readonly words: string;
  /** The version the person saw. */
  readonly version: string;
  readonly key: string;
}

/** The person's own act on their own matter. */
export const act = (parts: PortalParts, { stream }: Matter, own: OwnWords): Promise<Answer> =>
  parts.execute({
    tenant: parts.tenant,
    process: 'case',
    stream,
    actor: { kind: 'person', case: stream },
    expectedVersion: Number(own.version) || 0,
    ...(own.key ? { key: own.key } : {}),
    command: {
      type: own.type,
      data: { ...own.data, words: own.words ? { ref: '', commitment: '' } : null },
    },
    ...(own.words ? { private: { words: own.words } } : {}),
  });
