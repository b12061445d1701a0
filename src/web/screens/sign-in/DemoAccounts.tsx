import { useTranslation } from 'react-i18next';
import type { DemoAccounts as Demo } from '../../../contract/session.ts';
import { useSay } from '../../words/say.ts';

interface DemoProps {
  readonly demo: Demo;
  readonly enter: (as: { login: string; password: string }) => void;
}

/** On a demonstration district: who to be. Posts, not persons; everything in it is invented. */
export const DemoAccounts = ({ demo, enter }: DemoProps) => {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section className="demo stack">
      <h2>{t('signIn.demo')}</h2>
      <p>
        {t('signIn.demoWhy')} <a href="/demo">{t('signIn.demoGuide')}</a>
      </p>
      <ul>
        {demo.accounts.map(({ login, password, posts }) => (
          <li key={login}>
            <button type="button" className="demo-enter" onClick={() => enter({ login, password })}>
              {posts
                .map((post) => `${say(post.unitName)} · ${say(post.roleName)}`)
                .join(t('list.comma'))}
              <span className="quiet small">{login}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
