import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LetterView, PetitionView } from '../../../contract/petitions.ts';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { petitionQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Body } from './Body.tsx';
import { Line } from './Line.tsx';
import './petition-papers.css';

/** 告知书、意见书: as the person gets it in the hand. */
const Sheet = ({ of, letter }: { of: PetitionView; letter: LetterView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <article className="paper">
      <h2>{say(letter.kindName)}</h2>
      <p className="paper-number">
        {t('letter.number', { id: of.id, n: letter.n })}
        {of.number && ` · ${t('letter.official', { number: of.number.number })}`}
      </p>
      <p className="paper-to">{t('letter.to')}</p>
      <Body letter={letter} />
      <div className="paper-signatures">
        <p>
          {say(letter.unitName)} {t('letter.by')}
        </p>
        <p>
          {t('letter.onDay')} <Instant at={letter.issuedAt} dated />
        </p>
      </div>
    </article>
  );
};

/** 送达回证: what the file keeps of how the paper reached the person. */
const Receipt = ({ of, letter }: { of: PetitionView; letter: LetterView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { delivered } = letter;
  return (
    <article className="paper">
      <h2>{t('letter.receipt')}</h2>
      <p className="paper-number">{t('letter.number', { id: of.id, n: letter.n })}</p>
      <dl className="paper-facts">
        <Line name={t('letter.paper')}>{say(letter.kindName)}</Line>
        <Line name={t('letter.sentBy')}>{say(letter.unitName)}</Line>
        <Line name={t('letter.recipient')}>
          <span className="paper-line" />
        </Line>
        <Line name={t('letter.means')}>
          {delivered ? say(delivered.meansName) : t('letter.notYet')}
        </Line>
        <Line name={t('letter.at')}>
          {delivered ? <Instant at={delivered.at} dated /> : t('letter.notYet')}
        </Line>
        <Line name={t('letter.proof')}>{delivered?.proof ?? <span className="paper-line" />}</Line>
        <Line name={t('letter.sender')}>
          <span className="paper-line" />
        </Line>
      </dl>
    </article>
  );
};

/** A paper and its proof of delivery, on the screen as they will lie on the table. */
export const Letter = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id, n } = useParams({ from: '/desk/petitions/$id/papers/$n' });
  const found = useQuery(petitionQuery(id));
  const letter = found.data?.letters.find((one) => String(one.n) === n);
  const title = letter ? say(letter.kindName) : t('letter.title');
  return (
    <Page title={title}>
      <div className="inline no-print">
        <Button type="primary" disabled={!letter} onClick={() => window.print()}>
          {t('papers.print', { title })}
        </Button>
        <Link to="/petitions/$id" params={{ id }}>
          {t('petition.back')}
        </Link>
      </div>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.data && letter && (
        <div className="papers">
          <Sheet of={found.data} letter={letter} />
          <Receipt of={found.data} letter={letter} />
        </div>
      )}
    </Page>
  );
};
