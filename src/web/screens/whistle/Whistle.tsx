import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  conclusionWords,
  whistleKindWords,
  whistleStatusWords,
} from '../../../contract/whistle-words.ts';
import type { WhistleView } from '../../../contract/whistles.ts';
import { ActBar, type Offer } from '../../acts/ActBar/ActBar.tsx';
import { OpenedAct, type OpenWhistleAct, type Part } from '../../acts/OpenedAct.tsx';
import { isWhistleAct, whistleForms } from '../../acts/whistle-forms.ts';
import { offersOf } from '../../acts/whistle-offers.ts';
import { useSession } from '../../app/session.tsx';
import { LiveMark } from '../../components/Live/LiveMark.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { whistleQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Clocks } from '../case/Clocks.tsx';
import { Thread } from '../case/Thread.tsx';
import { CallOuts } from './CallOuts.tsx';
import { Ladder } from './Ladder.tsx';
import { Matter } from './Matter.tsx';
import type { Open, Timed } from './open.ts';
import { Plan } from './Plan.tsx';
import { Precedents } from './Precedents.tsx';
import { Ratings } from './Ratings.tsx';
import '../case/case.css';
import './whistle.css';

const Standing = ({ of }: { of: WhistleView }) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <p className="inline">
      <strong>
        {say(whistleStatusWords[of.status])}
        {of.result && ` · ${say(conclusionWords[of.result])}`}
      </strong>
      <span>{t('whistle.kind', { kind: say(whistleKindWords[of.kind]), level: of.level })}</span>
      <span>{t('whistle.by', { issuer: say(of.issuerName) })}</span>
      <LiveMark />
      <Link to="/cases/$id" params={{ id: of.case }}>
        {t('whistle.case')}
      </Link>
      {of.callOuts.length > 0 && (
        <span className="inline no-print">
          <Link to="/whistles/$id/notice" params={{ id: of.id }}>
            {t('papers.notice')}
          </Link>
          <Link to="/whistles/$id/record" params={{ id: of.id }}>
            {t('papers.record')}
          </Link>
        </span>
      )}
    </p>
  );
};

const Whole = ({ of }: { of: Timed }) => {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate({ from: '/whistles/$id' });
  const { post } = useSession();
  const { act } = useSearch({ from: '/desk/whistles/$id' });
  const [part, setPart] = useState<Part | undefined>(undefined);
  const open = useCallback<Open>(
    (chosen, to) => {
      setPart(to);
      void navigate({ search: { act: chosen }, replace: true });
    },
    [navigate],
  );
  const offers = offersOf(of, post.unit).map(
    ({ act: name, part: to, of: whose, choice }): Offer => ({
      id: `${name} ${JSON.stringify(to ?? {})}`,
      name: whose ? `${say(choice.name)} · ${say(whose)}` : say(choice.name),
      letter: whistleForms[name].letter,
      allowed: choice.allowed,
      pressing: choice.likely,
      why: choice.why,
      take: () => open(name, to),
    }),
  );
  const opened: OpenWhistleAct | null =
    act && isWhistleAct(act)
      ? { process: 'whistle', id: of.id, act, ...(part ? { part } : {}) }
      : null;
  return (
    <Page title={of.title ?? t('case.untitled')} aside={<Standing of={of} />}>
      <div className="whistle">
        <div className="whistle-calls stack">
          <CallOuts of={of} open={open} />
        </div>
        <div className="whistle-matter stack">
          <Matter of={of} />
          <Precedents of={of.precedents} />
        </div>
        <div className="whistle-work stack">
          <Plan of={of} open={open} />
          <Ladder of={of} open={open} />
          <Ratings of={of} />
          <Thread of={of.thread} />
        </div>
        <div className="whistle-clocks">
          <Clocks of={of.clocks} />
        </div>
      </div>
      <ActBar offers={offers} inSight={{ phone: 3, desk: 4 }} />
      <OpenedAct open={opened} close={() => void navigate({ search: {}, replace: true })} />
    </Page>
  );
};

/** What is due, from whom, and what one can do about it; then what the matter is. */
export const Whistle = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/desk/whistles/$id' });
  const found = useQuery(whistleQuery(id));
  if (found.data) return <Whole key={id} of={found.data} />;
  return (
    <Page title={t('screen.whistle')}>
      {found.error ? (
        <Trouble of={found.error} again={() => void found.refetch()} />
      ) : (
        <p className="quiet">{t('page.loading')}</p>
      )}
    </Page>
  );
};
