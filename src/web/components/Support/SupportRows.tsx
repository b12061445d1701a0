import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { supportEndWords, supportStatusWords } from '../../../contract/support-words.ts';
import type { SupportRow } from '../../../contract/supports.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import './support.css';

/** A line a support: what its provider still owes, what it is, who gives it and how it stands. */
export const SupportRows = ({ of }: { of: readonly SupportRow[] }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <ul className="support-rows">
      {of.map((row) => (
        <li key={row.id} className="support-row">
          <Link to="/supports/$id" params={{ id: row.id }} className="support-name">
            {say(row.measureName)}
          </Link>
          <span>{say(row.end ? supportEndWords[row.end] : supportStatusWords[row.status])}</span>
          <span className="quiet">
            {t('support.by', { provider: say(row.providerName), place: say(row.placeName) })}
          </span>
          {row.clock && <Left tone={row.clock.tone} left={row.clock.left} />}
        </li>
      ))}
    </ul>
  );
};
