import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import './page.css';

interface PageProps {
  readonly title: string;
  /** One line beside the title: counts, or what the screen is for. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its title in the window too, so that tabs and history can be told apart. */
export const Page = ({ title, aside, children }: PageProps) => {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{title}</h1>
        {aside && <div className="page-aside">{aside}</div>}
      </div>
      {children}
    </div>
  );
};
