import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import type { Text } from '../../../contract/common.ts';
import type { Values } from '../forms.ts';

/** Nothing is asked twice: what the case already knows stands in the form, to be changed or kept. */
export const prefill = (act: CaseAct, of: CaseView, say: (text: Text) => string): Values => {
  switch (act) {
    case 'triage':
      return {
        ...(of.category ? { category: of.category } : {}),
        title: of.title ?? (of.categoryName ? say(of.categoryName) : ''),
      };
    case 'unmerge':
      return of.mergedInto ? { from: of.mergedInto } : {};
    case 'dispatch':
    case 'rule-allocation':
      return of.lead ? { lead: of.lead, assisting: of.assisting.map(({ unit }) => unit) } : {};
    case 'ask-extension': {
      const running = of.clocks.filter((clock) => clock.status === 'running');
      return running.length === 1 && running[0] ? { clock: running[0].id } : {};
    }
    case 'reply':
      // A draft that came back is changed, not written anew.
      return of.draft?.text
        ? { reply: of.draft.text, outcome: of.draft.outcome, citation: of.draft.citation ?? '' }
        : {};
    case 'close': {
      const last = of.replies.at(-1);
      return last ? { outcome: last.outcome } : {};
    }
    default:
      return {};
  }
};
