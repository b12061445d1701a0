import { useTranslation } from 'react-i18next';
import type { SponsorshipView } from '../../../contract/sponsorships.ts';
import { useSay } from '../../words/say.ts';
import type { Seated } from '../sponsorship-forms.ts';
import { lackingPowers } from '../sponsorship-parts.ts';
import type { Rows } from './Repeated.tsx';

interface SittingProps extends Rows<Seated> {
  readonly of: SponsorshipView;
}

/**
 * Who is in the room, one box a unit; whoever came is asked at once what it says, and what it does not
 * agree with. Whether the powers that the mandate needs are in the room is told while it is filled in.
 */
export const Sitting = ({ id, legend, hint, error, rows, change, of }: SittingProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const present = new Set(rows.map(({ unit }) => unit));
  const missing = lackingPowers(of, present);
  const set = (next: Seated) => change(rows.map((row) => (row.unit === next.unit ? next : row)));
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">{hint}</p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {of.partners.map(({ unit, unitName }) => {
        const row = rows.find((one) => one.unit === unit);
        return (
          <div key={unit} className="field-seat">
            <label className="field-choice">
              <input
                type="checkbox"
                name={id}
                checked={row !== undefined}
                onChange={({ target }) =>
                  change(target.checked ? [...rows, { unit }] : rows.filter((one) => one !== row))
                }
              />
              <span>{say(unitName)}</span>
            </label>
            {row && (
              <div className="field-seat-said">
                <label htmlFor={`${id}-says-${unit}`}>
                  {t('meeting.says', { unit: say(unitName) })}
                </label>
                <textarea
                  id={`${id}-says-${unit}`}
                  className="field-box"
                  rows={2}
                  maxLength={2000}
                  value={row.position ?? ''}
                  onChange={(event) => set({ ...row, position: event.target.value })}
                />
                <label htmlFor={`${id}-dissent-${unit}`}>{t('meeting.dissents')}</label>
                <textarea
                  id={`${id}-dissent-${unit}`}
                  className="field-box"
                  rows={1}
                  maxLength={4000}
                  value={row.dissent ?? ''}
                  onChange={(event) => set({ ...row, dissent: event.target.value })}
                />
              </div>
            )}
          </div>
        );
      })}
      <p role="status" className={missing.length > 0 ? 'field-error' : 'field-hint'}>
        {missing.length > 0
          ? t('meeting.missing', { powers: missing.map(say).join(t('list.comma')) })
          : t('meeting.complete')}
      </p>
    </fieldset>
  );
};
