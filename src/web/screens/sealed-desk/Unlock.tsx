import { Button } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotAKeyFile, unlock } from '../../../contract/desk-key-file.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { grouped } from './grouped.ts';

/** A private half that this page may use and cannot hand out. It ends with the page. */
export type Unlocked = Awaited<ReturnType<typeof unlock>>;

interface UnlockProps {
  readonly unlocked: Unlocked | null;
  readonly change: (key: Unlocked | null) => void;
}

type Trouble = 'choose' | 'wrong' | 'notAFile';

/** Key file and passphrase, for this page alone: neither is sent, kept or logged anywhere. */
export const Unlock = ({ unlocked, change }: UnlockProps) => {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  if (!window.isSecureContext) return <p className="sealed-warn">{t('sealedDesk.insecure')}</p>;
  if (unlocked !== null) {
    return (
      <p className="inline sealed-unlocked no-print" role="status">
        <span>{t('sealedDesk.unlocked', { fingerprint: grouped(unlocked.fingerprint) })}</span>
        <Button size="small" onClick={() => change(null)}>
          {t('sealedDesk.lock')}
        </Button>
      </p>
    );
  }
  const open = async () => {
    const chosen = file.current?.files?.[0];
    const typed = passphrase.current?.value ?? '';
    if (chosen === undefined || typed === '') return setTrouble('choose');
    setBusy(true);
    try {
      change(await unlock(await chosen.text(), typed));
      setTrouble(null);
    } catch (failure) {
      setTrouble(failure instanceof NotAKeyFile ? 'notAFile' : 'wrong');
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open();
  };
  return (
    <form className="stack sealed-unlock no-print" onSubmit={submit} noValidate>
      <h2>{t('sealedDesk.unlockTitle')}</h2>
      <p className="quiet">{t('sealedDesk.unlockRead')}</p>
      <Framed id="key-file" label={t('sealedDesk.file')}>
        {() => <input id="key-file" ref={file} type="file" accept=".json" />}
      </Framed>
      <Framed id="key-passphrase" label={t('sealedDesk.passphrase')}>
        {() => (
          <input
            id="key-passphrase"
            ref={passphrase}
            className="field-box"
            type="password"
            autoComplete="off"
          />
        )}
      </Framed>
      {trouble && (
        <p className="field-error" role="alert">
          {t(`sealedDesk.${trouble}`)}
        </p>
      )}
      <div>
        <Button htmlType="submit" loading={busy}>
          {t('sealedDesk.unlock')}
        </Button>
      </div>
    </form>
  );
};
