import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskKeyStatusWords, retiredWhyWords } from '../../../contract/report-words.ts';
import type { DeskKeyAct, DeskKeyRow, RetiredWhy } from '../../../contract/reports.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';
import { grouped } from '../sealed-desk/grouped.ts';

interface RowProps {
  readonly row: DeskKeyRow;
  /** Without it the desk is closed. */
  readonly last: boolean;
  readonly done: () => void;
}

/** One key: whose, who compared it, and what its reader may do about it. */
export const KeyRow = ({ row, last, done }: RowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const send = useSend({
    mutationFn: ({ act, body }: { act: DeskKeyAct; body: object }) =>
      call('POST', paths.deskKeyAct(row.id, act), { expectedVersion: row.version, ...body }),
    onSuccess: done,
  });
  const act = (name: DeskKeyAct, body: object) => send.mutate({ act: name, body });
  // Whoever compares hears it from the officer: their screen does not say what to type.
  const shown = row.mine || row.status !== 'offered';
  return (
    <li className="key stack">
      <p>
        <strong>{say(deskKeyStatusWords[row.status])}</strong>{' '}
        {row.mine ? t('deskKeys.mine') : t('deskKeys.of', { login: row.login ?? '' })} ·{' '}
        {say(row.unitName)} · <Instant at={row.offeredAt} />
      </p>
      {shown && (
        <p>
          {t('deskKeys.fingerprint')} <code className="key-print">{grouped(row.fingerprint)}</code>
        </p>
      )}
      {row.agreedAt && (
        <p className="quiet">
          {t('deskKeys.agreedBy', { login: row.agreedBy ?? '' })} · <Instant at={row.agreedAt} />
        </p>
      )}
      {row.retired && (
        <p className="quiet">
          {say(retiredWhyWords[row.retired.why])} · <Instant at={row.retired.at} />
        </p>
      )}
      {send.error && <Trouble of={send.error} />}
      {row.status === 'offered' &&
        (row.mine ? (
          <p>{t('deskKeys.own')}</p>
        ) : (
          <Compare id={row.id} busy={send.isPending} act={act} />
        ))}
      {row.status !== 'retired' && (
        <Retire id={row.id} last={last} busy={send.isPending} act={act} />
      )}
    </li>
  );
};

interface Doing {
  readonly id: string;
  readonly busy: boolean;
  readonly act: (name: DeskKeyAct, body: object) => void;
}

const Compare = ({ id, busy, act }: Doing) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fingerprint = typed.normalize('NFKC').replace(/[\s-]/g, '').toLowerCase();
    const whole = /^[0-9a-f]{32}$/.test(fingerprint);
    setWrong(!whole);
    if (whole) act('agree', { fingerprint });
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Framed
        id={`compare-${id}`}
        label={t('deskKeys.compare')}
        hint={t('deskKeys.agreeRead')}
        error={wrong ? t('deskKeys.typed') : undefined}
      >
        {(described) => (
          <input
            id={`compare-${id}`}
            className="field-box key-print"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={described}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Framed>
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('deskKeys.agree')}
        </Button>
      </div>
    </form>
  );
};

const Retire = ({ id, last, busy, act }: Doing & { readonly last: boolean }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState<RetiredWhy>('replaced');
  if (!asked) {
    return (
      <div>
        <Button size="small" onClick={() => setAsked(true)}>
          {t('deskKeys.retire')}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack">
      <Framed id={`why-${id}`} label={t('deskKeys.retireWhy')} hint={t('deskKeys.retireRead')}>
        {(described) => (
          <select
            id={`why-${id}`}
            className="field-box"
            aria-describedby={described}
            value={why}
            onChange={({ target }) => setWhy(target.value as RetiredWhy)}
          >
            {(Object.keys(retiredWhyWords) as RetiredWhy[]).map((one) => (
              <option key={one} value={one}>
                {say(retiredWhyWords[one])}
              </option>
            ))}
          </select>
        )}
      </Framed>
      {last && <p className="key-warn">{t('deskKeys.last')}</p>}
      <div className="inline">
        <Button danger loading={busy} onClick={() => act('retire', { why })}>
          {t('deskKeys.retireYes')}
        </Button>
        <Button onClick={() => setAsked(false)}>{t('deskKeys.back')}</Button>
      </div>
    </div>
  );
};
