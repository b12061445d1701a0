import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { CaseView } from '../../../contract/cases.ts';
import type { PersonalView } from '../../../contract/personal.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Calls } from '../../components/Calls/Calls.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';

type Personal = z.infer<typeof PersonalView>;
/** The contract's least purpose: fewer characters say nothing. */
const LEAST = 4;

const Shown = ({ seen }: { seen: Personal }) => {
  const { t } = useTranslation();
  return (
    <div className="case-seen stack" role="status">
      <dl className="case-facts">
        {(['name', 'telephone', 'other'] as const).map(
          (name) =>
            seen.contact?.[name] && (
              <div key={name}>
                <dt>{t(`contact.${name}`)}</dt>
                <dd>{seen.contact[name]}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="quiet small">{t('contact.logged')}</p>
    </div>
  );
};

const Look = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const input = useId();
  const [purpose, setPurpose] = useState('');
  const [short, setShort] = useState(false);
  const look = useSend({
    mutationFn: () =>
      post<Personal>(paths.look(id, 'contact'), { purpose: purpose.trim() }, newKey()),
  });
  if (look.data) return <Shown seen={look.data} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const enough = purpose.trim().length >= LEAST;
    setShort(!enough);
    if (enough) look.mutate();
  };
  return (
    <form className="stack case-look" onSubmit={submit} noValidate>
      <Framed
        id={input}
        label={t('contact.purpose')}
        hint={t('contact.purposeRead')}
        error={short ? t('contact.purposeShort') : undefined}
      >
        {(describedBy) => (
          <input
            id={input}
            className="field-box"
            maxLength={200}
            aria-describedby={describedBy}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Framed>
      <div>
        <Button htmlType="submit" loading={look.isPending}>
          {t('contact.look')}
        </Button>
      </div>
      {look.error && <Trouble of={look.error} />}
    </form>
  );
};

/** How to reach the person, behind the question why: each look is logged and theirs to see. */
export const Contact = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!of.hasContact) return <p className="quiet">{t('contact.none')}</p>;
  if (!of.seesContact) return <p className="quiet">{t('contact.notYours')}</p>;
  return (
    <div className="stack no-print">
      <Calls of="case" id={of.id} />
      {asking ? (
        <Look id={of.id} />
      ) : (
        <div>
          <Button onClick={() => setAsking(true)}>{t('contact.ask')}</Button>
        </div>
      )}
    </div>
  );
};
