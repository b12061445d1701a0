import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { unitScreensFor } from '../../app/Desk/screens.ts';
import { useSession } from '../../app/session.tsx';
import { Page } from '../../components/Page/Page.tsx';
import { useSay } from '../../words/say.ts';

/** Pages of one's own unit, and what each is for. */
export const Unit = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  return (
    <Page title={t('screen.unit')} aside={say(post.unitName)}>
      <ul className="stack">
        {unitScreensFor(post.role).map(({ to, key }) => (
          <li key={to}>
            <Link to={to}>{t(`screen.${key}`)}</Link>
            <p className="quiet">{t(`unit.${key}`)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
};
