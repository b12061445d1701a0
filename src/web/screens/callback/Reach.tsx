import { Button } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Reach as Reached } from '../../../contract/callbacks.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';

/** The contract's least purpose: fewer characters say nothing. */
const LEAST = 4;

const Shown = ({ contact }: z.infer<typeof Reached>) => {
  const { t } = useTranslation();
  if (contact === null) return <p>{t('callback.reach.none')}</p>;
  const { telephone, other } = contact;
  return (
    <div className="stack" role="status">
      {telephone && (
        <p>
          <a href={`tel:${telephone}`}>{telephone}</a>
        </p>
      )}
      {other && <p>{other}</p>}
      <p className="quiet small">{t('contact.logged')}</p>
    </div>
  );
};

/** How to reach the person, without their name: behind the question why, each look theirs to see. */
export const Reach = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const input = useId();
  const [purpose, setPurpose] = useState('');
  const [short, setShort] = useState(false);
  const look = useSend({
    mutationFn: () =>
      post<z.infer<typeof Reached>>(
        paths.callbackContact(id),
        { purpose: purpose.trim() },
        newKey(),
      ),
  });
  if (look.data) return <Shown contact={look.data.contact} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const enough = purpose.trim().length >= LEAST;
    setShort(!enough);
    if (enough) look.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Framed
        id={input}
        label={t('callback.reach.purpose')}
        hint={t('callback.reach.purposeRead')}
        error={short ? t('callback.reach.short') : undefined}
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
          {t('callback.reach.ask')}
        </Button>
      </div>
      {look.error && <Trouble of={look.error} />}
    </form>
  );
};
