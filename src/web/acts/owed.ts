import type { ActView } from '../../contract/cases.ts';
import { bareAct, forms, isCaseAct } from './forms.ts';
import type { OpenAct } from './OpenedAct.tsx';
import { isPetitionAct, petitionForms } from './petition-forms.ts';
import { isSponsorshipAct, sponsorshipForms } from './sponsorship-forms.ts';
import { isSupportAct, supportForms } from './support-forms.ts';
import { isWhistleAct, whistleForms } from './whistle-forms.ts';

/** The form that does what a row of "next acts" asks for; null where the console has none. */
export const owedAct = ({ process, stream, act }: ActView): OpenAct | null => {
  const bare = bareAct(act);
  if (process === 'whistle') {
    return isWhistleAct(bare) ? { process, id: stream, act: bare } : null;
  }
  if (process === 'support') {
    return isSupportAct(bare) ? { process, id: stream, act: bare } : null;
  }
  if (process === 'petition') {
    return isPetitionAct(bare) ? { process, id: stream, act: bare } : null;
  }
  if (process === 'sponsorship') {
    return isSponsorshipAct(bare) ? { process, id: stream, act: bare } : null;
  }
  return process === 'case' && isCaseAct(bare) ? { process, id: stream, act: bare } : null;
};

export const letterOf = (row: ActView): string | null => {
  const open = owedAct(row);
  if (open === null) return null;
  switch (open.process) {
    case 'case':
      return forms[open.act].letter;
    case 'whistle':
      return whistleForms[open.act].letter;
    case 'support':
      return supportForms[open.act].letter;
    case 'petition':
      return petitionForms[open.act].letter;
    case 'sponsorship':
      return sponsorshipForms[open.act].letter;
  }
};
