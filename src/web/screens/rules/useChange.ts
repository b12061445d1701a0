import type { InstitutionAct, InstitutionDone } from '../../../contract/institution.ts';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';

/**
 * A change of the institution as its version was seen. Sent again after a lost answer it is refused
 * as seen too early, so that nothing is done twice.
 */
export const useChange = (act: InstitutionAct, done: (made: InstitutionDone) => void) =>
  useSend({
    mutationFn: (body: { expectedVersion: number } & Record<string, unknown>) =>
      call<InstitutionDone>('POST', paths.change(act), body),
    onSuccess: async (made) => {
      done(made);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
