import type { CaseAct, CaseView } from '../../contract/cases.ts';
import type { Text } from '../../contract/common.ts';
import { bareAct, type Form, forms, isCaseAct } from './forms.ts';

export interface Choice {
  readonly act: CaseAct;
  readonly name: Text;
  readonly allowed: boolean;
  readonly likely: boolean;
  readonly why: Text | null;
}

const OFFERED = Object.keys(forms);

/** Owed by this post, or an emergency that nobody has confirmed yet. */
export const isPressing = ({ act, likely }: Choice): boolean =>
  likely || act === 'confirm-handover';

const before = (choice: Choice): number => {
  if (choice.allowed && choice.act === 'confirm-handover') return -2;
  return choice.likely ? -1 : OFFERED.indexOf(choice.act);
};

/** What can be done with a case, the likely first; what it has no occasion for is left out. */
export const choicesOf = (of: CaseView): readonly Choice[] =>
  of.acts
    .flatMap(({ act, ...rest }): Choice[] => {
      const bare = bareAct(act);
      if (!isCaseAct(bare)) return [];
      const form: Form = forms[bare];
      return (form.applies?.(of) ?? true) ? [{ ...rest, act: bare }] : [];
    })
    .sort((a, b) => before(a) - before(b));
