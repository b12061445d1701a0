import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Lang } from '../../contract/common.ts';
import { pickLanguage } from '../../contract/language.ts';
import { speak } from '../server/http.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zh };
  }
}

const YEAR = 31_536_000;
const chosen = (): string | undefined => /(?:^|; )lang=(zh|en)/.exec(document.cookie)?.[1];

/** The same cookie the residents' pages read, so one choice holds on both faces. */
const settle = (lang: Lang): void => {
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  speak(lang);
};

const first = pickLanguage(chosen(), navigator.languages.join(','));

export const i18n = i18next.createInstance();
void i18n.use(initReactI18next).init({
  lng: first,
  fallbackLng: false,
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});
settle(first);

export const chooseLanguage = (lang: Lang): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where staff browse
  document.cookie = `lang=${lang}; path=/; max-age=${YEAR}; samesite=lax`;
  settle(lang);
  void i18n.changeLanguage(lang);
};
