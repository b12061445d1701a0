import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { actWords } from '../../../contract/words.ts';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { Refused } from '../../server/http.ts';
import { useSay } from '../../words/say.ts';
import { ActField } from '../Fields/ActField.tsx';
import { asked, bodyOf, type Form, forms, missing, type Values } from '../forms.ts';
import { isStale, useAct } from '../useAct.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { Entered } from './Entered.tsx';
import { type Circumstance, envelopeOf, usualFor } from './envelope.ts';
import { prefill } from './prefill.ts';
import './act-drawer.css';

interface ActFormProps {
  readonly of: CaseView;
  readonly act: CaseAct;
  readonly reload: () => Promise<number | undefined>;
  readonly close: () => void;
  readonly done: () => void;
}

/** What the server found wrong, by field. */
const serverErrors = (failure: unknown): Readonly<Record<string, string>> =>
  failure instanceof Refused
    ? Object.fromEntries(failure.problem.fields.map(({ path, what }) => [path.split('.')[0], what]))
    : {};

export const ActForm = ({ of, act, reload, close, done }: ActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const form: Form = forms[act];
  const { post, zone, login } = useSession();
  const usual = usualFor(act, post.role);
  const [values, setValues] = useState<Values>(() => ({
    ...prefill(act, of, say),
    // Whoever handles it mostly takes it themselves.
    ...(act === 'assign' && post.role === 'unit_handler' && !of.assignment ? { login } : {}),
    ...draftOf(of.id, act),
  }));
  // The version the person saw when they began: what changes meanwhile is told, not slipped in.
  const [seen, setSeen] = useState(of.version);
  const [circumstance, setCircumstance] = useState<Circumstance>(usual);
  const [checked, setChecked] = useState(false);
  const formElement = useRef<HTMLFormElement>(null);
  const send = useAct(of.id, act, () => {
    dropDraft(of.id, act);
    announce(t('form.done', { act: say(actWords[act]) }));
    close();
    done();
  });
  const name = say(actWords[act]);

  const change = (field: string, value: unknown) => {
    const next = { ...values, [field]: value };
    setValues(next);
    keepDraft(of.id, act, next);
  };
  const lacking = missing(form, values).map((field) => field.name);
  const told = serverErrors(send.error);
  const errorOf = (field: string): string | undefined =>
    checked && lacking.includes(field) ? t('form.required') : told[field];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const [first] = lacking;
    if (first) {
      formElement.current
        ?.querySelector<HTMLElement>(`#act-${first}, [name="act-${first}"]`)
        ?.focus();
      return;
    }
    send.mutate({
      expectedVersion: seen,
      ...envelopeOf(circumstance, zone),
      ...bodyOf(form, values),
    });
  };
  const reloadKeeping = async () => {
    const version = await reload();
    if (version === undefined) return;
    setSeen(version);
    send.reset();
  };

  return (
    <form ref={formElement} className="act-form" onSubmit={submit} noValidate>
      <section className="act-matter">
        <p className="act-title">{of.title ?? t('case.untitled')}</p>
        {of.words && (
          <details>
            <summary>{t('form.theirWords')}</summary>
            <Said small>{of.words}</Said>
          </details>
        )}
      </section>
      <p className={form.legal ? 'act-does act-legal' : 'act-does'}>
        {act === 'reply' && of.signers.length > 0
          ? t('draft.does', { posts: of.signers.map(say).join(t('list.comma')) })
          : t(`does.${act}`)}
      </p>
      {asked(form, values).map((field) => (
        <ActField
          key={field.name}
          field={field}
          of={of}
          value={values[field.name]}
          error={errorOf(field.name)}
          change={(value) => change(field.name, value)}
        />
      ))}
      <Entered value={circumstance} change={setCircumstance} open={usual.behalf !== undefined} />
      {send.error && (
        <Trouble of={send.error}>
          {isStale(send.error) && (
            <Button onClick={() => void reloadKeeping()}>{t('form.reloadKeeping')}</Button>
          )}
        </Trouble>
      )}
      {seen !== of.version && !send.error && (
        <div className="act-changed" role="status">
          <p>{t('form.changed')}</p>
          <Button onClick={() => void reloadKeeping()}>{t('form.reloadKeeping')}</Button>
        </div>
      )}
      <div className="act-buttons">
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {name}
        </Button>
        <Button onClick={close}>{t('form.notNow')}</Button>
      </div>
    </form>
  );
};
