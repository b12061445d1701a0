import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { useSay } from '../../words/say.ts';
import { Called } from './Called.tsx';
import './matter.css';

/** The number that was shown, and whether a person has confirmed that someone took over. */
export const Emergency = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (!of.emergency) return null;
  const { channel, telephone, confirmed } = of.emergency;
  return (
    <p className={confirmed ? 'emergency emergency-met' : 'emergency'} role="note">
      <strong>
        <Called name={say(channel)} telephone={telephone} />
      </strong>{' '}
      {t(confirmed ? 'case.emergencyConfirmed' : 'case.emergencyUnconfirmed')}
    </p>
  );
};
