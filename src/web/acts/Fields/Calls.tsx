import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallProposal, WhistleView } from '../../../contract/whistles.ts';
import { Instant } from '../../components/Instant.tsx';
import { LoadBar } from '../../components/LoadBar/LoadBar.tsx';
import { whistleProposalQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import './calls.css';

interface CallsProps {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: readonly string[];
  readonly change: (value: readonly string[]) => void;
}

interface ProposedProps extends CallsProps {
  readonly calls: readonly CallProposal[];
  readonly loading: boolean;
  /** Whether a power has been named at all: before that nobody can be found. */
  readonly named?: boolean;
}

/** A unit that answers as many call-outs as it can, where one more goes over it. */
export const isFull = ({ load }: CallProposal): boolean => load.live >= load.capacity;

const InHand = ({ of }: { of: CallProposal }) => {
  const { t } = useTranslation();
  if (of.inHand.length === 0) return null;
  return (
    <details>
      <summary>{t('calls.inHand', { count: of.inHand.length })}</summary>
      <ul>
        {of.inHand.map(({ whistle, title, dueAt }, index) => (
          // What one may not know of has no name to tell it by.
          <li key={whistle ?? index}>
            {title ?? t('calls.unknown')}
            {dueAt && (
              <span className="quiet">
                {' · '}
                <Instant at={dueAt} ending /> {t('clock.dueShort')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Who has the missing powers, why each is proposed, and what a call would stand beside. */
export const Calls = (props: ProposedProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { id, legend, hint, error, calls, loading, named = true, value, change } = props;
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">{hint}</p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {!loading && calls.length === 0 && (
        <p className="quiet">{t(named ? 'calls.none' : 'calls.first')}</p>
      )}
      <ul className="calls">
        {calls.map((call) => (
          <li key={call.unit} className="call">
            <label className="field-choice">
              <input
                type="checkbox"
                name={id}
                checked={value.includes(call.unit)}
                onChange={({ target }) =>
                  change(
                    target.checked
                      ? [...value, call.unit]
                      : value.filter((unit) => unit !== call.unit),
                  )
                }
              />
              <span className="call-unit">{say(call.unitName)}</span>
            </label>
            <div className="call-about">
              <LoadBar load={call.load} />
              <p>{say(call.because)}</p>
              {isFull(call) && <p className="left-soon">{t('calls.full')}</p>}
              <InHand of={call} />
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

/** Further units of a whistle that is out: whoever holds one of its powers and is not called yet. */
export const CallsOfWhistle = ({ of, ...props }: CallsProps & { of: WhistleView }) => {
  const powers = of.missing.map(({ power }) => power);
  const found = useQuery(whistleProposalQuery(of.case, powers));
  const here = new Set(
    of.callOuts.flatMap(({ unit, status }) => (status === 'released' ? [] : [unit])),
  );
  const calls = (found.data?.calls ?? []).filter(
    (call) => !here.has(call.unit) && call.powers.some((power) => powers.includes(power)),
  );
  return <Calls {...props} calls={calls} loading={found.isPending} />;
};
