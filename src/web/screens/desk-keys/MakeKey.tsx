import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeKey } from '../../../contract/desk-key-file.ts';
import { ENVELOPE } from '../../../contract/envelope.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { grouped } from '../sealed-desk/grouped.ts';

const LEAST = 12;

type Made = Awaited<ReturnType<typeof makeKey>>;

/** Hands the file to the browser to save; it goes nowhere else. */
function save({ file, fingerprint }: Made): void {
  const address = URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `shaoying-desk-key-${fingerprint.slice(0, 8)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** A pair of keys made here: the private half is saved under a passphrase, the public half is offered. */
export const MakeKey = ({ done }: { done: () => void }) => {
  const { t } = useTranslation();
  const [made, setMade] = useState<Made | null>(null);
  if (!window.isSecureContext) return <p className="key-warn">{t('sealedDesk.insecure')}</p>;
  return (
    <section className="stack key-make">
      <h2>{t('deskKeys.make')}</h2>
      <p className="quiet">{t('deskKeys.makeRead')}</p>
      {made === null ? (
        <Passphrase
          make={async (passphrase) => {
            const key = await makeKey(passphrase);
            save(key);
            setMade(key);
          }}
        />
      ) : (
        <Offer made={made} done={done} />
      )}
    </section>
  );
};

const Passphrase = ({ make }: { make: (passphrase: string) => Promise<void> }) => {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [trouble, setTrouble] = useState<'short' | 'differ' | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = typed.length < LEAST ? 'short' : typed === again ? null : 'differ';
    setTrouble(wrong);
    if (wrong !== null) return;
    setBusy(true);
    void make(typed).finally(() => setBusy(false));
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Framed
        id="new-passphrase"
        label={t('deskKeys.passphrase')}
        hint={t('deskKeys.passphraseRead')}
        error={trouble === 'short' ? t('deskKeys.short') : undefined}
      >
        {(described) => (
          <input
            id="new-passphrase"
            className="field-box"
            type="password"
            autoComplete="new-password"
            aria-describedby={described}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Framed>
      <Framed
        id="new-passphrase-again"
        label={t('deskKeys.again')}
        error={trouble === 'differ' ? t('deskKeys.differ') : undefined}
      >
        {(described) => (
          <input
            id="new-passphrase-again"
            className="field-box"
            type="password"
            autoComplete="new-password"
            aria-describedby={described}
            value={again}
            onChange={({ target }) => setAgain(target.value)}
          />
        )}
      </Framed>
      <div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('deskKeys.makeButton')}
        </Button>
      </div>
    </form>
  );
};

const Offer = ({ made, done }: { made: Made; done: () => void }) => {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const [asked, setAsked] = useState(false);
  const send = useSend({
    mutationFn: () => call('POST', paths.deskKeys, { alg: ENVELOPE, publicKey: made.publicKey }),
    onSuccess: done,
  });
  const fingerprint = (
    <p>
      {t('deskKeys.fingerprint')} <code className="key-print">{grouped(made.fingerprint)}</code>
    </p>
  );
  if (send.isSuccess) {
    return (
      <>
        <p role="status">{t('deskKeys.offered')}</p>
        {fingerprint}
      </>
    );
  }
  return (
    <>
      <p role="status">{t('deskKeys.made')}</p>
      {fingerprint}
      <div>
        <Button onClick={() => save(made)}>{t('deskKeys.saveAgain')}</Button>
      </div>
      <label className="field-choice" htmlFor="key-saved">
        <input
          id="key-saved"
          type="checkbox"
          checked={saved}
          onChange={({ target }) => setSaved(target.checked)}
        />
        <span>{t('deskKeys.saved')}</span>
      </label>
      {asked && !saved && (
        <p className="field-error" role="alert">
          {t('deskKeys.savedFirst')}
        </p>
      )}
      {send.error && <Trouble of={send.error} />}
      <div>
        <Button
          type="primary"
          loading={send.isPending}
          onClick={() => (saved ? send.mutate() : setAsked(true))}
        >
          {t('deskKeys.offer')}
        </Button>
      </div>
    </>
  );
};
