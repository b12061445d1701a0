import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { petitionActWords, petitionVerdictWords } from '../../../contract/petition-words.ts';
import {
  PETITION_AT_ONCE,
  type PetitionAct,
  type PetitionView,
  type Verdict,
} from '../../../contract/petitions.ts';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { petitionQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { PetitionField } from '../Fields/PetitionField.tsx';
import type { Values } from '../forms.ts';
import type { OpenPetitionAct } from '../OpenedAct.tsx';
import { petitionForms } from '../petition-forms.ts';
import { ActForm } from './ActForm.tsx';

interface PetitionActFormProps {
  readonly open: OpenPetitionAct;
  readonly close: () => void;
  readonly done: () => void;
}

/** The buttons of the question that decides, where an act has one. */
const useDecisions = () => {
  const { t } = useTranslation();
  const say = useSay();
  return (act: PetitionAct) => {
    switch (act) {
      case 'give-opinion':
        return (Object.keys(petitionVerdictWords) as Verdict[]).map((verdict) => ({
          value: verdict,
          label: say(petitionVerdictWords[verdict]),
        }));
      case 'decide-return':
        return [
          { value: true, label: t('petition.decide.takeBack') },
          { value: false, label: t('petition.decide.stays') },
        ];
      case 'decide-extension':
        return [
          { value: true, label: t('petition.decide.grant') },
          { value: false, label: t('petition.decide.refuse') },
        ];
      case 'look':
        return [
          { value: true, label: t('petition.decide.found') },
          { value: false, label: t('petition.decide.none') },
        ];
      default:
        return undefined;
    }
  };
};

/** One paper waits: nobody is asked which. */
const given = (of: PetitionView, act: PetitionAct): Values => {
  if (act === 'deliver') {
    const waiting = of.letters.filter(({ delivered }) => delivered === null);
    const [only] = waiting;
    return waiting.length === 1 && only ? { letter: only.n, means: 'in-person' } : {};
  }
  if (act === 'give-opinion' && of.words) return { request: of.words };
  return act === 'ask-extension' ? { more: of.longest } : {};
};

/** What is decided on, in sight before the buttons. */
const Before = ({ of, act }: { of: PetitionView; act: PetitionAct }) => {
  const { t } = useTranslation();
  if (act === 'decide-extension' && of.extension) {
    return (
      <p>
        {t('petition.asksFor', { count: of.extension.days })} {of.extension.reason}
      </p>
    );
  }
  return act === 'look' && of.claimed ? <Said small>{of.claimed}</Said> : null;
};

export const PetitionActForm = ({ open, close, done }: PetitionActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const found = useQuery(petitionQuery(open.id));
  const decisionsOf = useDecisions();
  const of = found.data;
  if (!of) {
    if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
    return <p className="quiet">{t('page.loading')}</p>;
  }
  const { id, act } = open;
  const decisions = decisionsOf(act);
  const theirs = act === 'ask-review' || act === 'claim-new-facts';
  return (
    <ActForm
      key={`${id} ${act}`}
      of={{ id, version: of.version, title: of.title ?? say(of.kindName), words: of.words }}
      before={<Before of={of} act={act} />}
      act={act}
      name={say(petitionActWords[act])}
      does={t(`petitionDoes.${act}`)}
      form={petitionForms[act]}
      given={given(of, act)}
      {...(decisions ? { decisions } : {})}
      usual={theirs ? { behalf: 'caller' } : {}}
      persons={theirs}
      late={!PETITION_AT_ONCE.includes(act)}
      path={paths.petitionAct(id, act)}
      ask={(field) => <PetitionField {...field} of={of} />}
      reload={async () => (await found.refetch()).data?.version}
      close={close}
      done={done}
    />
  );
};
