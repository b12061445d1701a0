import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '../../../contract/session.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { sessionQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';

/** The contract's least; what is shorter is guessed. */
const LEAST = 10;

/** All that a one-time password opens. */
export const NewPassword = () => {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [checked, setChecked] = useState(false);
  const short = next.length < LEAST ? t('newPassword.short', { count: LEAST }) : undefined;
  const unlike = again === next ? undefined : t('newPassword.unlike');
  const save = useSend({
    mutationFn: () => call<SessionView>('PUT', paths.newPassword, { password, next }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!short && !unlike) save.mutate();
  };
  return (
    <Page title={t('newPassword.title')}>
      <p>{t('newPassword.why')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <Framed id="old-password" label={t('newPassword.old')}>
          {() => (
            <input
              id="old-password"
              className="field-box"
              type="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Framed>
        <Framed
          id="new-password"
          label={t('newPassword.next')}
          hint={t('newPassword.nextRead')}
          error={checked ? short : undefined}
        >
          {(described) => (
            <input
              id="new-password"
              className="field-box"
              type="password"
              autoComplete="new-password"
              required
              aria-describedby={described}
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Framed>
        <Framed
          id="new-password-again"
          label={t('newPassword.again')}
          error={checked ? unlike : undefined}
        >
          {(described) => (
            <input
              id="new-password-again"
              className="field-box"
              type="password"
              autoComplete="new-password"
              required
              aria-describedby={described}
              value={again}
              onChange={(event) => setAgain(event.target.value)}
            />
          )}
        </Framed>
        {save.error && <Trouble of={save.error} />}
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('newPassword.save')}
          </Button>
        </div>
      </form>
    </Page>
  );
};
