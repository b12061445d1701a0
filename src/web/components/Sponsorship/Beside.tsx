import { useTranslation } from 'react-i18next';
import type { NominationChoices } from '../../../contract/sponsorships.ts';
import { Instant } from '../Instant.tsx';
import './sponsorship.css';

interface BesideProps {
  readonly of: NominationChoices['sponsors'][number];
  readonly load: { readonly live: number; readonly cap: number };
}

/** A leader's attention is bounded: how many of how many, and what a new one would stand beside. */
export const Beside = ({ of, load }: BesideProps) => {
  const { t } = useTranslation();
  return (
    <span className="seats-beside">
      <span className={load.live >= load.cap ? 'left-breach' : undefined}>
        {t(load.live >= load.cap ? 'nomination.full' : 'sponsorDesk.load', load)}
      </span>
      {of.inHand.map(({ title, endsAt }, index) => (
        // Cases of another unit have no name here: their place in the list is who they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <span key={index}>
          {title ?? t('nomination.untold')}
          {endsAt && (
            <>
              {' · '}
              {t('sponsorship.end')} <Instant at={endsAt} dated ending />
            </>
          )}
        </span>
      ))}
    </span>
  );
};
