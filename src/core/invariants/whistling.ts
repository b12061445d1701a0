import { holdsPower } from '../authority/power.ts';
import { orderOf } from '../case/state.ts';
import { clockOf } from '../clock/clock.ts';
import type { ClockEvent } from '../clock/events.ts';
import type { Instant, Recorded } from '../process.ts';
import { RUNG_ACTS } from '../rulebook/rulebook.ts';
import { evolve } from '../whistle/evolve.ts';
import { callOutOf, isLive, isOpen, type WhistleState } from '../whistle/state.ts';
import { callOutTransitions } from '../whistle/transitions.ts';
import { VERDICTS } from '../whistle/words.ts';
import {
  type Invariant,
  invariant,
  ofWhistles,
  type Read,
  sponsorshipSteps,
  type Whistle,
  whistleSteps,
} from './invariant.ts';

/** 吹哨报到: invariants 21 to 28, and 57 for what its clocks may start from. */
export const whistling: readonly Invariant[] = [
  ofWhistles(
    21,
    {
      zh: '吹哨写明所缺职权和已作的努力',
      en: 'A whistle names the powers its issuer lacks and the own steps tried',
    },
    (one, read) => {
      for (const { event } of whistleSteps(one, 'WhistleProposed')) {
        const { missing, tried, kind, issuer, place } = event.data;
        read(missing.length > 0, () => 'no power is named');
        for (const power of missing) {
          const held = holdsPower(one.institution, issuer, power, event.occurredAt, { place });
          read(held === null, () => `${issuer} itself holds ${power}`);
        }
        read(tried.length > 0 || kind === 'EMERGENCY', () => 'no own step was tried');
      }
      if (one.known.status === 'issued' && one.known.tried.length === 0) {
        const filing = clockOf(one.known.clocks, 'filing-1');
        read(filing?.status === 'running', () => 'nothing tried, and nobody held to file it');
      }
    },
  ),
  ofWhistles(
    22,
    { zh: '被通知单位确有所缺职权', en: 'Each called unit holds a power that is lacking' },
    (one, read) => {
      for (const { event, after } of whistleSteps(one, 'CalledOut')) {
        const { unit, powers } = event.data;
        read(powers.length > 0, () => `${unit} is called for nothing`);
        for (const { power } of powers) {
          const { place } = after;
          const held = holdsPower(one.institution, unit, power, event.occurredAt, { place });
          read(
            held !== null && after.missing.includes(power),
            () => `${unit} is called for ${power}`,
          );
        }
      }
    },
  ),
  ofWhistles(
    23,
    { zh: '每份报到通知都有结果', en: 'Every call-out comes to an end, none is left open' },
    (one, read) => {
      turns(one, read);
      if (isLive(one.known)) return;
      for (const { n, status, end } of one.known.callOuts) {
        read(status === 'released' && end !== null, () => `call-out ${n} is left ${status}`);
      }
    },
    { when: ['always', 'settled'] },
  ),
  ofWhistles(
    24,
    { zh: '到场的人有权处置才算报到', en: 'Reporting in counts where the power is present' },
    (one, read) => {
      for (const { event, after } of whistleSteps(one, 'ReportedIn')) {
        const { callOut, unit, rank } = event.data;
        for (const { power } of callOutOf(after, callOut)?.powers ?? []) {
          const use = { rank, place: after.place };
          const held = holdsPower(one.institution, unit, power, event.occurredAt, use);
          read(held !== null, () => `a ${rank} of ${unit} cannot exercise ${power}`);
        }
      }
    },
  ),
  ofWhistles(
    25,
    { zh: '报到必有结果：处置、说明理由或不再需要', en: 'Every report-in comes to something said' },
    (one, read) => {
      for (const { event, after } of whistleSteps(one, 'Released')) {
        const callOut = callOutOf(after, event.data.callOut);
        if (callOut === undefined || callOut.presence === null) continue;
        read(callOut.settlement !== null, () => `${callOut.unit} left, and nothing was said`);
      }
      for (const { event } of whistleSteps(one, 'CallOutSettled')) {
        read(event.data.text.trim() !== '', () => `${event.data.unit} gave no words`);
      }
    },
  ),
  invariant(
    26,
    { zh: '吹哨不转移主办责任', en: 'Whistling moves no lead; the case knows who is called' },
    ({ steps }, read) => {
      for (const { before, event, after } of steps) {
        if (event.type !== 'WhistleNoted' && event.type !== 'WhistleLeft') continue;
        const lead = orderOf(before)?.lead === orderOf(after)?.lead;
        const same = before.status === after.status && before.holder === after.holder;
        read(lead && same, () => `${event.type} moved the case`);
      }
    },
    { when: ['always', 'settled'] },
  ),
  ofWhistles(
    27,
    {
      zh: '双向评价密封到双方评完或期满',
      en: 'Ratings are sealed until both are in, or time ends',
    },
    (one, read) => {
      for (const { event, before } of whistleSteps(one, 'RatingsOpened')) {
        const { unit, why } = event.data;
        const pair =
          before.status === 'concluded' ? before.ratings.find((it) => it.unit === unit) : undefined;
        const both = pair !== undefined && pair.byIssuer !== null && pair.byCalled !== null;
        const window = before.status === 'none' ? undefined : clockOf(before.clocks, 'rating-1');
        const over = window !== undefined && window.dueAt <= event.recordedAt;
        read(why === 'both' ? both : over, () => `opened for ${unit} before its time`);
      }
      for (const { event, before } of whistleSteps(one, 'Rated')) {
        const { by, of, items } = event.data;
        const words = Object.values(items).every((item) => VERDICTS.includes(item));
        read(words, () => `${by} rated ${of} otherwise than in words`);
        const pairs = before.status === 'concluded' ? before.ratings : [];
        const sealed = pairs.some(({ unit, open }) => (unit === by || unit === of) && !open);
        read(sealed, () => `${by} rated ${of} after reading the other`);
      }
    },
  ),
  ofWhistles(
    28,
    {
      zh: '超过同时报到上限须写明理由',
      en: 'Beyond capacity only with a reason, or in an emergency',
    },
    ({ known }, read) => {
      for (const { unit, override } of known.callOuts) {
        read(
          override === null || override.trim() !== '',
          () => `${unit}: an override says nothing`,
        );
      }
    },
    { when: ['always', 'settled'] },
  ),
  ofWhistles(
    57,
    {
      zh: '时限从录入之后起算，不因补录而提前',
      en: 'No clock that binds somebody starts before what started it was recorded',
    },
    (one, read) => {
      for (const { before, event } of whistleSteps(one, 'ClockStarted')) {
        if (!lapsed(before, event.data.clock.startedAt)) begunWhenTold(event, read);
      }
    },
    {
      sponsorship: (one, read) => {
        for (const { event } of sponsorshipSteps(one, 'ClockStarted')) begunWhenTold(event, read);
      },
    },
  ),
];

