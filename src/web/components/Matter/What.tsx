import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { intakeWords, kindWords } from '../../../contract/words.ts';
import { useSay } from '../../words/say.ts';
import { Left } from '../Clock/Left.tsx';
import { Instant } from '../Instant.tsx';
import { Said } from '../Said/Said.tsx';
import { Emergency } from './Emergency.tsx';

/** A matter at a desk: its clock, where it lies, and the person's words. */
export const What = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('case.said')}>
      <p className="inline">
        <Left tone={of.tone} left={of.left} />
        <span>{say(of.placeName)}</span>
        <span className="quiet">
          {say(kindWords[of.kind])} · {say(intakeWords[of.intake])} · <Instant at={of.openedAt} />
        </span>
        <Link to="/cases/$id" params={{ id: of.id }}>
          {t('dispatch.whole')}
        </Link>
      </p>
      <Emergency of={of} />
      {of.words ? <Said>{of.words}</Said> : <p className="quiet">{t('case.wordsHidden')}</p>}
    </section>
  );
};
