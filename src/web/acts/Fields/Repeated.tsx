import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Post, Role } from '../../../contract/session.ts';
import { roleWords } from '../../../contract/words.ts';
import { useSay } from '../../words/say.ts';
import { PickOne, useUnitOptions } from './Picker.tsx';

export interface Rows<Row> {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly rows: readonly Row[];
  readonly change: (rows: readonly Row[]) => void;
}

interface FrameProps<Row> extends Rows<Row> {
  readonly empty: Row;
  readonly row: (row: Row, index: number, set: (row: Row) => void) => React.ReactNode;
}

export const Repeated = <Row,>({
  id,
  legend,
  hint,
  error,
  rows,
  change,
  empty,
  row,
}: FrameProps<Row>) => {
  const { t } = useTranslation();
  const shown = rows.length === 0 ? [empty] : rows;
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">{hint}</p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {shown.map((one, index) => (
        // Rows have no name of their own: their place in the list is who they are.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="field-row" key={index}>
          {row(one, index, (next) => change(shown.map((old, at) => (at === index ? next : old))))}
          <Button onClick={() => change(shown.filter((_, at) => at !== index))}>
            {t('form.removeRow')}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => change([...shown, empty])}>{t('form.addRow')}</Button>
      </div>
    </fieldset>
  );
};

const ROLES = Object.keys(roleWords) as Role[];

/** Who sat on the panel: posts, never persons. */
export const Panel = (props: Rows<Partial<Post>>) => {
  const { t } = useTranslation();
  const say = useSay();
  const units = useUnitOptions();
  const roles = ROLES.map((role) => ({
    value: role,
    label: say(roleWords[role]),
    found: `${roleWords[role].zh} ${roleWords[role].en}`.toLowerCase(),
  }));
  return (
    <Repeated<Partial<Post>>
      {...props}
      empty={{}}
      row={(post, index, set) => (
        <>
          <div>
            <label className="unseen" htmlFor={`${props.id}-unit-${index}`}>
              {t('form.panelUnit', { number: index + 1 })}
            </label>
            <PickOne
              id={`${props.id}-unit-${index}`}
              options={units}
              placeholder={t('form.unit')}
              value={post.unit}
              change={(unit) => set({ ...post, unit })}
            />
          </div>
          <div>
            <label className="unseen" htmlFor={`${props.id}-role-${index}`}>
              {t('form.panelRole', { number: index + 1 })}
            </label>
            <PickOne
              id={`${props.id}-role-${index}`}
              options={roles}
              placeholder={t('form.role')}
              value={post.role}
              change={(role) => set({ ...post, role: role as Role })}
            />
          </div>
        </>
      )}
    />
  );
};

interface Position {
  readonly unit?: string;
  readonly position?: string;
}

/** What each unit said before the panel decided; kept with the ruling. */
export const Positions = (props: Rows<Position>) => {
  const { t } = useTranslation();
  const units = useUnitOptions();
  return (
    <Repeated<Position>
      {...props}
      empty={{}}
      row={(position, index, set) => (
        <>
          <div>
            <label className="unseen" htmlFor={`${props.id}-unit-${index}`}>
              {t('form.positionUnit', { number: index + 1 })}
            </label>
            <PickOne
              id={`${props.id}-unit-${index}`}
              options={units}
              placeholder={t('form.unit')}
              value={position.unit}
              change={(unit) => set({ ...position, unit })}
            />
          </div>
          <div>
            <label className="unseen" htmlFor={`${props.id}-position-${index}`}>
              {t('form.position', { number: index + 1 })}
            </label>
            <textarea
              id={`${props.id}-position-${index}`}
              className="field-box"
              rows={2}
              value={position.position ?? ''}
              onChange={(event) => set({ ...position, position: event.target.value })}
            />
          </div>
        </>
      )}
    />
  );
};
