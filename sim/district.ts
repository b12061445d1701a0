import type { Post, Role, UnitId } from '../src/core/process.ts';
import type { RetentionLaw } from '../src/core/rulebook/retention.ts';
import type { Category, Rulebook } from '../src/core/rulebook/rulebook.ts';
import type { Calendar } from '../src/core/time/calendar.ts';
import { shippedCalendar } from '../src/engine/calendar/shipped.ts';
import { shippedRulebook } from '../src/engine/rulebook/shipped.ts';
import { otherCallback, withQuickCallbacks } from './callback-law.ts';

/** The district that the simulator plays in: the shipped rulebook, changed once while it runs. */
export interface District {
  /** In force from the beginning. */
  readonly law: Rulebook;
  /**
   * Adopted on the way: one duty is withdrawn from the streets, one deadline is shortened, and the
   * city asks the person itself about what it handed down.
   */
  amended(effectiveFrom: number, version: number): Rulebook;
  /** Without the year the story runs into: clocks that reach into it are provisional. */
  readonly before: Calendar;
  /** With it: the make-up workdays and Spring Festival of 2026, published late. */
  readonly after: Calendar;
  /** Few places and matters, so that stories meet. */
  readonly places: readonly UnitId[];
  readonly categories: readonly string[];
  /** An emergency, another channel's matter, nobody's, a whole group. */
  readonly awkward: readonly string[];
  readonly posts: readonly Post[];
}

const YEAR = '2026';

let known: District | undefined;

export function district(): District {
  known ??= build();
  return known;
}

function build(): District {
  const shipped = shippedRulebook('g-district-whistle');
  const after = shippedCalendar('cn');
  if (shipped === null || after === null) throw new Error('rulebook or calendar is missing');
  const { [YEAR]: _, ...years } = after.years;
  const law = [
    withSmallCapacity,
    withLegalLimit,
    withOffices,
    withQuickCallbacks,
    withShortPetitions,
    withStrayMeasure,
    withFewCases,
    withDesk,
    withRetention,
  ].reduce((before, change) => change(before), shipped);
  const streets = law.units.filter(({ type }) => type === 'street').slice(0, 2);
  const communities = streets.flatMap(({ id }) =>
    law.units.filter(({ parent }) => parent === id).slice(0, 2),
  );
  return {
    law,
    amended: (effectiveFrom, version) => amend(law, effectiveFrom, version),
    before: { ...after, version: `${after.version}-before-${YEAR}`, years },
    after,
    places: [...communities, ...streets].map(({ id }) => id),
    ...categoriesOf(law),
    posts: postsOf(
      law,
      [...streets, ...communities].map(({ id }) => id),
    ),
  };
}

/** Units answer few calls at a time, so that whistles meet; one level is for some powers only. */
function withSmallCapacity(law: Rulebook): Rulebook {
  if (law.whistle === null) throw new Error('the shipped rulebook has no whistle');
  const { capacity, levels } = law.whistle;
  return {
    ...law,
    whistle: {
      ...law.whistle,
      capacity: { ...capacity, usual: 2, units: { urban: 2, transport: 1 } },
      levels: levels.map((one) =>
        one.kind === 'KEY' && one.level === 2 ? { ...one, powers: ['demolish'] } : one,
      ),
    },
  };
}

/** A leader has one case at a time, so that the next one finds no place; and not two months for it. */
function withFewCases(law: Rulebook): Rulebook {
  if (law.sponsorship === null) throw new Error('the shipped rulebook has no sponsorship');
  const { cap, term, extension } = law.sponsorship;
  const days = (n: number) => ({ n, unit: 'day' as const });
  const [coordinate] = law.powers;
  if (coordinate === undefined) throw new Error('the shipped rulebook has no powers');
  return {
    ...law,
    // One that could be handed to a case, and that no sponsor's unit has.
    powers: [...law.powers, { ...coordinate, id: 'elsewhere', categories: [] }],
    sponsorship: {
      ...law.sponsorship,
      cap: { ...cap, usual: 1 },
      term: { ...term, duration: days(15) },
      extension: { ...extension, max: days(8) },
    },
  };
}

