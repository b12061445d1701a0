import { useTranslation } from 'react-i18next';
import type { Lang, Text } from '../../contract/common.ts';

export const useLang = (): Lang => (useTranslation().i18n.language === 'en' ? 'en' : 'zh');

/** The words of a `Text` in the reader's language. */
export const useSay = (): ((text: Text) => string) => {
  const lang = useLang();
  return (text) => text[lang];
};
