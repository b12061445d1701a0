import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  instrumentWords,
  supportEndWords,
  supportStatusWords,
} from '../../../contract/support-words.ts';
import type { SupportAct, SupportView } from '../../../contract/supports.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { OpenedAct, type OpenSupportAct } from '../../acts/OpenedAct.tsx';
import { isSupportAct, supportForms } from '../../acts/support-forms.ts';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { supportQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Clocks } from '../case/Clocks.tsx';
import { Thread } from '../case/Thread.tsx';
import '../case/case.css';
import '../../components/Support/support.css';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Under the key of this support alone; who may not read it is told that it is there. */
const Words = ({ title, said }: { title: string; said: string | null }) => {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {said === null ? <p className="quiet">{t('support.closed')}</p> : <Said small>{said}</Said>}
    </section>
  );
};

const Facts = ({ of }: { of: SupportView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('support.facts')}>
      <h2>{t('support.facts')}</h2>
      <dl className="support-facts">
        <Fact name={t('support.need')}>{say(of.needName)}</Fact>
        {of.instrument && (
          <Fact name={t('support.instrument')}>{say(instrumentWords[of.instrument])}</Fact>
        )}
        <Fact name={t('support.provider')}>{say(of.providerName)}</Fact>
        <Fact name={t('support.manager')}>{say(of.managerName)}</Fact>
        <Fact name={t('support.basis')}>
          {say(of.citation.text)}
          {of.citation.illustrative && <span className="quiet"> {t('law.illustrative')}</span>}
        </Fact>
        {of.consent && (
          <Fact name={t('support.consent')}>
            {t('support.until')} <Instant at={of.consent.until} />
          </Fact>
        )}
      </dl>
    </section>
  );
};

const Conditions = ({ of }: { of: SupportView }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (of.conditions.length + of.documents.length === 0) return null;
  return (
    <section className="stack" aria-label={t('support.conditions')}>
      <h2>{t('support.conditions')}</h2>
      {of.consent === null && <p className="quiet">{t('support.beforeConsent')}</p>}
      <ul className="support-list">
        {of.conditions.map(({ code, name, shown, how }) => (
          <li key={code}>
            {say(name)} <strong>{t(shown ? 'support.shown' : 'support.unshown')}</strong>
            {how && <Said small>{how}</Said>}
          </li>
        ))}
        {of.documents.map(({ code, name, citation }) => (
          <li key={code}>{t('support.paper', { paper: say(name), rule: say(citation.text) })}</li>
        ))}
      </ul>
    </section>
  );
};

const Standing = ({ of }: { of: SupportView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="inline">
      <strong>{say(of.end ? supportEndWords[of.end] : supportStatusWords[of.status])}</strong>
      <span>{say(of.placeName)}</span>
      <Link to="/cases/$id" params={{ id: of.case }}>
        {t('whistle.case')}
      </Link>
    </p>
  );
};

const Whole = ({ of }: { of: SupportView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate({ from: '/supports/$id' });
  const { act } = useSearch({ from: '/desk/supports/$id' });
  const order = Object.keys(supportForms);
  const offers = of.acts
    .toSorted((a, b) => order.indexOf(a.act) - order.indexOf(b.act))
    .flatMap((choice): Offer[] => {
      const { act: name } = choice;
      if (!isSupportAct(name) || !(supportForms[name].applies?.(of) ?? true)) return [];
      return [
        {
          id: name,
          name: say(choice.name),
          letter: supportForms[name].letter,
          allowed: choice.allowed,
          pressing: isPressing(of, name, choice.likely),
          why: choice.why,
          take: () => void navigate({ search: { act: name }, replace: true }),
        },
      ];
    });
  const open: OpenSupportAct | null =
    act && isSupportAct(act) ? { process: 'support', id: of.id, act } : null;
  return (
    <Page title={say(of.measureName)} aside={<Standing of={of} />}>
      <div className="support-page">
        <div className="stack">
          <Words title={t('support.words')} said={of.words} />
          {of.delivery && <Words title={t('support.evidence')} said={of.delivery.evidence} />}
          {of.denial && (
            <section className="stack" aria-label={t('support.denied')}>
              <h2>{t('support.denied')}</h2>
              {of.denial.words ? (
                <Said small>{of.denial.words}</Said>
              ) : (
                <Instant at={of.denial.at} />
              )}
            </section>
          )}
          {of.told?.reason && <Words title={t('support.reason')} said={of.told.reason} />}
          {of.told?.next && <Words title={t('support.next')} said={of.told.next} />}
        </div>
        <div className="stack">
          <Facts of={of} />
          <Conditions of={of} />
          <Thread of={of.thread} />
        </div>
        <div>
          <Clocks of={of.clocks} />
        </div>
      </div>
      <ActBar offers={offers} />
      <OpenedAct open={open} close={() => void navigate({ search: {}, replace: true })} />
    </Page>
  );
};

/** What is owed is the delivery; while something is still to be shown, that comes first. */
function isPressing({ acts, conditions }: SupportView, act: SupportAct, likely: boolean): boolean {
  const left = conditions.some(({ shown }) => !shown);
  if (act === 'show') return left && acts.some((one) => one.act === 'deliver' && one.likely);
  return likely && !(act === 'deliver' && left);
}

/** One support: what the person was told, what it takes, how it stands, and what to do. */
export const Support = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/supports/$id' });
  const found = useQuery(supportQuery(id));
  if (found.data) return <Whole key={id} of={found.data} />;
  return (
    <Page title={t('screen.support')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
