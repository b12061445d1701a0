import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { reportAnswerWords, reportStatusWords } from '../../../contract/report-words.ts';
import type { DeskView, ReportRow } from '../../../contract/reports.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';
import { Acts } from './Acts.tsx';
import { Opened } from './Opened.tsx';
import type { Unlocked } from './Unlock.tsx';
import { useDay } from './useDay.ts';

interface RowProps {
  readonly row: ReportRow;
  readonly view: DeskView;
  readonly unlocked: Unlocked | null;
  readonly open: boolean;
  readonly toggle: () => void;
  /** It is no more this officer's to see. */
  readonly gone: () => void;
}

/** One report: its day, its clock, and nothing of what it says until its officer opens it. */
export const Row = ({ row, view, unlocked, open, toggle, gone }: RowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const day = useDay();
  const received = t('sealedDesk.received', { day: day(row.receivedOn) });
  return (
    <li className="sealed-row">
      <div className="sealed-line">
        {row.clock ? (
          <span>
            <Left tone={row.clock.tone} left={row.clock.left} />{' '}
            <span className="quiet">
              {say(row.clock.kindName)} · <Instant at={row.clock.dueAt} ending />
            </span>
          </span>
        ) : (
          <span>{say(reportStatusWords[row.status])}</span>
        )}
        <span>
          {received}
          {row.told > 1 && ` · ${t('sealedDesk.told', { count: row.told })}`}
          {row.late && <span className="sealed-late"> · {t('sealedDesk.late')}</span>}
        </span>
        <Button
          size="small"
          className="no-print"
          disabled={unlocked === null && !open}
          aria-expanded={open}
          onClick={toggle}
        >
          {open ? t('sealedDesk.close') : t(unlocked ? 'sealedDesk.open' : 'sealedDesk.locked')}
          <span className="unseen"> {received}</span>
        </Button>
      </div>
      {row.channelName && (
        <p className="quiet">{t('sealedDesk.over', { channel: say(row.channelName) })}</p>
      )}
      {row.answer && <p className="quiet">{say(reportAnswerWords[row.answer])}</p>}
      {open && unlocked && (
        <>
          <Opened id={row.id} times={row.told} unlocked={unlocked} />
          <Acts row={row} view={view} gone={gone} />
        </>
      )}
    </li>
  );
};
