import type { Institution } from '../core/authority/institution.ts';
import type { InstitutionCommand } from '../core/institution/commands.ts';
import type { InstitutionState } from '../core/institution/state.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import type { Calendar } from '../core/time/calendar.ts';
import { canonical } from './canonical.ts';
import type { DocumentRow } from './ports.ts';

/** Hashes of the documents `assemble` needs: every rulebook, and the last calendar of each id. */
export function documentsOf(state: InstitutionState): readonly string[] {
  const rulebooks = state.status === 'lawful' ? state.rulebooks : [];
  return [...rulebooks, ...standing(state)].map(({ hash }) => hash);
}

/**
 * The institution as deciders see it. Documents are immutable under their hashes, so a missing one
 * is a fault of the store.
 */
export function assemble(
  state: InstitutionState,
  version: number,
  documents: readonly DocumentRow[],
): Institution {
  const bodies = new Map(documents.map(({ hash, body }) => [hash, body]));
  const read = (hash: string): unknown => {
    const body = bodies.get(hash);
    if (body === undefined)
      throw new Error(`institution ${version} refers to a missing document ${hash}`);
    return JSON.parse(body);
  };
  const calendars = new Map(
    standing(state).map(({ id, hash }) => [id, read(hash) as Calendar] as const),
  );
  if (state.status === 'founding') {
    return { version, rulebooks: [], calendars, delegations: [], standIns: [], recusals: [] };
  }
  return {
    version,
    // The state's instants bind: they are what was decided.
    rulebooks: state.rulebooks.map(({ hash, effectiveFrom }) => ({
      ...storedRulebook(read(hash)),
      effectiveFrom,
    })),
    calendars,
    delegations: state.delegations,
    standIns: state.standIns,
    recusals: state.recusals,
  };
}

/**
 * A rulebook as some release kept it. What a later release asks of the law is absent in an earlier
 * document: an institution that has not said how it whistles has no whistle.
 */
export function storedRulebook(body: unknown): Rulebook {
  const kept = body as Rulebook;
  const whistle = kept.whistle !== null && 'delegated' in kept.whistle ? kept.whistle : null;
  return {
    ...kept,
    whistle,
    callback: kept.callback ?? null,
    retention: kept.retention ?? null,
    petition: kept.petition ?? null,
    sponsorship: kept.sponsorship ?? null,
    support: kept.support ?? null,
    supports: kept.supports ?? [],
    ladder: kept.ladder ?? [],
    secrecy: kept.secrecy ?? null,
    offices: kept.offices ?? [],
    signOff: kept.signOff ?? [],
    reportWrongdoing: {
      ...kept.reportWrongdoing,
      desk: kept.reportWrongdoing.desk ?? null,
    },
  };
}

const standing = (state: InstitutionState) =>
  state.calendars.filter(
    (calendar, at) => state.calendars.findLastIndex(({ id }) => id === calendar.id) === at,
  );

/** A command of the institution with the document its hash names; both go into one write. */
export interface Enacted {
  readonly command: InstitutionCommand;
  readonly document: DocumentRow;
}

/** A first law. `hash` is the engine's `Crypto.hash`; the rulebook is taken to have passed its checks. */
export function enactRulebook(
  rulebook: Rulebook,
  hash: (text: string) => string,
  evidence: string,
): Enacted {
  const { document, draft } = drafted(rulebook, hash, evidence);
  return { document, command: { type: 'adopt-rulebook', data: draft } };
}

/** A later law, for another editor to approve. */
export function proposeRulebook(
  rulebook: Rulebook,
  hash: (text: string) => string,
  { proposal, evidence }: { readonly proposal: string; readonly evidence: string },
): Enacted {
  const { document, draft } = drafted(rulebook, hash, evidence);
  return { document, command: { type: 'propose-rulebook', data: { ...draft, proposal } } };
}

function drafted(rulebook: Rulebook, hash: (text: string) => string, evidence: string) {
  const body = canonical(rulebook);
  const document: DocumentRow = { hash: hash(body), kind: 'rulebook', body };
  const { id, version, effectiveFrom, calendar } = rulebook;
  const draft = { hash: document.hash, id, version, effectiveFrom, calendar, evidence };
  return { document, draft };
}

export function enactCalendar(calendar: Calendar, hash: (text: string) => string): Enacted {
  const body = canonical(calendar);
  const document: DocumentRow = { hash: hash(body), kind: 'calendar', body };
  const years = Object.keys(calendar.years)
    .map(Number)
    .toSorted((a, b) => a - b);
  const { id, version } = calendar;
  return {
    document,
    command: { type: 'publish-calendar', data: { hash: document.hash, id, version, years } },
  };
}
