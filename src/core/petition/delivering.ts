import type { CommandOf } from './commands.ts';
import { tellExtension } from './handling.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { KNOWN, letterOf, type Opined, type Working } from './state.ts';
import { NEXT_STAGE } from './words.ts';

/** 送达: the person has it in hand, and there is proof. What the paper opens, opens on that day. */
export const deliver = rule('deliver', {
  from: KNOWN,
  anyOrder: true,
  decide(data, tell) {
    const letter = letterOf(tell.state, data.letter);
    if (letter === undefined) return refuse('petition.no-such-letter', { letter: data.letter });
    if (letter.delivered !== null) {
      return refuse('petition.delivered-before', { letter: data.letter });
    }
    const { occurredAt } = tell.facts;
    if (occurredAt < letter.issuedAt) {
      return refuse('petition.before-last-step', { occurredAt, since: letter.issuedAt });
    }
    if (letter.kind === 'extended') return extended(tell, data);
    const opened = tell.state.status === 'opined' && tell.state.opinions.at(-1)?.letter;
    tell.say('LetterDelivered', data);
    if (letter.clock !== null) tell.meet(letter.clock);
    return opened === letter.n ? opensReview(tell as Telling as Telling<Opined>) : tell;
  },
});

function extended(tell: Telling, data: CommandOf<'deliver'>['data']) {
  const { known } = tell;
  if (known.status !== 'working' || known.extension?.letter !== data.letter) {
    // The opinion came first, or its time: there is nothing left to extend.
    return refuse('petition.not-in-handling', {
      stage: 'stage' in known ? (known.stage ?? '') : '',
    });
  }
  const told = tellExtension(tell as unknown as Telling<Working>);
  return 'refusal' in told ? told : tell.say('LetterDelivered', data);
}

/** From delivery the person has thirty days to ask for more; after a re-review there is no more. */
function opensReview(tell: Telling<Opined>): Telling {
  const { stage, unit } = tell.state;
  const next = NEXT_STAGE[stage];
  return next === null
    ? tell.say('PetitionConcluded', { ending: 're-review' })
    : tell.run(next.window, unit);
}
