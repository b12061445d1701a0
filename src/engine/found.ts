import type { Rulebook } from '../core/rulebook/rulebook.ts';
import type { Calendar } from '../core/time/calendar.ts';
import type { Engine } from './engine.ts';
import { type Enacted, enactCalendar, enactRulebook } from './institution.ts';
import { INSTITUTION_STREAM } from './keys.ts';
import type { Crypto, Store, TenantId } from './ports.ts';

export interface Foundation {
  readonly tenant: TenantId;
  readonly rulebook: Rulebook;
  readonly calendar: Calendar;
  /** The decision or document behind it (invariant 54). */
  readonly evidence: string;
}

/** Somebody was here before: the calendar is published, the law given and perhaps changed since. */
const FOUNDED = new Set(['institution.version-taken', 'institution.founded-already']);

/**
 * An institution with its calendar and its first rulebook. May be asked again, by several programs
 * at once: each step is keyed by what it enacts.
 *
 * @throws Error where a step is refused: the files were checked, so that is a fault
 */
export async function found(
  { engine, store, crypto }: { engine: Engine; store: Store; crypto: Crypto },
  { tenant, rulebook, calendar, evidence }: Foundation,
): Promise<void> {
  await store.createTenant(tenant);
  const enacted: readonly Enacted[] = [
    enactCalendar(calendar, crypto.hash),
    enactRulebook(rulebook, crypto.hash, evidence),
  ];
  for (const { command, document } of enacted) {
    const answer = await engine.execute({
      tenant,
      process: 'institution',
      stream: INSTITUTION_STREAM,
      actor: { kind: 'machine', name: 'setup' },
      command,
      documents: [document],
      key: `found/${document.hash}`,
    });
    if (!answer.accepted && !FOUNDED.has(answer.refusal.code)) {
      throw new Error(`${tenant} ${command.type}: ${answer.refusal.code}`);
    }
  }
}
