import type { InstitutionDone } from '../../contract/institution.ts';
import type { Uploads } from '../../contract/law.ts';
import type { StaffOrder } from '../../core/institution/events.ts';
import type { Account } from '../../engine/accounts.ts';
import { reporter } from '../../engine/tables/problems.ts';
import { staffOrders, type Wanted } from '../../engine/tables/staff.ts';
import { readTables } from '../../engine/tables/workbook.ts';
import { settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { Refused } from '../problem.ts';
import { hashPassword } from '../session/passwords.ts';
import { readStaff, withoutProblems } from './tables.ts';

/** Each new login costs a password's hash, which is made to be slow. */
const MOST = 500;

/** A login, what the record is told of it, and what becomes of its account. */
interface Ordered {
  readonly want: Wanted;
  readonly known: Account | null;
  readonly order: StaffOrder;
}

/**
 * The sheet of staff as a command, and the accounts changed once it is on record. What was ordered
 * and what stands can differ only if the server dies between the two: the same sheet handed in again
 * then shows what is left to do.
 */
export async function staffChange(
  parts: ApiParts,
  reader: Reader,
  { files, reason }: { readonly files: Uploads; readonly reason: string },
) {
  const { report, problems } = reporter();
  const uploads = files.map(({ name, data }) => ({ name, bytes: Buffer.from(data, 'base64') }));
  const tables = await readTables(uploads, report);
  withoutProblems(problems());
  const accounts = await parts.accounts.list(reader.tenant);
  const read = readStaff(tables, accounts, await settingOf(parts, reader));
  withoutProblems(read.problems);
  const wanted = staffOrders(accounts, read.wanted ?? []);
  if (wanted.length > MOST) {
    throw new Refused('api.too-many-changes', { limit: MOST, count: wanted.length });
  }
  const known = new Map(accounts.map((account) => [account.login, account]));
  const ordered = wanted.map((want) => ordering(parts, want, known.get(want.login) ?? null));
  return {
    command: {
      type: 'change-staff',
      data: { reason, orders: ordered.map(({ order }) => order) },
    } as const,
    after: () => applied(parts, reader, ordered),
  };
}

/** A login that comes back gets a new password: nobody knows who knows the old one. */
function ordering({ crypto }: ApiParts, want: Wanted, known: Account | null): Ordered {
  const { posts, disabled, newPassword } = want;
  const isBack = known?.disabled === true && !disabled;
  const password = !disabled && (known === null || isBack || newPassword);
  const order = { account: known?.id ?? crypto.id(80), posts, disabled, password };
  return { want, known, order };
}

/**
 * The slow hashes first, so that nothing lies between the writes. A login that comes back has its new
 * password before it opens anything.
 */
async function applied(
  { accounts, crypto }: ApiParts,
  { tenant }: Reader,
  ordered: readonly Ordered[],
): Promise<Pick<InstitutionDone, 'passwords'>> {
  const passwords: { login: string; password: string }[] = [];
  const secrets = new Map<string, string>();
  for (const { want, order } of ordered.filter(({ order }) => order.password)) {
    const password = crypto.id(80);
    passwords.push({ login: want.login, password });
    secrets.set(order.account, await hashPassword(password));
  }
  for (const { want, known, order } of ordered) {
    const { account: id, posts, disabled } = order;
    const password = secrets.get(id) ?? '';
    const secret = { password, temporary: order.password };
    if (known === null) {
      await accounts.create(tenant, { id, login: want.login, posts, disabled, ...secret });
      continue;
    }
    if (order.password) await accounts.setPassword(tenant, id, secret);
    await accounts.seat(tenant, id, { posts, disabled });
  }
  return { passwords };
}
