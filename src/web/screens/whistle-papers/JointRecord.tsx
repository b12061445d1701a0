import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  callOutEndWords,
  callOutStatusWords,
  conclusionWords,
  modeWords,
  settlementWords,
  whistleKindWords,
} from '../../../contract/whistle-words.ts';
import type { CallOutView, StepView, WhistleView } from '../../../contract/whistles.ts';
import { Instant } from '../../components/Instant.tsx';
import { useSay } from '../../words/say.ts';
import { Paper } from './Paper.tsx';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="paper-part">
    <h3>{title}</h3>
    {children}
  </section>
);

/** Asked, came, said: what there is to know of a unit that was called. */
const Called = ({ of }: { of: CallOutView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { presence, end, status, settlement, settled } = of;
  return (
    <li>
      <p>
        <strong>{say(of.unitName)}</strong>{' '}
        {say(end ? callOutEndWords[end] : callOutStatusWords[status])}
        {settlement && ` · ${say(settlementWords[settlement])}`}
      </p>
      {presence && (
        <p>
          {t('whistle.came', {
            mode: say(modeWords[presence.mode]),
            rank: say(presence.rankName),
            count: presence.headCount,
          })}{' '}
          <Instant at={presence.at} dated />
          {presence.late && ` ${t('whistle.cameLate')}`}
          {presence.short.rank && ` ${t('whistle.shortRank')}`}
          {presence.short.headCount && ` ${t('whistle.shortCount')}`}
        </p>
      )}
      {settled && <p className="paper-said">{settled}</p>}
    </li>
  );
};

const Step = ({ of }: { of: StepView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <li>
      <p>
        {of.what} · <strong>{say(of.ownerName)}</strong> · {t('slip.by')}{' '}
        <Instant at={of.clock.dueAt} dated ending />
        {of.status !== 'open' && ` · ${t(`plan.${of.status}`)}`}
        {of.clock.breachedAt && ` · ${t('plan.late')}`}
      </p>
      {of.note && <p className="paper-said">{of.note}</p>}
    </li>
  );
};

const Sheet = ({ of }: { of: WhistleView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const concluded = of.thread.findLast(({ type }) => type === 'Concluded');
  const signers = [of.issuerName, ...of.callOuts.map(({ unitName }) => unitName)];
  return (
    <article className="paper">
      <h2>{t('papers.record')}</h2>
      <p className="paper-number">
        {t('papers.whistleNumber', { id: of.id })}
        {' · '}
        {t('whistle.kind', { kind: say(whistleKindWords[of.kind]), level: of.level })}
        {' · '}
        <Instant at={of.openedAt} dated />
      </p>
      <Part title={t('papers.about')}>
        <p>
          {of.title ?? (of.categoryName && say(of.categoryName))} · {say(of.placeName)}
          {of.placeDetail && ` · ${of.placeDetail}`}
        </p>
        <p>
          {t('whistle.by', { issuer: say(of.issuerName) })}
          {' · '}
          {of.missing.map(({ name }) => say(name)).join(t('list.comma'))}
        </p>
      </Part>
      {of.tried.length > 0 && (
        <Part title={t('whistle.tried')}>
          <ul className="paper-list">
            {of.tried.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('papers.presence')}>
        <ul className="paper-list">
          {of.callOuts.map((callOut) => (
            <Called key={callOut.n} of={callOut} />
          ))}
        </ul>
      </Part>
      <Part title={t('plan.title')}>
        {of.steps.length === 0 && <p>{t('papers.noPlan')}</p>}
        <ol className="paper-list">
          {of.steps.map((step) => (
            <Step key={step.n} of={step} />
          ))}
        </ol>
      </Part>
      <Part title={t('papers.conclusion')}>
        {of.result ? (
          <p>
            <strong>{say(conclusionWords[of.result])}</strong>{' '}
            {concluded && say(concluded.sentence)}
          </p>
        ) : (
          <p>{t('papers.notConcluded')}</p>
        )}
      </Part>
      <Part title={t('papers.signatures')}>
        <ul className="paper-signatures">
          {signers.map((unit, index) => (
            // A unit called twice signs twice.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>
              <span>{say(unit)}</span>
              <span className="paper-line" />
            </li>
          ))}
        </ul>
      </Part>
    </article>
  );
};

/** 联合处置记录: who was called, who came, what was planned and done, and where each signs. */
export const JointRecord = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/whistles/$id/record' });
  return <Paper id={id} title={t('papers.record')} sheets={(of) => <Sheet of={of} />} />;
};
