import { useTranslation } from 'react-i18next';
import { Repeated, type Rows } from './Repeated.tsx';

/** A list of short sentences, one a line. */
export const Texts = (props: Rows<string>) => {
  const { t } = useTranslation();
  return (
    <Repeated<string>
      {...props}
      empty=""
      row={(text, index, set) => (
        <div className="field-wide">
          <label className="unseen" htmlFor={`${props.id}-${index}`}>
            {t('form.line', { number: index + 1 })}
          </label>
          <input
            id={`${props.id}-${index}`}
            className="field-box"
            maxLength={2000}
            value={text}
            onChange={(event) => set(event.target.value)}
          />
        </div>
      )}
    />
  );
};
