import type { Lang } from '../../contract/common.ts';
import { wall } from './zone.ts';

const DAY = 86_400_000;

const near: Record<Lang, Record<string, string>> = {
  zh: { '-1': '昨天', '0': '今天', '1': '明天' },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
};
const weekdays: Record<Lang, string> = { zh: '日一二三四五六', en: 'Sun Mon Tue Wed Thu Fri Sat' };
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const dayWords = (date: string, withYear: boolean, lang: Lang): string => {
  const midnight = new Date(`${date}T00:00Z`);
  const month = midnight.getUTCMonth();
  const day = midnight.getUTCDate();
  const weekday = midnight.getUTCDay();
  if (lang === 'zh') {
    const year = withYear ? `${midnight.getUTCFullYear()}年` : '';
    return `${year}${month + 1}月${day}日 周${weekdays.zh[weekday]}`;
  }
  const year = withYear ? ` ${midnight.getUTCFullYear()}` : '';
  return `${weekdays.en.split(' ')[weekday]} ${day} ${months[month]}${year}`;
};

/** Midnight that ends something is 24:00 of the day it ends, as the promise itself says it. */
const onWall = (iso: string, zone: string, ending: boolean) => {
  const at = wall(Date.parse(iso), zone);
  return ending && at.time === '00:00'
    ? { date: wall(Date.parse(iso) - 1, zone).date, time: '24:00' }
    : at;
};

/** "today 14:20", "Wed 25 Feb 16:20", with the year where it is not this one; in the district's zone. */
export const showInstant = (
  iso: string,
  now: string,
  lang: Lang,
  zone: string,
  ending = false,
): string => {
  const at = onWall(iso, zone, ending);
  const present = wall(Date.parse(now), zone);
  const days = Math.round((Date.parse(at.date) - Date.parse(present.date)) / DAY);
  const said = near[lang][String(days)];
  const date = said ?? dayWords(at.date, at.date.slice(0, 4) !== present.date.slice(0, 4), lang);
  return `${date} ${at.time}`;
};

/** "Wed 25 Feb 2026 16:20": for paper, which is read on another day. */
export const showDated = (iso: string, lang: Lang, zone: string, ending = false): string => {
  const at = onWall(iso, zone, ending);
  return `${dayWords(at.date, true, lang)} ${at.time}`;
};

/** "25 Feb 2026", "2026年2月25日": the day alone, always with its year. */
export const showDay = (iso: string, lang: Lang, zone: string): string => {
  const [year = '', month = '', day = ''] = wall(Date.parse(iso), zone).date.split('-');
  return lang === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${months[Number(month) - 1]} ${year}`;
};
