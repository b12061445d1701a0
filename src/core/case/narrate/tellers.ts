import type { Text } from '../../text.ts';
import type { CaseEvent } from '../events.ts';
import type { Names } from './names.ts';

type Data<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>['data'];

/** One sentence maker for each event, without its full stop and without saying who acted. */
export type Tellers<Type extends CaseEvent['type']> = {
  readonly [T in Type]: (data: Data<T>, names: Names) => Text;
};
