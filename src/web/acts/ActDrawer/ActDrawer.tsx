import { Drawer } from 'antd';
import type { Text } from '../../../contract/common.ts';
import { petitionActWords } from '../../../contract/petition-words.ts';
import { sponsorshipActWords } from '../../../contract/sponsorship-words.ts';
import { supportActWords } from '../../../contract/support-words.ts';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import { actWords } from '../../../contract/words.ts';
import { useMedia } from '../../app/media.ts';
import { useSay } from '../../words/say.ts';
import type { OpenAct } from '../OpenedAct.tsx';
import { CaseActForm } from './CaseActForm.tsx';
import { PetitionActForm } from './PetitionActForm.tsx';
import { SponsorshipActForm } from './SponsorshipActForm.tsx';
import { SupportActForm } from './SupportActForm.tsx';
import { WhistleActForm } from './WhistleActForm.tsx';

interface ActDrawerProps {
  readonly open: OpenAct;
  readonly close: () => void;
  readonly done: () => void;
}

const nameOf = (open: OpenAct): Text => {
  switch (open.process) {
    case 'case':
      return actWords[open.act];
    case 'whistle':
      return whistleActWords[open.act];
    case 'support':
      return supportActWords[open.act];
    case 'petition':
      return petitionActWords[open.act];
    case 'sponsorship':
      return sponsorshipActWords[open.act];
  }
};

/** One act at a time, beside the matter it is about. */
export const ActDrawer = ({ open, close, done }: ActDrawerProps) => {
  const say = useSay();
  const phone = useMedia('(max-width: 600px)');
  return (
    <Drawer
      open
      onClose={close}
      title={say(nameOf(open))}
      size={phone ? window.innerWidth : 520}
      destroyOnHidden
    >
      {open.process === 'case' && (
        <CaseActForm id={open.id} act={open.act} close={close} done={done} />
      )}
      {open.process === 'whistle' && <WhistleActForm open={open} close={close} done={done} />}
      {open.process === 'support' && <SupportActForm open={open} close={close} done={done} />}
      {open.process === 'sponsorship' && (
        <SponsorshipActForm open={open} close={close} done={done} />
      )}
      {open.process === 'petition' && <PetitionActForm open={open} close={close} done={done} />}
    </Drawer>
  );
};
