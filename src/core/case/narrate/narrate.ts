import type { Text } from '../../text.ts';
import type { CaseEvent } from '../events.ts';
import { allocation } from './allocation.ts';
import { clocks } from './clocks.ts';
import { intake } from './intake.ts';
import type { Names } from './names.ts';
import type { Tellers } from './tellers.ts';
import { work } from './work.ts';

const tellers: Tellers<CaseEvent['type']> = { ...intake, ...allocation, ...work, ...clocks };

/**
 * An event of a case as one plain sentence. What a person said or was told is never in it: that
 * lies in the vault and is shown, to whoever may see it, beside the sentence.
 */
export function narrate(event: CaseEvent, names: Names): Text {
  const tell = tellers[event.type] as (data: unknown, names: Names) => Text;
  return tell(event.data, names);
}
