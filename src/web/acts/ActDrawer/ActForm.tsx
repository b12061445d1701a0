import { Button } from 'antd';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { Refused } from '../../server/http.ts';
import type { FieldProps } from '../Fields/ActField.tsx';
import { type Asking, asked, bodyOf, missing, type Values } from '../forms.ts';
import { isStale, useAct } from '../useAct.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { Entered } from './Entered.tsx';
import { type Circumstance, envelopeOf } from './envelope.ts';
import './act-drawer.css';

interface ActFormProps {
  /** What it is done to, as it stands now. */
  readonly of: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly words: string | null;
  };
  /** What it decides on, in sight before the buttons. */
  readonly before?: ReactNode;
  /** The draft goes by it: the act, and the part of the matter it is done to. */
  readonly act: string;
  readonly name: string;
  /** What it will do, said before. */
  readonly does: string;
  readonly form: Asking;
  /** What the matter already knows; nothing is asked twice. */
  readonly given: Values;
  /** What stands for an answer left empty; the field's hint says so. */
  readonly unsaid?: (values: Values) => Values;
  /** The buttons of the question that decides. */
  readonly decisions?: readonly { readonly value: string | boolean; readonly label: string }[];
  /** What the body names besides what is asked. */
  readonly named?: object;
  /** What is asked in one way and sent in another. */
  readonly wire?: (body: Values) => Values;
  readonly usual: Circumstance;
  readonly persons?: boolean;
  /** Whether it may have happened before it is entered; so, unless said. */
  readonly late?: boolean;
  readonly path: string;
  readonly ask: (field: FieldProps) => ReactNode;
  readonly reload: () => Promise<number | undefined>;
  readonly close: () => void;
  readonly done: () => void;
}

/** What the server found wrong, by field. */
const serverErrors = (failure: unknown): Readonly<Record<string, string>> =>
  failure instanceof Refused
    ? Object.fromEntries(failure.problem.fields.map(({ path, what }) => [path.split('.')[0], what]))
    : {};

const same = (body: Values): Values => body;

/** What was said stands before what is taken as said. */
const filled = (values: Values, unsaid: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(unsaid).filter(([name]) => String(values[name] ?? '').trim() === ''),
  ),
});

/** Any act of any process: its consequence, its questions, and the button that names it. */
export const ActForm = (props: ActFormProps) => {
  const { of, act, name, form, usual, close } = props;
  const { t } = useTranslation();
  const { zone } = useSession();
  const [values, setValues] = useState<Values>(() => ({ ...props.given, ...draftOf(of.id, act) }));
  // The version the person saw when they began: what changes meanwhile is told, not slipped in.
  const [seen, setSeen] = useState(of.version);
  const [circumstance, setCircumstance] = useState<Circumstance>(usual);
  const [lacking, setLacking] = useState<readonly string[]>([]);
  const formElement = useRef<HTMLFormElement>(null);
  const send = useAct(props.path, () => {
    dropDraft(of.id, act);
    announce(t('form.done', { act: name }));
    close();
    props.done();
  });

  const change = (field: string, value: unknown) => {
    const next = { ...values, [field]: value };
    setValues(next);
    setLacking(lacking.filter((one) => one !== field));
    keepDraft(of.id, act, next);
  };
  const told = serverErrors(send.error);
  const errorOf = (field: string): string | undefined =>
    lacking.includes(field) ? t('form.required') : told[field];

  const submit = (decision: Values = {}) => {
    const decided = { ...values, ...decision };
    const whole = filled(decided, props.unsaid?.(decided) ?? {});
    const without = missing(form, whole).map((field) => field.name);
    setLacking(without);
    const [first] = without;
    if (first) {
      formElement.current
        ?.querySelector<HTMLElement>(`#act-${first}, [name="act-${first}"]`)
        ?.focus();
      return;
    }
    send.mutate({
      expectedVersion: seen,
      ...envelopeOf(circumstance, zone),
      ...props.named,
      ...(props.wire ?? same)(bodyOf(form, whole)),
    });
  };
  const reloadKeeping = async () => {
    const version = await props.reload();
    if (version === undefined) return;
    setSeen(version);
    send.reset();
  };

  return (
    <form
      ref={formElement}
      className="act-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!form.decidedBy) submit();
      }}
      noValidate
    >
      <section className="act-matter">
        <p className="act-title">{of.title}</p>
        {of.words && (
          <details>
            <summary>{t('form.theirWords')}</summary>
            <Said small>{of.words}</Said>
          </details>
        )}
      </section>
      {props.before}
      <p className={form.legal ? 'act-does act-legal' : 'act-does'}>{props.does}</p>
      {asked(form, values)
        .filter((field) => field.name !== form.decidedBy)
        .map((field) => (
          <div key={field.name}>
            {props.ask({
              field,
              value: values[field.name],
              values,
              error: errorOf(field.name),
              change: (value) => change(field.name, value),
            })}
          </div>
        ))}
      <Entered
        value={circumstance}
        change={setCircumstance}
        open={usual.behalf !== undefined}
        persons={props.persons ?? true}
        late={props.late ?? true}
      />
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
      <Buttons {...props} pending={send.isPending} decide={submit} />
    </form>
  );
};

interface ButtonsProps extends Pick<ActFormProps, 'form' | 'name' | 'decisions' | 'close'> {
  readonly pending: boolean;
  readonly decide: (decision: Values) => void;
}

/** One button that names the act; or one for each way it can be decided, none before the others. */
const Buttons = ({ form, name, decisions = [], close, pending, decide }: ButtonsProps) => {
  const { t } = useTranslation();
  const { decidedBy } = form;
  return (
    <div className={decisions.length > 2 ? 'act-buttons act-buttons-many' : 'act-buttons'}>
      {decidedBy ? (
        decisions.map(({ value, label }) => (
          <Button
            key={String(value)}
            color="primary"
            variant="outlined"
            disabled={pending}
            onClick={() => decide({ [decidedBy]: value })}
          >
            {label}
          </Button>
        ))
      ) : (
        <Button type="primary" htmlType="submit" loading={pending}>
          {name}
        </Button>
      )}
      <Button onClick={close}>{t('form.notNow')}</Button>
    </div>
  );
};
