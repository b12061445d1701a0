import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  conclusionWords,
  whistleKindWords,
  whistleStatusWords,
} from '../../../contract/whistle-words.ts';
import type { WhistleRow } from '../../../contract/whistles.ts';
import { CallOutState } from '../../components/CallOut/CallOutState.tsx';
import { LoadBar } from '../../components/LoadBar/LoadBar.tsx';
import type { Anchor } from '../../time/ticking.ts';
import { useSay } from '../../words/say.ts';

type Cell = WhistleRow['callOuts'][number];

const CallOut = ({ of, from }: { of: Cell; from: Anchor }) => {
  const say = useSay();
  return (
    <li className={`cell cell-${of.status}`}>
      <span className="cell-unit">{say(of.unitName)}</span>
      <LoadBar load={of.load} />
      <CallOutState of={of} from={from} />
    </li>
  );
};

/** What was called for, by whom, and how each that was called stands. */
export const BoardRow = ({ row, from }: { row: WhistleRow; from: Anchor }) => {
  const { t } = useTranslation();
  const say = useSay();
  const title = row.title ?? (row.categoryName ? say(row.categoryName) : t('case.untitled'));
  return (
    <li className={row.first ? 'board-row row-first' : 'board-row'} data-row={row.id}>
      <div className="board-what">
        <Link to="/whistles/$id" params={{ id: row.id }} className="row-title board-title">
          {title}
        </Link>
        <span className="small quiet">
          {t('whistle.kind', { kind: say(whistleKindWords[row.kind]), level: row.level })}
          {' · '}
          {say(row.issuerName)}
          {row.place !== row.issuer && ` · ${say(row.placeName)}`}
        </span>
        <span className="small">
          {say(whistleStatusWords[row.status])}
          {row.result && ` · ${say(conclusionWords[row.result])}`}
          {row.breaches > 0 && (
            <span className="left-breach">
              {' · '}
              {t('board.breaches', { count: row.breaches })}
            </span>
          )}
        </span>
      </div>
      {row.callOuts.length > 0 ? (
        <ul className="cells">
          {row.callOuts.map((callOut) => (
            <CallOut key={callOut.n} of={callOut} from={from} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('board.nobodyYet')}</p>
      )}
    </li>
  );
};
