import type { z } from 'zod';
import type { DutyQuery, DutyView, RulebookView } from '../../contract/rulebook.ts';
import { isHolder, typeName, typeOfHolder, unitIn } from '../../core/authority/units.ts';
import type { Duty, Rulebook, UnitType } from '../../core/rulebook/rulebook.ts';
import type { Text } from '../../core/text.ts';
import type { Setting } from '../cases/reading.ts';
import { iso, isoOrNull } from '../route.ts';

export const rulebookView = (rulebook: Rulebook): RulebookView => ({
  id: rulebook.id,
  version: rulebook.version,
  title: rulebook.title,
  effectiveFrom: iso(rulebook.effectiveFrom),
  calendar: rulebook.calendar,
  units: rulebook.units.map(({ id, name, type, parent, telephone }) => ({
    id,
    name,
    type,
    parent,
    telephone,
  })),
  offices: [...rulebook.offices],
  categories: rulebook.categories.map(({ code, name, parent, urgency }) => ({
    code,
    name,
    parent,
    urgency,
  })),
  urgencies: [...rulebook.urgencies],
  channels: [...rulebook.channels],
  suspensionReasons: [...rulebook.suspensionReasons],
  objectionBases: [...rulebook.objectionBases],
  powers: rulebook.powers.map(({ id, name, delegable }) => ({ id, name, delegable })),
  needs: (rulebook.support?.needs ?? []).map(({ code, name }) => ({ code, name })),
});

/** Who leads instead: a unit, or, wherever the place is, its own unit of a type. */
function leadName(lead: string, { names }: Setting): Text {
  const type = typeOfHolder(lead);
  if (type === null) return names.unit(lead);
  const { zh, en } = typeName(type as UnitType);
  return { zh: `所在${zh}`, en };
}

/** Who a line binds: a unit, or every unit of a type. */
function holderName(holder: string, { names }: Setting): Text {
  const type = typeOfHolder(holder);
  if (type === null) return names.unit(holder);
  const { zh, en } = typeName(type as UnitType);
  return { zh: `各${zh}`, en: `Every ${en.replace(/^the /, '')}` };
}

export const dutyView = (duty: Duty, setting: Setting): DutyView => ({
  id: duty.id,
  holder: duty.holder,
  holderName: holderName(duty.holder, setting),
  category: duty.category,
  categoryName: setting.names.category(duty.category),
  mode: duty.mode,
  leadName: duty.lead === null ? null : leadName(duty.lead, setting),
  citation: duty.citation,
  validFrom: iso(duty.validFrom),
  validTo: isoOrNull(duty.validTo),
});

type Filter = Omit<z.infer<typeof DutyQuery>, 'limit' | 'after'>;

/** Lines of the duty list that match; a unit's own lines and those written for its type. */
export function dutiesOf(setting: Setting, filter: Filter): readonly Duty[] {
  const { rulebook } = setting.law;
  const unit = filter.unit === undefined ? undefined : unitIn(rulebook, filter.unit);
  const text = filter.text?.trim().toLowerCase() ?? '';
  return rulebook.duties.filter(
    (duty) =>
      (unit === undefined || (unit !== null && isHolder(duty.holder, unit))) &&
      (filter.category === undefined || duty.category === filter.category) &&
      (filter.mode === undefined || duty.mode === filter.mode) &&
      (text === '' || searchable(duty, setting).includes(text)),
  );
}

function searchable(duty: Duty, setting: Setting): string {
  const texts = [
    setting.names.category(duty.category),
    holderName(duty.holder, setting),
    duty.citation.text,
  ];
  return texts
    .map(({ zh, en }) => `${zh} ${en}`)
    .join(' ')
    .toLowerCase();
}
