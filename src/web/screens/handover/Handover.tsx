import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../contract/unit.ts';
import { DutyTable } from '../../components/Duties/DutyTable.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { handoverQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { LeaveNote } from './LeaveNote.tsx';
import './handover.css';

const Notes = ({ notes }: Pick<HandoverView, 'notes'>) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('handover.notes')}>
      <h2>{t('handover.notes')}</h2>
      {notes.length === 0 && <p className="quiet">{t('handover.noNotes')}</p>}
      {notes.map((note) => (
        <div key={`${note.at} ${note.by.role}`}>
          <Said small>{note.text ?? t('handover.erased')}</Said>
          <p className="quiet small">
            {note.by.officeName && `${say(note.by.officeName)} `}
            {say(note.by.roleName)} · <Instant at={note.at} />
          </p>
        </div>
      ))}
    </section>
  );
};

const Sheet = ({ of }: { of: HandoverView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const late = of.rows.filter(({ tone }) => tone === 'breach').length;
  return (
    <article className="sheet">
      <div className="inline">
        <h2 className="sheet-title">{t('handover.of', { unit: say(of.unitName) })}</h2>
        <span>
          <Instant at={of.now} dated /> — <Instant at={of.until} dated ending />
        </span>
      </div>
      {of.rows.length === 0 ? (
        <p>{t('handover.nothing')}</p>
      ) : (
        <>
          <p>
            {t('handover.due', { count: of.rows.length })}
            {late > 0 && (
              <strong className="left-breach"> {t('handover.late', { count: late })}</strong>
            )}
          </p>
          <DutyTable rows={of.rows} />
        </>
      )}
      {of.more && <p className="quiet">{t('handover.more')}</p>}
      <Notes notes={of.notes} />
      <p className="sheet-sign on-paper">{t('handover.sign')}</p>
    </article>
  );
};

/** 交接班: one page from shift to shift. */
export const Handover = () => {
  const { t } = useTranslation();
  const found = useQuery(handoverQuery);
  return (
    <Page title={t('screen.handover')}>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <>
          <div className="no-print">
            <Button type="primary" onClick={() => window.print()}>
              {t('sheet.print')}
            </Button>
          </div>
          <Sheet of={found.data} />
          <LeaveNote version={found.data.version} />
        </>
      )}
    </Page>
  );
};
