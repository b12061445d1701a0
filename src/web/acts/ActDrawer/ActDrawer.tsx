import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { actWords } from '../../../contract/words.ts';
import { useMedia } from '../../app/media.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { caseQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import type { OpenAct } from '../OpenedAct.tsx';
import { ActForm } from './ActForm.tsx';

interface ActDrawerProps {
  readonly open: OpenAct;
  readonly close: () => void;
  readonly done?: (open: OpenAct) => void;
}

const Body = ({ open, close, done }: ActDrawerProps) => {
  const { t } = useTranslation();
  const found = useQuery(caseQuery(open.id));
  if (found.data) {
    return (
      <ActForm
        key={`${open.id} ${open.act}`}
        of={found.data}
        act={open.act}
        reload={async () => (await found.refetch()).data?.version}
        close={close}
        done={() => done?.(open)}
      />
    );
  }
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  return <p className="quiet">{t('page.loading')}</p>;
};

/** One act at a time, beside the matter it is about. */
export const ActDrawer = (props: ActDrawerProps) => {
  const { open, close } = props;
  const say = useSay();
  const phone = useMedia('(max-width: 600px)');
  return (
    <Drawer
      open
      onClose={close}
      title={say(actWords[open.act])}
      size={phone ? window.innerWidth : 520}
      destroyOnHidden
    >
      <Body {...props} />
    </Drawer>
  );
};
