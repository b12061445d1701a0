import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PetitionView } from '../../../contract/petitions.ts';
import { Instant } from '../../components/Instant.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { useSay } from '../../words/say.ts';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** What it was registered as, and who has a part in it. */
export const Facts = ({ of }: { of: PetitionView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="stack" aria-label={t('petition.facts')}>
      <h2>{t('petition.facts')}</h2>
      <dl className="case-facts">
        <Fact name={t('petition.kind')}>
          {say(of.kindName)}
          {of.kindCitation && <Law citation={of.kindCitation} />}
        </Fact>
        <Fact name={t('petition.received')}>
          <Instant at={of.openedAt} />
        </Fact>
        <Fact name={t('petition.office')}>{say(of.officeName)}</Fact>
        <Fact name={t('petition.body')}>
          {of.bodyName ? say(of.bodyName) : t('petition.noBody')}
          {of.bodies.length > 0 && (
            <ul>
              {of.bodies.map(({ unit, name, names }) => (
                <li key={unit}>
                  {say(name)} {names && t('petition.names', { body: say(names) })}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {of.representatives > 1 && (
          <Fact name={t('petition.representatives')}>{of.representatives}</Fact>
        )}
        {of.hearingSince && (
          <Fact name={t('petition.hearing')}>
            <Instant at={of.hearingSince} />
          </Fact>
        )}
      </dl>
    </section>
  );
};
