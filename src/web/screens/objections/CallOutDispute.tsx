import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import type { CallOutView } from '../../../contract/whistles.ts';
import { useLetters } from '../../acts/useLetters.ts';
import { whistleForms } from '../../acts/whistle-forms.ts';
import { Countdown } from '../../components/Clock/Countdown.tsx';
import { Key } from '../../components/Key.tsx';
import { Law } from '../../components/Law/Law.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { whistleQuery } from '../../server/queries.ts';
import type { Anchor } from '../../time/ticking.ts';
import { useSay } from '../../words/say.ts';
import { Precedents } from '../whistle/Precedents.tsx';

interface SidesProps {
  readonly callOut: CallOutView;
  readonly from: Anchor;
  readonly decide: () => void;
}

/** Why it was called, beside why it says it is not for it. */
const Sides = ({ callOut, from, decide }: SidesProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { unitName, because, powers, objection, clock, acts } = callOut;
  const decision = acts.find(({ act }) => act === 'decide-objection');
  return (
    <>
      <div className="dispute-sides">
        <section className="stack" aria-label={t('whistle.whyCalled')}>
          <h2>{t('whistle.whyCalled')}</h2>
          <p>{say(because)}</p>
          {powers.map(({ power, citation }) => (
            <Law key={power} citation={citation} />
          ))}
        </section>
        <section className="stack" aria-label={t('objections.says')}>
          <h2>{t('objections.says')}</h2>
          <p className="decision-lead">{say(unitName)}</p>
          {objection && (
            <>
              <p>{say(objection.basis)}</p>
              <p className="dispute-reason">{objection.reason}</p>
            </>
          )}
        </section>
      </div>
      <div className="decision-acts">
        {clock && <Countdown clock={clock} from={from} />}
        {decision?.allowed ? (
          <Button type="primary" onClick={decide}>
            {say(whistleActWords['decide-objection'])}
            <span className="unseen"> {say(unitName)}</span>{' '}
            <Key>{whistleForms['decide-objection'].letter.toUpperCase()}</Key>
          </Button>
        ) : (
          decision?.why && <p className="quiet">{say(decision.why)}</p>
        )}
      </div>
    </>
  );
};

interface CallOutDisputeProps {
  readonly id: string;
  readonly decide: (callOut: number) => void;
}

/** A unit that was called says it is not for it; whoever arbitrates says whether it has to come. */
export const CallOutDispute = ({ id, decide }: CallOutDisputeProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const found = useQuery(whistleQuery(id));
  const of = found.data;
  const objected = of?.callOuts.filter(({ status }) => status === 'objected') ?? [];
  useLetters(
    objected
      .filter(({ acts }) => acts.some(({ act, allowed }) => act === 'decide-objection' && allowed))
      .map(({ n }) => ({
        letter: whistleForms['decide-objection'].letter,
        take: () => decide(n),
      })),
  );
  if (found.error) return <Trouble of={found.error} again={() => void found.refetch()} />;
  if (!of) return <p className="quiet">{t('page.loading')}</p>;
  return (
    <div className="matter stack">
      <p className="inline">
        <strong>{of.title ?? t('case.untitled')}</strong>
        <span>{say(of.placeName)}</span>
        <span className="quiet">{t('whistle.by', { issuer: say(of.issuerName) })}</span>
        <Link to="/whistles/$id" params={{ id }}>
          {t('objections.wholeWhistle')}
        </Link>
      </p>
      {objected.length === 0 && <p className="quiet">{t('objections.none')}</p>}
      {objected.map((callOut) => (
        <Sides key={callOut.n} callOut={callOut} from={of} decide={() => decide(callOut.n)} />
      ))}
      <Precedents of={of.precedents} />
    </div>
  );
};
