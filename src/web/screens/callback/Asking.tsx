import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callbackQuestionWords, callbackReplyWords } from '../../../contract/callback-words.ts';
import type { CallbackQuestion, CallbackReply, CallbackView } from '../../../contract/callbacks.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useSay } from '../../words/say.ts';
import { useCallbackAct } from './useCallback.ts';

const QUESTIONS: readonly CallbackQuestion[] = ['contacted', 'solved', 'satisfied', 'listened'];
const repliesTo = (question: CallbackQuestion): readonly CallbackReply[] =>
  question === 'contacted' ? ['yes', 'no'] : ['yes', 'partly', 'no'];

type Replies = Partial<Record<CallbackQuestion, CallbackReply | 'none'>>;

/** Nobody answered the telephone: one press, and how many are left. */
export const InVain = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const send = useCallbackAct(of, 'call-in-vain');
  if (of.calledOut) return <p>{t('callback.calledOut', { count: of.attempts })}</p>;
  return (
    <div className="stack">
      <div>
        <Button onClick={() => send.mutate({})} loading={send.isPending}>
          {t('callback.ask.vainOf', { n: of.attempts + 1, of: of.attemptsNeeded })}
        </Button>
      </div>
      {send.error && <Trouble of={send.error} />}
    </div>
  );
};

/** The questions as they are read out, each answered apart; silence is an answer too. */
export const Asking = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const id = useId();
  const [replies, setReplies] = useState<Replies>({});
  const [words, setWords] = useState('');
  const [share, setShare] = useState(false);
  const send = useCallbackAct(of, 'answer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = QUESTIONS.flatMap((question) => {
      const reply = replies[question];
      return reply === undefined || reply === 'none' ? [] : [[question, reply] as const];
    });
    send.mutate({ ...Object.fromEntries(said), words: words.trim() || null, share });
  };
  return (
    <form className="stack callback-form" onSubmit={submit}>
      <p className="quiet">{t('callback.ask.title')}</p>
      {QUESTIONS.map((question) => (
        <Choices<CallbackReply | 'none'>
          key={question}
          name={`${id}-${question}`}
          legend={say(callbackQuestionWords[question])}
          inline
          options={[
            ...repliesTo(question).map((value) => ({
              value,
              label: say(callbackReplyWords[value]),
            })),
            { value: 'none', label: t('callback.unanswered') },
          ]}
          value={replies[question] ?? 'none'}
          change={(value) => setReplies({ ...replies, [question]: value })}
        />
      ))}
      <Framed
        id={`${id}-words`}
        label={t('form.optional', { label: t('callback.ask.words') })}
        hint={t('callback.ask.wordsRead')}
      >
        {(describedBy) => (
          <textarea
            id={`${id}-words`}
            className="field-box"
            rows={3}
            maxLength={2000}
            aria-describedby={describedBy}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Framed>
      <label className="field-choice">
        <input
          type="checkbox"
          checked={share}
          onChange={(event) => setShare(event.target.checked)}
        />
        <span>{t('callback.ask.share')}</span>
      </label>
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('callback.ask.send')}
        </Button>
      </div>
    </form>
  );
};
