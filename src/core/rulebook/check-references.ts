import { typeOfHolder } from '../authority/units.ts';
import { type Finding, type FindingCode, finding, type Path } from './finding.ts';
import { type Rulebook, UNIT_TYPES } from './rulebook.ts';

/** Every name used stands for something: units, categories, powers, ranks, urgencies, channels. */
export function checkReferences(rulebook: Rulebook): readonly Finding[] {
  const names = namesOf(rulebook);
  const { units, offices, signOff, halls, categories, duties, powers, holdings } = rulebook;
  return [
    ...units.flatMap(({ parent }, at) => names.unit(parent, ['units', at, 'parent'])),
    ...offices.flatMap(({ unit }, at) => names.unit(unit, ['offices', at, 'unit'])),
    ...signOff.flatMap(({ unit, category, steps }, at) => [
      ...names.holder(unit, ['signOff', at, 'unit']),
      ...names.category(category, ['signOff', at, 'category']),
      ...steps.flatMap(({ office }, n) =>
        names.officeOf(unit, office, ['signOff', at, 'steps', n, 'office']),
      ),
    ]),
    ...halls.flatMap(({ unit }, at) => names.unit(unit, ['halls', at, 'unit'])),
    ...categories.flatMap(({ parent, urgency }, at) => [
      ...names.category(parent, ['categories', at, 'parent']),
      ...names.urgency(urgency, ['categories', at, 'urgency']),
    ]),
    ...duties.flatMap(({ holder, lead, category }, at) => [
      ...names.holder(holder, ['duties', at, 'holder']),
      ...(lead === null ? [] : names.holder(lead, ['duties', at, 'lead'])),
      ...names.category(category, ['duties', at, 'category']),
    ]),
    ...powers.flatMap((power, at) =>
      power.categories.flatMap((category, n) =>
        names.category(category, ['powers', at, 'categories', n]),
      ),
    ),
    ...holdings.flatMap(({ power, holder, rank, scope }, at) => [
      ...names.power(power, ['holdings', at, 'power']),
      ...names.holder(holder, ['holdings', at, 'holder']),
      ...names.rank(rank, ['holdings', at, 'rank']),
      ...names.unit(scope, ['holdings', at, 'scope']),
    ]),
    ...bodies(rulebook, names),
    ...channels(rulebook),
  ];
}

export type Names = ReturnType<typeof namesOf>;

export function namesOf(rulebook: Rulebook) {
  const among = (code: FindingCode, known: readonly string[]) => {
    const set = new Set(known);
    return (id: string | null, path: Path): readonly Finding[] =>
      id === null || set.has(id) ? [] : [finding(code, path, { id })];
  };
  const unit = among(
    'unknown-unit',
    rulebook.units.map(({ id }) => id),
  );
  const type = among('unknown-type', UNIT_TYPES);
  return {
    unit,
    holder: (holder: string, path: Path) => {
      const named = typeOfHolder(holder);
      return named === null ? unit(holder, path) : type(named, path);
    },
    /** An office of that very unit: a line for a type of unit names none. */
    officeOf: (unit: string, office: string | null, path: Path): readonly Finding[] =>
      office === null || rulebook.offices.some((one) => one.id === office && one.unit === unit)
        ? []
        : [finding('unknown-office', path, { id: office, unit })],
    category: among(
      'unknown-category',
      rulebook.categories.map(({ code }) => code),
    ),
    power: among(
      'unknown-power',
      rulebook.powers.map(({ id }) => id),
    ),
    rank: among(
      'unknown-rank',
      rulebook.ranks.map(({ code }) => code),
    ),
    urgency: among(
      'unknown-urgency',
      rulebook.urgencies.map(({ code }) => code),
    ),
  };
}

function bodies({ dispatch, objection, verification }: Rulebook, names: Names): readonly Finding[] {
  const { interimOwner } = objection;
  const isWord = interimOwner === 'firstReceiver' || interimOwner === 'street';
  return [
    ...names.unit(dispatch.centre, ['dispatch', 'centre']),
    ...names.unit(verification.unit, ['verification', 'unit']),
    ...names.unit(objection.ruler, ['objection', 'ruler']),
    ...(isWord ? [] : names.unit(interimOwner, ['objection', 'interimOwner'])),
  ];
}

/** An emergency names its line and number; nothing else points there; wrongdoing goes by statute. */
function channels(rulebook: Rulebook): readonly Finding[] {
  const leadsTo = (
    code: string | null,
    kinds: readonly string[],
    path: Path,
  ): readonly Finding[] => {
    if (code === null) return [];
    const channel = rulebook.channels.find((one) => one.code === code);
    if (channel === undefined) return [finding('unknown-channel', path, { id: code })];
    return kinds.includes(channel.kind)
      ? []
      : [finding('wrong-channel-kind', path, { id: code, kind: channel.kind })];
  };
  return [
    ...rulebook.channels.flatMap(({ code, kind, telephone }, at) =>
      kind === 'emergency' && (telephone ?? '') === ''
        ? [finding('emergency-without-number', ['channels', at, 'telephone'], { id: code })]
        : [],
    ),
    ...rulebook.categories.flatMap(({ emergency, channel }, at) => [
      ...leadsTo(emergency, ['emergency'], ['categories', at, 'emergency']),
      ...leadsTo(channel, ['statutory', 'out_of_scope'], ['categories', at, 'channel']),
    ]),
    ...leadsTo(rulebook.reportWrongdoing.channel, ['statutory'], ['reportWrongdoing', 'channel']),
  ];
}
