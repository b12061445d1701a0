import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostView } from '../../../contract/session.ts';
import { LanguageChoice } from '../../components/LanguageChoice.tsx';
import { useSay } from '../../words/say.ts';
import { useMedia } from '../media.ts';
import { useSession } from '../session.tsx';
import { useAccount } from './account.ts';
import { screensFor } from './screens.ts';

const same = (post: PostView, other: PostView): boolean =>
  post.unit === other.unit && post.role === other.role;

const PostChoice = () => {
  const { t } = useTranslation();
  const say = useSay();
  const { post, posts } = useSession();
  const { switchPost } = useAccount();
  const name = (of: PostView): string => `${say(of.unitName)} · ${say(of.roleName)}`;
  if (posts.length < 2) return <span className="desk-post">{name(post)}</span>;
  return (
    <select
      className="desk-post"
      aria-label={t('header.post')}
      value={posts.findIndex((one) => same(one, post))}
      onChange={(event) => {
        const chosen = posts[Number(event.target.value)];
        if (chosen) void switchPost({ unit: chosen.unit, role: chosen.role });
      }}
    >
      {posts.map((one, index) => (
        <option key={`${one.unit} ${one.role}`} value={index}>
          {name(one)}
        </option>
      ))}
    </select>
  );
};

const Nav = ({ chosen }: { chosen?: () => void }) => {
  const { t } = useTranslation();
  const { post } = useSession();
  return (
    <nav aria-label={t('header.nav')} className="desk-nav">
      {screensFor(post.role).map(({ to, key }) => (
        <Link
          key={to}
          to={to}
          className="desk-link"
          activeOptions={{ exact: to === '/', includeSearch: false }}
          {...(chosen ? { onClick: chosen } : {})}
        >
          {t(`screen.${key}`)}
        </Link>
      ))}
    </nav>
  );
};

const Account = () => {
  const { t } = useTranslation();
  const { signOut } = useAccount();
  return (
    <div className="desk-account">
      <PostChoice />
      <LanguageChoice />
      <button type="button" className="desk-plain" onClick={() => void signOut()}>
        {t('header.signOut')}
      </button>
    </div>
  );
};

const fold = (menu: HTMLDetailsElement | null) => menu?.removeAttribute('open');

/** On a phone everything but the name and the search lies behind one button. */
const PhoneMenu = () => {
  const { t } = useTranslation();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => fold(menu.current);
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) fold(menu.current);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  return (
    <details
      ref={menu}
      className="desk-menu"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <summary>{t('header.menu')}</summary>
      <div className="desk-menu-body">
        <Nav chosen={close} />
        <Account />
      </div>
    </details>
  );
};

export const Header = ({ search }: { search: () => void }) => {
  const { t } = useTranslation();
  const say = useSay();
  const { tenant } = useSession();
  const wide = useMedia('(min-width: 1200px)');
  return (
    <header className="desk-header no-print">
      <Link to="/" className="desk-name">
        {t('product')} <span className="quiet desk-tenant">{say(tenant.name)}</span>
      </Link>
      {wide && <Nav />}
      <button type="button" className="desk-search" onClick={search}>
        {t('header.search')} <kbd>{t('header.searchKey')}</kbd>
      </button>
      {wide ? <Account /> : <PhoneMenu />}
    </header>
  );
};
