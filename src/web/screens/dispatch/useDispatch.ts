import { useRef } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { bareAct } from '../../acts/forms.ts';
import { type Done, refresh } from '../../acts/useAct.ts';
import { get } from '../../server/http.ts';
import { intents } from '../../server/intent.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';

export interface Choice {
  readonly category: string;
  readonly title: string;
  readonly lead: string;
  readonly leadName: string;
  readonly assisting: readonly string[];
  readonly overrideReason: string | null;
}

/** Sent to its lead, or, triage having moved it to another unit's desk, left to be sent there. */
export type Sent = 'sent' | 'triaged';

const mayDispatch = (of: CaseView): boolean =>
  of.acts.some(({ act, allowed }) => bareAct(act) === 'dispatch' && allowed);

/**
 * Triage and dispatch as the one decision they are to the dispatcher. Should the second be refused,
 * the first stands and the next try goes on from there.
 */
export const useDispatch = (of: CaseView, done: (sent: Sent, choice: Choice) => void) => {
  const send = useRef(intents());
  return useSend({
    mutationFn: async (choice: Choice): Promise<Sent> => {
      const { category, title, lead, assisting, overrideReason } = choice;
      let version = of.version;
      if (of.status === 'received') {
        const triage = { expectedVersion: version, category, title };
        version = (await send.current<Done>(paths.act(of.id, 'triage'), triage)).version;
        // Whose desk it now lies on is the institution's to say.
        if (!mayDispatch(await get<CaseView>(paths.case(of.id)))) return 'triaged';
      }
      const dispatch = { expectedVersion: version, lead, assisting, overrideReason };
      await send.current<Done>(paths.act(of.id, 'dispatch'), dispatch);
      return 'sent';
    },
    // Told here, not where it was sent from: the desk is gone once the case has moved on.
    onSuccess: done,
    onSettled: () => refresh(),
  });
};
