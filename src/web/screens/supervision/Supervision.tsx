import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActView } from '../../../contract/cases.ts';
import { bareAct } from '../../acts/forms.ts';
import { type OpenAct, OpenedAct } from '../../acts/OpenedAct.tsx';
import { useSession } from '../../app/session.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { actsQuery, whistleQuery, whistlesQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { CallbackFiguresPart } from './Callbacks.tsx';
import { Figures } from './Figures.tsx';
import { CaseRow, maySupervise, RungRow } from './OwedRow.tsx';
import './supervision.css';
import '../../components/Rows/rows.css';

const supervising = ({ process, act }: ActView): boolean =>
  (process === 'whistle' || process === 'case') && bareAct(act) === 'supervise';

/** Whistles by id, each asked for once. */
const useWhistles = (ids: readonly string[]) => {
  const found = useQueries({ queries: [...new Set(ids)].map((id) => whistleQuery(id)) });
  return {
    whistles: found.flatMap(({ data }) => data ?? []),
    coming: found.some(({ isPending }) => isPending),
  };
};

const superviseIn = (id: string, unit: string): OpenAct => ({
  process: 'whistle',
  id,
  act: 'supervise',
  part: { unit },
});

interface PartProps {
  readonly title: string;
  readonly found: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly refetch: () => unknown;
  };
  /** What the list leads to is not there yet: nothing can be said of it. */
  readonly coming: boolean;
  readonly nothing: string;
  readonly rows: readonly ReactNode[];
}

const Part = ({ title, found, coming, nothing, rows }: PartProps) => {
  const { t } = useTranslation();
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {found.error && <Trouble of={found.error} again={() => void found.refetch()} />}
      {(found.isPending || coming) && <p className="quiet">{t('page.loading')}</p>}
      {!found.isPending && !coming && !found.error && rows.length === 0 && (
        <p className="supervision-nothing">{nothing}</p>
      )}
      {rows.length > 0 && <ul className="rows">{rows}</ul>}
    </section>
  );
};

interface Opening {
  readonly open: (act: OpenAct) => void;
}

/** What ladders have put before this very post. */
const Owed = ({ open }: Opening) => {
  const { t } = useTranslation();
  const say = useSay();
  const found = useInfiniteQuery(actsQuery({ limit: 100 }));
  const owed = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(supervising);
  const ofCases = owed.filter(({ process }) => process === 'case');
  const nameIn = (id: string) => owed.find(({ stream }) => stream === id)?.actName;
  const { whistles, coming } = useWhistles(
    owed.filter(({ process }) => process === 'whistle').map(({ stream }) => stream),
  );
  const rows = [
    ...whistles.flatMap((of) =>
      of.ladder
        .filter(({ answered, act }) => !answered && act !== 'remind')
        .map((rung) => (
          <RungRow
            key={`${of.id} ${rung.unit} ${rung.timer?.id}`}
            rung={rung}
            of={of}
            name={say(nameIn(of.id) ?? { zh: '', en: '' })}
            act={() => open(superviseIn(of.id, rung.unit))}
          />
        )),
    ),
    ...ofCases.map((row) => (
      <CaseRow
        key={`${row.stream} ${row.startedAt}`}
        row={row}
        act={() => open({ process: 'case', id: row.stream, act: 'supervise' })}
      />
    )),
  ];
  return (
    <Part
      title={t('supervision.owed')}
      found={found}
      coming={coming}
      nothing={t('supervision.nothing')}
      rows={rows}
    />
  );
};

/** What was supervised and is missed still: no act is owed, and nothing is done either. */
const Supervised = ({ open }: Opening) => {
  const { t } = useTranslation();
  const found = useInfiniteQuery(whistlesQuery({ bucket: 'open', limit: 100 }));
  const late = (found.data?.pages.flatMap((page) => page.rows) ?? []).filter(
    ({ breaches }) => breaches > 0,
  );
  const { whistles, coming } = useWhistles(late.map(({ id }) => id));
  const rows = whistles.flatMap((of) =>
    of.ladder
      .filter(({ answered }) => answered)
      .map((rung) => (
        <RungRow
          key={`${of.id} ${rung.unit} ${rung.timer?.id}`}
          rung={rung}
          of={of}
          name={maySupervise(of) ? t('supervision.again') : null}
          act={() => open(superviseIn(of.id, rung.unit))}
        />
      )),
  );
  return (
    <Part
      title={t('supervision.supervised')}
      found={found}
      coming={coming}
      nothing={t('supervision.noneSupervised')}
      rows={rows}
    />
  );
};

/** 督办台: promises missed beneath this post, who missed them and since when, one act each. */
export const Supervision = () => {
  const { t } = useTranslation();
  const { post } = useSession();
  const [open, setOpen] = useState<OpenAct | null>(null);
  return (
    <Page title={t('screen.supervision')} aside={<LiveMark />}>
      {/* An auditor owes nothing and has no list of what is owed. */}
      {post.role !== 'auditor' && <Owed open={setOpen} />}
      <Supervised open={setOpen} />
      <Figures />
      <CallbackFiguresPart />
      <OpenedAct open={open} close={() => setOpen(null)} />
    </Page>
  );
};
