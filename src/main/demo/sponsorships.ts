import type { Actor, OnBehalfOf, StreamId } from '../../core/process.ts';
import { DAY } from '../../core/time/civil.ts';
import { type BesideMove, type Cast, streamOf } from './cast.ts';
import { deed, person } from './moves.ts';
import { DISTRICT } from './roster.ts';
import type { Measure, SupportPlot } from './supports.ts';

/** What becomes of a request that a leader of the district takes on. */
export type SponsorshipPlot = (cast: Cast) => readonly BesideMove[];

type Gap = readonly [least: number, most: number];

/** To bring departments together is the district's power, and it may hand it on. */
const TOGETHER = 'coordinate';

const move = (
  { chance }: Cast,
  [least, most]: Gap,
  told: BesideMove['deed'],
  alone?: true,
): BesideMove => ({
  gap: chance.between(least, most),
  anyHour: false,
  deed: told,
  ...(alone && { alone }),
});

const streamFor = ({ crypto, tenant, name }: Cast): StreamId =>
  streamOf(crypto, tenant, `sponsorship-${name}`);

/** The department whose matter it is: it contracts upward, and its head is the accountable lead. */
const bureauOf = ({ law, matter: { category } }: Cast): string => {
  const basic = law.duties.find((one) => one.category === category && one.mode === 'BASIC');
  if (basic === undefined) throw new Error(`nobody has ${category} as a basic duty`);
  return basic.holder;
};

const sponsor = (cast: Cast): Actor => cast.staff(DISTRICT, 'sponsor');
const lead = (cast: Cast): Actor => cast.staff(bureauOf(cast), 'unit_head');
const liaison = (cast: Cast): Actor => cast.staff(cast.street, 'liaison');

function seat(actor: Actor) {
  if (actor.kind !== 'staff') throw new Error('a seat is an account’s');
  return { account: actor.account, post: actor.post };
}

const nominate = (cast: Cast): BesideMove =>
  move(
    cast,
    [200, 400],
    () => {
      const { tried, reason, grounds } = cast.phrases.sponsorship;
      return deed(lead(cast), 'nominate', {
        case: cast.stream,
        blocked: { kind: 'ASKED', powers: [TOGETHER], tried },
        reason,
        grounds: { harm: 'hardship', affected: 'tens', legalBreach: false, reason: grounds },
        sponsor: seat(sponsor(cast)),
        lead: seat(lead(cast)),
        liaison: seat(liaison(cast)),
        shown: null,
      });
    },
    // The request must have come as far.
    true,
  );

const accept = (cast: Cast): BesideMove =>
  move(cast, [60, 200], () => deed(sponsor(cast), 'accept', { shown: null }));

const acted = (
  cast: Cast,
  kind: 'briefed' | 'went-down',
  duty: 'facts' | 'solve',
  note: string,
): BesideMove =>
  move(cast, [60, 200], () =>
    deed(sponsor(cast), 'record-act', { kind, unit: null, duty, note, words: null }),
  );

const met = (cast: Cast): BesideMove =>
  move(cast, [200, 400], () => {
    const { met: note, metWords: words } = cast.phrases.sponsorship;
    const data = { kind: 'met-person', unit: null, duty: 'law', note, words: null };
    return deed(sponsor(cast), 'record-act', data, { words });
  });

/** The person says it on their own page. */
const identity = (cast: Cast): BesideMove =>
  move(cast, [30, 90], () => deed(person(cast), 'consent-identity'));

/** Talked over with the liaison, who writes down what the person says. */
const needs = (cast: Cast): BesideMove =>
  move(cast, [60, 120], () => {
    const agreed = cast.phrases.sponsorship.needs;
    const data = { needs: agreed.map(({ kind }) => ({ kind, text: null })) };
    const texts = Object.fromEntries(agreed.map(({ text }, n) => [`needs.${n}.text`, text]));
    const onBehalfOf: OnBehalfOf = { kind: 'person', relation: 'helper' };
    return { ...deed(liaison(cast), 'agree-needs', data, texts), onBehalfOf };
  });

