import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PetitionOffer } from '../../../contract/petitions.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useAct } from '../../acts/useAct.ts';
import { useSession } from '../../app/session.tsx';
import { announce } from '../../components/Announce/announce.ts';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { caseQuery, petitionOfferQuery } from '../../server/queries.ts';
import { instantAt } from '../../time/zone.ts';
import { useSay } from '../../words/say.ts';
import './petition-register.css';

interface Draft {
  readonly kind: string;
  readonly system: string;
  readonly number: string;
  readonly speak: string;
  readonly words: string;
  readonly happened: string;
}

interface FormProps {
  readonly id: string;
  readonly offer: PetitionOffer;
  /** What the person said stands there already; nothing is asked twice. */
  readonly words: string;
}

const RegisterForm = ({ id, offer, words }: FormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const { zone } = useSession();
  const [draft, setDraft] = useState<Draft>({
    kind: 'claim',
    system: '',
    number: '',
    speak: '1',
    words,
    happened: '',
  });
  const send = useAct(paths.registerPetition, ({ id: petition }) => {
    announce(t('petitionRegister.done'));
    void navigate({ to: '/petitions/$id', params: { id: petition } });
  });
  const set = (name: keyof Draft) => (value: string) => setDraft({ ...draft, [name]: value });
  const kind = offer.kinds.find(({ code }) => code === draft.kind);
  const unread = kind?.way === 'sealed';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const numbered = !unread && draft.number.trim() !== '';
    send.mutate({
      case: id,
      kind: draft.kind,
      number: numbered ? { system: draft.system.trim(), number: draft.number.trim() } : null,
      representatives: Number(draft.speak) || 0,
      words: unread || draft.words.trim() === '' ? null : draft.words.trim(),
      ...(draft.happened
        ? { occurredAt: new Date(instantAt(draft.happened, zone)).toISOString() }
        : {}),
    });
  };
  const box = (name: keyof Draft, label: string, hint: string | undefined, type = 'text') => (
    <Framed id={`petition-${name}`} label={label} hint={hint}>
      {(describedBy) => (
        <input
          id={`petition-${name}`}
          className="field-box"
          type={type}
          aria-describedby={describedBy}
          value={draft[name]}
          onChange={(event) => set(name)(event.target.value)}
        />
      )}
    </Framed>
  );
  return (
    <form className="petition-register" onSubmit={submit} noValidate>
      <Choices<string>
        name="petition-kind"
        legend={t('petitionRegister.kind')}
        hint={t('petitionRegister.kindRead')}
        inline={false}
        options={offer.kinds.map(({ code, name, way, channelName }) => ({
          value: code,
          label: say(name),
          note:
            way === 'handle'
              ? t('petitionRegister.handled')
              : [
                  channelName && t('petitionRegister.goesTo', { channel: say(channelName) }),
                  way === 'sealed' && t('petitionRegister.unread'),
                ]
                  .filter(Boolean)
                  .join(' · '),
        }))}
        value={draft.kind}
        change={set('kind')}
      />
      {!unread && (
        <>
          {box('system', t('petitionRegister.system'), t('petitionRegister.systemRead'))}
          {box('number', t('petitionRegister.number'), undefined)}
          {box(
            'speak',
            t('petitionRegister.speak'),
            t('petitionRegister.speakRead', { most: offer.most }),
          )}
          <Framed
            id="petition-words"
            label={t('petitionRegister.words')}
            hint={t('petitionRegister.wordsRead')}
          >
            {(describedBy) => (
              <textarea
                id="petition-words"
                className="field-box"
                rows={4}
                aria-describedby={describedBy}
                value={draft.words}
                onChange={(event) => set('words')(event.target.value)}
              />
            )}
          </Framed>
        </>
      )}
      {box(
        'happened',
        t('petitionRegister.happened'),
        t('petitionRegister.happenedRead'),
        'datetime-local',
      )}
      {send.error && <Trouble of={send.error} />}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('petitionRegister.send')}
      </Button>
    </form>
  );
};

/** 登记信访事项: by its kind first, for one request. */
export const PetitionRegister = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id } = useParams({ from: '/desk/cases/$id/petition' });
  const matter = useQuery(caseQuery(id));
  const offer = useQuery(petitionOfferQuery(id));
  const failed = matter.error ?? offer.error;
  // What was handed over elsewhere leaves room for another; anything else is the same matter.
  const known = offer.data?.petitions.find(({ status }) => status !== 'handed-over');
  return (
    <Page title={t('petitionRegister.title', { matter: matter.data?.title ?? t('case.untitled') })}>
      {failed && (
        <Trouble of={failed} again={() => void Promise.all([matter.refetch(), offer.refetch()])} />
      )}
      {!failed && !(matter.data && offer.data) && <p className="quiet">{t('page.loading')}</p>}
      {offer.data?.why && <p role="note">{say(offer.data.why)}</p>}
      {known && (
        <p role="note">
          {t('petitionRegister.known')}{' '}
          <Link to="/petitions/$id" params={{ id: known.id }}>
            {t('petitionRegister.open')}
          </Link>
        </p>
      )}
      {matter.data && offer.data && !offer.data.why && !known && (
        <RegisterForm id={id} offer={offer.data} words={matter.data.words ?? ''} />
      )}
    </Page>
  );
};
