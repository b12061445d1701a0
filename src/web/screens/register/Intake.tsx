import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Registered } from '../../../contract/cases.ts';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { intents } from '../../server/intent.ts';
import { paths } from '../../server/paths.ts';
import { rulebookQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { bodyOf, type Draft, emptyDraft, lackingIn } from './draft.ts';
import { PLACES, Place, Words } from './Matter.tsx';
import { Reach } from './Reach.tsx';

/** A post of a community or street takes down what lies there unless told otherwise. */
const useOwnPlace = (): string | undefined => {
  const { post: own } = useSession();
  const { data } = useQuery(rulebookQuery);
  return data?.units.find(({ id, type }) => id === own.unit && PLACES.includes(type))?.id;
};

export const Intake = ({ done }: { done: (registered: Registered) => void }) => {
  const { t } = useTranslation();
  const own = useOwnPlace();
  const [typed, setTyped] = useState<Draft>(emptyDraft);
  const [checked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const intent = useRef(intents());
  const draft = { ...typed, unit: typed.unit ?? own };
  const send = useSend({
    mutationFn: (body: object) => intent.current<Registered>(paths.cases(), body),
    onSuccess: async (registered) => {
      done(registered);
      await client.invalidateQueries({ queryKey: ['acts'] });
    },
  });
  const lacking = lackingIn(draft);
  const fields = {
    draft,
    set: (part: Partial<Draft>) => setTyped({ ...typed, ...part }),
    errorOf: (field: string) =>
      checked && lacking.includes(field) ? t('form.required') : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const [first] = lacking;
    if (first) form.current?.querySelector<HTMLElement>(`#${first}, [name="${first}"]`)?.focus();
    else send.mutate(bodyOf(draft));
  };

  return (
    <form ref={form} className="stack register-form" onSubmit={submit} noValidate>
      <Words {...fields} />
      <Place {...fields} />
      <Reach {...fields} />
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('register.send')}
        </Button>
      </div>
    </form>
  );
};