const convene = (cast: Cast): BesideMove =>
  move(cast, [100, 200], (at) =>
    deed(sponsor(cast), 'convene', {
      mandate: cast.phrases.sponsorship.mandate,
      powers: [TOGETHER],
      until: at + 40 * DAY,
      members: ['labour', 'civil'].map((unit) => ({ unit, power: null })),
    }),
  );

/** For this case the department itself brings the others together. */
const delegate = (cast: Cast): BesideMove =>
  move(cast, [10, 30], (at) =>
    deed(sponsor(cast), 'delegate', { power: TOGETHER, to: bureauOf(cast), until: at + 30 * DAY }),
  );

const hold = (cast: Cast): BesideMove =>
  move(cast, [300, 420], (at) => {
    const said = cast.phrases.sponsorship;
    // The texts call the two by their part, whichever department and street it is.
    const names: Readonly<Record<string, string>> = { lead: bureauOf(cast), street: cast.street };
    const unitOf = (part: string) => names[part] ?? part;
    const positions = Object.entries(said.positions).map(([part, position]) => ({
      unit: unitOf(part),
      position,
    }));
    return deed(lead(cast), 'hold-meeting', {
      agenda: said.agenda,
      present: positions.map(({ unit }) => unit),
      positions,
      decision: said.decision,
      dissents: [{ unit: unitOf(said.dissent.unit), text: said.dissent.text }],
      commitments: Object.entries(said.promises).map(([part, what], n) => ({
        unit: unitOf(part),
        what,
        dueAt: at + (14 + 7 * n) * DAY,
        load: null,
      })),
    });
  });

const plan = (cast: Cast, days: readonly [first: number, second: number]): BesideMove =>
  move(cast, [30, 90], (at) => {
    const { first, second } = cast.phrases.sponsorship.steps;
    const step = (what: string, owner: string, due: number) => ({
      what,
      owner,
      power: null,
      dueAt: at + due * DAY,
    });
    return deed(lead(cast), 'plan', {
      steps: [step(first, cast.street, days[0]), step(second, bureauOf(cast), days[1])],
    });
  });

const kept = (cast: Cast): BesideMove =>
  move(cast, [200, 400], () =>
    deed(cast.staff('labour', 'unit_handler'), 'keep-commitment', {
      commitment: 1,
      note: cast.phrases.sponsorship.kept,
    }),
  );

const finished = (cast: Cast): BesideMove =>
  move(cast, [1200, 1600], () =>
    deed(cast.staff(cast.street, 'unit_handler'), 'finish-step', {
      step: 1,
      note: cast.phrases.sponsorship.finished,
    }),
  );

const askExtension = (cast: Cast): BesideMove =>
  move(cast, [7600, 7900], () =>
    deed(lead(cast), 'ask-extension', {
      by: { n: 20, unit: 'day' },
      reason: cast.phrases.sponsorship.extension,
    }),
  );

const takenOn = (cast: Cast): readonly BesideMove[] => {
  const { briefed } = cast.phrases.sponsorship;
  return [nominate(cast), accept(cast), acted(cast, 'briefed', 'facts', briefed), identity(cast)];
};

/** The task force has met, the plan is agreed, and its first promise is kept. */
export const halfWay: SponsorshipPlot = (cast) => [
  ...takenOn(cast),
  convene(cast),
  delegate(cast),
  met(cast),
  needs(cast),
  hold(cast),
  plan(cast, [12, 30]),
  kept(cast),
];

/** Two weeks or so before the end date; whoever decides it has not yet. */
export const moreTimeAsked: SponsorshipPlot = (cast) => [
  ...takenOn(cast),
  acted(cast, 'went-down', 'solve', cast.phrases.sponsorship.visited),
  needs(cast),
  plan(cast, [21, 50]),
  finished(cast),
  askExtension(cast),
];

/** Offered within the sponsorship by its lead; the person has not answered yet. */
export const offered =
  ({ measure, need }: Measure): SupportPlot =>
  (cast) => [
    move(
      cast,
      [20, 60],
      () =>
        deed(
          lead(cast),
          'offer',
          { case: cast.stream, sponsorship: streamFor(cast), measure, need },
          { words: cast.phrases.sponsorship.offer },
        ),
      true,
    ),
  ];
