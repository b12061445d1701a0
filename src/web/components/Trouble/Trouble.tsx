import { Link, useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../server/http.ts';
import './trouble.css';

interface TroubleProps {
  readonly of: unknown;
  readonly again?: () => void;
  readonly children?: ReactNode;
}

/** The session is over: the way back to this very place, what was typed being kept. */
const SIGNED_OUT = 'api.not-signed-in';

/** What happened, by which rule, what to do next; the code last, for whoever is asked on the phone. */
export const Trouble = ({ of, again, children }: TroubleProps) => {
  const { t } = useTranslation();
  const { href } = useLocation();
  const problem = of instanceof Refused ? of.problem : null;
  return (
    <div className="trouble" role="alert">
      <p className="trouble-what">{problem ? problem.what : t('trouble.unreached')}</p>
      <p>{problem ? problem.next : t('trouble.unreachedNext')}</p>
      {problem && problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.path}>{field.what}</li>
          ))}
        </ul>
      )}
      {problem && <p className="small quiet">{t('trouble.code', { code: problem.code })}</p>}
      {problem?.code === SIGNED_OUT && (
        <p>
          <Link to="/sign-in" search={{ next: href }}>
            {t('trouble.signIn')}
          </Link>
        </p>
      )}
      {again && <Button onClick={again}>{t('trouble.again')}</Button>}
      {children}
    </div>
  );
};
