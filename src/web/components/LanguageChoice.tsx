import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '../words/i18n.ts';
import { useLang } from '../words/say.ts';

/** Names the other language in that language, so that whoever needs it can read it. */
export const LanguageChoice = () => {
  const { t } = useTranslation();
  const lang = useLang();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="desk-plain"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {t('header.otherLanguage')}
    </button>
  );
};
