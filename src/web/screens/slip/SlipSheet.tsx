import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import type { SlipView } from '../../../contract/cases.ts';
import { kindWords } from '../../../contract/words.ts';
import { Instant } from '../../components/Instant.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { slipQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import './slip.css';

/** Drawn as one path in black on white on every ground: a telephone has to read it. */
const Qr = ({ text, label }: { text: string; label: string }) => {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((line, y) => line.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg className="slip-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
};

const Sheet = ({ slip }: { slip: SlipView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { receipt, receiptGrouped, office, next } = slip;
  return (
    <article className="slip">
      <h2>{say(office.name)}</h2>
      {receiptGrouped ? (
        <>
          <p className="quiet">{t('slip.code')}</p>
          <p className="slip-code">{receiptGrouped}</p>
          <p>{t('slip.keep')}</p>
        </>
      ) : (
        <p>{t('slip.codeElsewhere')}</p>
      )}
      <dl className="slip-facts">
        {office.telephone && (
          <>
            <dt>{t('slip.telephone')}</dt>
            <dd className="slip-telephone">{office.telephone}</dd>
          </>
        )}
        <dt>{t('slip.registered')}</dt>
        <dd>
          <Instant at={slip.registeredAt} dated />
        </dd>
        <dt>{t('slip.about')}</dt>
        <dd>
          {say(kindWords[slip.kind])} · {say(slip.placeName)}
        </dd>
        {next && (
          <>
            <dt>{t('slip.next')}</dt>
            <dd>
              {say(next.what)} · {say(next.unitName)} · {t('slip.by')}{' '}
              <Instant at={next.dueAt} dated ending />
              <span className="slip-note">{say(next.because)}</span>
            </dd>
          </>
        )}
      </dl>
      {receipt && slip.web && (
        <figure className="slip-figure">
          <Qr text={`${window.location.origin}/r/${receipt}`} label={t('slip.qr')} />
          <figcaption>{t('slip.qr')}</figcaption>
        </figure>
      )}
    </article>
  );
};

export const SlipSheet = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const found = useQuery(slipQuery(id));
  if (found.data) return <Sheet slip={found.data} />;
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  return <p className="quiet">{t('page.loading')}</p>;
};
