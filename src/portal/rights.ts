import type { Text } from '../contract/common.ts';
import { calendarOf } from '../core/authority/institution.ts';
import type { CommandType as CallbackAct } from '../core/callback/commands.ts';
import { whyNot as barredCallback } from '../core/callback/decide.ts';
import type { CallbackState } from '../core/callback/state.ts';
import { whyNot as barredCase } from '../core/case/choices.ts';
import type { CommandType as CaseAct } from '../core/case/commands.ts';
import type { CaseState } from '../core/case/state.ts';
import { type Clock, liveOf } from '../core/clock/clock.ts';
import type { CommandType as PetitionAct } from '../core/petition/commands.ts';
import { whyNot as barredPetition } from '../core/petition/decide.ts';
import type { PetitionState } from '../core/petition/state.ts';
import type { Facts, Instant, StreamId } from '../core/process.ts';
import type { CommandType as RetentionAct } from '../core/retention/commands.ts';
import { whyNot as barredRetention } from '../core/retention/decide.ts';
import { openWishes, type RetentionState } from '../core/retention/state.ts';
import type { Citation, Rulebook } from '../core/rulebook/rulebook.ts';
import type { CommandType as SponsorshipAct } from '../core/sponsorship/commands.ts';
import { whyNot as barredSponsorship } from '../core/sponsorship/decide.ts';
import type { SponsorshipState } from '../core/sponsorship/state.ts';
import { dueAt } from '../core/time/due.ts';
import { mayBeAnswered } from './callbacks.ts';
import { mayAsk } from './petition-side.ts';
import type { Word } from './words.ts';

/** What a person may do at the step their matter stands at: until when, and by which rule. */
export interface Right {
  /** Its name, which is that of the page it is used on. */
  readonly title: Word;
  readonly says: Text;
  readonly href: string | null;
  /** When it can be used no longer; null where it does not run out by itself. */
  readonly until: Instant | null;
  /** The rule of the rulebook it rests on; null where the rulebook cites none. */
  readonly by: Citation | null;
}

interface At<State> {
  readonly id: StreamId;
  readonly state: State;
}

/**
 * The matter and what is about it, as it stands for its person. Not what was offered to them: that says
 * so on its own page, and whatever they answer to it this one reads the same (decision 0022).
 */
export interface Standings {
  readonly law: Rulebook;
  /** The person at this instant; each process reads it about its own stream. */
  readonly facts: Facts;
  readonly matter: CaseState;
  readonly petitions: readonly At<PetitionState>[];
  readonly sponsorships: readonly At<SponsorshipState>[];
  readonly callbacks: readonly At<CallbackState>[];
  readonly retentions: readonly At<RetentionState>[];
}

interface Row<State, Act extends string> extends Pick<Right, 'title' | 'says' | 'href'> {
  /** It is held out while one of these may be tried. */
  readonly acts: readonly Act[];
  /** Kinds of clock whose end is the end of it, and whose rule is its rule. */
  readonly clocks?: readonly string[];
  readonly by?: (law: Rulebook) => Citation | undefined;
  readonly until?: (state: State, facts: Facts, law: Rulebook) => Instant | null;
  /** What else must hold: an act that may be tried may still come to nothing. */
  readonly when?: (state: State, facts: Facts, law: Rulebook) => boolean;
}

const t = (zh: string, en: string): Text => ({ zh, en });

const CASE: readonly Row<CaseState, CaseAct>[] = [
  {
    acts: ['verify'],
    title: 'solvedTitle',
    says: t(
      '解决没有，由您说了算；您说没有，事情就回去重办。',
      'Whether it is solved is your word; if you say no, it goes back to work.',
    ),
    href: '#solved',
    clocks: ['verification'],
  },
  {
    acts: ['reopen'],
    title: 'reopenTitle',
    says: t(
      '办结以后没有解决的，可以要求重新办理。',
      'Closed and not fixed: you may have it reopened.',
    ),
    href: '/follow/reopen',
    by: (law) => law.reopening.citation,
    until: reopenable,
    when: (state, facts, law) => facts.now < (reopenable(state, facts, law) ?? facts.now),
  },
  {
    acts: ['disagree'],
    title: 'disagreeTitle',
    says: t(
      '您的话原样留在答复旁边，别的权利都不受影响。',
      'Your words stand beside the reply as they are; no other right is touched by it.',
    ),
    href: '/follow/disagree',
  },
  {
    acts: ['add-words'],
    title: 'addTitle',
    says: t('随时可以补充，先前的话不会改动。', 'At any time; what you said first is not changed.'),
    href: '/follow/add',
  },
  {
    acts: ['withdraw'],
    title: 'withdrawTitle',
    says: t('只有您本人能撤回，谁也不能替您撤。', 'Only you can; nobody withdraws it for you.'),
    href: '/follow/withdraw',
  },
];

