import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Content, openWith, Unreadable } from '../../../contract/envelope.ts';
import type { SealedReport } from '../../../contract/reports.ts';
import { Said } from '../../components/Said/Said.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import type { Unlocked } from './Unlock.tsx';
import { useDay } from './useDay.ts';

interface Told {
  readonly on: string;
  readonly content: Content | 'erased' | 'unreadable';
}

/** Fetches the envelopes, which is a look and logged, and opens them here. */
async function opened(id: string, key: Unlocked): Promise<readonly Told[]> {
  const report = await call<SealedReport>('POST', paths.openReport(id));
  return Promise.all(
    report.told.map(async ({ on, envelope }): Promise<Told> => {
      if (envelope === null) return { on, content: 'erased' };
      try {
        return { on, content: await openWith(key, id, envelope) };
      } catch (failure) {
        if (failure instanceof Unreadable) return { on, content: 'unreadable' };
        throw failure;
      }
    }),
  );
}

const Words = ({ content }: { content: Content }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: rules } = useQuery(rulebookQuery);
  const unit = rules?.units.find(({ id }) => id === content.unit);
  const named = unit === undefined ? content.unit : say(unit.name);
  return (
    <>
      <Said>{content.words}</Said>
      <p>{named === null ? t('sealedDesk.noUnit') : t('sealedDesk.unit', { unit: named })}</p>
    </>
  );
};

/** What was told, readable in this page and nowhere else. Kept in no cache: it goes when it is closed. */
export const Opened = ({
  id,
  times,
  unlocked,
}: {
  id: string;
  /** How often something was told: only more of it is fetched anew, for that is another look. */
  times: number;
  unlocked: Unlocked;
}) => {
  const { t } = useTranslation();
  const day = useDay();
  const told = useQuery({
    queryKey: ['opened-report', id, times],
    queryFn: () => opened(id, unlocked),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return (
    <div className="stack sealed-opened">
      {told.error && <Trouble of={told.error} />}
      {told.isPending && <p className="quiet">{t('page.loading')}</p>}
      {told.data?.map(({ on, content }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was told stays in its order
        <div key={n} className="stack">
          <h2>{t('sealedDesk.ofDay', { day: day(on) })}</h2>
          {content === 'erased' || content === 'unreadable' ? (
            <p className="sealed-warn">{t(`sealedDesk.${content}`)}</p>
          ) : (
            <Words content={content} />
          )}
        </div>
      ))}
      <p className="sealed-warn">{t('sealedDesk.print')}</p>
    </div>
  );
};
