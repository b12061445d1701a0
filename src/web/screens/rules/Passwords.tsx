import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InstitutionDone } from '../../../contract/institution.ts';

/** Shown once, on screen and on paper; nobody can ask for them again. */
export const Passwords = ({ of }: { of: NonNullable<InstitutionDone['passwords']> }) => {
  const { t } = useTranslation();
  return (
    <section className="rules-passwords stack" role="status">
      <h3>{t('rules.passwords')}</h3>
      <p>{t('rules.passwordsRead')}</p>
      <ul>
        {of.map(({ login, password }) => (
          <li key={login}>
            <span>{login}</span>
            <code>{password}</code>
          </li>
        ))}
      </ul>
      <div className="no-print">
        <Button onClick={() => window.print()}>{t('rules.printPasswords')}</Button>
      </div>
    </section>
  );
};
