import type { Decision } from '../process.ts';
import type { InstitutionCommand } from './commands.ts';
import type { InstitutionEvent } from './events.ts';
import type { InstitutionRefusal } from './refusals.ts';

export type Answer = Decision<InstitutionEvent>;
export type Data<Type extends InstitutionCommand['type']> = Extract<
  InstitutionCommand,
  { readonly type: Type }
>['data'];

export const no = (
  code: InstitutionRefusal,
  params: Readonly<Record<string, string | number | boolean>> = {},
): Answer => ({ refusal: { code, params } });

export const says = (...events: readonly InstitutionEvent[]): Answer => ({ events });
