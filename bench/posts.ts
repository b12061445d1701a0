import type { Role } from '../src/core/process.ts';
import type { Accounts } from '../src/engine/accounts.ts';
import type { Crypto, TenantId } from '../src/engine/ports.ts';

const STREET = 'licun';

/** Who carries a case and a whistle through their lives, in the shipped district. */
const POSTS = {
  intake: { unit: STREET, role: 'intake_agent' },
  desk: { unit: 'hotline', role: 'dispatcher' },
  handler: { unit: STREET, role: 'unit_handler' },
  callback: { unit: 'governance', role: 'callback_agent' },
  head: { unit: STREET, role: 'unit_head' },
  officer: { unit: 'urban', role: 'unit_handler' },
} as const satisfies Record<string, { unit: string; role: Role }>;

export type PostName = keyof typeof POSTS;

/** The street at work, and what each post sends to be known by. */
export interface Posts {
  readonly street: string;
  readonly cookies: Readonly<Record<PostName, string>>;
}

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
  const open = async (name: PostName): Promise<string> => {
    const { unit, role } = POSTS[name];
    const post = { unit: unit === STREET ? street : unit, role };
    const id = `bench-${name}`;
    await accounts.create(tenant, { id, login: id, password: '', posts: [post], disabled: false });
    const token = like?.cookies[name].split('.').at(-1) ?? crypto.id(160);
    const tokenHash = crypto.hash(token);
    const session = { tokenHash, account: id, post, openedAt: now, idleUntil: until, until };
    await accounts.openSession(tenant, session);
    return `shaoying_session=${tenant}.${token}`;
  };
  return {
    street,
    cookies: {
      intake: await open('intake'),
      desk: await open('desk'),
      handler: await open('handler'),
      callback: await open('callback'),
      head: await open('head'),
      officer: await open('officer'),
    },
  };
}