/** The shipped rulebook promises inside the law; here one promise has the law's own limit beside it. */
function withLegalLimit(law: Rulebook): Rulebook {
  const deadlines = law.deadlines.map((deadline) =>
    deadline.clock === 'reply' && deadline.urgency === 'normal'
      ? { ...deadline, legal: { n: 12, unit: 'workDay' as const } }
      : deadline,
  );
  // The system above asks the person itself about what it handed down.
  return { ...law, deadlines, verification: { ...law.verification, callback: 'upstream' } };
}

/** Petitions last months; here each limit is days, so that one comes to its end while the story runs. */
function withShortPetitions(law: Rulebook): Rulebook {
  const { petition } = law;
  if (petition === null) throw new Error('the shipped rulebook has no petitions');
  const short = (name: string, n: number) => (name === 'handling' ? 9 : Math.min(n, 3));
  const limits = Object.fromEntries(
    Object.entries(petition.limits).map(([name, limit]) => {
      const { duration } = limit;
      return [name, { ...limit, duration: { ...duration, n: short(name, duration.n) } }];
    }),
  ) as typeof petition.limits;
  return { ...law, petition: { ...petition, limits } };
}

/** One bureau is divided, and two of it must agree before its reply goes out. */
function withOffices(law: Rulebook): Rulebook {
  const office = (id: string, zh: string, en: string) => ({ id, unit: 'urban', name: { zh, en } });
  return {
    ...law,
    offices: [
      office('urban-works', '市政科', 'Works Office'),
      office('urban-law', '法制科', 'Legal Office'),
      office('urban-street', '市容科', 'Street Scene Office'),
    ],
    signOff: [
      {
        unit: 'urban',
        category: null,
        steps: [
          { role: 'office_head', office: null },
          { role: 'unit_head', office: null },
        ],
        citation: law.extension.citation,
      },
    ],
  };
}

/** One measure of the catalogue is given by nobody of this district. */
const withStrayMeasure = (law: Rulebook): Rulebook => ({
  ...law,
  supports: law.supports.flatMap((measure) =>
    measure.id === 'legal-aid'
      ? [measure, { ...measure, id: 'no-provider', provider: 'type:civic' }]
      : [measure],
  ),
});
/** Reports against officials are looked at here, in the hotline centre. */
function withDesk(law: Rulebook): Rulebook {
  const { dispatch, extension, reportWrongdoing } = law;
  const desk = {
    unit: dispatch.centre,
    within: { n: 3, unit: 'workDay' },
    settle: { n: 15, unit: 'workDay' },
    handTo: [reportWrongdoing.channel],
    citation: extension.citation,
  } as const;
  return { ...law, reportWrongdoing: { ...reportWrongdoing, desk } };
}

const days = (n: number) => ({ n, unit: 'day' as const });

/** Kept for days where the shipped rulebook keeps for years, so that stories live to see it. */
function withRetention(law: Rulebook): Rulebook {
  if (law.retention === null) throw new Error('the shipped rulebook says nothing of retention');
  const { classes, hold } = law.retention;
  const retention: RetentionLaw = {
    ...law.retention,
    classes: classes.map((one) => ({
      ...one,
      archive: one.archive || one.code === 'question',
      keep: one.outcomes.length > 0 ? days(2) : { n: 9, unit: 'workDay' as const },
    })),
    transfer: { ...law.retention.transfer, within: days(4) },
    hold: { ...hold, max: days(30), agree: days(2), grace: days(5) },
    wish: { ...law.retention.wish, answer: { n: 3, unit: 'workDay' } },
  };
  return { ...law, retention };
}

