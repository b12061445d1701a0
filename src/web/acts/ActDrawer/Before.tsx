import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseAct, CaseView } from '../../../contract/cases.ts';
import { whistleKindWords } from '../../../contract/whistle-words.ts';
import type { WhistleAct, WhistleView } from '../../../contract/whistles.ts';
import { DraftOf } from '../../components/Matter/Draft.tsx';
import { useSay } from '../../words/say.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const Objection = ({ of }: { of: NonNullable<CaseView['objection']> }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <dl className="case-facts">
      <Fact name={t('before.objector')}>{say(of.unitName)}</Fact>
      <Fact name={t('before.basis')}>{say(of.basis)}</Fact>
      <Fact name={t('before.reason')}>{of.reason}</Fact>
    </dl>
  );
};

const Extension = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { extension, clocks } = of;
  const clock = clocks.find(({ id }) => id === extension?.clock);
  return (
    extension && (
      <dl className="case-facts">
        {clock && <Fact name={t('before.clock')}>{say(clock.kindName)}</Fact>}
        <Fact name={t('before.longer')}>{say(extension.byText)}</Fact>
        <Fact name={t('before.reason')}>{extension.reason}</Fact>
      </dl>
    )
  );
};

/** Nobody agrees to what they were not shown: what an act on a case decides, before its buttons. */
export const BeforeCaseAct = ({ of, act }: { of: CaseView; act: CaseAct }) => {
  switch (act) {
    case 'agree-reply':
    case 'send-back-reply':
      return of.draft && <DraftOf draft={of.draft} />;
    case 'decide-objection':
      return of.objection && <Objection of={of.objection} />;
    case 'decide-extension':
      return <Extension of={of} />;
    default:
      return null;
  }
};

/** The same of a whistle that waits to go out: what is lacked, what was tried, who would be called. */
export const BeforeWhistleAct = ({ of, act }: { of: WhistleView; act: WhistleAct }) => {
  const { t } = useTranslation();
  const say = useSay();
  if (act !== 'screen') return null;
  return (
    <dl className="case-facts">
      <Fact name={t('before.level')}>
        {t('whistle.kind', { kind: say(whistleKindWords[of.kind]), level: of.level })}
      </Fact>
      <Fact name={t('whistle.missing')}>
        {of.missing.map(({ name }) => say(name)).join(t('list.comma'))}
      </Fact>
      <Fact name={t('whistle.tried')}>
        <ul>
          {of.tried.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Fact>
      <Fact name={t('before.calls')}>
        <ul>
          {of.calls.map(({ unit, unitName, because }) => (
            <li key={unit}>
              {say(unitName)} <span className="quiet small">{say(because)}</span>
            </li>
          ))}
        </ul>
      </Fact>
      {of.override && <Fact name={t('whistle.override')}>{of.override}</Fact>}
    </dl>
  );
};
