import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutcome, CallsView } from '../../../contract/relay.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { client } from '../../server/client.ts';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { callsQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';
import { Instant } from '../Instant.tsx';
import { Trouble } from '../Trouble/Trouble.tsx';
import './calls.css';

interface Props {
  readonly of: 'case' | 'callback';
  readonly id: string;
}

/** The contract's least purpose: fewer characters say nothing. */
const LEAST = 4;
const NUMBER = /^\+?[0-9][0-9-]{1,19}$/;
/** The caller's own extension, until the page is loaded again: desks are shared. */
let ownTelephone = '';

const told = ({ of, id }: Props) => {
  for (const queryKey of [['calls', of, id], [of, id], ['looks', id], ['acts']]) {
    void client.invalidateQueries({ queryKey });
  }
};

interface PlaceProps extends Props {
  readonly version: number;
  placed(): void;
}

const Place = ({ of, id, version, placed }: PlaceProps) => {
  const { t } = useTranslation();
  const field = useId();
  const [from, setFrom] = useState(ownTelephone);
  const [purpose, setPurpose] = useState('');
  const [wrong, setWrong] = useState({ from: false, purpose: false });
  const place = useSend({
    mutationFn: () => {
      ownTelephone = from.trim();
      const body = { expectedVersion: version, from: ownTelephone, purpose: purpose.trim() };
      return post<CallsView>(paths.calls(of, id), body, newKey());
    },
    onSuccess: placed,
    onSettled: () => told({ of, id }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const now = { from: !NUMBER.test(from.trim()), purpose: purpose.trim().length < LEAST };
    setWrong(now);
    if (!now.from && !now.purpose) place.mutate();
  };
  return (
    <form className="stack calls-form" onSubmit={submit} noValidate>
      <p className="quiet small">{t('looks.calls.how')}</p>
      <Framed
        id={`${field}-from`}
        label={t('looks.calls.from')}
        error={wrong.from ? t('looks.calls.fromWrong') : undefined}
      >
        {(describedBy) => (
          <input
            id={`${field}-from`}
            className="field-box calls-from"
            inputMode="tel"
            autoComplete="tel"
            maxLength={20}
            aria-describedby={describedBy}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Framed>
      <Framed
        id={`${field}-purpose`}
        label={t('looks.calls.purpose')}
        hint={t('looks.calls.purposeRead')}
        error={wrong.purpose ? t('contact.purposeShort') : undefined}
      >
        {(describedBy) => (
          <input
            id={`${field}-purpose`}
            className="field-box"
            maxLength={200}
            aria-describedby={describedBy}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Framed>
      <div>
        <Button htmlType="submit" loading={place.isPending}>
          {t('looks.calls.place')}
        </Button>
      </div>
      {place.error && <Trouble of={place.error} />}
    </form>
  );
};

const Owed = ({ of, id, view }: Props & { view: CallsView }) => {
  const { t } = useTranslation();
  const unheard = view.calls[0]?.exchange === 'asked';
  const outcomes: readonly CallOutcome[] = unheard
    ? ['reached', 'not-reached', 'wrong-number', 'never-rang']
    : ['reached', 'not-reached', 'wrong-number'];
  const tell = useSend({
    mutationFn: (outcome: CallOutcome) =>
      post(`${paths.calls(of, id)}/outcome`, { expectedVersion: view.version, outcome }, newKey()),
    onSettled: () => told({ of, id }),
  });
  return (
    <div className="stack calls-owed" role="status">
      <p>{t(unheard ? 'looks.calls.unheard' : 'looks.calls.placed')}</p>
      <div className="inline">
        {outcomes.map((outcome) => (
          <Button key={outcome} disabled={tell.isPending} onClick={() => tell.mutate(outcome)}>
            {t(`looks.calls.outcome.${outcome}`)}
          </Button>
        ))}
      </div>
      <p className="quiet small">{t(`looks.calls.follows.${of}`)}</p>
      {tell.error && <Trouble of={tell.error} />}
    </div>
  );
};

const Past = ({ calls }: Pick<CallsView, 'calls'>) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ol className="calls-past">
      {calls.map(({ at, byName, exchange, outcome }) => (
        <li key={at}>
          <Instant at={at} /> · {say(byName)} ·{' '}
          {t(
            outcome === null
              ? `looks.calls.exchange.${exchange}`
              : `looks.calls.outcome.${outcome}`,
          )}
        </li>
      ))}
    </ol>
  );
};

/** Calling the person through the institution's exchange: the number is never here. */
export const Calls = ({ of, id }: Props) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: view } = useQuery(callsQuery(of, id));
  const [asking, setAsking] = useState(false);
  if (!view) return null;
  const past = view.owes ? view.calls.slice(1) : view.calls;
  return (
    <div className="stack calls no-print">
      {view.owes ? (
        <Owed of={of} id={id} view={view} />
      ) : !view.offered ? (
        <p className="quiet small">{t(`looks.calls.notOffered.${of}`)}</p>
      ) : !view.allowed ? (
        view.why && <p className="quiet small">{say(view.why)}</p>
      ) : asking ? (
        <Place of={of} id={id} version={view.version} placed={() => setAsking(false)} />
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('looks.calls.ask')}</Button>
        </div>
      )}
      {past.length > 0 && <Past calls={past} />}
    </div>
  );
};
