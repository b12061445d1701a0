import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { petitionStatusWords, stageWords } from '../../../contract/petition-words.ts';
import type { PetitionView } from '../../../contract/petitions.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { OpenedAct, type OpenPetitionAct } from '../../acts/OpenedAct.tsx';
import { isPetitionAct, petitionForms } from '../../acts/petition-forms.ts';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { petitionQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Clocks } from '../case/Clocks.tsx';
import { Thread } from '../case/Thread.tsx';
import { Facts } from './Facts.tsx';
import { Papers } from './Papers.tsx';
import '../case/case.css';
import './petition.css';

const Standing = ({ of }: { of: PetitionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="inline">
      <strong>
        {of.stage && `${say(stageWords[of.stage])} · `}
        {say(petitionStatusWords[of.status])}
      </strong>
      <span>{say(of.holderName)}</span>
      <span className="quiet">
        {of.number ? t('petition.number', { ...of.number }) : t('petition.noNumber')}
      </span>
      <Link to="/cases/$id" params={{ id: of.case }}>
        {t('petition.case')}
      </Link>
    </p>
  );
};

const Whole = ({ of }: { of: PetitionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate({ from: '/petitions/$id' });
  const { act } = useSearch({ from: '/desk/petitions/$id' });
  const offers = of.acts.flatMap((choice): Offer[] => {
    const { act: name } = choice;
    if (!isPetitionAct(name)) return [];
    return [
      {
        id: name,
        name: say(choice.name),
        letter: petitionForms[name].letter,
        allowed: choice.allowed,
        pressing: choice.likely,
        why: choice.why,
        take: () => void navigate({ search: { act: name }, replace: true }),
      },
    ];
  });
  const likely = offers.toSorted((a, b) => Number(b.pressing) - Number(a.pressing));
  const opened: OpenPetitionAct | null =
    act && isPetitionAct(act) ? { process: 'petition', id: of.id, act } : null;
  return (
    <Page title={of.title ?? say(of.kindName)} aside={<Standing of={of} />}>
      <div className="petition">
        <div className="petition-clocks">
          <Clocks of={of.clocks} />
        </div>
        <div className="petition-matter stack">
          {of.words && (
            <section className="stack" aria-label={t('petition.asked')}>
              <h2>{t('petition.asked')}</h2>
              <Said>{of.words}</Said>
            </section>
          )}
          {of.claimed && (
            <section className="stack" aria-label={t('petition.claimed')}>
              <h2>{t('petition.claimed')}</h2>
              <Said small>{of.claimed}</Said>
            </section>
          )}
          <Facts of={of} />
          <Papers of={of} />
        </div>
        <div className="petition-thread">
          <Thread of={of.thread} />
        </div>
      </div>
      <ActBar offers={likely} inSight={{ phone: 2, desk: 4 }} />
      <OpenedAct open={opened} close={() => void navigate({ search: {}, replace: true })} />
    </Page>
  );
};

/** One petition: what is due from whom and why, the papers with their proofs, and what happened. */
export const Petition = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/petitions/$id' });
  const found = useQuery(petitionQuery(id));
  if (found.data) return <Whole key={id} of={found.data} />;
  return (
    <Page title={t('screen.petition')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
