import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LooksView, SecrecyAct } from '../../../contract/secrecy.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';

interface Props {
  readonly id: string;
  readonly of: LooksView;
}

/** What the act is asked with, besides the version: nothing for an agreement. */
const Fields = ({ act, bases }: { act: SecrecyAct; bases: LooksView['bases'] }) => {
  const { t } = useTranslation();
  const say = useSay();
  const id = useId();
  if (act === 'agree') return <p>{t('looks.agreeMeans')}</p>;
  return (
    <>
      {act === 'ask' && (
        <>
          <Framed id={`${id}-basis`} label={t('looks.basis')} hint={t('looks.basisRead')}>
            {(describedBy) => (
              <select
                id={`${id}-basis`}
                name="basis"
                className="field-box"
                aria-describedby={describedBy}
              >
                {bases.map(({ code, name, citation }) => (
                  <option key={code} value={code}>
                    {say(name)} ({say(citation)})
                  </option>
                ))}
              </select>
            )}
          </Framed>
          <Framed id={`${id}-day`} label={t('looks.lastDay')} hint={t('looks.lastDayRead')}>
            {(describedBy) => (
              <input
                id={`${id}-day`}
                name="lastDay"
                type="date"
                required
                className="field-box"
                aria-describedby={describedBy}
              />
            )}
          </Framed>
        </>
      )}
      <Framed id={`${id}-reason`} label={t('looks.reason')} hint={t('looks.reasonRead')}>
        {(describedBy) => (
          <textarea
            id={`${id}-reason`}
            name="reason"
            required
            className="field-box"
            rows={3}
            maxLength={1000}
            aria-describedby={describedBy}
          />
        )}
      </Framed>
    </>
  );
};

/** The acts of a hold that this post may do now, each behind its button. */
export const HoldActs = ({ id, of }: Props) => {
  const { t } = useTranslation();
  const say = useSay();
  const [open, setOpen] = useState<SecrecyAct | null>(null);
  const send = useSend({
    mutationFn: ({ act, body }: { act: SecrecyAct; body: object }) =>
      call('POST', paths.secrecy(id, act), { expectedVersion: of.version, ...body }),
    onSuccess: () => {
      setOpen(null);
      for (const queryKey of [['looks'], ['acts']]) void client.invalidateQueries({ queryKey });
    },
  });
  const may = of.acts.filter(({ allowed }) => allowed);
  if (may.length === 0) return <p className="quiet">{t('looks.notYours')}</p>;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (open === null) return;
    send.mutate({ act: open, body: Object.fromEntries(new FormData(event.currentTarget)) });
  };
  return (
    <div className="stack no-print">
      <div className="inline">
        {may.map(({ act, name, likely }) => (
          <Button
            key={act}
            type={likely ? 'primary' : 'default'}
            aria-expanded={open === act}
            onClick={() => setOpen(open === act ? null : (act as SecrecyAct))}
          >
            {say(name)}
          </Button>
        ))}
      </div>
      {open && (
        <form className="stack looks-form" onSubmit={submit}>
          <Fields act={open} bases={of.bases} />
          {send.error && <Trouble of={send.error} />}
          <div>
            <Button htmlType="submit" type="primary" loading={send.isPending}>
              {say(may.find(({ act }) => act === open)?.name ?? { zh: '', en: '' })}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
};
