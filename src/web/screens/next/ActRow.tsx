import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActView } from '../../../contract/cases.ts';
import { bareAct } from '../../acts/forms.ts';
import { letterOf } from '../../acts/owed.ts';
import { Left } from '../../components/Clock/Left.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Key } from '../../components/Key.tsx';
import { useSay } from '../../words/say.ts';

/** To the matter's own page, the whistle's, or that of what was entered in one's name. */
const To = ({ row, children }: { row: ActView; children: ReactNode }) =>
  row.process === 'confirmation' ? (
    <Link to="/entered" className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'secrecy' ? (
    <Link to="/cases/$id/looks" params={{ id: row.case }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'support' ? (
    <Link to="/supports/$id" params={{ id: row.stream }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'callback' ? (
    <Link to="/callbacks/$id" params={{ id: row.stream }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'petition' ? (
    <Link to="/petitions/$id" params={{ id: row.stream }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'retention' ? (
    <Link to="/retention/$id" params={{ id: row.case }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'sponsorship' ? (
    <Link to="/sponsorships/$id" params={{ id: row.stream }} className="row-title row-one">
      {children}
    </Link>
  ) : row.process === 'whistle' ? (
    <Link to="/whistles/$id" params={{ id: row.stream }} className="row-title row-one">
      {children}
    </Link>
  ) : (
    <Link to="/cases/$id" params={{ id: row.case }} className="row-title row-one">
      {children}
    </Link>
  );

/** One thing owed: clock, matter, act, place, due, and the button that does it. */
export const ActRow = ({ row, act }: { row: ActView; act: () => void }) => {
  const { t } = useTranslation();
  const say = useSay();
  const letter = letterOf(row);
  const name = row.title ?? (row.categoryName ? say(row.categoryName) : t('case.untitled'));
  const title =
    row.process === 'confirmation'
      ? t('entered.row', { act: say(row.actName), title: name })
      : name;
  return (
    <li className={row.first ? 'row next-row row-first' : 'row next-row'} data-row={row.stream}>
      <Left tone={row.tone} left={row.left} />
      <To row={row}>
        {row.first && <strong className="left-breach">{t('case.emergencyMark')} </strong>}
        {row.process === 'whistle' && <span className="next-whistle">{t('next.whistle')} </span>}
        {row.process === 'petition' && <span className="next-whistle">{t('next.petition')} </span>}
        {row.process === 'sponsorship' && (
          <span className="next-whistle">{t('next.sponsorship')} </span>
        )}
        {row.standsInFor && (
          <strong>{t('next.standsInFor', { post: say(row.standsInFor) })} </strong>
        )}
        {title}
        {row.title && row.categoryName && !row.title.includes(say(row.categoryName)) && (
          <span className="quiet small"> {say(row.categoryName)}</span>
        )}
        {(row.hand || row.officeName) && (
          <span className="quiet small">
            {' '}
            {row.officeName && say(row.officeName)}
            {row.hand && ` ${t(`next.hand.${row.hand}`)}`}
          </span>
        )}
      </To>
      <span className="row-meta">
        <span className="row-one">{say(row.placeName)}</span>
        <span className="quiet">
          {row.dueAt ? (
            <>
              <Instant at={row.dueAt} ending />{' '}
              {t(row.upstream ? 'clock.upstreamShort' : 'clock.dueShort')}
            </>
          ) : (
            t('clock.none')
          )}
        </span>
      </span>
      <span className="row-end">
        {row.process === 'retention' && (
          <Link to="/retention/$id" params={{ id: row.case }}>
            {say(row.actName)}
            <span className="unseen"> {title}</span>
          </Link>
        )}
        {bareAct(row.act) === 'hear-upstream' && <Link to="/orders">{say(row.actName)}</Link>}
        {letter && (
          <Button size="small" onClick={act}>
            {say(row.actName)}
            <span className="unseen"> {title}</span> <Key>{letter.toUpperCase()}</Key>
          </Button>
        )}
      </span>
    </li>
  );
};
