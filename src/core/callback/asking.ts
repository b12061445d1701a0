import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { type Asked, answerOf } from './state.ts';

const ofCallback = ({ kind }: { readonly kind: string }) =>
  kind === 'callback' ? null : refuse('callback.not-a-callback');

/** Nobody answered: it counts towards the calls the rulebook asks for, and towards nothing else. */
export const callInVain = rule('call-in-vain', {
  from: ['asking'],
  decide(_, tell) {
    const { state, law } = tell;
    const attempt = state.attempts + 1;
    const { attempts } = law.callback;
    if (state.calledOut) return refuse('callback.calls-made', { attempts: state.attempts });
    const last = attempt >= attempts;
    tell.say('CalledInVain', { round: state.round, attempt, last });
    return last ? tell.meetKind('ask') : tell;
  },
});

/**
 * What the person says of the closing, each question apart. Their own word on the portal stands
 * above what a call wrote down, and may come after it, as long as the window is open.
 */
export const answer = rule('answer', {
  from: ['asking', 'answered'],
  decide({ replies, words, share }, tell) {
    const { state } = tell;
    const no = ofCallback(state) ?? late(tell);
    if (no !== null) return no;
    if (Object.values(replies).every((reply) => reply === null) && words === null) {
      return refuse('callback.nothing-answered');
    }
    const by = tell.speaker;
    tell.meetKind('ask');
    // After a call's word the person's own may still come.
    if (by === 'person') tell.dropKind('window', 'answered');
    const data = { by, replies, words, share: share && words !== null };
    return tell.say('Answered', data);
  },
});

function late({ state, speaker }: Telling): ReturnType<typeof refuse> | null {
  if (state.status !== 'answered') return null;
  if (speaker !== 'person') return refuse('callback.person-answered');
  const open = state.clocks.some(({ kind, status }) => kind === 'window' && status === 'running');
  if (!open || answerOf(state)?.by === 'person') return refuse('callback.window-over');
  return null;
}

/** What has become of it since: held, or come back. */
export const find = rule('find', {
  from: ['asking'],
  decide({ finding, how, words }, tell) {
    const { state } = tell;
    if (state.kind !== 'recheck') return refuse('callback.not-a-recheck');
    const by = tell.speaker;
    if (by !== 'person' && how === null) return refuse('callback.how-needed');
    tell.meetKind('ask').dropKind('window', 'answered');
    const known = by === 'person' || how === null ? 'person' : how;
    tell.say('Found', { by, round: state.round, finding, how: known, words });
    return again(tell);
  },
});

/** The next round's day, where one is left. */
export function again(tell: Telling): Telling {
  const { known, law } = tell;
  if (known.status !== 'waiting') return tell;
  const { delay, citation } = law.callback;
  return tell.start('wait', known.asker, { duration: delay.to, citation }, roundOf(known));
}

export function roundOf({ rounds, round }: Asked): number {
  const at = rounds[round - 1];
  if (at === undefined) throw new Error(`callback: no round ${round}`);
  return at;
}
