import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { isAroundTheClock, urgencyOf } from './cast.ts';
import * as plot from './plots.ts';
import * as sponsorship from './sponsorships.ts';
import * as support from './supports.ts';
import type { Matter } from './texts.ts';
import * as whistle from './whistles.ts';

type Span = readonly [least: number, most: number];

/** When a story is told. All minutes are office minutes but those of `begins`. */
export type When =
  /** Its last act lies so many minutes back. */
  | { readonly ends: Span }
  /** Its reply is due in so many minutes; below zero it is overdue. Five working days were given. */
  | { readonly due: Span }
  /** It began so many minutes ago, whatever the hour. */
  | { readonly begins: Span };

export type Suits = (matter: Matter, law: Rulebook) => boolean;

/** So many requests of one plot. */
export interface Scene {
  readonly plot: plot.Plot;
  readonly count: number;
  readonly when: When;
  readonly suits: Suits;
  /** `home`: the community of the demonstration page; `street`: anywhere in its street. */
  readonly place?: 'home' | 'street';
  /** Under this name the page finds its receipt code. */
  readonly name?: string;
}

const both =
  (...all: readonly Suits[]): Suits =>
  (matter, law) =>
    all.every((suits) => suits(matter, law));

const ledBy =
  (...holders: readonly string[]): Suits =>
  (matter, law) =>
    law.duties.some(
      ({ category, holder, mode, validTo }) =>
        category === matter.category &&
        mode === 'BASIC' &&
        validTo === null &&
        holders.includes(holder),
    );
/** Others of the lead unit agree to its reply first; such matters have plots of their own. */
const signedOff: Suits = (matter, law) =>
  ledBy(...law.signOff.map(({ unit }) => unit))(matter, law);
const plain: Suits = (matter, law) =>
  matter.channel === undefined &&
  matter.emergency === undefined &&
  matter.kind !== 'consult' &&
  !signedOff(matter, law);
const says =
  (outcome: keyof Matter['replies']): Suits =>
  ({ replies }) =>
    replies[outcome] !== undefined;
const fixed = both(plain, says('FIXED'));
const partly = both(plain, says('PARTLY'));
const cannot = both(plain, says('EXPLAINED_CANNOT'));
const inOffice: Suits = (matter, law) => !isAroundTheClock(law, matter);
const ordinary = both(plain, (matter, law) => urgencyOf(law, matter) === 'normal');
const fixedOrdinary = both(ordinary, says('FIXED'));
const disputed = both(plain, inOffice, ({ dispute }) => dispute !== undefined);
const question: Suits = ({ kind, answer }) => kind === 'consult' && answer !== undefined;
const elsewhere: Suits = ({ channel }) => channel !== undefined;
const emergency: Suits = (matter) => matter.emergency !== undefined;
const emergencyOnly = both(emergency, ({ replies }) => replies.FIXED === undefined);
const emergencyWithWork = both(emergency, says('FIXED'));
const dayAndNight = both(plain, (matter, law) => isAroundTheClock(law, matter));
const inLanguage =
  (lang: Matter['lang']): Suits =>
  (matter) =>
    matter.lang === lang;

const ofCommunity = ledBy('type:community');
const ofStreet = ledBy('type:street');
const ofBureau: Suits = (matter, law) => !ofCommunity(matter, law) && !ofStreet(matter, law);

/** Some time in the past weeks. */
const PAST: Span = [120, 5200];
const RECENT: Span = [30, 900];

const scene = (
  count: number,
  told: plot.Plot,
  when: When,
  suits: Suits,
  more: Pick<Scene, 'place' | 'name'> = {},
): Scene => ({ count, plot: told, when, suits, ...more });

const past = (count: number, told: plot.Plot, suits: Suits): Scene =>
  scene(count, told, { ends: PAST }, suits);

