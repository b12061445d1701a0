import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { CaseView } from '../../../contract/cases.ts';
import { refresh, sendAct } from '../../acts/useAct.ts';
import { intents } from '../../server/intent.ts';

export interface Choice {
  readonly category: string;
  readonly title: string;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly overrideReason: string | null;
}

/**
 * Triage and dispatch as the one decision they are to the dispatcher. Should the second be refused,
 * the first stands and the next try goes on from there.
 */
export const useDispatch = (of: CaseView) => {
  const key = useRef(intents());
  const keyFor = (body: object): string => key.current(body);
  return useMutation({
    mutationFn: async ({ category, title, lead, assisting, overrideReason }: Choice) => {
      let version = of.version;
      if (of.status === 'received') {
        const triage = { expectedVersion: version, category, title };
        version = (await sendAct(of.id, 'triage', triage, keyFor(triage))).version;
      }
      const dispatch = { expectedVersion: version, lead, assisting, overrideReason };
      return sendAct(of.id, 'dispatch', dispatch, keyFor(dispatch));
    },
    onSettled: () => refresh(of.id),
  });
};
