import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sponsorshipActWords } from '../../../contract/sponsorship-words.ts';
import {
  SPONSORSHIP_AT_ONCE,
  type SponsorshipAct,
  type SponsorshipView,
} from '../../../contract/sponsorships.ts';
import { useSession } from '../../app/session.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { paths } from '../../server/paths.ts';
import { sponsorDeskQuery, sponsorshipQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { SponsorshipField } from '../Fields/SponsorshipField.tsx';
import type { Values } from '../forms.ts';
import type { OpenSponsorshipAct } from '../OpenedAct.tsx';
import { SAID_BY_PERSON, sponsorshipBody, sponsorshipForms } from '../sponsorship-forms.ts';
import { promiseOf } from '../sponsorship-parts.ts';
import { ActForm } from './ActForm.tsx';

interface SponsorshipActFormProps {
  readonly open: OpenSponsorshipAct;
  readonly close: () => void;
  readonly done: () => void;
}

/** Nothing is asked that the sponsorship already says. */
const given = (of: SponsorshipView, act: SponsorshipAct): Values => {
  switch (act) {
    case 'convene':
      return of.endsAt === null ? {} : { until: of.endsAt };
    case 'hold-meeting':
      return { sitting: (of.force?.members ?? []).map(({ unit }) => ({ unit })) };
    case 'supervise': {
      const [first] = of.stuck;
      return first ? { unit: first.unit } : {};
    }
    case 'delegate':
      return of.force === null ? {} : { until: of.force.until };
    case 'agree-needs':
      // That nothing is needed is an answer, and is sent as one.
      return { needs: (of.needs ?? []).map(({ kind, text }) => ({ kind, text: text ?? '' })) };
    default:
      return {};
  }
};

/** What is decided on, in sight before the buttons. */
const Before = ({ of, act }: { of: SponsorshipView; act: SponsorshipAct }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: desk } = useQuery({ ...sponsorDeskQuery, enabled: act === 'accept' });
  if (act === 'accept' && desk?.load) {
    return (
      <div className="stack">
        <p>{t('sponsorDesk.load', desk.load)}</p>
        {desk.mine.length > 0 && (
          <>
            <p>{t('sponsorDesk.beside')}</p>
            <ul className="act-beside">
              {desk.mine.map(({ id, title }) => (
                <li key={id}>{title ?? t('case.untitled')}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  }
  if (act === 'decide-extension' && of.extension) {
    return (
      <p>
        {t('sponsorship.asksFor', { by: say(of.extension.by) })} {of.extension.reason}
      </p>
    );
  }
  return null;
};

const useDecisions = () => {
  const { t } = useTranslation();
  return (act: SponsorshipAct) =>
    act === 'decide-extension'
      ? [
          { value: true, label: t('sponsorship.grant') },
          { value: false, label: t('sponsorship.refuse') },
        ]
      : undefined;
};

export const SponsorshipActForm = ({ open, close, done }: SponsorshipActFormProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const found = useQuery(sponsorshipQuery(open.id));
  const decisionsOf = useDecisions();
  const of = found.data;
  if (!of) {
    if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
    return <p className="quiet">{t('page.loading')}</p>;
  }
  const { id, act } = open;
  const promise = promiseOf(of, act, post.unit, open.n);
  const part = promise === undefined ? '' : ` ${promise.n}`;
  const named = act.endsWith('-step') ? { step: promise?.n } : { commitment: promise?.n };
  const decisions = decisionsOf(act);
  const theirs = SAID_BY_PERSON.has(act);
  const title = of.title ?? t('case.untitled');
  return (
    <ActForm
      key={`${id} ${act}${part}`}
      of={{
        id,
        version: of.version,
        title: promise ? `${title} · ${say(promise.unitName)} · ${promise.what}` : title,
        words: null,
      }}
      before={<Before of={of} act={act} />}
      act={`${act}${part}`}
      name={say(sponsorshipActWords[act])}
      does={t(`sponsorshipDoes.${act}`)}
      form={sponsorshipForms[act]}
      given={given(of, act)}
      {...(decisions ? { decisions } : {})}
      named={promise ? named : {}}
      wire={(body) => sponsorshipBody(act, body)}
      usual={theirs ? { behalf: 'helper' } : {}}
      persons={theirs}
      late={!SPONSORSHIP_AT_ONCE.includes(act)}
      path={paths.sponsorshipAct(id, act)}
      ask={(field) => <SponsorshipField {...field} of={of} handsOn={act === 'delegate'} />}
      reload={async () => (await found.refetch()).data?.version}
      close={close}
      done={done}
    />
  );
};
