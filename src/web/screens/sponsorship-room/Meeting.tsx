import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SponsorshipActForm } from '../../acts/ActDrawer/SponsorshipActForm.tsx';
import { useSay } from '../../words/say.ts';
import { OneSponsorship } from '../sponsorship/OneSponsorship.tsx';

/** 记录会商: taken down while it sits, with the keyboard alone; whoever is named in it reads it afterwards. */
export const Meeting = () => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const { id } = useParams({ from: '/desk/sponsorships/$id/meeting' });
  const back = () => void navigate({ to: '/sponsorships/$id/force', params: { id } });
  return (
    <OneSponsorship id={id} part={t('screen.meeting')}>
      {(of) => {
        const choice = of.acts.find(({ act }) => act === 'hold-meeting');
        if (of.force === null || of.force.over) return <p role="note">{t('force.none')}</p>;
        if (!choice?.allowed) {
          return <p role="note">{choice?.why ? say(choice.why) : t('acts.none')}</p>;
        }
        return (
          <div className="sponsorship-form">
            <p className="sponsorship-text sponsorship-note">{of.force.mandate}</p>
            <SponsorshipActForm
              open={{ process: 'sponsorship', id, act: 'hold-meeting' }}
              close={back}
              done={back}
            />
          </div>
        );
      }}
    </OneSponsorship>
  );
};