const PETITION: readonly Row<PetitionState, PetitionAct>[] = [
  {
    acts: ['ask-review'],
    title: 'reviewTitle',
    says: t(
      '不同意书面意见的可以提出，不用说理由，上一级要书面答复您。',
      'If you disagree with the written opinion; no reason is needed, and the unit above answers in writing.',
    ),
    href: '/follow/review',
    clocks: ['ask-review', 'ask-re-review'],
    when: (state, facts) => state.status !== 'none' && mayAsk(state, facts).review,
  },
  {
    acts: ['claim-new-facts'],
    title: 'factsTitle',
    says: t(
      '由没有经手过的人核对，结果书面告诉您。',
      'Somebody who had no part in it looks, and you are told in writing.',
    ),
    href: '/follow/facts',
    by: (law) => law.petition?.limits['new-facts'].citation,
    when: (state, facts) => state.status !== 'none' && mayAsk(state, facts).facts,
  },
  {
    acts: ['withdraw'],
    title: 'withdrawPetitionTitle',
    says: t('只有您能撤回；原来的诉求照常办理。', 'Only you can; your request itself goes on.'),
    href: '/follow/withdraw-petition',
  },
];

const SPONSORSHIP: readonly Row<SponsorshipState, SponsorshipAct>[] = [
  {
    acts: ['dissent'],
    title: 'dissentTitle',
    says: t(
      '您的话原样留在结果旁边，谁也不能改。',
      'Your words stand beside the result as they are, and nobody can change them.',
    ),
    href: '/follow/dissent',
  },
  {
    acts: ['agree-needs'],
    title: 'needsTitle',
    says: t(
      '请联络员记下您真正需要什么，也可以说没有，电话在方案里；原来的诉求不变，照样要答复。',
      'The liaison takes down what you really need, or that there is nothing; their telephone is in the plan. What you asked stays and must be answered all the same.',
    ),
    href: '/follow/plan',
  },
  {
    acts: ['consent-identity'],
    title: 'identityTitle',
    says: t(
      '由您决定；不同意，事情照样办。',
      'Yours to decide; if you do not, the matter goes on.',
    ),
    href: '/follow/plan#consents',
    when: (state) => state.status !== 'none' && !state.identity,
  },
  {
    acts: ['revoke-identity'],
    title: 'identityRevoke',
    says: t('随时可以收回，不用说理由。', 'At any time, and without a reason.'),
    href: '/follow/plan#consents',
    when: (state) => state.status !== 'none' && state.identity,
  },
  {
    acts: ['consent-follow-up'],
    title: 'followUpTitle',
    says: t(
      '愿不愿意由您定；没有您的同意，谁也不能再联系您。',
      'Yours to decide; without your consent nobody contacts you again.',
    ),
    href: '/follow/plan#consents',
    by: (law) => law.sponsorship?.followUp.citation,
    when: (state) => 'followUp' in state && state.followUp === null,
  },
  {
    acts: ['revoke-follow-up'],
    title: 'followUpStop',
    says: t('一按就停，不用说理由。', 'One press ends it, without a reason.'),
    href: '/follow/plan#consents',
    by: (law) => law.sponsorship?.followUp.citation,
    until: (state) => ('followUp' in state ? (state.followUp?.until ?? null) : null),
    when: (state) => 'followUp' in state && state.followUp !== null,
  },
];

