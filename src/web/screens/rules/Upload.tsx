import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TablesPreview, Uploads } from '../../../contract/law.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { wall } from '../../time/zone.ts';
import { useLang } from '../../words/say.ts';
import { Changes } from './Changes.tsx';
import { Confirm } from './Confirm.tsx';
import { Problems } from './Problems.tsx';

const DAY = 86_400_000;

const read = (file: File): Promise<Uploads[number]> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () =>
      done({ name: file.name, data: String(reader.result).replace(/^[^,]*,/, '') });
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });

/** What was handed in and what it would do, kept together: the confirmation sends the same files. */
interface Previewed {
  readonly files: Uploads;
  readonly effectiveOn: string;
  readonly preview: TablesPreview;
}

/** The tables out, edited elsewhere, in again: nothing is changed before somebody has looked at it. */
export const Upload = () => {
  const { t } = useTranslation();
  const lang = useLang();
  const { post, now, zone } = useSession();
  const keepsStaff = post.role === 'administrator';
  const tomorrow = wall(Date.parse(now) + DAY, zone).date;
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [effectiveOn, setEffectiveOn] = useState(tomorrow);
  const [checked, setChecked] = useState(false);
  const look = useSend({
    mutationFn: async (): Promise<Previewed> => {
      const files = await Promise.all(chosen.map(read));
      const body = { files, effectiveOn };
      return { ...body, preview: await call<TablesPreview>('POST', paths.preview, body) };
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (chosen.length > 0) look.mutate();
  };
  return (
    <section className="stack no-print">
      <h2>{keepsStaff ? t('rules.tablesStaff') : t('rules.tables')}</h2>
      <h3>{t('rules.step1')}</h3>
      <p>{t(keepsStaff ? 'rules.downloadStaff' : 'rules.downloadRead')}</p>
      <p>
        <a href={paths.tables({ lang, on: effectiveOn })} download>
          {t('rules.download')}
        </a>
      </p>
      <h3>{t('rules.step2')}</h3>
      <form className="stack" onSubmit={submit} noValidate>
        <Framed
          id="rules-files"
          label={t('rules.files')}
          hint={t(keepsStaff ? 'rules.filesStaffRead' : 'rules.filesRead')}
          error={checked && chosen.length === 0 ? t('form.required') : undefined}
        >
          {(described) => (
            <input
              id="rules-files"
              type="file"
              multiple
              accept=".xlsx,.csv,.yaml"
              aria-describedby={described}
              onChange={(event) => {
                setChosen([...(event.target.files ?? [])]);
                look.reset();
              }}
            />
          )}
        </Framed>
        {!keepsStaff && (
          <Framed id="rules-day" label={t('rules.effectiveOn')} hint={t('rules.effectiveOnRead')}>
            {(described) => (
              <input
                id="rules-day"
                className="field-box rules-day"
                type="date"
                min={tomorrow}
                aria-describedby={described}
                value={effectiveOn}
                onChange={(event) => {
                  setEffectiveOn(event.target.value);
                  look.reset();
                }}
              />
            )}
          </Framed>
        )}
        {look.error && <Trouble of={look.error} />}
        <div>
          <Button htmlType="submit" loading={look.isPending}>
            {t('rules.preview')}
          </Button>
        </div>
      </form>
      {look.data && <Seen of={look.data} keepsStaff={keepsStaff} over={() => look.reset()} />}
    </section>
  );
};

interface SeenProps {
  readonly of: Previewed;
  readonly keepsStaff: boolean;
  readonly over: () => void;
}

const Seen = ({ of, keepsStaff, over }: SeenProps) => {
  const { t } = useTranslation();
  const { preview, files, effectiveOn } = of;
  const changesLaw = preview.tables.length + preview.parts.length > 0;
  const staff = preview.staff === null ? [] : [preview.staff];
  const changesStaff = staff.some(({ added, changed }) => added.length + changed.length > 0);
  return (
    <section className="stack">
      <h3>{t(keepsStaff ? 'rules.step3Staff' : 'rules.step3')}</h3>
      {preview.staffLeftOut && <p>{t('rules.staffLeftOut')}</p>}
      {keepsStaff && changesLaw && <p>{t('rules.lawLeftOut')}</p>}
      {preview.problems.length > 0 ? (
        <Problems of={preview.problems} />
      ) : (
        <>
          {!keepsStaff && (
            <p className="quiet">{t('rules.comparedWith', { version: preview.base.version })}</p>
          )}
          {keepsStaff ? (
            <Changes tables={changesStaff ? staff : []} />
          ) : (
            <Changes tables={preview.tables} parts={preview.parts} />
          )}
          {(keepsStaff ? changesStaff : changesLaw) && (
            <Confirm
              files={files}
              effectiveOn={effectiveOn}
              preview={preview}
              keepsStaff={keepsStaff}
              over={over}
            />
          )}
        </>
      )}
    </section>
  );
};
