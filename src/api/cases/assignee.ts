import type { z } from 'zod';
import type { ActEnvelope } from '../../contract/cases.ts';
import { handles, postsOf } from '../../core/authority/posts.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { shownParams } from '../refusal.ts';
import { settingOf } from './reading.ts';

type Body = z.infer<typeof ActEnvelope> & Readonly<Record<string, unknown>>;

/**
 * Whom a login stands for inside the reader's unit: the log knows accounts and seats, never logins.
 * A login elsewhere, or none at all, is told apart from neither.
 */
export async function assigneeIn(parts: ApiParts, reader: Reader, body: Body): Promise<Body> {
  const { login, ...data } = body;
  if (typeof login !== 'string' || login === '') return { ...data, to: null } as Body;
  const { institution, names, now } = await settingOf(parts, reader);
  const units = postsOf(institution, reader.post, now).map(({ unit }) => unit);
  const account = await parts.accounts.byLogin(reader.tenant, login);
  const seats = (account?.disabled === false ? account.posts : []).filter(
    (post) => units.includes(post.unit) && handles(post),
  );
  const post = seats.find(({ office }) => office === data.office) ?? seats[0];
  if (account === null || post === undefined) {
    const refusal = { code: 'case.assignee-elsewhere', params: { unit: reader.post.unit } };
    throw new Refused(refusal.code, refusal.params, shownParams(refusal, names));
  }
  return { ...data, to: { account: account.id, post } } as Body;
}
