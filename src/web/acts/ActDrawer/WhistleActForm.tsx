import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  conclusionWords,
  settlementWords,
  whistleActWords,
} from '../../../contract/whistle-words.ts';
import {
  type Conclusion,
  type Settlement,
  WHISTLE_AT_ONCE,
  type WhistleView,
} from '../../../contract/whistles.ts';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { whistleProposalQuery, whistleQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { WhistleField } from '../Fields/WhistleField.tsx';
import type { Values } from '../forms.ts';
import { loadsOf } from '../loads.ts';
import type { OpenWhistleAct, Part } from '../OpenedAct.tsx';
import { partiesOf, partOf } from '../parts.ts';
import { rankNeeded } from '../rank.ts';
import { whistleForms } from '../whistle-forms.ts';
import { ActForm } from './ActForm.tsx';
import { BeforeWhistleAct } from './Before.tsx';

interface WhistleActFormProps {
  readonly open: OpenWhistleAct;
  readonly close: () => void;
  readonly done: () => void;
}

/** Who it is done to, for the title of the form: the unit, or the step. */
const useTarget = () => {
  const say = useSay();
  return (of: WhistleView, { callOut, step, unit }: Part): string | undefined => {
    const called = of.callOuts.find(({ n }) => n === callOut);
    if (called) return say(called.unitName);
    const planned = of.steps.find(({ n }) => n === step);
    if (planned) return planned.what;
    const party = partiesOf(of).find((one) => one.unit === unit);
    return party && say(party.name);
  };
};

/** Nothing is asked that the whistle already says: how many should come, and whose step waits. */
const given = (
  of: WhistleView,
  act: OpenWhistleAct['act'],
  { unit: other }: Part,
  unit: string,
): Values => {
  if (act === 'report-in') {
    // The rank is never taken as said: whoever touches nothing records none.
    return { headCount: of.terms.headCount, mode: 'on-site' };
  }
  if (act === 'supervise') {
    if (other) return { unit: other };
    const waits = of.ladder.filter((rung) => !rung.answered && rung.act !== 'remind');
    const missed = of.callOuts.filter(({ clock }) => clock?.tone === 'breach');
    const first = [...waits, ...missed].find((one) => one.unit !== unit);
    return first ? { unit: first.unit } : {};
  }
  return {};
};

/**
 * "Not mine" may be said in two taps: what is then taken as the reason stands in sight before, and
 * whoever has more to say writes over it.
 */
const useUnsaid = (of: WhistleView | undefined, { act }: OpenWhistleAct, part: Part) => {
  const { t } = useTranslation();
  const say = useSay();
  const called = of?.callOuts.find(({ n }) => n === part.callOut);
  const powers = (called?.powers ?? []).map(({ name }) => say(name)).join(t('list.comma'));
  if (act === 'object') {
    const reasonFor = ({ basis }: Values): Values => {
      const named = of?.objectionBases.find(({ code }) => code === basis);
      return named ? { reason: t('unsaid.object', { basis: say(named.name), powers }) } : {};
    };
    return { note: t('unsaid.note', { powers }), of: reasonFor };
  }
  if (act === 'settle') {
    const text = t('unsaid.settle', { powers });
    const textFor = ({ result }: Values): Values => (result === 'NOT_MINE' ? { text } : {});
    return { note: t('unsaid.noteNotMine', { words: text }), of: textFor };
  }
  return { note: undefined, of: (): Values => ({}) };
};

const SETTLEMENTS = Object.keys(settlementWords) as Settlement[];
const CONCLUSIONS = Object.keys(conclusionWords) as Conclusion[];

const useDecisions = () => {
  const { t } = useTranslation();
  const say = useSay();
  return (of: WhistleView, act: OpenWhistleAct['act'], { callOut }: Part) => {
    switch (act) {
      case 'report-in': {
        const called = of.callOuts.find(({ n }) => n === callOut);
        const needed = rankNeeded(of, called).code;
        return of.ranks.map(({ code, name }) => ({
          value: code,
          label: t(code === needed ? 'decide.reportInNeeded' : 'decide.reportIn', {
            rank: say(name),
          }),
        }));
      }
      case 'object':
        return of.objectionBases.map(({ code, name }) => ({
          value: code,
          label: t('decide.object', { basis: say(name) }),
        }));
      case 'settle':
        return SETTLEMENTS.map((value) => ({ value, label: say(settlementWords[value]) }));
      case 'conclude':
        return CONCLUSIONS.map((value) => ({
          value,
          label: t('decide.conclude', { result: say(conclusionWords[value]) }),
        }));
      case 'decide-objection':
        return [
          { value: true, label: t('decide.upheld') },
          { value: false, label: t('decide.notUpheld') },
        ];
      case 'screen':
        return [
          { value: true, label: t('decide.issue') },
          { value: false, label: t('decide.decline') },
        ];
      default:
        return undefined;
    }
  };
};

export const WhistleActForm = ({ open, close, done }: WhistleActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const found = useQuery(whistleQuery(open.id));
  const target = useTarget();
  const decisionsOf = useDecisions();
  const of = found.data;
  const powers = (of?.missing ?? []).map(({ power }) => power);
  const proposal = useQuery({
    ...whistleProposalQuery(of?.case ?? '', powers),
    enabled: of !== undefined && open.act === 'call',
  });
  const part = open.part ?? (of ? partOf(of, open.act, post.unit) : {});
  const unsaid = useUnsaid(of, open, part);
  if (!of) {
    if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
    return <p className="quiet">{t('page.loading')}</p>;
  }
  const { id, act } = open;
  const title = of.title ?? t('case.untitled');
  const whom = target(of, part);
  const decisions = decisionsOf(of, act, part);
  return (
    <ActForm
      key={`${id} ${act} ${JSON.stringify(part)}`}
      of={{
        id,
        version: of.version,
        title: whom ? `${title} · ${whom}` : title,
        words: null,
      }}
      before={<BeforeWhistleAct of={of} act={act} />}
      act={`${act} ${JSON.stringify(part)}`}
      name={say(whistleActWords[act])}
      does={t(`whistleDoes.${act}`)}
      form={whistleForms[act]}
      given={given(of, act, part, post.unit)}
      unsaid={unsaid.of}
      {...(decisions ? { decisions } : {})}
      named={act === 'call' ? { shown: loadsOf(proposal.data?.calls ?? []) } : part}
      usual={{}}
      persons={false}
      late={!WHISTLE_AT_ONCE.includes(act)}
      path={paths.whistleAct(id, act)}
      ask={(field) => (
        <WhistleField
          {...field}
          of={of}
          note={['reason', 'text'].includes(field.field.name) ? unsaid.note : undefined}
        />
      )}
      reload={async () => (await found.refetch()).data?.version}
      close={close}
      done={done}
    />
  );
};
