import { hashPassword } from '../../api/session/passwords.ts';
import { rulebookAt } from '../../core/authority/institution.ts';
import type { Instant } from '../../core/process.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { DAY } from '../../core/time/civil.ts';
import type { Accounts } from '../../engine/accounts.ts';
import { shippedCalendar } from '../../engine/calendar/shipped.ts';
import { createEngine, type Engine } from '../../engine/engine.ts';
import { found } from '../../engine/found.ts';
import { INSTITUTION_STREAM } from '../../engine/keys.ts';
import type { Crypto, Store, TenantId, Vault } from '../../engine/ports.ts';
import { shippedRulebook } from '../../engine/rulebook/shipped.ts';
import type { AnyProcess } from '../../engine/upcast.ts';
import { perform } from './perform.ts';
import { accountId, DISTRICT, PASSWORD, type Seat, STREET, seatsOf, staffOf } from './roster.ts';
import { Stage } from './stage.ts';
import { storiesOf } from './stories.ts';
import { foundedBefore, timelineSince } from './timeline.ts';

export const DEMO: TenantId = 'demo';
const RULEBOOK = 'g-district-whistle';
const SEED = 1;

export interface DemoParts {
  readonly store: Store;
  readonly vault: Vault;
  readonly accounts: Accounts;
  readonly crypto: Crypto;
  readonly processes: readonly AnyProcess[];
  /** Nothing in the demonstration happens after this. */
  readonly now: Instant;
  readonly tenant?: TenantId;
  readonly seed?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The demonstration district on an empty database: its law, two hundred invented requests of the
 * past weeks made through the engine, and then its accounts, whose presence says that all of it is
 * there. Cut short, it goes on where it stopped; two at once do no harm.
 *
 * @returns how many requests were told, 0 where everything was there
 */
export async function seedDemo(parts: DemoParts): Promise<number> {
  const { store, vault, accounts, crypto, processes, now, tenant = DEMO, seed = SEED } = parts;
  const { rulebook, calendar } = demoLaw();
  const last = seatsOf(rulebook).at(-1)?.login ?? '';
  if (!(await store.createTenant(tenant)) && (await accounts.byLogin(tenant, last)) !== null) {
    return 0;
  }
  const [first] = await store.events(tenant, INSTITUTION_STREAM);
  const timeline = timelineSince(first?.recordedAt ?? foundedBefore(now), calendar);
  const stage = new Stage(store, tenant, timeline.founded);
  const engine = createEngine({ store: stage.store, crypto, processes });
  await foundDemo({ engine, store: stage.store, crypto }, tenant);
  await delegateDemo({ engine, crypto }, tenant, timeline.founded);

  const { institution } = await engine.present(tenant);
  const law = rulebookAt(institution, timeline.founded) ?? rulebook;
  const staff = staffOf(law, crypto, tenant);
  const stories = storiesOf({ tenant, crypto, institution, law, staff }, timeline, seed);
  const onProgress = parts.onProgress ?? (() => {});
  await perform({ stage, engine, vault, crypto, tenant, staff, onProgress }, stories, timeline.now);
  await openAccounts(parts, tenant, law);
  return stories.filter(({ process }) => process === 'case').length;
}

/** The district without a single request. */
export async function foundDemo(
  parts: Parameters<typeof found>[0],
  tenant: TenantId = DEMO,
): Promise<void> {
  const evidence = '演示区建立 · founding of the demonstration district';
  await found(parts, { tenant, ...demoLaw(), evidence });
}

/** So long from its founding. */
const DELEGATED = 730 * DAY;

/**
 * The district secretary hands coordination, supervision and rating to every street, and to the
 * communities of the one that is shown: a whistle rests on nothing else, and each is an act of its
 * own that a start waits for. May be asked again; what is there stays.
 */
export async function delegateDemo(
  { engine, crypto }: { engine: Engine; crypto: Crypto },
  tenant: TenantId,
  validFrom: Instant,
): Promise<void> {
  const { rulebook } = demoLaw();
  const powers = Object.values(rulebook.whistle?.delegated ?? {});
  const below = rulebook.units.filter(({ type, parent }) => type === 'street' || parent === STREET);
  for (const { id: to } of below) {
    for (const power of powers) {
      const name = `delegation/${to}/${power}`;
      const id = crypto.derive(`demonstration/${tenant}/${name}`, 80);
      const data = { id, from: DISTRICT, to, power, validFrom, validTo: validFrom + DELEGATED };
      const answer = await engine.execute({
        tenant,
        process: 'institution',
        stream: INSTITUTION_STREAM,
        actor: { kind: 'machine', name: 'setup' },
        command: { type: 'delegate', data },
        key: name,
      });
      const known = !answer.accepted && answer.refusal.code === 'institution.id-taken';
      if (!answer.accepted && !known) throw new Error(`${name}: ${answer.refusal.code}`);
    }
  }
}

/** The district's law as it is shipped. */
export function demoLaw() {
  const rulebook = shippedRulebook(RULEBOOK);
  const calendar = rulebook === null ? null : shippedCalendar(rulebook.calendar);
  if (rulebook === null || calendar === null) throw new Error(`${RULEBOOK} is not shipped whole`);
  return { rulebook, calendar };
}

/** How many accounts are opened at the same time. */
const LANES = 8;

/** The last one comes after all others: it tells that none is missing. */
async function openAccounts(
  { accounts, crypto }: DemoParts,
  tenant: TenantId,
  law: Rulebook,
): Promise<void> {
  const password = await hashPassword(PASSWORD);
  const open = ({ login, posts }: Seat) =>
    accounts.create(tenant, {
      id: accountId(crypto, tenant, login),
      login,
      password,
      posts,
      disabled: false,
    });
  const seats = seatsOf(law);
  const last = seats.slice(-1);
  for (let from = 0; from < seats.length - 1; from += LANES) {
    await Promise.all(seats.slice(from, Math.min(from + LANES, seats.length - 1)).map(open));
  }
  await Promise.all(last.map(open));
}
