import { useTranslation } from 'react-i18next';
import type { ContactDetails } from '../../../contract/cases.ts';
import { Framed } from '../../acts/Fields/Framed.tsx';
import type { Draft } from './draft.ts';

interface ReachProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
}

const LINES = ['name', 'telephone', 'other'] as const satisfies readonly (keyof ContactDetails)[];

/** How to reach the person, if they want to be reached. */
export const Reach = ({ draft, set }: ReachProps) => {
  const { t } = useTranslation();
  return (
    <fieldset className="stack register-contact">
      <legend className="field-label">{t('register.contact')}</legend>
      <p className="field-hint">{t('register.contactRead')}</p>
      {LINES.map((name) => (
        <Framed
          key={name}
          id={`register-${name}`}
          label={t('form.optional', { label: t(`contact.${name}`) })}
        >
          {() => (
            <input
              id={`register-${name}`}
              className="field-box"
              autoComplete="off"
              inputMode={name === 'telephone' ? 'tel' : 'text'}
              value={draft.contact[name] ?? ''}
              onChange={(event) =>
                set({ contact: { ...draft.contact, [name]: event.target.value } })
              }
            />
          )}
        </Framed>
      ))}
      <label className="field-choice">
        <input
          type="checkbox"
          checked={draft.confidential}
          onChange={(event) => set({ confidential: event.target.checked })}
        />
        <span>
          {t('register.confidential')}
          <span className="field-note">{t('register.confidentialRead')}</span>
        </span>
      </label>
    </fieldset>
  );
};