const over: readonly Scene[] = [
  past(3, plot.closed('FIXED'), fixed),
  past(1, plot.agreedInside, signedOff),
  past(2, plot.closed('FIXED', 'triage'), fixed),
  past(2, plot.closed('FIXED', 'signFor'), fixed),
  past(2, plot.closed('FIXED', 'contact'), fixed),
  past(2, plot.closed('FIXED', 'reply'), fixedOrdinary),
  past(2, plot.closedByPerson, fixed),
  past(3, plot.saidFixedWasPartly, fixed),
  past(3, plot.enteredLate, fixedOrdinary),
  past(2, plot.enteredForHead, both(fixedOrdinary, ofBureau)),
  past(2, plot.missedFirst, fixedOrdinary),
  past(2, plot.forRelative, fixedOrdinary),
  past(3, plot.fromUpstream, fixed),
  past(3, plot.extended, fixedOrdinary),
  past(1, plot.extensionRefused, fixedOrdinary),
  past(2, plot.paused('appraisal'), both(fixedOrdinary, ofBureau)),
  past(1, plot.paused('person-asked', true), both(fixedOrdinary, ofBureau)),
  past(2, plot.nudged, fixedOrdinary),
  past(2, plot.secondTry, both(fixedOrdinary, partly)),
  past(1, plot.neverContacted, both(fixedOrdinary, partly)),
  past(2, plot.emergencyRemained, emergencyWithWork),
  past(2, plot.objectionRefused, both(disputed, fixed)),
  past(2, plot.ruled, both(disputed, fixed)),
  past(1, plot.undecided, both(disputed, fixed)),
  past(2, plot.reopened('person', 'closed'), both(fixed, inOffice)),
  past(1, plot.reopened('call', 'closed'), fixedOrdinary),
  past(1, plot.reopened('supervisor', 'closed'), fixedOrdinary),
  past(3, plot.closed('PARTLY'), partly),
  past(3, plot.dissented, partly),
  past(2, plot.returned, both(disputed, partly)),
  past(3, plot.closed('EXPLAINED_CANNOT'), cannot),
  past(4, plot.explainedTwice, both(cannot, inOffice)),
  past(3, plot.closed('INFO_GIVEN'), both(question, says('INFO_GIVEN'))),
  past(3, plot.unreachable, fixed),
  past(2, plot.anonymous, fixedOrdinary),
  ...(['received', 'triaged', 'assigned', 'handling', 'replied'] as const).map((from) =>
    past(1, plot.withdrawn(from), fixedOrdinary),
  ),
  past(3, plot.answered(), question),
  past(3, plot.answeredAfterTriage, question),
  past(3, plot.redirected, elsewhere),
  past(2, plot.handedOver, emergencyOnly),
];

/** On the desks of receiving, dispatching and signing. */
const arriving: readonly Scene[] = [
  scene(3, plot.justReceived('web'), { ends: [3, 40] }, plain, { place: 'street' }),
  scene(1, plot.justReceived('phone'), { ends: [3, 40] }, plain),
  scene(1, plot.justReceived('counter'), { ends: [3, 40] }, question, { place: 'home' }),
  scene(1, plot.justReceived('web'), { ends: [80, 160] }, ordinary, { place: 'street' }),
  scene(1, plot.emergencyShown('grid'), { begins: [3, 9] }, emergencyWithWork, { place: 'home' }),
  scene(1, plot.emergencyAtStreet, { begins: [3, 9] }, emergencyWithWork, { place: 'street' }),
  scene(1, plot.emergencyShown('phone'), { begins: [3, 9] }, emergencyOnly),
  scene(1, plot.answeredReopened, { ends: [3, 40] }, question),
  scene(1, plot.redirectedReopened, { ends: [3, 40] }, elsewhere),
  scene(2, plot.awaitingDispatch, { ends: [3, 40] }, both(ordinary, ofStreet), { place: 'street' }),
  scene(3, plot.awaitingDispatch, { ends: [3, 40] }, both(ordinary, ofBureau)),
  scene(1, plot.awaitingDispatch, { ends: [70, 150] }, both(ordinary, ofBureau)),
  scene(2, plot.awaitingSignature, { ends: [5, 90] }, both(ordinary, ledBy('urban'))),
  scene(2, plot.awaitingSignature, { ends: [5, 90] }, both(ordinary, ledBy('housing'))),
  scene(2, plot.awaitingSignature, { ends: [5, 90] }, both(ordinary, ofStreet), {
    place: 'street',
  }),
  scene(1, plot.awaitingSignature, { ends: [5, 90] }, both(ordinary, ofCommunity), {
    place: 'home',
  }),
  scene(1, plot.awaitingSignature, { ends: [5, 90] }, both(ordinary, ofBureau)),
  scene(1, plot.awaitingSignature, { ends: [130, 250] }, both(ordinary, ledBy('urban'))),
  scene(1, plot.awaitingSignature, { begins: [45, 60] }, dayAndNight),
  scene(1, plot.bound, { ends: [10, 100] }, disputed),
  scene(2, plot.objected, { ends: [10, 200] }, disputed),
  scene(1, plot.objectedAgain, { ends: [10, 200] }, disputed),
  scene(1, plot.objected, { ends: [260, 400] }, disputed),
  scene(1, plot.awaitingRuling, { ends: [60, 600] }, disputed),
];

