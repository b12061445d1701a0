import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reportActWords, reportAnswerWords } from '../../../contract/report-words.ts';
import type { DeskView, ReportAct, ReportAnswer, ReportRow } from '../../../contract/reports.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { deskQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';

interface ActsProps {
  readonly row: ReportRow;
  readonly view: DeskView;
  readonly gone: () => void;
}

type Act = (act: ReportAct, body?: object) => void;

/** What its officer does next; none of it has words of its own, for words could name somebody. */
export const Acts = ({ row, view, gone }: ActsProps) => {
  const send = useSend({
    mutationFn: ({ act, body }: { act: ReportAct; body: object }) =>
      call('POST', paths.reportAct(row.id, act), { expectedVersion: row.version, ...body }),
    onSuccess: (_, { act }) => {
      if (act === 'declare-interest') gone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: deskQuery.queryKey }),
  });
  const act: Act = (name, body = {}) => send.mutate({ act: name, body });
  if (row.status !== 'received' && row.status !== 'looked-at') return null;
  return (
    <div className="stack sealed-acts no-print">
      {send.error && <Trouble of={send.error} />}
      {row.status === 'received' ? (
        <TakeIn id={row.id} act={act} busy={send.isPending} />
      ) : (
        <Settle id={row.id} view={view} act={act} busy={send.isPending} />
      )}
      <Interest act={act} busy={send.isPending} />
    </div>
  );
};

const TakeIn = ({ id, act, busy }: { id: string; act: Act; busy: boolean }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [none, setNone] = useState(false);
  const [asked, setAsked] = useState(false);
  return (
    <>
      <label className="field-choice" htmlFor={`none-${id}`}>
        <input
          id={`none-${id}`}
          type="checkbox"
          checked={none}
          onChange={({ target }) => setNone(target.checked)}
        />
        <span>{t('sealedDesk.noInterest')}</span>
      </label>
      {asked && !none && (
        <p className="field-error" role="alert">
          {t('sealedDesk.noInterestFirst')}
        </p>
      )}
      <div>
        <Button
          type="primary"
          loading={busy}
          onClick={() => (none ? act('take-in', { noInterest: true }) : setAsked(true))}
        >
          {say(reportActWords['take-in'])}
        </Button>
      </div>
    </>
  );
};

const Settle = ({
  id,
  view,
  act,
  busy,
}: {
  id: string;
  view: DeskView;
  act: Act;
  busy: boolean;
}) => {
  const { t } = useTranslation();
  const say = useSay();
  const [channel, setChannel] = useState('');
  const [answer, setAnswer] = useState('');
  const answers = Object.keys(reportAnswerWords) as ReportAnswer[];
  return (
    <>
      <p className="quiet">{t('sealedDesk.cannotEnd')}</p>
      <div className="sealed-two">
        <Framed id={`channel-${id}`} label={t('sealedDesk.channel')}>
          {() => (
            <select
              id={`channel-${id}`}
              className="field-box"
              value={channel}
              onChange={({ target }) => setChannel(target.value)}
            >
              <option value="">{t('sealedDesk.pick')}</option>
              {view.handTo.map(({ code, name }) => (
                <option key={code} value={code}>
                  {say(name)}
                </option>
              ))}
            </select>
          )}
        </Framed>
        <Button
          type="primary"
          disabled={channel === ''}
          loading={busy}
          onClick={() => act('hand-over', { channel })}
        >
          {say(reportActWords['hand-over'])}
        </Button>
        <Framed id={`answer-${id}`} label={t('sealedDesk.answer')}>
          {() => (
            <select
              id={`answer-${id}`}
              className="field-box"
              value={answer}
              onChange={({ target }) => setAnswer(target.value)}
            >
              <option value="">{t('sealedDesk.pick')}</option>
              {answers.map((one) => (
                <option key={one} value={one}>
                  {say(reportAnswerWords[one])}
                </option>
              ))}
            </select>
          )}
        </Framed>
        <Button disabled={answer === ''} loading={busy} onClick={() => act('conclude', { answer })}>
          {say(reportActWords.conclude)}
        </Button>
      </div>
    </>
  );
};

/** It cannot be taken back, so it is asked twice. */
const Interest = ({ act, busy }: { act: Act; busy: boolean }) => {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  if (!sure) {
    return (
      <div>
        <Button onClick={() => setSure(true)}>{t('sealedDesk.interest')}</Button>
      </div>
    );
  }
  return (
    <>
      <p role="status">{t('sealedDesk.interestSure')}</p>
      <div className="inline">
        <Button danger loading={busy} onClick={() => act('declare-interest')}>
          {t('sealedDesk.interestYes')}
        </Button>
        <Button onClick={() => setSure(false)}>{t('sealedDesk.back')}</Button>
      </div>
    </>
  );
};
