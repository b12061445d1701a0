import type { SupportView } from '../../contract/supports.ts';
import type { Sealed } from '../../core/process.ts';
import { measureOf } from '../../core/rulebook/supports.ts';
import { openTexts } from '../../engine/open.ts';
import { confirmationsOf } from '../cases/confirmed.ts';
import { looksOnce } from '../cases/looks.ts';
import { clockView } from '../cases/rows.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { choicesOf } from './choices.ts';
import type { SupportReading } from './reading.ts';
import { supportRow } from './rows.ts';
import { threadOf } from './thread.ts';

/** The whole page of a support, as far as this reader may read it; reading its texts is a look. */
export async function supportView(
  parts: ApiParts,
  reader: Reader,
  reading: SupportReading,
): Promise<SupportView> {
  const { state, names, law, now } = reading;
  const texts = await textsOf(parts, reader, reading);
  const said = (sealed: Sealed | null): string | null => texts.get(sealed?.ref ?? '') ?? null;
  const { consent, delivery, denial, terms, shown } = state;
  const papers = law.rulebook.support?.documents ?? [];
  return {
    ...supportRow(reading, reading),
    now: iso(now),
    needName: names.need(state.need),
    instrument: measureOf(law.rulebook.supports, state.measure)?.instrument ?? null,
    citation: terms.citation,
    words: said(state.words),
    documents: terms.documents.map((code) => ({
      code,
      name: names.document(code),
      citation: papers.find((paper) => paper.code === code)?.citation ?? terms.citation,
    })),
    conditions: terms.conditions.map((code) => {
      const found = shown.find(({ condition }) => condition === code);
      return {
        code,
        name: names.condition(code),
        shown: found !== undefined,
        how: said(found?.how ?? null),
      };
    }),
    consent: consent === null ? null : { at: iso(consent.at), until: iso(consent.until) },
    delivery:
      delivery === null ? null : { at: iso(delivery.at), evidence: said(delivery.evidence) },
    denial: denial === null ? null : { at: iso(denial.at), words: said(denial.words) },
    told:
      state.status === 'ended' && state.reason !== null
        ? { reason: said(state.reason), next: said(state.next) }
        : null,
    clocks: state.clocks.map((clock) => clockView(clock, reading)),
    thread: threadOf(reading, await confirmationsOf(parts, reader, reading)),
    acts: choicesOf(reader, reading),
  };
}

async function textsOf(parts: ApiParts, reader: Reader, reading: SupportReading) {
  const { state, row, sight } = reading;
  if (sight !== 'words') return new Map<string, string>();
  const ended = state.status === 'ended' ? [state.reason, state.next] : [];
  const sealed = [
    state.words,
    ...state.shown.map(({ how }) => how),
    state.delivery?.evidence,
    state.denial?.words,
    ...ended,
  ].flatMap((one): readonly Sealed[] => (one === undefined || one === null ? [] : [one]));
  const wanted = sealed.map((one) => ({ sealed: one, field: 'support' }));
  const looks = await looksOnce(parts, reader, reading, wanted);
  return openTexts(parts, reader.tenant, row.stream, sealed, looks);
}
