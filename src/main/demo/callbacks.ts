import type { Asking } from '../../core/callback/state.ts';
import type { Instant, StreamId } from '../../core/process.ts';
import { DAY } from '../../core/time/civil.ts';
import type { Engine } from '../../engine/engine.ts';
import type { TenantId } from '../../engine/ports.ts';
import type { Chance } from './chance.ts';
import { chanceOf } from './chance.ts';
import type { Staff } from './roster.ts';
import type { Stage } from './stage.ts';

interface Parts {
  readonly stage: Stage;
  readonly engine: Engine;
  readonly tenant: TenantId;
  readonly staff: Staff;
}

type Fate = 'answered' | 'pressed' | 'in-vain' | 'left';

/**
 * What the lot drew is asked about as the days pass: most within a day or two, some not yet. Nobody
 * says "no": it would reopen a matter that a story has ended.
 */
export async function tend(parts: Parts, now: Instant): Promise<void> {
  for (const { stream, state, version } of parts.stage.asking()) {
    const chance = diceOf(stream);
    const fate = fateOf(chance);
    const begun = state.since + chance.between(1, 3) * DAY;
    if (fate === 'left' || begun > now || state.attempts > 0) continue;
    if (fate === 'pressed' && state.reports.length > 0) continue;
    await act(parts, stream, version, state, now, actOf(fate, chance));
  }
}

/** The same for a stream however often it is looked at. */
const diceOf = (stream: StreamId): Chance =>
  chanceOf([...stream].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) | 0, 7));

function fateOf(chance: Chance): Fate {
  const roll = chance.between(1, 10);
  if (roll <= 6) return 'answered';
  return roll === 7 ? 'pressed' : roll === 8 ? 'in-vain' : 'left';
}

function actOf(fate: Exclude<Fate, 'left'>, chance: Chance) {
  const sealed = null;
  switch (fate) {
    case 'in-vain':
      return { command: { type: 'call-in-vain', data: {} } };
    case 'pressed':
      return {
        command: { type: 'report-pressure', data: { text: sealed } },
        private: { text: '办事的人打来电话，要我在回访时说满意，不然以后的事不好办。' },
      };
    case 'answered': {
      const solved = chance.of(['yes', 'yes', 'yes', 'partly'] as const);
      const replies = {
        contacted: 'yes',
        solved,
        satisfied: chance.of(['yes', 'yes', 'partly', null] as const),
        listened: chance.of(['yes', 'yes', 'partly', 'no', null] as const),
      };
      const words =
        solved === 'partly' ? { words: '比原来好多了，过几天要是又那样，还得再反映。' } : {};
      return {
        command: { type: 'answer', data: { replies, words: sealed, share: false } },
        private: words,
      };
    }
  }
}

async function act(
  { stage, engine, tenant, staff }: Parts,
  stream: StreamId,
  expectedVersion: number,
  { asker }: Asking,
  at: Instant,
  deed: ReturnType<typeof actOf>,
): Promise<void> {
  const actor = staff(asker, 'callback_agent');
  const answer = await stage.at(stream, at, () =>
    engine.execute({ tenant, process: 'callback', stream, actor, expectedVersion, ...deed }),
  );
  // Another server that tells the same stories was quicker.
  if (!answer.accepted) await stage.look(stream);
}
