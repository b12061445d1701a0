import { useNavigate } from '@tanstack/react-router';
import type { Post, SessionView } from '../../../contract/session.ts';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { sessionQuery } from '../../server/queries.ts';

/** Another post sees another district: nothing of the one before is kept on the screen. */
export const useAccount = () => {
  const navigate = useNavigate();
  return {
    switchPost: async (post: Post): Promise<void> => {
      const session = await call<SessionView>('PUT', paths.switchPost, { post });
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate({ to: '/' });
      await client.resetQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    },
    signOut: async (): Promise<void> => {
      await call('DELETE', paths.session);
      client.clear();
      await navigate({ to: '/sign-in' });
    },
  };
};
