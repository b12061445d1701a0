import type { OfficeId, Post, Role, UnitId } from '../core/process.ts';
import type { Account, Accounts } from '../engine/accounts.ts';
import { again, type Connections, type Row } from './connections.ts';
import { statement } from './sql.ts';

const SQL = {
  create: statement('create-account'),
  setPassword: statement('set-password'),
  seat: statement('seat-account'),
  byLogin: statement('account-by-login'),
  list: statement('accounts'),
  openSession: statement('open-session'),
  session: statement('session'),
  keepSession: statement('keep-session'),
  switchPost: statement('switch-post'),
  endSession: statement('end-session'),
  sweepSessions: statement('sweep-sessions'),
};

export function postgresAccounts(connections: Connections): Accounts {
  const change = (tenant: string, sql: keyof typeof SQL, values: unknown[]) =>
    connections.change(tenant, SQL[sql], values);
  return {
    async create(tenant, { id, login, password, posts, disabled, temporary = false }) {
      const values = [id, login, password, disabled, temporary, ...inColumns(posts)];
      return (await change(tenant, 'create', values)).length > 0;
    },
    async setPassword(tenant, id, { password, temporary }, was) {
      const values = [id, password, temporary, was ?? null];
      const [row] = await change(tenant, 'setPassword', values);
      return row?.done === true;
    },
    async seat(tenant, id, { posts, disabled }) {
      await change(tenant, 'seat', [id, disabled, ...inColumns(posts)]);
    },
    async byLogin(tenant, login) {
      return (await connections.rowsOf(tenant, SQL.byLogin, [login])).map(account)[0] ?? null;
    },
    async list(tenant) {
      return (await connections.rowsOf(tenant, SQL.list, [])).map(account);
    },
    async openSession(tenant, { tokenHash, account, post, openedAt, idleUntil, until }) {
      const { unit, role, office } = post;
      const values = [tokenHash, account, unit, role, office ?? null, openedAt, idleUntil, until];
      await change(tenant, 'openSession', values);
    },
    async session(tenant, tokenHash, now) {
      const rows = await again(() => connections.call(SQL.session, [tenant, tokenHash, now]));
      const row = rows[0];
      if (row === undefined) return null;
      const session = {
        tokenHash,
        account: row.id as string,
        post: postOf(row.unit, row.role, row.office),
        openedAt: row.opened_at as number,
        idleUntil: row.idle_until as number,
        until: row.until as number,
      };
      return { session, account: account(row) };
    },
    async keepSession(tenant, tokenHash, idleUntil) {
      await change(tenant, 'keepSession', [tokenHash, idleUntil]);
    },
    async switchPost(tenant, tokenHash, { unit, role, office }) {
      await change(tenant, 'switchPost', [tokenHash, unit, role, office ?? null]);
    },
    async endSession(tenant, tokenHash) {
      await change(tenant, 'endSession', [tokenHash]);
    },
    async sweepSessions(tenant, now) {
      return (await change(tenant, 'sweepSessions', [now])).length;
    },
  };
}

const inColumns = (posts: readonly Post[]): readonly [UnitId[], Role[], (OfficeId | null)[]] => [
  posts.map(({ unit }) => unit),
  posts.map(({ role }) => role),
  posts.map(({ office }) => office ?? null),
];

function account(row: Row): Account {
  const roles = row.roles as Role[];
  const offices = row.offices as (string | null)[];
  return {
    id: row.id as string,
    login: row.login as string,
    password: row.password as string,
    posts: (row.units as string[]).map((unit, n) => postOf(unit, roles[n], offices[n])),
    disabled: row.disabled as boolean,
    ...(row.temporary === true && { temporary: true }),
  };
}

const postOf = (unit: unknown, role: unknown, office: unknown): Post => ({
  unit: unit as string,
  role: role as Role,
  ...(typeof office === 'string' ? { office } : {}),
});
