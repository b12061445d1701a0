import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseAct } from '../../../contract/cases.ts';
import { actWords } from '../../../contract/words.ts';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { CaseField } from '../Fields/CaseField.tsx';
import { forms } from '../forms.ts';
import { ActForm } from './ActForm.tsx';
import { BeforeCaseAct } from './Before.tsx';
import { usualFor } from './envelope.ts';
import { prefill } from './prefill.ts';

interface CaseActFormProps {
  readonly id: string;
  readonly act: CaseAct;
  readonly close: () => void;
  readonly done: () => void;
}

export const CaseActForm = ({ id, act, close, done }: CaseActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post, login } = useSession();
  const found = useQuery(caseQuery(id));
  if (found.data) {
    const of = found.data;
    return (
      <ActForm
        key={`${id} ${act}`}
        of={{ id, version: of.version, title: of.title ?? t('case.untitled'), words: of.words }}
        before={<BeforeCaseAct of={of} act={act} />}
        act={act}
        name={say(actWords[act])}
        does={
          act === 'reply' && of.signers.length > 0
            ? t('draft.does', { posts: of.signers.map(say).join(t('list.comma')) })
            : t(`does.${act}`)
        }
        form={forms[act]}
        given={{
          ...prefill(act, of, say),
          // Whoever handles it mostly takes it themselves.
          ...(act === 'assign' && post.role === 'unit_handler' && !of.assignment ? { login } : {}),
        }}
        usual={usualFor(act, post.role)}
        path={paths.act(id, act)}
        ask={(field) => <CaseField {...field} of={of} />}
        reload={async () => (await found.refetch()).data?.version}
        close={close}
        done={done}
      />
    );
  }
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  return <p className="quiet">{t('page.loading')}</p>;
};
