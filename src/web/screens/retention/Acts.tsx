import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActChoice } from '../../../contract/cases.ts';
import type { PackageView, RetentionView } from '../../../contract/retention.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Moment } from '../../acts/Fields/Moment.tsx';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { intents } from '../../server/intent.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { showDated } from '../../time/show.ts';
import { useLang, useSay } from '../../words/say.ts';

type Act =
  | 'place-hold'
  | 'agree-hold'
  | 'decline-hold'
  | 'lift-hold'
  | 'take-package'
  | 'record-transfer'
  | 'answer-erasure';
type Field = 'reason' | 'until' | 'receipt' | 'answer';

const FIELDS: Readonly<Record<Act, readonly Field[]>> = {
  'place-hold': ['reason', 'until'],
  'agree-hold': [],
  'decline-hold': ['reason'],
  'lift-hold': ['reason'],
  'take-package': [],
  'record-transfer': ['receipt'],
  'answer-erasure': ['answer'],
};

/** What the act is about, where there may be several: the first that it makes sense for. */
function aboutOf(act: Act, { holdsList, wishes }: RetentionView): object {
  const live = holdsList.filter(({ end }) => end === null);
  const asked = live.find(({ agreed }) => !agreed);
  switch (act) {
    case 'agree-hold':
    case 'decline-hold':
      return { hold: asked?.n ?? 1 };
    case 'lift-hold':
      return { hold: live[0]?.n ?? 1 };
    case 'answer-erasure':
      return { wish: wishes.find(({ answered }) => !answered)?.n ?? 1 };
    default:
      return {};
  }
}

const refresh = () =>
  Promise.all([['retention'], ['acts']].map((queryKey) => client.invalidateQueries({ queryKey })));

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

const send = intents();

async function carryOut(act: Act, of: RetentionView, values: Values) {
  const expectedVersion = of.version;
  if (act === 'take-package') {
    const made = await send<PackageView>(paths.retentionAct(of.id, 'package'), { expectedVersion });
    save(`${made.fileName}.json`, 'application/json', made.json);
    save(`${made.fileName}.html`, 'text/html', made.html);
    return;
  }
  const said = Object.fromEntries(FIELDS[act].map((field) => [field, values[field].trim()]));
  await send(paths.retentionAct(of.id, act), {
    expectedVersion,
    ...aboutOf(act, of),
    ...said,
  });
}

type Values = Readonly<Record<Field, string>>;
const EMPTY: Values = { reason: '', until: '', receipt: '', answer: '' };

interface FieldProps {
  readonly field: Field;
  readonly value: string;
  readonly latest: string | null;
  readonly missing: boolean;
  readonly change: (value: string) => void;
}

const OneField = ({ field, value, latest, missing, change }: FieldProps) => {
  const { t } = useTranslation();
  const { zone } = useSession();
  const lang = useLang();
  const id = useId();
  const hint =
    field === 'until'
      ? t('retention.field.untilRead', {
          latest: latest === null ? '' : showDated(latest, lang, zone, true),
        })
      : t(`retention.field.${field}Read`);
  return (
    <Framed
      id={id}
      label={t(`retention.field.${field}`)}
      hint={hint}
      error={missing ? t('form.required') : undefined}
    >
      {(describedBy) =>
        field === 'reason' || field === 'answer' ? (
          <textarea
            id={id}
            className="field-box"
            rows={3}
            maxLength={2000}
            aria-describedby={describedBy}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        ) : field === 'until' ? (
          <Moment
            id={id}
            describedBy={describedBy}
            value={value}
            change={(until) => change(until ?? '')}
          />
        ) : (
          <input
            id={id}
            className="field-box"
            type="text"
            maxLength={200}
            aria-describedby={describedBy}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Framed>
  );
};

/** What the act does is said before it can be pressed; what it does for good is said so. */
const Form = ({ act, of, close }: { act: Act; of: RetentionView; close: () => void }) => {
  const { t } = useTranslation();
  const [values, setValues] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const name = t(`retention.act.${act}`);
  const missing = (field: Field) => values[field].trim() === '';
  const done = useSend({
    mutationFn: () => carryOut(act, of, values),
    onSuccess: () => {
      announce(act === 'take-package' ? t('retention.saved') : t('retention.done', { act: name }));
      close();
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!FIELDS[act].some(missing)) done.mutate();
  };
  return (
    <form className="stack retention-form" onSubmit={submit} noValidate aria-label={name}>
      <p>{t(`retention.does.${act}`)}</p>
      {FIELDS[act].map((field) => (
        <OneField
          key={field}
          field={field}
          value={values[field]}
          latest={of.holdLatest}
          missing={checked && missing(field)}
          change={(value) => setValues((before) => ({ ...before, [field]: value }))}
        />
      ))}
      {done.error && <Trouble of={done.error} />}
      <div className="inline">
        <Button
          htmlType="submit"
          type="primary"
          danger={['lift-hold', 'decline-hold', 'record-transfer'].includes(act)}
          loading={done.isPending}
        >
          {t('retention.confirm', { act: name })}
        </Button>
        <Button onClick={close}>{t('form.notNow')}</Button>
      </div>
    </form>
  );
};

/** What may be done now; what the post may not do says why, and is not a button. */
export const Acts = ({ of }: { of: RetentionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const [open, setOpen] = useState<Act | null>(null);
  if (open !== null) return <Form act={open} of={of} close={() => setOpen(null)} />;
  const may = of.acts.filter(({ allowed }) => allowed);
  const not = of.acts.filter(({ allowed }) => !allowed);
  const button = ({ act, likely }: ActChoice) => (
    <Button key={act} type={likely ? 'primary' : 'default'} onClick={() => setOpen(act as Act)}>
      {t(`retention.act.${act as Act}`)}
    </Button>
  );
  return (
    <div className="stack no-print">
      <div className="inline">{may.map(button)}</div>
      {not.length > 0 && (
        <ul className="small quiet">
          {not.map(({ act, name, why }) => (
            <li key={act}>
              {say(name)}
              {t('list.colon')}
              {why && say(why)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
