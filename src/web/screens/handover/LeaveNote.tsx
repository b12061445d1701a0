import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../contract/unit.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { handoverQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';

/** A free note to the next shift; kept as said, under a key for the day. */
export const LeaveNote = ({ version }: { version: number }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const send = useSend({
    mutationFn: () =>
      call<HandoverView>('POST', paths.shiftNote, { expectedVersion: version, text }),
    onSuccess: (fresh) => {
      setText('');
      client.setQueryData(handoverQuery.queryKey, fresh);
    },
    // Somebody else's note came first: what they wrote is shown, and one's own is kept.
    onError: () => client.invalidateQueries({ queryKey: handoverQuery.queryKey }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate();
  };
  return (
    <form className="stack no-print handover-note" onSubmit={submit}>
      <Framed id="shift-note" label={t('handover.leave')} hint={t('handover.leaveRead')}>
        {(describedBy) => (
          <textarea
            id="shift-note"
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
        <Button htmlType="submit" loading={send.isPending}>
          {t('handover.send')}
        </Button>
      </div>
    </form>
  );
};
