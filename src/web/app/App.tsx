import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { I18nextProvider } from 'react-i18next';
import { SaidAloud } from '../components/Announce/Announce.tsx';
import { client } from '../server/client.ts';
import { i18n } from '../words/i18n.ts';
import { useLang } from '../words/say.ts';
import { useMedia } from './media.ts';
import { router } from './router.tsx';
import { themeFor } from './theme.ts';

const Themed = () => {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const still = useMedia('(prefers-reduced-motion: reduce)');
  const lang = useLang();
  return (
    <ConfigProvider
      theme={themeFor(dark ? 'dark' : 'light', still)}
      locale={lang === 'zh' ? zhCN : enGB}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <RouterProvider router={router} />
      <SaidAloud />
    </ConfigProvider>
  );
};

export const App = () => (
  <I18nextProvider i18n={i18n}>
    <QueryClientProvider client={client}>
      <Themed />
    </QueryClientProvider>
  </I18nextProvider>
);
