import type { Post, Role } from '../src/core/process.ts';
import type { Accounts } from '../src/engine/accounts.ts';
import type { Crypto, TenantId } from '../src/engine/ports.ts';

const STREET = 'licun';

/** Who carries a case, a whistle and a sponsorship through their lives, in the shipped district. */
const POSTS = {
  intake: { unit: STREET, role: 'intake_agent' },
  desk: { unit: 'hotline', role: 'dispatcher' },
  handler: { unit: STREET, role: 'unit_handler' },
  callback: { unit: 'governance', role: 'callback_agent' },
  head: { unit: STREET, role: 'unit_head' },
  officer: { unit: 'urban', role: 'unit_handler' },
  lead: { unit: 'urban', role: 'unit_head' },
  liaison: { unit: STREET, role: 'liaison' },
} as const satisfies Record<string, { unit: string; role: Role }>;

export type PostName = keyof typeof POSTS;

/** Leaders at work at once: each may hold a few sponsorships, and no client is to wait for a place. */
const LEADERS = 48;

/** The street at work, and what each post sends to be known by. */
export interface Posts {
  readonly street: string;
  readonly cookies: Readonly<Record<PostName, string>>;
  readonly leaders: readonly { readonly login: string; readonly cookie: string }[];
}

export const loginOf = (name: PostName): string => `bench-${name}`;

/**
 * An account for each post, signed in for a day. Straight into the accounts: a password would only
 * measure argon2.
 *
 * @param like posts of another district, whose tokens these are to be known by as well
 */
export async function openPosts(
  { accounts, crypto }: { readonly accounts: Accounts; readonly crypto: Crypto },
  tenant: TenantId,
  street = STREET,
  like?: Posts,
): Promise<Posts> {
  const now = Date.now();
  const until = now + 86_400_000;
  const open = async (id: string, post: Post, known: string | undefined): Promise<string> => {
    await accounts.create(tenant, { id, login: id, password: '', posts: [post], disabled: false });
    const token = known?.split('.').at(-1) ?? crypto.id(160);
    const tokenHash = crypto.hash(token);
    const session = { tokenHash, account: id, post, openedAt: now, idleUntil: until, until };
    await accounts.openSession(tenant, session);
    return `shaoying_session=${tenant}.${token}`;
  };
  const cookies: [string, string][] = [];
  for (const name of Object.keys(POSTS) as PostName[]) {
    const { unit, role } = POSTS[name];
    const post = { unit: unit === STREET ? street : unit, role };
    cookies.push([name, await open(loginOf(name), post, like?.cookies[name])]);
  }
  const leaders: { readonly login: string; readonly cookie: string }[] = [];
  for (let n = 0; n < LEADERS; n += 1) {
    const login = `bench-leader-${n}`;
    const post = { unit: 'licang', role: 'sponsor' } as const;
    leaders.push({ login, cookie: await open(login, post, like?.leaders[n]?.cookie) });
  }
  return { street, cookies: Object.fromEntries(cookies) as Posts['cookies'], leaders };
}
