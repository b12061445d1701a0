import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChannelView } from '../../../contract/rulebook.ts';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { newKey, post, Refused } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { Channels } from './Channels.tsx';

const COUNTED = 'api.reports-official';
const counted = (failure: unknown): boolean =>
  failure instanceof Refused && failure.problem.code === COUNTED;

/**
 * A report against an official is shown its lawful way and nothing of it is written down: what goes
 * to the server is that there was one.
 */
export const Statutory = ({
  channels,
  again,
}: {
  channels: readonly ChannelView[];
  again: () => void;
}) => {
  const { t } = useTranslation();
  const count = useSend({
    mutationFn: () => post(paths.cases(), { reportsOfficial: true }, newKey()),
  });
  return (
    <section className="stack">
      <p className="act-does act-legal">{t('register.notHere')}</p>
      <Channels channels={channels.filter(({ kind }) => kind === 'statutory')} />
      {counted(count.error) ? (
        <div className="stack" role="status">
          <p>{t('register.counted')}</p>
          <div>
            <Button type="primary" onClick={again}>
              {t('register.next')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          {count.error && <Trouble of={count.error} />}
          <div>
            <Button type="primary" loading={count.isPending} onClick={() => count.mutate()}>
              {t('register.told')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};
