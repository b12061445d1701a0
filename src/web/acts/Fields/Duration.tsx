import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = ['wd', 'd', 'mo', 'h'] as const;

interface DurationProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  /** `5wd`, as the contract writes durations; empty until a number is given. */
  readonly value: string;
  readonly change: (value: string) => void;
}

export const Duration = ({ id, describedBy, value, change }: DurationProps) => {
  const { t } = useTranslation();
  const number = value.replace(/\D/g, '');
  const [unit, setUnit] = useState(value.replace(/\d/g, '') || 'wd');
  const tell = (n: string, u: string) => change(n === '' ? '' : `${n}${u}`);
  return (
    <div className="field-inline">
      <input
        id={id}
        className="field-box"
        inputMode="numeric"
        size={4}
        aria-describedby={describedBy}
        value={number}
        onChange={(event) => tell(event.target.value.replace(/\D/g, '').slice(0, 4), unit)}
      />
      <select
        className="field-box"
        aria-label={t('form.durationUnit')}
        value={unit}
        onChange={(event) => {
          setUnit(event.target.value);
          tell(number, event.target.value);
        }}
      >
        {UNITS.map((one) => (
          <option key={one} value={one}>
            {t(`duration.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
};
