import { useTranslation } from 'react-i18next';
import type { Text } from '../../../contract/common.ts';
import { useSay } from '../../words/say.ts';
import { Moment } from './Moment.tsx';
import { Repeated, type Rows } from './Repeated.tsx';

export interface PlannedStep {
  readonly what?: string;
  readonly owner?: string;
  readonly power?: string | null;
  readonly dueAt?: string;
}

export interface Owner {
  readonly unit: string;
  readonly name: Text;
}

interface StepsProps extends Rows<PlannedStep> {
  /** Who may be named; the first is taken where nobody is. */
  readonly owners: readonly Owner[];
  /** Null where no step of these needs one. */
  readonly powers: readonly (readonly [power: string, name: Text])[] | null;
  readonly first: string;
}

/** What is to be done, by whom, by when, and with which power. */
export const Steps = (props: StepsProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { owners, powers, first, id } = props;
  return (
    <Repeated<PlannedStep>
      {...props}
      empty={{ owner: first }}
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
            value={step.owner ?? first}
            onChange={(event) => set({ ...step, owner: event.target.value })}
          >
            {owners.map(({ unit, name }) => (
              <option key={unit} value={unit}>
                {say(name)}
              </option>
            ))}
          </select>
          <label htmlFor={`${id}-due-${index}`}>{t('plan.due')}</label>
          <Moment
            id={`${id}-due-${index}`}
            value={step.dueAt}
            change={(dueAt) => {
              const { dueAt: _, ...rest } = step;
              set(dueAt === undefined ? rest : { ...rest, dueAt });
            }}
          />
          {powers && (
            <>
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
            </>
          )}
        </div>
      )}
    />
  );
};
