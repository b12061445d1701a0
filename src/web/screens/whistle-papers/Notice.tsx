import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { whistleKindWords } from '../../../contract/whistle-words.ts';
import type { CallOutView, WhistleView } from '../../../contract/whistles.ts';
import { rankNeeded } from '../../acts/rank.ts';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';
import { Paper } from './Paper.tsx';

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** One page to one unit: all it needs to come, and how to say that it is not for it. */
const Sheet = ({ of, callOut }: { of: WhistleView; callOut: CallOutView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { terms } = of;
  return (
    <article className="paper">
      <h2>{t('papers.notice')}</h2>
      <p className="paper-number">
        {t('papers.number', { id: of.id, n: callOut.n })}
        {' · '}
        {t('whistle.kind', { kind: say(whistleKindWords[of.kind]), level: of.level })}
      </p>
      <p className="paper-to">{t('papers.to', { unit: say(callOut.unitName) })}</p>
      <dl className="paper-facts">
        <Line name={t('papers.from')}>
          {say(of.issuerName)}
          {of.issuerTelephone && <strong className="paper-phone"> {of.issuerTelephone}</strong>}
        </Line>
        <Line name={t('papers.about')}>
          {of.title ?? (of.categoryName && say(of.categoryName))}
        </Line>
        <Line name={t('case.place')}>
          {say(of.placeName)}
          {of.placeDetail && ` · ${of.placeDetail}`}
        </Line>
        <Line name={t('papers.powers')}>
          {callOut.powers.map(({ power, name, citation }) => (
            <div key={power}>
              {say(name)}
              <Law citation={citation} />
            </div>
          ))}
        </Line>
        <Line name={t('whistle.whyCalled')}>{say(callOut.because)}</Line>
        {callOut.clocks
          .filter(({ kind }) => kind === 'sign' || kind === 'report-in')
          .map((clock) => (
            <Line key={clock.id} name={say(clock.kindName)}>
              <strong>
                {t('slip.by')} <Instant at={clock.dueAt} dated ending />
              </strong>
            </Line>
          ))}
        <Line name={t('whistle.terms')}>
          {t('terms.who', { rank: say(rankNeeded(of, callOut).name), count: terms.headCount })}
          {terms.remote && ` ${t('terms.remote')}`}
        </Line>
        <Line name={t('papers.objecting')}>{t('papers.howToObject')}</Line>
      </dl>
    </article>
  );
};

/** 报到通知, on paper: for whoever is not at a screen. */
export const Notice = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/whistles/$id/notice' });
  return (
    <Paper
      id={id}
      title={t('papers.notice')}
      sheets={(of) =>
        of.callOuts.map((callOut) => <Sheet key={callOut.n} of={of} callOut={callOut} />)
      }
    />
  );
};
