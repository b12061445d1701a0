import { z } from 'zod';
import { type Institution, lawsFrom } from '../../core/authority/institution.ts';
import { samePost } from '../../core/authority/posts.ts';
import { lastingUnits } from '../../core/authority/units.ts';
import type { Instant, OfficeId, Post, Role, UnitId } from '../../core/primitives.ts';
import type { Text } from '../../core/text.ts';
import type { Account } from '../accounts.ts';
import type { Table, TableRow } from '../rulebook/csv.ts';
import type { Report } from '../rulebook/problem.ts';
import { headed, readRows } from '../rulebook/rows.ts';
import { compared, type Shown, type TableChanges } from './changes.ts';
import { codesOf, roleNames, SHEET_COLUMNS } from './words.ts';
import type { Cells } from './write.ts';

/** Logins, their posts, whether they are disabled, and nothing else about anybody. */
export type Known = Pick<Account, 'login' | 'posts' | 'disabled'>;

/** One login as the sheet wants it. */
export interface Wanted extends Known {
  /** A new one-time password, in place of one that was lost. */
  readonly newPassword: boolean;
}

/** A row a post, in order of the logins. */
export function staffRows(accounts: readonly Known[]): readonly Cells[] {
  return inOrder(accounts).flatMap(({ login, posts, disabled }) =>
    posts.map(({ unit, role, office }) => ({
      login,
      unit,
      role,
      disabled: disabled ? 'yes' : '',
      newPassword: '',
      office: office ?? '',
    })),
  );
}

const cell = z.enum(['', 'yes', 'no']);
const row = z.strictObject({
  login: z.string().min(1),
  unit: z.string().min(1),
  role: z.enum(codesOf('staff', 'role') as [Role, ...Role[]]),
  disabled: cell,
  newPassword: cell,
  office: z.string(),
});

const LOGIN = /^[a-z0-9][a-z0-9._/-]{0,79}$/;

export interface Roster {
  /** Who there is. */
  readonly accounts: readonly Known[];
  /** Where there may be posts: units of the law in force and of what is to come. */
  readonly units: ReadonlySet<UnitId>;
  /** Offices of those units, each as `unit office`. */
  readonly offices: ReadonlySet<string>;
}

/** Where there may be posts from now on, by the law in force and what is to come. */
export function lastingPlaces(institution: Institution, at: Instant): Omit<Roster, 'accounts'> {
  const laws = lawsFrom(institution, at).filter((law, n) => n === 0 || law.effectiveFrom > at);
  const offices = laws.flatMap((law) => law.offices.map(({ id, unit }) => `${unit} ${id}`));
  return { units: lastingUnits(institution, at), offices: new Set(offices) };
}

/**
 * What the sheet wants of each login; a login that is gone from it is disabled, never removed. Null
 * where something is wrong, which `report` has been told of.
 */
export function staffWanted(
  table: Table,
  { accounts, ...places }: Roster,
  report: Report,
): readonly Wanted[] | null {
  let right = true;
  const wrong: Report = (...problem) => {
    right = false;
    report(...problem);
  };
  if (!headed(table, SHEET_COLUMNS.staff, wrong)) return null;
  const wanted = new Map<string, Wanted>();
  for (const line of table.rows) {
    const [read] = readRows({ ...table, rows: [line] }, SHEET_COLUMNS.staff, row, wrong);
    if (read !== undefined) add(wanted, read as z.infer<typeof row>, line, places, wrong);
  }
  const given = [...wanted.values()];
  const gone = accounts
    .filter(({ login }) => !wanted.has(login))
    .map(({ login, posts }) => ({ login, posts, disabled: true, newPassword: false }));
  const all = [...given, ...gone];
  const administers = ({ disabled, posts }: Wanted) =>
    !disabled && posts.some(({ role }) => role === 'administrator');
  if (right && !all.some(administers)) wrong('no-administrator', table.heading('login'));
  return right ? all : null;
}

