import { createContext, useContext } from 'react';
import type { SessionView } from '../../contract/session.ts';

const Session = createContext<SessionView | null>(null);
export const SessionProvider = Session.Provider;

/** Who is signed in; only screens behind the sign-in ask. */
export const useSession = (): SessionView => {
  const session = useContext(Session);
  if (!session) throw new Error('a screen outside the sign-in asked for the session');
  return session;
};
