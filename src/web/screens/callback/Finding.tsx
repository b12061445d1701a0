import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingWords, howKnownWords } from '../../../contract/callback-words.ts';
import type { CallbackView, Finding as Found, HowKnown } from '../../../contract/callbacks.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { useSay } from '../../words/say.ts';
import { useCallbackAct } from './useCallback.ts';

const FINDINGS: readonly Found[] = ['held', 'recurred', 'unclear'];
const HOWS: readonly HowKnown[] = ['asked', 'seen'];

/** 效果核验: whether what was fixed has held, and how that is known. */
export const Finding = ({ of }: { of: CallbackView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const id = useId();
  const [finding, setFinding] = useState<Found>();
  const [how, setHow] = useState<HowKnown>();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useCallbackAct(of, 'find');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(finding === undefined || how === undefined);
    if (finding !== undefined && how !== undefined) {
      send.mutate({ finding, how, words: words.trim() || null });
    }
  };
  return (
    <form className="stack callback-form" onSubmit={submit}>
      <Choices<Found>
        name={`${id}-finding`}
        legend={t('callback.find.title')}
        inline
        error={missing ? t('callback.find.needed') : undefined}
        options={FINDINGS.map((value) => ({ value, label: say(findingWords[value]) }))}
        value={finding}
        change={setFinding}
      />
      <Choices<HowKnown>
        name={`${id}-how`}
        legend={t('callback.find.how')}
        inline
        options={HOWS.map((value) => ({ value, label: say(howKnownWords[value]) }))}
        value={how}
        change={setHow}
      />
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
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('callback.find.send')}
        </Button>
      </div>
    </form>
  );
};
