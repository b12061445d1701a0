import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../contract/session.ts';
import type { ConfirmationView } from '../../../contract/unit.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Key } from '../../components/Key.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';
import { CONFIRMS } from './keys.ts';

interface RowProps {
  readonly row: ConfirmationView;
  readonly open: boolean;
  readonly busy: boolean;
  readonly confirm: () => void;
  readonly toggle: () => void;
  readonly done: () => void;
}

const usePostName = () => {
  const say = useSay();
  return ({ unitName, officeName, roleName }: PostView) =>
    [unitName, ...(officeName ? [officeName] : []), roleName].map(say).join(' ');
};

/** Words are asked for where nothing may be left to a click: a contest, and what came of one. */
const Words = ({ row, done }: { row: ConfirmationView; done: () => void }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const contested = row.status === 'contested';
  const send = useSend({
    mutationFn: () =>
      call('POST', paths.confirmation(row.id, contested ? 'note-contest' : 'contest'), {
        expectedVersion: row.version,
        ...(contested ? { note: text } : { reason: text }),
      }),
    onSuccess: done,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate();
  };
  const id = `words-${row.id}`;
  return (
    <form className="stack" onSubmit={submit}>
      <Framed
        id={id}
        label={t(contested ? 'entered.note' : 'entered.reason')}
        hint={t(contested ? 'entered.noteRead' : 'entered.reasonRead')}
      >
        {(describedBy) => (
          <textarea
            id={id}
            className="field-box"
            rows={3}
            maxLength={1000}
            aria-describedby={describedBy}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Framed>
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button htmlType="submit" type="primary" loading={send.isPending}>
          {t(contested ? 'entered.sendNote' : 'entered.contest')}
        </Button>
      </div>
    </form>
  );
};

/** One act that somebody entered: what it was, for whom, by whom, and the two answers to it. */
export const Row = ({ row, open, busy, confirm, toggle, done }: RowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const name = usePostName();
  const title = row.title ?? t('case.untitled');
  return (
    <li className="entered-row" data-row={row.id}>
      <p>
        {row.case ? (
          <Link to="/cases/$id" params={{ id: row.case }}>
            {title}
          </Link>
        ) : (
          title
        )}{' '}
        <span className="quiet">{say(row.placeName)}</span>
      </p>
      {row.sentence && <p>{say(row.sentence)}</p>}
      <p className="quiet small">
        {t('entered.by', { by: name(row.by), post: name(row.post) })} ·{' '}
        <Instant at={row.enteredAt} />
      </p>
      {row.reason && <p>{t('entered.contested', { reason: row.reason })}</p>}
      <div className="inline">
        {row.status === 'awaiting' && (
          <Button size="small" disabled={busy} onClick={confirm}>
            {t('entered.confirm')}
            <span className="unseen"> {title}</span> <Key>{CONFIRMS.toUpperCase()}</Key>
          </Button>
        )}
        <Button size="small" aria-expanded={open} onClick={toggle}>
          {t(row.status === 'contested' ? 'entered.look' : 'entered.contestOpen')}
          <span className="unseen"> {title}</span>
        </Button>
      </div>
      {open && <Words row={row} done={done} />}
    </li>
  );
};
