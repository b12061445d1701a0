import { type LooksView, type SecrecyAct, secrecyBodies } from '../../contract/secrecy.ts';
import { secrecyActWords } from '../../contract/words.ts';
import { lawsFrom } from '../../core/authority/institution.ts';
import { whyNot } from '../../core/secrecy/decide.ts';
import { secrecyOf, secrecyProcess } from '../../core/secrecy/index.ts';
import type { SecrecyState } from '../../core/secrecy/state.ts';
import type { Text } from '../../core/text.ts';
import { type AnyProcess, replay } from '../../engine/upcast.ts';
import { lookViews } from '../cases/looks.ts';
import type { Reading } from '../cases/reading.ts';
import { choiceOf, factsFor, owedTo } from '../choice.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';

const ACTS = Object.keys(secrecyBodies) as readonly SecrecyAct[];

/** Who looked, and what of it the person is told later. */
export async function looksView(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
): Promise<LooksView> {
  const { row, law, institution, names, now } = reading;
  const stream = secrecyOf(row.stream);
  const looks = await parts.vault.looks(reader.tenant, row.stream);
  const events = await parts.store.events(reader.tenant, stream);
  const state = replay(secrecyProcess as unknown as AnyProcess, events) as SecrecyState;
  const secrecy = law.rulebook.secrecy;
  const basis = basisNamed(reading);
  const held = state.status === 'asked' || state.status === 'held' ? state : null;
  const past = state.status === 'none' ? [] : state.past;
  return {
    looks: lookViews(looks, reading),
    offered: secrecy !== null,
    version: events.length,
    hold: held && {
      unitName: names.unit(held.hold.unit),
      basis: basis(held.hold.basis),
      reason: held.hold.reason,
      askedAt: iso(held.hold.askedAt),
      until: iso(held.hold.until),
      approver: postView(institution, held.hold.approver, now),
      from: held.status === 'held' ? iso(held.from) : null,
    },
    past: past.map(({ unit, basis: code, from, to }) => ({
      unitName: names.unit(unit),
      basis: basis(code),
      from: iso(from),
      to: iso(to),
    })),
    bases: (secrecy?.bases ?? []).map(({ code, name, citation }) => ({
      code,
      name,
      citation: citation.text,
    })),
    acts: secrecy === null ? [] : choices(reader, reading, state),
  };
}

/** A basis as the law called it under which it was used. */
const basisNamed = ({ institution, now }: Reading): ((code: string) => Text) => {
  const laws = lawsFrom(institution, now);
  return (code) =>
    laws.flatMap(({ secrecy }) => secrecy?.bases ?? []).find((one) => one.code === code)?.name ?? {
      zh: code,
      en: code,
    };
};

function choices(reader: Reader, reading: Reading, state: SecrecyState): LooksView['acts'] {
  const { row, state: about } = reading;
  const stream = secrecyOf(row.stream);
  const facts = {
    ...factsFor(reader, reading, stream),
    others: new Map([[row.stream, about]]),
  };
  const owed = owedTo(reader, reading, secrecyProcess.project(state, stream).acts);
  return ACTS.map((act) =>
    choiceOf(
      { act, name: secrecyActWords[act], owed: owed.includes(`secrecy.${act}`) },
      whyNot({ type: act, data: { case: row.stream } }, state, facts),
      reading,
    ),
  );
}