/** A ladder's rungs begin at the miss that leads to each. */
const RUNGS = new Set<string>(RUNG_ACTS);

function begunWhenTold({ data, recordedAt }: Recorded<Started>, read: Read): void {
  const { id, kind, startedAt } = data.clock;
  if (RUNGS.has(kind)) return;
  read(startedAt >= recordedAt, () => `${id} runs from ${startedAt}, told at ${recordedAt}`);
}

type Started = Extract<ClockEvent, { readonly type: 'ClockStarted' }>;

/** Time ran out and sent it on: earlier releases let what followed begin there, told late or not. */
const lapsed = (state: WhistleState, at: Instant): boolean =>
  state.status !== 'none' && state.clocks.some(({ breachedAt }) => breachedAt === at);

const TURNS = new Set(
  callOutTransitions.edges.map(({ from, event, to }) => `${from} ${event} ${to}`),
);

/** Call-outs turn along their graph, and none is open once the whistle has been concluded. */
function turns({ events }: Whistle, read: Read): void {
  let state: WhistleState = { status: 'none' };
  for (const event of events) {
    const before = state;
    state = evolve(state, event);
    if (before.status === 'none' || state.status === 'none') continue;
    for (const { n, status } of state.callOuts) {
      const was = callOutOf(before, n)?.status;
      if (was === undefined || was === status) continue;
      const turn = `${was} ${event.type} ${status}`;
      read(TURNS.has(turn), () => `call-out ${n}: ${turn}`);
    }
    if (event.type !== 'Concluded') continue;
    read(!state.callOuts.some(isOpen), () => 'concluded with a call-out open');
  }
}
