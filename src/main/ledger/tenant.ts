import type { Institution } from '../../core/authority/institution.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { parseCivilDate } from '../../core/time/civil.ts';
import { startOfDay, zoneOf } from '../../core/time/zone.ts';
import { shippedCalendar } from '../../engine/calendar/shipped.ts';
import { found } from '../../engine/found.ts';
import { backdated } from '../../engine/import/backdate.ts';
import { LedgerFault } from '../../engine/import/fault.ts';
import type { Mapping } from '../../engine/import/mapping.ts';
import type { ReadMapping } from '../../engine/import/read.ts';
import type { TenantId } from '../../engine/ports.ts';
import { shippedRulebook } from '../../engine/rulebook/shipped.ts';
import type { Backend } from '../backend.ts';

/** The institution a ledger is read into, and its law. */
export interface Receiver {
  readonly institution: Institution;
  readonly law: Rulebook;
}

/**
 * The institution, founded with the mapping's own rulebook and calendar where there is none yet.
 * One that has a law keeps it: a mapping does not legislate.
 *
 * @throws FileFault where the mapping names what the law does not have; nothing is founded then
 * @throws LedgerFault where rulebook or calendar are not shipped
 */
export async function receiverOf(
  backend: Backend,
  tenant: TenantId,
  { mapping, check }: ReadMapping,
): Promise<Receiver> {
  const known = (await backend.store.tenants()).includes(tenant);
  const standing = known ? (await backend.present(tenant)).institution.rulebooks.at(-1) : undefined;
  const law = standing ?? ownLaw(mapping);
  check(law);
  if (standing === undefined) {
    const calendar = shippedCalendar(mapping.calendar);
    if (calendar === null) throw notShipped('calendars', mapping.calendar);
    const { zh, en } = mapping.title;
    await found(backend, { tenant, rulebook: law, calendar, evidence: `${zh} / ${en}` });
  }
  const { institution } = await backend.present(tenant);
  return { institution, law };
}

function ownLaw({ rulebook: { id, inForceFrom } }: Mapping): Rulebook {
  const rulebook = shippedRulebook(id);
  const calendar = rulebook === null ? null : shippedCalendar(rulebook.calendar);
  if (rulebook === null || calendar === null) throw notShipped('rulebooks', id);
  const day = inForceFrom === undefined ? null : parseCivilDate(inForceFrom);
  if (inForceFrom === undefined || day === null) return rulebook;
  return backdated(rulebook, startOfDay(zoneOf(calendar.zone), day), inForceFrom);
}

const notShipped = (folder: string, id: string) =>
  new LedgerFault({
    zh: `${folder}/ 中没有“${id}”。请核对映射。`,
    en: `There is no '${id}' in ${folder}/. Check the mapping.`,
  });

/**
 * The institution an operator means: the one named, or the only one.
 *
 * @throws LedgerFault where it is not there, or not clear which one is meant
 */
export async function tenantOf({ store }: Backend, asked: string | undefined): Promise<string> {
  const tenants = await store.tenants();
  const [first] = tenants;
  if (asked === undefined && first !== undefined && tenants.length === 1) return first;
  if (asked !== undefined && tenants.includes(asked)) return asked;
  throw new LedgerFault({
    zh: `请用 --tenant 写明是哪个机构：${tenants.join('、') || '（还没有机构）'}。`,
    en: `Say with --tenant which institution: ${tenants.join(', ') || '(there is none yet)'}.`,
  });
}
