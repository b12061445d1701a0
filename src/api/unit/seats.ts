import type { SeatList } from '../../contract/unit.ts';
import { handles } from '../../core/authority/posts.ts';
import type { Setting } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { postView } from '../session/presenter.ts';

/** Logins say which seat is meant and no more: what is somebody's name is nowhere kept. */
export async function seatsOf(
  { accounts }: Pick<ApiParts, 'accounts'>,
  { tenant, post: { unit } }: Reader,
  { institution, now }: Setting,
): Promise<SeatList['rows']> {
  const all = await accounts.list(tenant);
  return all
    .filter(({ disabled }) => !disabled)
    .flatMap(({ login, posts }) => posts.map((post) => ({ login, post })))
    .filter(({ post }) => post.unit === unit && handles(post))
    .map(({ login, post }) => ({ login, post: postView(institution, post, now) }))
    .toSorted((a, b) => (a.login < b.login ? -1 : 1));
}