/** On the desks of handling and asking. */
const inWork: readonly Scene[] = [
  scene(2, plot.handling, { ends: [20, 300] }, both(ordinary, ofBureau)),
  scene(1, plot.awaitingHead, { ends: [20, 120] }, signedOff),
  scene(1, plot.handling, { ends: [20, 300] }, both(ordinary, ofCommunity), { place: 'home' }),
  scene(1, plot.inHand, { due: [20, 200] }, both(ordinary, ledBy('urban'))),
  scene(1, plot.inHand, { due: [20, 200] }, both(ordinary, ledBy('housing'))),
  scene(1, plot.inHand, { due: [20, 200] }, both(ordinary, ofStreet), { place: 'street' }),
  scene(1, plot.inHand, { due: [20, 200] }, both(ordinary, ofBureau)),
  scene(1, plot.inOffice, { due: [300, 800] }, both(ordinary, ledBy('urban'))),
  scene(2, plot.inHand, { due: [300, 800] }, both(ordinary, ledBy('housing'))),
  scene(1, plot.inHand, { due: [300, 800] }, both(ordinary, ofCommunity), { place: 'home' }),
  scene(1, plot.inHand, { due: [300, 800] }, both(ordinary, ofBureau)),
  scene(1, plot.inHand, { due: [-420, -60] }, both(ordinary, ledBy('urban'))),
  scene(1, plot.inHand, { due: [-420, -60] }, both(ordinary, ofStreet), { place: 'street' }),
  scene(1, plot.inHand, { due: [-840, -60] }, both(ordinary, ofBureau)),
  scene(1, plot.inHandForRelative, { due: [900, 1500] }, both(ordinary, ofBureau)),
  scene(1, plot.standing('person-asked'), { ends: RECENT }, both(ordinary, ledBy('urban'))),
  scene(1, plot.standing('appraisal'), { ends: RECENT }, both(ordinary, ofBureau)),
  scene(2, plot.extensionAsked, { ends: [10, 150] }, both(ordinary, ofBureau)),
  scene(1, plot.extensionGranted, { ends: [10, 100] }, both(ordinary, ledBy('urban'))),
  scene(1, plot.extensionTold, { ends: RECENT }, both(ordinary, ofBureau)),
  scene(1, plot.pressed, { due: [40, 300] }, both(ordinary, ofBureau)),
  scene(1, plot.sentBack, { ends: RECENT }, both(partly, ordinary)),
  scene(1, plot.missed, { ends: [30, 200] }, both(ordinary, ofBureau)),
  scene(1, plot.emergencyInHand, { ends: [30, 300] }, both(emergencyWithWork, inOffice)),
  scene(1, plot.inHand, { begins: [240, 400] }, dayAndNight),
  scene(1, plot.reopened('person', 'open'), { ends: [30, 400] }, fixedOrdinary),
  scene(3, plot.awaitingCall(), { ends: [60, 900] }, fixedOrdinary),
  scene(1, plot.awaitingCall('EXPLAINED_CANNOT'), { ends: [60, 900] }, both(cannot, inOffice)),
  scene(1, plot.awaitingCall(), { ends: [1300, 1600] }, fixedOrdinary),
  scene(1, plot.awaitingSecondCall, { ends: [60, 500] }, fixedOrdinary),
  scene(2, plot.awaitingClose('yes', 'person'), { ends: [20, 300] }, fixedOrdinary),
  scene(1, plot.awaitingClose('partly', 'call'), { ends: [5, 60] }, fixedOrdinary),
];

/** Those whose receipt codes the page gives away, in each language. */
const shown: readonly Scene[] = (['zh', 'en'] as const).flatMap((lang) => {
  const suits = both(fixedOrdinary, inLanguage(lang));
  const named = (name: string) => ({ place: 'street', name: `${name}-${lang}` }) as const;
  return [
    scene(1, plot.inHand, { due: [500, 1200] }, both(suits, ofBureau), named('handling')),
    scene(1, plot.awaitingCall(), { ends: [40, 300] }, suits, named('replied')),
    // Long enough ago for the petition made of one of them to have come as far as its review.
    scene(1, plot.closed('FIXED'), { ends: [3000, 3600] }, suits, named('closed')),
    scene(
      1,
      plot.redirected,
      { ends: [200, 900] },
      both(elsewhere, inLanguage(lang)),
      named('redirected'),
    ),
  ];
});

