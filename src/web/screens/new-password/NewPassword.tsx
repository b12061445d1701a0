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

interface ChosenProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** One of the two times that the new password is typed. */
const Chosen = ({ id, value, change, ...framed }: ChosenProps) => (
  <Framed id={id} {...framed}>
    {(described) => (
      <input
        id={id}
        className="field-box"
        type="password"
        autoComplete="new-password"
        required
        aria-describedby={described}
        value={value}
        onChange={(event) => change(event.target.value)}
      />
    )}
  </Framed>
);

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
        <Chosen
          id="new-password"
          label={t('newPassword.next')}
          hint={t('newPassword.nextRead')}
          error={checked ? short : undefined}
          value={next}
          change={setNext}
        />
        <Chosen
          id="new-password-again"
          label={t('newPassword.again')}
          error={checked ? unlike : undefined}
          value={again}
          change={setAgain}
        />
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
