import { createHash } from 'node:crypto';
import type { Instant } from '../../core/primitives.ts';
import type { Citation, Rulebook } from '../../core/rulebook/rulebook.ts';
import { DAY, dateOfWall, formatCivilDate } from '../../core/time/civil.ts';
import { formatDuration } from '../../core/time/duration.ts';
import { formatIso } from '../../core/time/iso.ts';
import type { Zone } from '../../core/time/zone.ts';
import type { TableName } from '../rulebook/tables.ts';
import type { SheetName } from './words.ts';

/** A row by its columns; what is not there is empty. Cells are codes and texts, not yet guarded. */
export type Cells = Readonly<Record<string, string>>;

/** The rulebook's own tables as rows of cells, in its order, with the sources they name. */
export function rulebookRows(
  rulebook: Rulebook,
  zone: Zone,
): Readonly<Record<Exclude<SheetName, 'staff'>, readonly Cells[]>> {
  const sources = new Sources();
  const rows = tableRows(rulebook, zone, (citation) => sources.named(citation));
  return { ...rows, sources: sources.rows };
}

/** How a citation is written into a row: by the source's id, or in words. */
type Cite = (citation: Citation) => Cells;

/** The rows alone, citations written as `cite` says. */
export function tableRows(
  rulebook: Rulebook,
  zone: Zone,
  cite: Cite,
): Readonly<Record<TableName, readonly Cells[]>> {
  const from = (at: Instant): string => dateOrInstant(at, 0, zone);
  const through = (at: Instant | null): string => (at === null ? '' : dateOrInstant(at, -1, zone));
  const span = (row: { readonly validFrom: Instant; readonly validTo: Instant | null }) => ({
    validFrom: from(row.validFrom),
    validThrough: through(row.validTo),
  });
  return {
    units: rulebook.units.map(({ id, type, parent, division, name, telephone }) => ({
      ...name,
      id,
      type,
      parent: parent ?? '',
      division: division ?? '',
      telephone: telephone ?? '',
    })),
    offices: rulebook.offices.map(({ id, unit, name }) => ({ ...name, id, unit })),
    halls: rulebook.halls.map(({ id, unit, name, address, hours, telephone }) => ({
      ...name,
      id,
      unit,
      address_zh: address.zh,
      address_en: address.en,
      hours_zh: hours.zh,
      hours_en: hours.en,
      telephone,
    })),
    categories: rulebook.categories.map((one) => ({
      ...one.name,
      code: one.code,
      parent: one.parent ?? '',
      urgency: one.urgency,
      emergency: one.emergency ?? '',
      channel: one.channel ?? '',
      keywords: one.keywords.join('|'),
    })),
    duties: rulebook.duties.map((duty) => ({
      id: duty.id,
      holder: duty.holder,
      category: duty.category,
      mode: duty.mode,
      lead: duty.lead ?? '',
      ...cite(duty.citation),
      ...span(duty),
    })),
    powers: rulebook.powers.map(({ id, name, categories, delegable, citation }) => ({
      ...name,
      id,
      categories: categories.join('|'),
      delegable,
      ...cite(citation),
    })),
    holdings: rulebook.holdings.map((holding) => ({
      power: holding.power,
      holder: holding.holder,
      rank: holding.rank,
      scope: holding.scope ?? '',
      ...span(holding),
    })),
    supports: rulebook.supports.map((measure) => ({
      ...measure.name,
      id: measure.id,
      instrument: measure.instrument,
      provider: measure.provider,
      needs: measure.needs.join('|'),
      conditions: measure.conditions.join('|'),
      documents: measure.documents.join('|'),
      within: formatDuration(measure.within),
      most: measure.most === 1 ? '' : String(measure.most),
      ...cite(measure.citation),
    })),
  };
}

/** A day where the instant begins one, else the instant itself: reading gives back the same. */
function dateOrInstant(at: Instant, days: number, zone: Zone): string {
  const wall = zone.toWall(at);
  const date = dateOfWall(wall);
  const begins = wall === date * DAY && zone.toInstant(wall) === at;
  return begins ? formatCivilDate(date + days) : formatIso(at, zone);
}

/**
 * A rulebook keeps each citation whole; people keep one list of sources and number its items. What
 * ends in an item as `cite` writes it is parted again, so that reading gives back the same words.
 */
class Sources {
  readonly rows: Cells[] = [];
  readonly #ids = new Map<string, string>();

  named(citation: Citation): Cells {
    const { zh, en, item } = parted(citation);
    const illustrative = citation.illustrative ? 'yes' : 'no';
    const key = JSON.stringify([zh, en, illustrative]);
    const known = this.#ids.get(key);
    const source = known ?? this.#newId(key);
    if (known === undefined) {
      this.#ids.set(key, source);
      this.rows.push({ id: source, zh, en, illustrative });
    }
    return { source, item };
  }

  /**
   * Follows from what the source says: a row exported from one version never cites by accident what
   * another version has under that id.
   */
  #newId(key: string): string {
    const digits = createHash('sha256').update(key).digest('hex');
    const taken = new Set(this.rows.map(({ id }) => id));
    let length = 6;
    while (taken.has(`s${digits.slice(0, length)}`)) length += 1;
    return `s${digits.slice(0, length)}`;
  }
}

function parted({ text: { zh, en } }: Citation) {
  const [, base, item] = /^(.+)第 (\S+) 项$/s.exec(zh) ?? [];
  const ending = `, item ${item}`;
  if (base === undefined || item === undefined || !en.endsWith(ending) || en === ending) {
    return { zh, en, item: '' };
  }
  return { zh: base, en: en.slice(0, -ending.length), item };
}
