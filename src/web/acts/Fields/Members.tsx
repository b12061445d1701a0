import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rulebookQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { PickOne, useUnitOptions } from './Picker.tsx';
import { Repeated, type Rows } from './Repeated.tsx';

export interface Member {
  readonly unit?: string;
  readonly power?: string | null;
}

/** Units of a task force, each with the power it is there for. */
export const Members = (props: Rows<Member>) => {
  const { t } = useTranslation();
  const say = useSay();
  const units = useUnitOptions();
  const powers = useQuery(rulebookQuery).data?.powers ?? [];
  const { id } = props;
  return (
    <Repeated<Member>
      {...props}
      empty={{ power: null }}
      row={(member, index, set) => (
        <>
          <div>
            <label className="unseen" htmlFor={`${id}-unit-${index}`}>
              {t('force.memberUnit', { number: index + 1 })}
            </label>
            <PickOne
              id={`${id}-unit-${index}`}
              options={units}
              placeholder={t('form.unit')}
              value={member.unit}
              change={(unit) => set({ power: null, ...member, unit })}
            />
          </div>
          <div>
            <label className="unseen" htmlFor={`${id}-power-${index}`}>
              {t('force.memberPower', { number: index + 1 })}
            </label>
            <select
              id={`${id}-power-${index}`}
              className="field-box"
              value={member.power ?? ''}
              onChange={(event) => set({ ...member, power: event.target.value || null })}
            >
              <option value="">{t('force.noPower')}</option>
              {powers.map((power) => (
                <option key={power.id} value={power.id}>
                  {say(power.name)}
                </option>
              ))}
            </select>
          </div>
        </>
      )}
    />
  );
};

export interface Need {
  readonly kind?: string;
  readonly text?: string;
}

/** What was agreed with the person: a kind of the catalogue, and their words for it. */
export const Needs = (props: Rows<Need>) => {
  const { t } = useTranslation();
  const say = useSay();
  const kinds = useQuery(rulebookQuery).data?.needs ?? [];
  const { id } = props;
  return (
    <Repeated<Need>
      {...props}
      empty={{}}
      row={(need, index, set) => (
        <>
          <div>
            <label className="unseen" htmlFor={`${id}-kind-${index}`}>
              {t('casePlan.needKind', { number: index + 1 })}
            </label>
            <select
              id={`${id}-kind-${index}`}
              className="field-box"
              value={need.kind ?? ''}
              onChange={(event) => set({ ...need, kind: event.target.value })}
            >
              <option value="">{t('casePlan.needChoose')}</option>
              {kinds.map(({ code, name }) => (
                <option key={code} value={code}>
                  {say(name)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label className="unseen" htmlFor={`${id}-text-${index}`}>
              {t('casePlan.needText', { number: index + 1 })}
            </label>
            <textarea
              id={`${id}-text-${index}`}
              className="field-box"
              rows={2}
              maxLength={4000}
              placeholder={t('casePlan.needTextHint')}
              value={need.text ?? ''}
              onChange={(event) => set({ ...need, text: event.target.value })}
            />
          </div>
        </>
      )}
    />
  );
};
