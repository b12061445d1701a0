import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SupportMatching as Matching } from '../../../contract/supports.ts';
import { Page } from '../../components/Page/Page.tsx';
import { SupportRows } from '../../components/Support/SupportRows.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { supportMatchingQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Proposal } from './Proposal.tsx';
import '../../components/Support/support.css';

interface NeedsProps {
  readonly of: Matching;
  readonly chosen: readonly string[];
  readonly choose: (needs: readonly string[]) => void;
}

/** Asked about and not kept: only the need that an offer answers is, with the offer. */
const Needs = ({ of, chosen, choose }: NeedsProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <fieldset className="stack">
      <legend>{t('support.needs')}</legend>
      <p className="quiet small">{t('support.needsRead')}</p>
      <div className="support-needs">
        {of.needs.map(({ code, name }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
              }
            />
            {say(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** A case's supports, and what the catalogue has for the needs agreed with the person. */
export const SupportMatching = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { id } = useParams({ from: '/desk/cases/$id/supports' });
  const [needs, setNeeds] = useState<readonly string[]>([]);
  const found = useQuery(supportMatchingQuery(id, needs));
  const of = found.data;
  return (
    <Page
      title={t('screen.supportMatching')}
      aside={
        <Link to="/cases/$id" params={{ id }}>
          {t('whistle.case')}
        </Link>
      }
    >
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {of && (
        <div className="stack">
          <section className="stack" aria-label={t('support.offered')}>
            <h2>{t('support.offered')}</h2>
            {of.supports.length === 0 ? (
              <p className="quiet">{t('support.noneHere')}</p>
            ) : (
              <SupportRows of={of.supports} />
            )}
          </section>
          <h2>{t('support.match')}</h2>
          {of.why && (
            <p className="support-not" role="note">
              {say(of.why)}
            </p>
          )}
          <Needs of={of} chosen={needs} choose={setNeeds} />
          <ul className="support-proposals">
            {of.proposals.map((one) => (
              <Proposal key={one.measure} id={id} of={one} may={of.why === null} />
            ))}
          </ul>
          {needs.length > 0 && of.proposals.length === 0 && !found.isFetching && (
            <p>{t('support.noMatch')}</p>
          )}
        </div>
      )}
    </Page>
  );
};
