import { Drawer } from 'antd';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import { actWords } from '../../../contract/words.ts';
import { useMedia } from '../../app/media.ts';
import { useSay } from '../../words/say.ts';
import type { OpenAct } from '../OpenedAct.tsx';
import { CaseActForm } from './CaseActForm.tsx';
import { WhistleActForm } from './WhistleActForm.tsx';

interface ActDrawerProps {
  readonly open: OpenAct;
  readonly close: () => void;
  readonly done: () => void;
}

/** One act at a time, beside the matter it is about. */
export const ActDrawer = ({ open, close, done }: ActDrawerProps) => {
  const say = useSay();
  const phone = useMedia('(max-width: 600px)');
  const name = open.process === 'case' ? actWords[open.act] : whistleActWords[open.act];
  return (
    <Drawer
      open
      onClose={close}
      title={say(name)}
      size={phone ? window.innerWidth : 520}
      destroyOnHidden
    >
      {open.process === 'case' ? (
        <CaseActForm id={open.id} act={open.act} close={close} done={done} />
      ) : (
        <WhistleActForm open={open} close={close} done={done} />
      )}
    </Drawer>
  );
};
