import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import { useSession } from '../../app/session.tsx';
import { Instant } from '../../components/Instant.tsx';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Contact } from './Contact.tsx';

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const CaseLink = ({ id }: { id: string }) => (
  <Link to="/cases/$id" params={{ id }}>
    {id}
  </Link>
);

/** Whose it is to see who looked. */
const LOOKS: ReadonlySet<string> = new Set(['unit_head', 'supervisor', 'auditor']);

export const Facts = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const { data: rules } = useQuery(rulebookQuery);
  const urgency = rules?.urgencies.find(({ code }) => code === of.urgency);
  return (
    <section className="stack" aria-label={t('case.facts')}>
      <h2>{t('case.facts')}</h2>
      <dl className="case-facts">
        {of.categoryName && <Fact name={t('case.category')}>{say(of.categoryName)}</Fact>}
        {urgency && <Fact name={t('case.urgency')}>{say(urgency.name)}</Fact>}
        <Fact name={t('case.place')}>
          {say(of.placeName)}
          {of.placeDetail && ` · ${of.placeDetail}`}
        </Fact>
        {of.breaches > 0 && (
          <Fact name={t('case.breaches')}>
            <span className="left-breach">{t('case.breachCount', { count: of.breaches })}</span>
          </Fact>
        )}
        {of.mergedInto && (
          <Fact name={t('case.mergedInto')}>
            <CaseLink id={of.mergedInto} />
          </Fact>
        )}
        {of.joined.length > 0 && (
          <Fact name={t('case.joined')}>
            {of.joined.map((id) => (
              <span key={id}>
                <CaseLink id={id} />{' '}
              </span>
            ))}
          </Fact>
        )}
        {LOOKS.has(post.role) && (
          <Fact name={t('screen.looks')}>
            <Link to="/cases/$id/looks" params={{ id: of.id }}>
              {t('case.looks')}
            </Link>
          </Fact>
        )}
        {of.external.map((reference) => (
          <Fact key={`${reference.system} ${reference.number}`} name={reference.system}>
            {reference.number}
            {reference.state && ` · ${reference.state}`}
            {reference.dueAt && (
              <>
                {' · '}
                {t('case.upstreamDue')} <Instant at={reference.dueAt} ending />
              </>
            )}
          </Fact>
        ))}
        {of.extension && (
          <Fact name={t('case.extension')}>
            {of.extension.by}
            {' · '}
            {t(
              of.extension.granted === null
                ? 'case.extensionAsked'
                : of.extension.granted
                  ? 'case.extensionGranted'
                  : 'case.extensionRefused',
            )}
            {of.extension.newDueAt && (
              <>
                {' · '}
                <Instant at={of.extension.newDueAt} ending />
              </>
            )}
          </Fact>
        )}
      </dl>
      <Contact of={of} />
      {of.receivedBy === post.unit && (
        <p className="no-print">
          <Link to="/cases/$id/slip" params={{ id: of.id }}>
            {t('case.slip')}
          </Link>
        </p>
      )}
    </section>
  );
};
