import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SponsorshipAct, SponsorshipView } from '../../../contract/sponsorships.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { OpenedAct, type OpenSponsorshipAct } from '../../acts/OpenedAct.tsx';
import { sponsorshipForms } from '../../acts/sponsorship-forms.ts';
import { sponsorshipOffers } from '../../acts/sponsorship-offers.ts';
import { useSession } from '../../app/session.tsx';
import { useSay } from '../../words/say.ts';

interface Part {
  readonly open: OpenSponsorshipAct | null;
  readonly take: (act: SponsorshipAct, n?: number) => void;
  readonly close: () => void;
}

/** The act under way on a page that shows a part of a sponsorship. */
export const usePart = (of: SponsorshipView): Part => {
  const [open, setOpen] = useState<OpenSponsorshipAct | null>(null);
  const navigate = useNavigate();
  return {
    open,
    take: (act, n) => {
      if (act === 'hold-meeting') {
        return void navigate({ to: '/sponsorships/$id/meeting', params: { id: of.id } });
      }
      setOpen({ process: 'sponsorship', id: of.id, act, ...(n === undefined ? {} : { n }) });
    },
    close: () => setOpen(null),
  };
};

interface ActsProps {
  readonly of: SponsorshipView;
  readonly part: Part;
  /** What belongs to this page; all else is on the sponsorship's own. */
  readonly among: readonly SponsorshipAct[];
}

/** The acts of this part alone. */
export const Acts = ({ of, part, among }: ActsProps) => {
  const say = useSay();
  const { post } = useSession();
  const offers = sponsorshipOffers(of, post.unit)
    .filter(({ act }) => among.includes(act))
    .map(
      ({ act, n, choice }): Offer => ({
        id: act,
        name: say(choice.name),
        letter: sponsorshipForms[act].letter,
        allowed: choice.allowed,
        pressing: choice.likely,
        why: choice.why,
        take: () => part.take(act, n),
      }),
    );
  return (
    <>
      <ActBar offers={offers} inSight={{ phone: 2, desk: 4 }} />
      <OpenedAct open={part.open} close={part.close} />
    </>
  );
};
