import { useTranslation } from 'react-i18next';
import type { WhistleView } from '../../../contract/whistles.ts';
import { useSession } from '../../app/session.tsx';
import { instantAt, wall } from '../../time/zone.ts';
import { useSay } from '../../words/say.ts';
import { partiesOf } from '../parts.ts';
import { Repeated, type Rows } from './Repeated.tsx';

export interface PlannedStep {
  readonly what?: string;
  readonly owner?: string;
  readonly power?: string | null;
  readonly dueAt?: string;
}

const typedAt = (iso: string | undefined, zone: string): string => {
  if (!iso) return '';
  const { date, time } = wall(Date.parse(iso), zone);
  return `${date}T${time}`;
};

/**
 * What is to be done, by whom, by when, and with which power: by the issuer, or a unit that came and
 * is there.
 */
export const Steps = (props: Rows<PlannedStep> & { of: WhistleView }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { zone } = useSession();
  const { of, id } = props;
  const here = new Set(
    of.callOuts.flatMap(({ unit, status, settlement }) =>
      status === 'reported' && settlement !== 'NOT_MINE' ? [unit] : [],
    ),
  );
  const owners = partiesOf(of).filter(({ unit }) => unit === of.issuer || here.has(unit));
  const powers = [
    ...new Map(of.callOuts.flatMap((one) => one.powers).map((one) => [one.power, one.name])),
  ];
  return (
    <Repeated<PlannedStep>
      {...props}
      empty={{ owner: of.issuer }}
      row={(step, index, set) => (
        <div className="field-step">
          <label htmlFor={`${id}-what-${index}`}>{t('plan.what')}</label>
          <textarea
            id={`${id}-what-${index}`}
            className="field-box"
            rows={2}
            value={step.what ?? ''}
            onChange={(event) => set({ ...step, what: event.target.value })}
          />
          <label htmlFor={`${id}-owner-${index}`}>{t('plan.owner')}</label>
          <select
            id={`${id}-owner-${index}`}
            className="field-box"
            value={step.owner ?? of.issuer}
            onChange={(event) => set({ ...step, owner: event.target.value })}
          >
            {owners.map(({ unit, name }) => (
              <option key={unit} value={unit}>
                {say(name)}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-due-${index}`}>{t('plan.due')}</label>
          <input
            id={`${id}-due-${index}`}
            className="field-box"
            type="datetime-local"
            value={typedAt(step.dueAt, zone)}
            onChange={(event) => {
              const typed = event.target.value;
              const { dueAt: _, ...rest } = step;
              set(
                typed === ''
                  ? rest
                  : { ...rest, dueAt: new Date(instantAt(typed, zone)).toISOString() },
              );
            }}
          />
          <label htmlFor={`${id}-power-${index}`}>{t('plan.power')}</label>
          <select
            id={`${id}-power-${index}`}
            className="field-box"
            value={step.power ?? ''}
            onChange={(event) => set({ ...step, power: event.target.value || null })}
          >
            <option value="">{t('plan.noPower')}</option>
            {powers.map(([power, name]) => (
              <option key={power} value={power}>
                {say(name)}
              </option>
            ))}
          </select>
        </div>
      )}
    />
  );
};
