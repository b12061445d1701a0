import { refuse } from './refusals.ts';
import { dropAll, meet, rule, say } from './scene.ts';
import { governing, type Replied } from './state.ts';
import type { Outcome } from './words.ts';

/**
 * The outcomes the person's answer leaves open; none while it is still awaited. FIXED needs their
 * yes (invariant 44).
 */
export function closable({ verification, replies }: Replied): readonly Outcome[] {
  const said = replies.at(-1)?.outcome ?? 'UNKNOWN';
  const { answer, attempts, attemptsNeeded } = verification;
  if (answer === null) return attempts >= attemptsNeeded ? ['UNREACHABLE'] : [];
  switch (answer.solved) {
    case 'yes':
      return said === 'FIXED' ? ['FIXED'] : [said, 'FIXED'];
    case 'partly':
      return said === 'FIXED' ? ['PARTLY'] : [...new Set<Outcome>([said, 'PARTLY'])];
    case 'no':
      return ['EXPLAINED_CANNOT'];
    case 'not_contacted':
      return [];
  }
}

/** 办结: what came of it, apart from the fact that it ended. */
export const close = rule('close', {
  from: ['replied'],
  decide({ outcome }, scene) {
    const { state } = scene;
    if (state.verification.callback === 'upstream') return refuse('case.upstream-verifies');
    const leader = governing(state);
    if (leader !== undefined && leader.stage !== 'told') {
      return refuse('case.sponsored', { sponsorship: leader.sponsorship });
    }
    const open = closable(state);
    if (open.length === 0) return refuse('case.not-verified');
    if (!open.includes(outcome)) {
      return refuse('case.outcome-against-answer', { outcome, open: open.join(' ') });
    }
    const dissent = state.dissent || state.verification.answer?.solved === 'no';
    return {
      events: [
        say('Closed', { outcome, dissent }),
        ...meet(scene, 'verification'),
        ...dropAll(scene, 'closed', 'verification'),
      ],
    };
  },
});