function add(
  wanted: Map<string, Wanted>,
  read: z.infer<typeof row>,
  line: TableRow,
  { units, offices }: Omit<Roster, 'accounts'>,
  report: Report,
): void {
  const login = read.login.toLowerCase();
  const { unit, role, office } = read;
  const post: Post = { unit, role, ...(office === '' ? {} : { office }) };
  const disabled = read.disabled === 'yes';
  const newPassword = read.newPassword === 'yes';
  const before = wanted.get(login);
  if (!LOGIN.test(login)) report('bad-login', line.spot('login'), { login });
  if (!disabled && !units.has(post.unit)) {
    report('unknown-unit-now', line.spot('unit'), { id: post.unit });
  }
  if (!disabled && office !== '' && !offices.has(`${unit} ${office}`)) {
    report('unknown-office', line.spot('office'), { id: office, unit });
  }
  if (before !== undefined && before.disabled !== disabled) {
    report('mixed-disabled', line.spot('disabled'), { login });
  }
  if (before?.posts.some((known) => samePost(known, post))) {
    report('post-twice', line.spot('role'), { login });
  }
  wanted.set(login, {
    login,
    posts: [...(before?.posts ?? []), post],
    disabled,
    newPassword: newPassword || (before?.newPassword ?? false),
  });
}

/** Which of the wanted differ from what there is, a lost password among them. */
export function staffOrders(
  accounts: readonly Known[],
  wanted: readonly Wanted[],
): readonly Wanted[] {
  const known = new Map(accounts.map((account) => [account.login, account]));
  return wanted.filter((want) => {
    const is = known.get(want.login);
    if (is === undefined) return !want.disabled;
    if (want.newPassword && !want.disabled) return true;
    return is.disabled !== want.disabled || (!want.disabled && !samePosts(is.posts, want.posts));
  });
}

/** A post's place matters: the first is the one a session opens in. */
const samePosts = (a: readonly Post[], b: readonly Post[]): boolean =>
  a.length === b.length && a.every((post, n) => samePost(post, b[n] ?? post));

interface PlaceNames {
  unit(id: UnitId): Text;
  office(id: OfficeId): Text;
}

/** The orders as a person checks them. */
export function staffChanges(
  accounts: readonly Known[],
  orders: readonly Wanted[],
  names: PlaceNames,
): TableChanges<'staff'> {
  const ordered = new Map(orders.map((order) => [order.login, order]));
  const show = (one: Known & { readonly newPassword?: boolean }): Shown => ({
    key: one.login,
    kept: {
      role: one.posts.map(({ unit, role, office = '' }) => `${unit} ${role} ${office}`).join('|'),
      disabled: String(one.disabled),
      newPassword: String(one.newPassword === true),
    },
    values: {
      login: { zh: one.login, en: one.login },
      role: together(one.posts.map((post) => postText(post, names))),
      disabled: one.disabled ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' },
      newPassword: one.newPassword === true ? { zh: '是', en: 'Yes' } : { zh: '', en: '' },
    },
  });
  const before = inOrder(accounts).map(show);
  const known = new Set(accounts.map(({ login }) => login));
  const after = [
    ...inOrder(accounts).map((account) => show(ordered.get(account.login) ?? account)),
    ...inOrder(orders)
      .filter(({ login }) => !known.has(login))
      .map(show),
  ];
  return compared('staff', before, after);
}

function postText({ unit, role, office }: Post, names: PlaceNames): Text {
  const [at, within] = [names.unit(unit), office === undefined ? null : names.office(office)];
  return {
    zh: `${at.zh}${within?.zh ?? ''}${roleNames[role].zh}`,
    en: [roleNames[role].en, ...(within === null ? [] : [within.en]), at.en].join(', '),
  };
}

const together = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join('; '),
});

const inOrder = <One extends Known>(accounts: readonly One[]): readonly One[] =>
  accounts.toSorted((a, b) => (a.login < b.login ? -1 : a.login > b.login ? 1 : 0));
