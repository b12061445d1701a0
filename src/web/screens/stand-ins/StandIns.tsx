import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InstitutionView } from '../../../contract/institution.ts';
import type { PostView } from '../../../contract/session.ts';
import { useSession } from '../../app/session.tsx';
import { Instant } from '../../components/Instant.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { client } from '../../server/client.ts';
import { call } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { institutionQuery } from '../../server/queries.ts';
import { useSend } from '../../server/useSend.ts';
import { useSay } from '../../words/say.ts';
import { NameOne } from './NameOne.tsx';
import './stand-ins.css';

type StandIn = InstitutionView['standIns'][number];

const usePostName = () => {
  const say = useSay();
  return ({ unitName, officeName, roleName }: PostView) =>
    [unitName, ...(officeName ? [officeName] : []), roleName].map(say).join(' ');
};

interface RowsProps {
  readonly title: string;
  readonly none: string;
  readonly rows: readonly StandIn[];
  readonly end: ((id: string) => void) | null;
  /** What ending one is called: one that has not begun is taken back. */
  readonly ending?: string;
}

const Rows = ({ title, none, rows, end, ending }: RowsProps) => {
  const { t } = useTranslation();
  const name = usePostName();
  const { post } = useSession();
  const may = (absent: PostView): boolean =>
    post.role === 'administrator' || (post.role === 'unit_head' && absent.unit === post.unit);
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {rows.length === 0 && <p className="quiet">{none}</p>}
      <ul className="stand-ins">
        {rows.map(({ id, absent, present, validFrom, validTo }) => (
          <li key={id} className="stand-in">
            <span>
              <strong>{name(present)}</strong> {t('standIns.for')} {name(absent)}
            </span>
            <span className="quiet">
              <Instant at={validFrom} /> — {validTo && <Instant at={validTo} ending />}
            </span>
            {end && may(absent) && (
              <Button size="small" onClick={() => end(id)}>
                {ending ?? t('standIns.end')}
                <span className="unseen"> {name(absent)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** 代班: who acts for whom now, who will, who did; named and ended by the head or an administrator. */
export const StandIns = () => {
  const { t } = useTranslation();
  const { post, now } = useSession();
  const found = useQuery(institutionQuery);
  const again = () => client.invalidateQueries({ queryKey: institutionQuery.queryKey });
  const version = found.data?.version ?? 0;
  const end = useSend({
    mutationFn: (id: string) =>
      call('POST', paths.change('end-stand-in'), { expectedVersion: version, id }),
    onSettled: again,
  });
  const all = found.data?.standIns ?? [];
  const begun = ({ validFrom }: StandIn): boolean => Date.parse(validFrom) <= Date.parse(now);
  const names = post.role === 'unit_head' || post.role === 'administrator';
  return (
    <Page title={t('screen.standIns')}>
      <p className="quiet">{t('standIns.what')}</p>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {end.error && <Trouble of={end.error} />}
      {found.isPending && <p className="quiet">{t('page.loading')}</p>}
      {found.data && (
        <>
          <Rows
            title={t('standIns.present')}
            none={t('standIns.nonePresent')}
            rows={all.filter(begun)}
            end={end.mutate}
          />
          <Rows
            title={t('standIns.coming')}
            none={t('standIns.noneComing')}
            rows={all.filter((one) => !begun(one))}
            ending={t('standIns.takeBack')}
            end={end.mutate}
          />
          {names ? (
            <NameOne version={version} done={() => void again()} />
          ) : (
            <p className="quiet">{t('standIns.whoNames')}</p>
          )}
          <Rows
            title={t('standIns.past')}
            none={t('standIns.nonePast')}
            rows={found.data.pastStandIns}
            end={null}
          />
        </>
      )}
    </Page>
  );
};
