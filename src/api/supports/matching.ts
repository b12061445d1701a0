import type { SupportMatching } from '../../contract/supports.ts';
import { chainOf } from '../../core/authority/units.ts';
import { isOpen, orderOf } from '../../core/case/state.ts';
import type { Refusal } from '../../core/process.ts';
import { match } from '../../core/support/match.ts';
import { isLive } from '../../core/support/state.ts';
import { type Duration, durationWords } from '../../core/time/duration.ts';
import type { Reading } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { refusalWords } from '../refusal.ts';
import { iso } from '../route.ts';
import { worksOn } from './policy.ts';
import { supportsAmong } from './reading.ts';
import { supportRow } from './rows.ts';

/** More supports than any one request has; a page of them is all of them. */
const MOST = 50;

/**
 * A case's supports, and what the catalogue has for the needs asked about, each with its reasons. The
 * needs asked about are not kept: the need that an offer answers is, with the offer.
 */
export async function supportMatching(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
  needs: readonly string[],
): Promise<SupportMatching> {
  const { law, names, now, state, row } = reading;
  const { support } = law.rulebook;
  const filter = { process: 'support', about: row.stream };
  const found = await parts.queries.list(reader.tenant, filter, MOST, null);
  const held = await supportsAmong(parts, reader, reading, found.rows);
  const open = (id: string) =>
    held.filter(({ state: one }) => isLive(one) && one.measure === id).length;
  const named = (codes: readonly string[], name: (code: string) => { zh: string; en: string }) =>
    codes.map((code) => ({ code, name: name(code) }));
  const why = refusalOf(reader, reading);
  return {
    now: iso(now),
    why: why === null ? null : sentence(why, reading),
    needs: named(
      (support?.needs ?? []).map(({ code }) => code),
      names.need,
    ),
    proposals: match(law.rulebook, needs, state.place.unit).map((one) => ({
      measure: one.measure.id,
      name: one.measure.name,
      instrument: one.measure.instrument,
      provider: one.provider,
      providerName: one.provider === null ? null : names.unit(one.provider),
      needs: named(one.needs, names.need),
      toShow: named(one.toShow, names.condition),
      documents: one.documents.map(({ code, name, citation }) => ({ code, name, citation })),
      within: words(one.measure.within),
      citation: one.measure.citation,
      open: open(one.measure.id) >= one.measure.most,
    })),
    supports: held.map((one) => supportRow(one, reading)),
  };
}

/** Why the reader's post cannot offer here: the rule of the offer itself, asked before it is filled in. */
function refusalOf(reader: Reader, { state, law }: Reading): Refusal | null {
  const { unit, role } = reader.post;
  if (law.rulebook.support === null) return { code: 'support.not-offered-here', params: {} };
  if (!isOpen(state)) return { code: 'support.case-ended', params: { status: state.status } };
  const near = chainOf(law.rulebook, state.place.unit).some(({ id }) => id === unit);
  const handling = unit === state.holder || unit === orderOf(state)?.lead;
  const may =
    role === 'liaison' ? near : handling && worksOn(reader.post) && role !== 'intake_agent';
  return may ? null : { code: 'support.not-your-case', params: { unit } };
}

function sentence(refusal: Refusal, { names }: Reading) {
  const zh = refusalWords(refusal, names, 'zh');
  const en = refusalWords(refusal, names, 'en');
  return { zh: `${zh.what}${zh.next}`, en: `${en.what} ${en.next}` };
}

const words = (duration: Duration) => ({
  zh: durationWords(duration, 'zh'),
  en: durationWords(duration, 'en'),
});
