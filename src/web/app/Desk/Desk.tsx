import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette } from '../../components/Palette/Palette.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { NewPassword } from '../../screens/new-password/NewPassword.tsx';
import { Refused } from '../../server/http.ts';
import { sessionQuery } from '../../server/queries.ts';
import { SessionProvider } from '../session.tsx';
import { Header } from './Header.tsx';
import './desk.css';

const unauthenticated = (failure: unknown): boolean =>
  failure instanceof Refused && failure.status === 401;

/** A new screen takes the focus, so that the keyboard and the screen reader arrive with the eye. */
const useArrival = (pathname: string) => {
  const main = useRef<HTMLElement>(null);
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus();
  }, [pathname]);
  return main;
};

export const Desk = () => {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery);
  const { pathname, href } = useLocation();
  const navigate = useNavigate();
  const main = useArrival(pathname);
  const [searching, setSearching] = useState(false);
  const out = unauthenticated(session.error);

  useEffect(() => {
    // Until the sign-in has loaded this screen still stands, at the sign-in's own address.
    if (!out || pathname === '/sign-in') return;
    void navigate({ to: '/sign-in', search: href === '/' ? {} : { next: href } });
  }, [out, pathname, href, navigate]);

  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setSearching(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, []);

  if (out || session.isPending) return <p className="desk-wait quiet">{t('page.loading')}</p>;
  if (!session.data) {
    return (
      <main className="desk-main">
        <Trouble of={session.error} again={() => void session.refetch()} />
      </main>
    );
  }
  if (session.data.temporary) {
    return (
      <main className="desk-main">
        <NewPassword />
      </main>
    );
  }
  return (
    <SessionProvider value={session.data}>
      <a className="unseen desk-skip" href="#main">
        {t('page.skip')}
      </a>
      <Header search={() => setSearching(true)} />
      <main id="main" ref={main} tabIndex={-1} className="desk-main">
        <Outlet />
      </main>
      <Palette open={searching} close={() => setSearching(false)} />
    </SessionProvider>
  );
};
