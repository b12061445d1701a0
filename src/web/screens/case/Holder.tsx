import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { useMedia } from '../../app/media.ts';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';

/** Who answers for it at this instant, why, and through whose hands it came. */
export const Holder = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const desk = useMedia('(min-width: 1101px)');
  return (
    <section className="stack case-holder" aria-label={t('case.holder')}>
      <h2>{t('case.holder')}</h2>
      <p className="case-holder-name">{say(of.holderName)}</p>
      {of.assignment && (
        <p>
          {of.assignment.mine
            ? t('inside.mine')
            : t('inside.within', {
                who: say(of.assignment.postName ?? of.assignment.officeName ?? of.holderName),
              })}
        </p>
      )}
      {of.because && (
        <details>
          <summary>{t('case.why')}</summary>
          <div className="stack clock-why">
            <p>{say(of.because.sentence)}</p>
            <Law citation={of.because.citation} />
          </div>
        </details>
      )}
      <details open={desk}>
        <summary>{t('case.chain')}</summary>
        <dl className="case-chain">
          <div>
            <dt>{t('case.receivedBy')}</dt>
            <dd>{say(of.receivedByName)}</dd>
          </div>
          {of.leadName && (
            <div>
              <dt>{t('case.lead')}</dt>
              <dd>{say(of.leadName)}</dd>
            </div>
          )}
          {of.assisting.length > 0 && (
            <div>
              <dt>{t('case.assisting')}</dt>
              <dd>{of.assisting.map(({ name }) => say(name)).join(t('list.comma'))}</dd>
            </div>
          )}
          {of.level && (
            <div>
              <dt>{t('case.level')}</dt>
              <dd>{t(`level.${of.level}`)}</dd>
            </div>
          )}
        </dl>
      </details>
    </section>
  );
};
