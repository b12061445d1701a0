import type { CallbackAct } from '../../../contract/callbacks.ts';
import type { ActDone } from '../../../contract/cases.ts';
import { client } from '../../server/client.ts';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { MATTERS } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';

interface On {
  readonly id: string;
  readonly version: number;
}

/** An act on the callback as it was shown; what it moved is asked for again. */
export const useCallbackAct = ({ id, version }: On, act: CallbackAct, done?: () => void) =>
  useSend({
    mutationFn: (body: object) =>
      post<ActDone>(paths.callbackAct(id, act), { expectedVersion: version, ...body }, newKey()),
    onSuccess: () => {
      done?.();
      void client.invalidateQueries({
        predicate: ({ queryKey }) => MATTERS.has(String(queryKey[0])),
      });
    },
  });
