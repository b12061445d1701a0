import { type Attempted, attempt, type Deps } from './attempt.ts';
import { checkEdge } from './edge.ts';
import { TryAgain } from './ports.ts';
import type { Answer, QueuedRequest } from './request.ts';

/** Attempts before a command gives way to whoever keeps coming first. */
const ATTEMPTS = 8;

/**
 * Carries out one act: one read, one decision, one write, unless somebody else came in between.
 * A machine's command is then decided again on what stands now. A human's is not: who saw an older
 * version is told so (see `attempt`), and only what the human could not have seen is read again.
 *
 * @throws UnknownOutcome when the connection went at the wrong moment: ask again under the same key.
 * @throws TryAgain when it lost every race; nothing was applied.
 */
export async function execute(deps: Deps, request: QueuedRequest): Promise<Answer> {
  const objection = checkEdge(request);
  if (objection !== null) return { accepted: false, refusal: objection, replayed: false };
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    const answer = await attemptOnce(deps, request);
    if (answer !== 'again') return answer;
  }
  throw new TryAgain(`${request.command.type} on ${request.stream} lost every race`);
}

async function attemptOnce(deps: Deps, request: QueuedRequest): Promise<Attempted> {
  try {
    return await attempt(deps, request);
  } catch (error) {
    if (error instanceof TryAgain) return 'again';
    throw error;
  }
}
