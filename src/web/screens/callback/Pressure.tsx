import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallbackView } from '../../../contract/callbacks.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useSay } from '../../words/say.ts';
import { useCallbackAct } from './useCallback.ts';

type Report = CallbackView['reports'][number];

interface BoxProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly send: ReturnType<typeof useCallbackAct>;
  readonly body: (text: string) => object;
}

/** A box that must not stay empty, and its button. */
const Box = ({ label, hint, button, send, body }: BoxProps) => {
  const id = useId();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send.mutate(body(text.trim()));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Framed id={id} label={label} hint={hint}>
        {(describedBy) => (
          <textarea
            id={id}
            className="field-box"
            rows={4}
            maxLength={2000}
            aria-describedby={describedBy}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Framed>
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button htmlType="submit" loading={send.isPending}>
          {button}
        </Button>
      </div>
    </form>
  );
};

const One = ({ of, report }: { of: CallbackView; report: Report }) => {
  const { t } = useTranslation();
  const say = useSay();
  const send = useCallbackAct(of, 'answer-pressure');
  const { n, text, done, clock } = report;
  const may = of.acts.some(({ act, allowed }) => act === 'answer-pressure' && allowed);
  return (
    <article className="stack callback-report">
      <h3>{t('callback.pressure.report', { n })}</h3>
      <p className="quiet">
        <Instant at={report.at} /> · {t('callback.pressure.to', { post: say(report.toName) })}
      </p>
      {text === null ? (
        <p className="quiet">{t('callback.pressure.hidden')}</p>
      ) : (
        <Said>{text}</Said>
      )}
      {done ? (
        <>
          <p className="quiet">
            {t('callback.pressure.done')} · <Instant at={done.at} />
          </p>
          {done.text && <p>{done.text}</p>}
        </>
      ) : (
        <>
          {clock && <Left tone={clock.tone} left={clock.left} />}
          {may && (
            <Box
              label={t('callback.pressure.done')}
              hint={t('callback.pressure.doneRead')}
              button={t('callback.pressure.answer')}
              send={send}
              body={(said) => ({ report: n, done: said })}
            />
          )}
        </>
      )}
    </article>
  );
};

/** 施压: told for the person by who asks, looked into and answered by who hears. */
export const Pressure = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const send = useCallbackAct(of, 'report-pressure', () => setOpen(false));
  const may = of.acts.some(({ act, allowed }) => act === 'report-pressure' && allowed);
  if (!may && of.reports.length === 0) return null;
  return (
    <section className="stack" aria-label={t('callback.pressure.title')}>
      <h2>{t('callback.pressure.title')}</h2>
      {of.case && (
        <Link to="/cases/$id" params={{ id: of.case }}>
          {t('callback.pressure.case')}
        </Link>
      )}
      {of.reports.map((report) => (
        <One key={report.n} of={of} report={report} />
      ))}
      {may && <p className="quiet">{t('callback.pressure.what')}</p>}
      {may && !open && (
        <div>
          <Button onClick={() => setOpen(true)}>{t('callback.pressure.open')}</Button>
        </div>
      )}
      {may && open && (
        <Box
          label={t('callback.pressure.text')}
          hint={t('callback.pressure.textRead')}
          button={t('callback.pressure.send')}
          send={send}
          body={(text) => ({ text })}
        />
      )}
    </section>
  );
};
