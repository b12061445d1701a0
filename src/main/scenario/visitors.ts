import type { Problem } from '../../contract/common.ts';
import type { Lang } from '../../core/text.ts';
import { PASSWORD } from './house.ts';

/** What a door answered: a body, or why not. */
export type Reply<Body = unknown> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problem: Problem };

/** Somebody signed in, by a program of their own. */
export interface Visitor {
  get<Body>(path: string): Promise<Reply<Body>>;
  post<Body>(path: string, body: object): Promise<Reply<Body>>;
}

/** Signs in as a post; whoever cannot is a fault of the story's own making. */
export async function signIn(origin: string, login: string, lang: Lang): Promise<Visitor> {
  const ask = async <Body>(
    method: string,
    path: string,
    body?: object,
    cookie = '',
  ): Promise<Reply<Body> & { readonly cookie: string }> => {
    const answer = await fetch(`${origin}/api${path}`, {
      method,
      headers: {
        cookie,
        'accept-language': lang,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const told = await answer.json();
    const set = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    return answer.ok
      ? { ok: true, body: told as Body, cookie: set }
      : { ok: false, problem: told as Problem, cookie: set };
  };
  const opened = await ask('POST', '/session', { login, password: PASSWORD });
  if (!opened.ok) throw new Error(`${login} cannot sign in: ${opened.problem.what}`);
  const { cookie } = opened;
  return {
    get: (path) => ask('GET', path, undefined, cookie),
    post: (path, body) => ask('POST', path, body, cookie),
  };
}

/** The person: a receipt code, no login, and pages instead of data. */
export interface Person {
  /** The page that the code opens, or one beneath it, as plain text. */
  follow(page?: string): Promise<string>;
  /** Sends the form of that page; what it says where it was not taken. */
  send(form: string, fields: Readonly<Record<string, string>>): Promise<string | null>;
}

export async function withReceipt(origin: string, code: string, lang: Lang): Promise<Person> {
  const headers = { 'accept-language': lang, origin };
  const form = (path: string, fields: Readonly<Record<string, string>>, cookie: string) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      redirect: 'manual',
    });
  const opened = await form('/follow', { code }, '');
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (opened.status !== 303) throw new Error(`the receipt code opens nothing: ${opened.status}`);
  return {
    async follow(beneath = '') {
      const page = await fetch(`${origin}/follow${beneath}`, { headers: { ...headers, cookie } });
      return plain(await page.text());
    },
    async send(name, fields) {
      const answer = await form(`/follow/${name}`, fields, cookie);
      return answer.status === 303 ? null : plain(await answer.text());
    },
  };
}

/** What a page says, without how it looks. */
const plain = (page: string): string =>
  page
    .replace(/<head>.*?<\/head>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
