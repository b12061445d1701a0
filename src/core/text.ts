/** The two languages everything a person reads is written in. Chinese comes first. */
export type Lang = 'zh' | 'en';

/** Words for a person, always complete in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** The words of `text` in the reader's language. */
export function say(text: Text, lang: Lang): string {
  return text[lang];
}
