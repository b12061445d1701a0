import type { Decided, Refusal } from '../process.ts';
import { dueAt } from '../time/due.ts';
import { closable } from './closing.ts';
import type { CaseEvent } from './events.ts';
import { refuse } from './refusals.ts';
import { dropAll, later, meet, rule, type Scene, say } from './scene.ts';
import {
  type CaseState,
  isOpen,
  KNOWN,
  type Known,
  OPEN,
  type Open,
  type Replied,
} from './state.ts';
import { textNeeded } from './text-needed.ts';
import { orderOfTheirs, strictest, UNANSWERED } from './upstream-clock.ts';
import { goesBack, sentBack } from './verification.ts';
import type { Outcome, Solved, UpstreamWord } from './words.ts';

/** 退回上级: it is not ours, says whoever has it. The work goes on until the order is taken back. */
export const askUpstreamReturn = rule('ask-upstream-return', {
  from: UNANSWERED,
  anyOrder: true,
  decide: ({ reason }, scene) => asked(scene, 'return', null, reason),
});

/** 上级延期: more time of theirs; ours is extended by `ask-extension`. */
export const askUpstreamExtension = rule('ask-upstream-extension', {
  from: UNANSWERED,
  anyOrder: true,
  decide({ by: duration, reason }, scene) {
    const { state, calendar } = scene;
    const wanted = strictest(state);
    if (wanted === null) return refuse('case.no-upstream-due');
    const until = dueAt({ start: wanted.at, duration, calendar, suspensions: [] }).due;
    return asked(scene, 'extension', until, reason);
  },
});

function asked(
  { state }: Scene<Known>,
  request: 'return' | 'extension',
  until: number | null,
  reason: string,
) {
  if (state.external.length === 0) return refuse('case.not-from-upstream');
  const number = state.upstream.asked + 1;
  return (
    textNeeded({ reason }) ?? {
      events: [say('UpstreamAsked', { number, request, until, reason: reason.trim() })],
    }
  );
}

/** What was written into a sheet: the next one need not say it again. */
export const tellUpstream = rule('tell-upstream', {
  from: KNOWN,
  anyOrder: true,
  decide({ system, number, upTo, state: said }, { state }) {
    const no = strange(state, system, number);
    if (no !== null) return no;
    // Told of more than there is, the next replies would never be offered.
    if (upTo > state.upstream.said) return refuse('case.not-said-yet', { upTo });
    return { events: [say('UpstreamTold', { system, number, upTo, state: said })] };
  },
});

function strange({ external }: Known, system: string, number: string) {
  const known = external.some((one) => one.system === system && one.number === number);
  return known ? null : refuse('case.no-such-number', { system, number });
}

/** What the person answered, as their word for it has it; null where they were not reached. */
const SOLVED: Readonly<Record<Exclude<UpstreamWord, 'TAKEN_BACK'>, Solved | null>> = {
  FIXED: 'yes',
  INFO_GIVEN: 'yes',
  PARTLY: 'partly',
  EXPLAINED_CANNOT: 'no',
  NOT_SOLVED: 'no',
  NOT_CONTACTED: 'not_contacted',
  UNREACHABLE: null,
};

/**
 * The word of the system that gave the order. Taken back, it is over here; else it stands for the
 * verification call, and FIXED takes the person's yes as that system recorded it (invariant 44).
 */
export const hearUpstream = rule('hear-upstream', {
  from: OPEN,
  anyOrder: true,
  decide({ reference, word }, scene) {
    const { system, number } = reference;
    const no = strange(scene.state, system, number);
    if (no !== null) return no;
    const updated = say('ExternalUpdated', { reference: { ...reference, word } });
    const before = later<Open>(scene, [updated]);
    const { state } = before;
    if (word === 'TAKEN_BACK') {
      return { events: [updated, ...takenBack(before, system, number)] };
    }
    if (state.status !== 'replied' || state.verification.callback !== 'upstream') {
      return refuse('case.upstream-word-not-awaited', { status: state.status });
    }
    const decision = verdict({ ...before, state }, word);
    return 'refusal' in decision ? decision : { events: [updated, ...decision.events] };
  },
});

/** Whether a word of the system that gave it would be heard now. */
export const awaitsWord = (state: CaseState, word: UpstreamWord): boolean =>
  word === 'TAKEN_BACK'
    ? isOpen(state)
    : state.status === 'replied' && state.verification.callback === 'upstream';

function takenBack(scene: Scene, system: string, number: string): readonly Decided<CaseEvent>[] {
  const redirected = say('Redirected', {
    channel: system,
    kind: 'taken_back',
    citation: orderOfTheirs({ system, number, dueAt: null, state: null }),
    nextPath: {
      zh: `${system}收回了工单 ${number}，由其另行安排；进展请向其询问。`,
      en: `${system} took order ${number} back and will see to it otherwise; ask there how it goes on.`,
    },
  });
  return [redirected, ...dropAll(scene, 'redirected')];
}

function verdict(scene: Scene<Replied>, word: Exclude<UpstreamWord, 'TAKEN_BACK'>) {
  const solved = SOLVED[word];
  const verified = say('Verified', {
    by: 'upstream',
    reached: solved !== null,
    solved,
    heard: null,
    words: null,
  });
  const heard = later<Replied>(scene, [verified]).state;
  // The person's own "no" has sent it back already, and their own "yes" is nobody's to overrule.
  const judged = solved !== null && word !== 'EXPLAINED_CANNOT' && !isOwn(heard);
  if (judged && goesBack(heard, solved)) {
    return { events: [verified, ...sentBack(scene, 'upstream', solved)] };
  }
  return closedAs(scene, heard, verified, word);
}

function closedAs(
  scene: Scene<Replied>,
  heard: Replied,
  verified: CaseEvent,
  word: Exclude<UpstreamWord, 'TAKEN_BACK'>,
): { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal } {
  const own = isOwn(heard);
  const open = word === 'EXPLAINED_CANNOT' && !own ? explained(heard) : closable(heard);
  const outcome = open.find((one) => one === word) ?? (own ? open[0] : ended(word, open));
  if (outcome === undefined) {
    return refuse('case.outcome-against-answer', { outcome: word, open: open.join(' ') });
  }
  const dissent = heard.dissent || heard.verification.answer?.solved === 'no';
  return {
    events: [
      verified,
      say('Closed', { outcome, dissent }),
      ...meet(scene, 'verification'),
      ...dropAll(scene, 'closed', 'verification'),
    ],
  };
}

/** What the person said here themselves stands above what another system says they said. */
const isOwn = ({ verification }: Replied): boolean => verification.answer?.by === 'person';

/** "Not solved" names no outcome: what it leaves open is what it comes to. */
const ended = (word: UpstreamWord, open: readonly Outcome[]): Outcome | undefined =>
  word === 'NOT_SOLVED' ? open[0] : undefined;

/** That it cannot be done stands only on a reply that said so and by which rule. */
function explained({ replies }: Replied): readonly Outcome[] {
  const last = replies.at(-1);
  return last?.outcome === 'EXPLAINED_CANNOT' && last.cited ? ['EXPLAINED_CANNOT'] : [];
}
