import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../contract/common.ts';
import { useSay } from '../../words/say.ts';
import './law.css';

/** Where a rule or a number comes from; what has no source says so. */
export const Law = ({ citation }: { citation: Citation }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="law">
      {say(citation.text)}
      {citation.illustrative && <span className="law-mark">{t('law.illustrative')}</span>}
    </p>
  );
};
