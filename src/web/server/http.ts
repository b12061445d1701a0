import type { Lang, Problem } from '../../contract/common.ts';
import { attended } from './attended.ts';

/** What the server answered instead of what was asked; `problem` is already in the reader's words. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.what);
    this.status = status;
    this.problem = problem;
  }
}

/** The server was not reached, or what answered was not ours. */
export class Unreached extends Error {}

let language: Lang = 'zh';
export const speak = (lang: Lang): void => {
  language = lang;
};

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'what' in body && 'next' in body;

const answer = async <T>(response: Response): Promise<T> => {
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  if (isProblem(body)) throw new Refused(response.status, body);
  throw new Unreached(`${response.status} ${response.statusText}`);
};

const send = async (
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Response> => {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'accept-language': language,
  };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (key !== undefined) headers['idempotency-key'] = key;
  if (!attended()) headers['x-unattended'] = '1';
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new Unreached('network', { cause });
  }
};

export const get = async <T>(path: string): Promise<T> => answer<T>(await send('GET', path));

const RETRIES = [400, 1200, 3000];
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * One intent, one key: whatever is lost on the way, sending again under the same key does the act
 * at most once. Only silence is retried; an answer, also a refusal, is final.
 */
export const post = async <T>(path: string, body: unknown, key: string): Promise<T> => {
  for (const wait of RETRIES) {
    try {
      return await answer<T>(await send('POST', path, body, key));
    } catch (failure) {
      if (!(failure instanceof Unreached)) throw failure;
      await pause(wait);
    }
  }
  return answer<T>(await send('POST', path, body, key));
};

/** For what is no act on a case: sessions. */
export const call = async <T>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<T> => answer<T>(await send(method, path, body));

export const newKey = (): string => crypto.randomUUID();