function amend(law: Rulebook, effectiveFrom: number, version: number): Rulebook {
  const withdrawn = law.duties.find(
    ({ holder, mode }) => holder === 'type:street' && mode === 'BASIC',
  )?.category;
  return {
    ...law,
    whistle: version >= 5 ? null : otherWhistle(law, version),
    retention: version >= 5 ? null : law.retention,
    callback: otherCallback(law, version),
    petition: version >= 5 ? null : law.petition,
    support: version >= 5 ? null : law.support,
    supports: version >= 5 ? [] : law.supports,
    // Every third has no desk; what was received before stays with it.
    ...(version % 3 === 0 && { reportWrongdoing: { ...law.reportWrongdoing, desk: null } }),
    sponsorship: version >= 6 ? null : law.sponsorship,
    version: `${law.version}-amended-${version}`,
    effectiveFrom,
    verification: { ...law.verification, callback: version % 2 === 0 ? 'us' : 'upstream' },
    duties: law.duties.map((duty) =>
      duty.category === withdrawn && duty.holder === 'type:street'
        ? { ...duty, mode: 'WITHDRAWN', lead: 'urban' }
        : duty,
    ),
  };
}

/** Another capacity, and a level less; the fifth version and on have no whistle at all. */
function otherWhistle({ whistle }: Rulebook, version: number): Rulebook['whistle'] {
  if (whistle === null) return null;
  const levels = whistle.levels.filter(({ kind, level }) => kind !== 'DAILY' || level !== version);
  return { ...whistle, levels, capacity: { ...whistle.capacity, usual: version, units: {} } };
}

/** Some of each sort. */
function categoriesOf(law: Rulebook): Pick<District, 'categories' | 'awkward'> {
  const leaves = law.categories.filter(
    ({ code }) => !law.categories.some((c) => c.parent === code),
  );
  const basic = (holder: string) =>
    leaves.filter(({ code }) =>
      law.duties.some((d) => d.category === code && d.mode === 'BASIC' && d.holder === holder),
    );
  const first = leaves.filter(({ emergency }) => emergency !== null).slice(0, 1);
  const elsewhere = leaves.filter(({ channel }) => channel !== null).slice(0, 1);
  const nobody = leaves
    .filter(({ code, channel }) => channel === null && !law.duties.some((d) => d.category === code))
    .slice(0, 1);
  const group = law.categories.filter(({ code }) => !leaves.some((leaf) => leaf.code === code));
  const codes = (categories: readonly Category[]) => categories.map(({ code }) => code);
  return {
    categories: codes([
      ...basic('type:community').slice(0, 2),
      ...basic('type:street').slice(0, 2),
      ...['housing', 'urban', 'market'].flatMap((bureau) => basic(bureau).slice(0, 2)),
      // Matters that need powers of several.
      ...law.categories.filter(({ code }) => ['street-vending', 'road-damage'].includes(code)),
    ]),
    awkward: codes([...first, ...elsewhere, ...nobody, ...group.slice(0, 1)]),
  };
}

function postsOf(law: Rulebook, local: readonly UnitId[]): readonly Post[] {
  const { dispatch, objection, verification } = law;
  const of = (unit: UnitId, ...roles: readonly Role[]) => roles.map((role) => ({ unit, role }));
  const bureaus = ['housing', 'urban', 'market'];
  return [
    ...of(law.retention?.unit ?? '', 'archivist'),
    ...local.flatMap((unit) =>
      of(unit, 'intake_agent', 'dispatcher', 'unit_handler', 'unit_head', 'callback_agent'),
    ),
    ...bureaus.flatMap((unit) => of(unit, 'unit_handler', 'unit_head')),
    ...of('licang', 'sponsor', 'unit_head'),
    ...of(dispatch.centre, 'intake_agent', 'dispatcher', 'supervisor', 'rule_editor'),
    ...of(dispatch.centre, 'callback_agent', 'unit_handler'),
    ...of(objection.ruler, 'arbiter', 'supervisor', 'callback_agent'),
    ...of('services', 'callback_agent'),
    ...of(verification.unit, 'callback_agent', 'administrator'),
  ];
}
