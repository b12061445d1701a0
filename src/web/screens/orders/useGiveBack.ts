import { useState } from 'react';
import type { RepliesView, ToldDone } from '../../../contract/orders.ts';
import { client } from '../../server/client.ts';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { parts, save } from './bytes.ts';

const STEP = 40;

interface Given {
  readonly name: string;
  readonly rows: number;
  /** Recorded, and left for the next sheet because the case moved meanwhile. */
  readonly done: number;
  readonly left: number;
}

/**
 * The sheet first, the record after it: what breaks off between the two is offered once more and
 * never lost.
 */
export const useGiveBack = (book: string) => {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const give = useSend({
    mutationFn: async (which: 'new' | 'all'): Promise<Given> => {
      const sheet = await post<RepliesView>(paths.ordersReplies, { book, which }, newKey());
      save(sheet.content, sheet.name);
      let [done, left] = [0, 0];
      for (const told of parts(sheet.told, STEP)) {
        const answer = await post<ToldDone>(paths.ordersTold, { book, told }, newKey());
        done += answer.done;
        left += answer.left;
        setProgress({ done: done + left, of: sheet.told.length });
      }
      return { name: sheet.name, rows: sheet.rows, done, left };
    },
    onMutate: () => setProgress(null),
    onSettled: () => {
      setProgress(null);
      return client.invalidateQueries();
    },
  });
  return { give, progress };
};
