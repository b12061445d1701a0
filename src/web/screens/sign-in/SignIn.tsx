import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../contract/session.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { demoAccountsQuery, sessionQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import './sign-in.css';

export const SignIn = () => {
  const { t } = useTranslation();
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const demo = useQuery(demoAccountsQuery);
  const enter = useSend({
    mutationFn: (as: { login: string; password: string }) =>
      call<SessionView>('POST', paths.session, as),
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      // Beneath our own base path whatever it says: a link cannot lead elsewhere.
      if (next?.startsWith('/')) router.history.push(`${router.basepath}${next}`);
      else await navigate({ to: '/' });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ login, password });
  };
  return (
    <main className="sign-in">
      <p className="sign-in-name">
        {t('product')} <span className="quiet">{t('signIn.what')}</span>
      </p>
      <Page title={t('signIn.title')} aside={<LanguageChoice />}>
        <form className="stack" onSubmit={submit}>
          <Framed id="login" label={t('signIn.login')}>
            {() => (
              <input
                id="login"
                className="field-box"
                autoComplete="username"
                required
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            )}
          </Framed>
          <Framed id="password" label={t('signIn.password')}>
            {() => (
              <input
                id="password"
                className="field-box"
                type="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Framed>
          {enter.error && <Trouble of={enter.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={enter.isPending}>
              {t('signIn.enter')}
            </Button>
          </div>
        </form>
        {demo.data && <DemoAccounts demo={demo.data} enter={(as) => enter.mutate(as)} />}
        <p className="quiet small">{t('signIn.secrets')}</p>
      </Page>
    </main>
  );
};