/** A request about which somebody whistles, once it has come so far. */
export interface Whistled extends Omit<Scene, 'count'> {
  readonly whistle: whistle.WhistlePlot;
  /** After so many of its moves; after the last where nothing is said. */
  readonly after?: number;
}

const of =
  (category: string): Suits =>
  (matter) =>
    matter.category === category;
const stalls = of('street-vending');

const whistled = (
  told: whistle.WhistlePlot,
  ends: Span,
  suits: Suits = stalls,
  more: Partial<Whistled> = {},
): Whistled => ({
  plot: plot.inHand,
  when: { ends },
  suits,
  place: 'street',
  whistle: told,
  ...more,
});

/** Registered, triaged, dispatched, signed for, contacted; then somebody whistles. */
const HEARD = 5;

/** In the order in which they begin: the one beyond capacity comes when the others hold all places. */
export const WHISTLES: readonly Whistled[] = [
  whistled(whistle.rated, [900, 1600], both(stalls, says('FIXED')), {
    plot: plot.closedAfterWhistle,
    after: HEARD,
  }),
  whistled(whistle.declined, [600, 900]),
  whistled(whistle.concluded, [60, 200]),
  // Two working days to come, half an office day reminded, half a day before the supervisor, and
  // then a day before the secretary: counted in office time, so that each stands on any day.
  whistled(whistle.unanswered, [1340, 1500]),
  whistled(whistle.unanswered, [1095, 1150]),
  whistled(whistle.missed, [20, 60]),
  whistled(whistle.reported, [70, 120]),
  whistled(whistle.signed, [30, 60], of('land-preparation'), { place: 'home' }),
  whistled(whistle.objected, [60, 90]),
  whistled(whistle.notified, [40, 50]),
  whistled(whistle.beyond, [2, 6]),
  whistled(whistle.proposed, [10, 40]),
  whistled(whistle.emergency, [25, 35], of('fire-hazard')),
];

/** A request beside which the street offers support, once the person was heard. */
export interface Supported extends Omit<Scene, 'count'> {
  readonly support: support.SupportPlot;
}

const supported = (told: support.SupportPlot, ends: Span, category: string): Supported => ({
  plot: plot.handling,
  when: { ends },
  suits: of(category),
  place: 'street',
  support: told,
});

/** One not answered yet, one that its provider owes, one that came. */
export const SUPPORTS: readonly Supported[] = [
  supported(support.offered(support.RELIEF), [60, 200], 'relief'),
  supported(support.owed(support.POST), [60, 200], 'jobs'),
  supported(support.received(support.MEDICAL), [200, 400], 'relief'),
];

/** A request that a leader has taken on; what is offered in it comes last. */
export interface Sponsored extends Omit<Scene, 'count'> {
  readonly sponsorship: sponsorship.SponsorshipPlot;
  readonly support?: support.SupportPlot;
}

const about =
  (id: string): Suits =>
  (matter) =>
    matter.id === id;

/** One half-way, with its task force and an offer; one whose leader asks for more time. */
export const SPONSORED: readonly Sponsored[] = [
  {
    plot: plot.inHand,
    when: { ends: [60, 200] },
    suits: about('half-renewed'),
    place: 'street',
    name: 'sponsored-zh',
    sponsorship: sponsorship.halfWay,
    support: sponsorship.offered(support.POST),
  },
  {
    plot: plot.inHand,
    when: { ends: [60, 400] },
    suits: about('shed-on-stairs'),
    place: 'street',
    name: 'sponsored-en',
    sponsorship: sponsorship.moreTimeAsked,
  },
];

/** Two people, one matter: the second joins the first. */
export interface Pair {
  readonly count: number;
  readonly first: plot.Plot;
  readonly second: plot.Joining;
  readonly ends: Span;
  readonly suits: Suits;
}

export const PAIRS: readonly Pair[] = [
  { count: 2, first: plot.closed('FIXED'), second: plot.joins, ends: PAST, suits: fixedOrdinary },
  { count: 2, first: plot.inHand, second: plot.joins, ends: [300, 900], suits: ordinary },
  { count: 1, first: plot.inHand, second: plot.joinsAndParts, ends: [300, 900], suits: ordinary },
  { count: 1, first: plot.joinedThenWithdrawn, second: plot.joins, ends: [5, 30], suits: ordinary },
];

/** The largest part first: two hundred requests, with the pairs. */
export const PROGRAM: readonly Scene[] = [...over, ...inWork, ...arriving, ...shown];
