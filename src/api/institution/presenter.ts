import type { InstitutionView } from '../../contract/institution.ts';
import type { StandIn } from '../../core/authority/institution.ts';
import type { Instant } from '../../core/process.ts';
import type { Setting } from '../cases/reading.ts';
import type { Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { postView } from '../session/presenter.ts';

interface Entry {
  readonly id: string;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

const YEAR = 366 * 24 * 60 * 60_000;

const isPast = ({ validFrom, validTo }: StandIn, now: Instant): boolean =>
  validTo <= now && validTo > now - YEAR && validTo > validFrom;

/** The institution apart from its law, which has a page of its own; what has ended is left out. */
export function institutionView(reader: Reader, setting: Setting): InstitutionView {
  const { institution, names, law, now } = setting;
  // What was ended before it began stands at no length, on a day still to come.
  const lasts = ({ validFrom, validTo }: Entry) =>
    validTo === null || (validTo > now && validTo > validFrom);
  const span = ({ id, validFrom, validTo }: Entry) => ({
    id,
    validFrom: iso(validFrom),
    validTo: isoOrNull(validTo),
  });
  const standIn = (entry: StandIn) => ({
    ...span(entry),
    absent: postView(institution, entry.absent, now),
    present: postView(institution, entry.present, now),
  });
  const power = (id: string) =>
    law.rulebook.powers.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  const oversees = reader.post.role === 'supervisor';
  return {
    version: institution.version,
    calendars: [...institution.calendars.values()].map(({ id, version, years }) => ({
      id,
      version,
      years: Object.keys(years).map(Number),
    })),
    standIns: institution.standIns.filter(lasts).map(standIn),
    pastStandIns: institution.standIns.filter((entry) => isPast(entry, now)).map(standIn),
    delegations: institution.delegations.filter(lasts).map((entry) => ({
      ...span(entry),
      from: names.unit(entry.from),
      to: names.unit(entry.to),
      power: power(entry.power),
    })),
    recusals: institution.recusals
      .filter((entry) => lasts(entry) && (oversees || entry.account === reader.account))
      .map((entry) => ({
        ...span(entry),
        own: entry.account === reader.account,
        case: entry.scope.kind === 'case' ? entry.scope.case : null,
        unit: entry.scope.kind === 'unit' ? names.unit(entry.scope.unit) : null,
        reason: entry.reason,
      })),
  };
}
