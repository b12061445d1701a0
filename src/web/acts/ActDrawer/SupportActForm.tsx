import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { supportActWords } from '../../../contract/support-words.ts';
import { SUPPORT_AT_ONCE, type SupportView } from '../../../contract/supports.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { supportQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { ActField, type FieldProps } from '../Fields/ActField.tsx';
import { type Instruction, InstructionField } from '../Fields/Instruction.tsx';
import type { OpenSupportAct } from '../OpenedAct.tsx';
import { supportForms, THEIRS } from '../support-forms.ts';
import { ActForm } from './ActForm.tsx';

interface SupportActFormProps {
  readonly open: OpenSupportAct;
  readonly close: () => void;
  readonly done: () => void;
}

const Asked = (props: FieldProps) => {
  const { t } = useTranslation();
  const { field, value, error, change } = props;
  if (field.ask.kind !== 'instruction') return <ActField {...props} choices={null} />;
  return (
    <InstructionField
      id={`act-${field.name}`}
      legend={t('form.optional', { label: t(`field.${field.label}.label`) })}
      hint={t(`field.${field.label}.read`)}
      error={error}
      value={(value ?? null) as Instruction | null}
      change={change}
    />
  );
};

/** Each condition that is still to be shown is a button of its own. */
const useDecisions = () => {
  const { t } = useTranslation();
  const say = useSay();
  return ({ conditions }: SupportView) =>
    conditions
      .filter(({ shown }) => !shown)
      .map(({ code, name }) => ({
        value: code,
        label: t('support.shownOne', { condition: say(name) }),
      }));
};

export const SupportActForm = ({ open, close, done }: SupportActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const found = useQuery(supportQuery(open.id));
  const decisionsOf = useDecisions();
  const of = found.data;
  if (!of) {
    if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
    return <p className="quiet">{t('page.loading')}</p>;
  }
  const { id, act } = open;
  return (
    <ActForm
      key={`${id} ${act}`}
      of={{ id, version: of.version, title: say(of.measureName), words: null }}
      act={act}
      name={say(supportActWords[act])}
      does={t(`supportDoes.${act}`)}
      form={supportForms[act]}
      given={{}}
      {...(act === 'show' ? { decisions: decisionsOf(of) } : {})}
      named={act === 'supervise' ? { unit: of.provider } : {}}
      usual={THEIRS.has(act) ? { behalf: 'caller' } : {}}
      persons={THEIRS.has(act)}
      late={!SUPPORT_AT_ONCE.includes(act)}
      path={paths.supportAct(id, act)}
      ask={(field) => <Asked {...field} />}
      reload={async () => (await found.refetch()).data?.version}
      close={close}
      done={done}
    />
  );
};