const CALLBACK: readonly Row<CallbackState, CallbackAct>[] = [
  {
    acts: ['answer'],
    title: 'askedTitle',
    says: t(
      '可以在这里回答，也可以不答，不影响您的任何权利。',
      'You may answer here, or not; it changes none of your rights.',
    ),
    href: '/follow/callback',
    clocks: ['window'],
    when: (state, facts) => mayBeAnswered('answer', state, facts),
  },
  {
    acts: ['find'],
    title: 'recheckTitle',
    says: t('可以说问题有没有反复。', 'You may say whether it has held.'),
    href: '/follow/recheck',
    clocks: ['window'],
    when: (state, facts) => mayBeAnswered('find', state, facts),
  },
  {
    acts: ['report-pressure'],
    title: 'pressureTitle',
    says: t(
      '有人要您说好话，可以反映；办理的单位看不到。',
      'If somebody wants a good answer of you, say so; the unit that handled it does not see it.',
    ),
    href: '/follow/pressure',
    by: (law) => law.callback?.citation,
    when: (state) => state.status !== 'none' && state.kind === 'callback',
  },
];

const RETENTION: readonly Row<RetentionState, RetentionAct>[] = [
  {
    acts: ['ask-erasure'],
    title: 'wishTitle',
    says: t(
      '可以请求销毁；能不能、为什么、什么时候，都要答复您。',
      'You may ask; you are answered whether, why, and when.',
    ),
    href: '/follow/record',
    by: (law) => law.retention?.wish.citation,
    when: (state) => state.status !== 'none' && openWishes(state).length === 0,
  },
];

/** Acts of the person that the tables hold out, by process. */
export const HELD_OUT = {
  case: CASE.flatMap(({ acts }) => acts),
  petition: PETITION.flatMap(({ acts }) => acts),
  sponsorship: SPONSORSHIP.flatMap(({ acts }) => acts),
  callback: CALLBACK.flatMap(({ acts }) => acts),
  retention: RETENTION.flatMap(({ acts }) => acts),
} as const;

/** In the order of a page: the matter itself, then what is about it. */
export function rightsOf(now: Standings): readonly Right[] {
  const { facts } = now;
  const here = <State, Act extends string>(
    rows: readonly Row<State, Act>[],
    all: readonly At<State>[],
    barred: (act: Named<Act>, state: State, facts: Facts) => unknown,
  ): readonly Right[] =>
    rows.flatMap((row) => {
      // Of several of a kind the first, which is the latest.
      const [found] = all.flatMap(({ id, state }) => {
        const mine = { ...facts, stream: id };
        const may = row.acts.some((type) => barred({ type, data: {} }, state, mine) === null);
        return may && (row.when?.(state, mine, now.law) ?? true)
          ? [rightIn(row, state, now.law, mine)]
          : [];
      });
      return found ?? [];
    });
  return [
    ...here(CASE, [{ id: facts.stream, state: now.matter }], ({ type }, ...rest) =>
      barredCase(type, ...rest),
    ),
    ...here(CALLBACK, now.callbacks, barredCallback),
    ...here(PETITION, now.petitions, barredPetition),
    ...here(SPONSORSHIP, now.sponsorships, barredSponsorship),
    ...here(RETENTION, now.retentions, ({ type }, ...rest) => barredRetention(type, ...rest)),
  ];
}

interface Named<Act> {
  readonly type: Act;
  readonly data: Record<never, never>;
}

function rightIn<State, Act extends string>(
  { title, says, href, clocks = [], by, until }: Row<State, Act>,
  state: State,
  law: Rulebook,
  facts: Facts,
): Right {
  const running = (state as { readonly clocks?: readonly Clock[] }).clocks ?? [];
  const clock = clocks.map((kind) => liveOf(running, kind)).find((one) => one !== undefined);
  return {
    title,
    says,
    href,
    until: clock?.dueAt ?? until?.(state, facts, law) ?? null,
    by: clock?.citation ?? by?.(law) ?? null,
  };
}

/** Until when what ended may be reopened; null where it has not ended. */
function reopenable(state: CaseState, { institution }: Facts, law: Rulebook): Instant | null {
  if (state.status === 'none' || !('endedAt' in state)) return null;
  const calendar = calendarOf(institution, law);
  const { window: duration } = law.reopening;
  return dueAt({ start: state.endedAt, duration, calendar, suspensions: [] }).due;
}
