import { describe, expect, test } from 'vitest';
import { ask, type Options, STATUTORY } from './ask.fixture.ts';
import { NEW_YORK } from './calendar.fixture.ts';
import { explainDue } from './explain.ts';
import type { DueResult } from './question.ts';

describe('the sentence', () => {
  const said: [string, string, Options, string, string][] = [
    [
      '2026-02-13T16:20',
      '3wd',
      {},
      '3 working days from Fri 13 Feb 2026 16:20: Sat 14 Feb is a make-up workday, 15 to 23 Feb is Spring Festival; due Wed 25 Feb 16:20',
      '自2026年2月13日（星期五）16:20起3个工作日：2月14日（星期六）调休上班，2月15日至23日为春节假期；2月25日（星期三）16:20到期',
    ],
    [
      '2026-03-06T20:00',
      '1wd',
      {},
      '1 working day from Fri 6 Mar 2026 20:00: due Mon 9 Mar 20:00',
      '自2026年3月6日（星期五）20:00起1个工作日，3月9日（星期一）20:00到期',
    ],
    [
      '2026-03-08T10:00',
      '1wd',
      {},
      '1 working day from Sun 8 Mar 2026 10:00: counting begins Mon 9 Mar 00:00; due Mon 9 Mar 24:00',
      '自2026年3月8日（星期日）10:00起1个工作日：3月9日（星期一）00:00开始计时；3月9日（星期一）24:00到期',
    ],
    [
      '2026-03-02T10:00',
      '60d',
      STATUTORY,
      '60 days, the first day not counted, from Mon 2 Mar 2026 10:00: the last day, Fri 1 May, is Labour Day and moves to the next working day; due Wed 6 May 18:00, close of office',
      '自2026年3月2日（星期一）10:00起60日（当日不计入）：最后一日5月1日（星期五）适逢劳动节假期，顺延至下一个工作日；5月6日（星期三）18:00（下班时）到期',
    ],
    [
      '2026-01-31T09:30',
      '1mo',
      { ...STATUTORY, countFrom: 'instant' },
      '1 month from Sat 31 Jan 2026 09:30: the month has no corresponding day, so its last day Sat 28 Feb stands for it; due Sat 28 Feb 18:00, close of office',
      '自2026年1月31日（星期六）09:30起1个月：当月没有对应日，以月末日2月28日（星期六）为最后一日；2月28日（星期六）18:00（下班时）到期',
    ],
    [
      '2026-03-05T10:00',
      '2d',
      { rollIfHoliday: true, suspended: ['2026-03-06T10:00/2026-03-06T12:00'] },
      '2 days from Thu 5 Mar 2026 10:00: the last day, Sat 7 Mar, is not a working day and moves to the next working day, suspended from Fri 6 Mar 10:00 to 12:00; due Mon 9 Mar 12:00',
      '自2026年3月5日（星期四）10:00起2日：最后一日3月7日（星期六）为休息日，顺延至下一个工作日，3月6日（星期五）10:00至12:00中止计时；3月9日（星期一）12:00到期',
    ],
    [
      '2026-03-04T10:00',
      '4h',
      { suspended: ['2026-03-04T11:00/'] },
      '4 hours from Wed 4 Mar 2026 10:00: suspended since Wed 4 Mar 11:00; due at the earliest Wed 4 Mar 14:00',
      '自2026年3月4日（星期三）10:00起4小时：自3月4日（星期三）11:00起中止计时，尚未恢复；最早3月4日（星期三）14:00到期',
    ],
    [
      '2026-12-31T16:00',
      '1wd',
      { extended: ['2wd'] },
      '1 working day and an extension of 2 working days from Thu 31 Dec 2026 16:00: due Tue 5 Jan 2027 16:00, provisionally: there is no calendar for 2027 yet, plain weekends stand in',
      '自2026年12月31日（星期四）16:00起1个工作日、延长2个工作日，2027年1月5日（星期二）16:00到期（暂定：2027年放假安排尚无数据，暂按平常周末推算）',
    ],
    [
      '2026-03-07T02:30',
      '1d',
      { calendar: NEW_YORK },
      '1 day from Sat 7 Mar 2026 02:30: the clocks skip 02:30 that day, so it ends as they jump; due Sun 8 Mar 03:00',
      '自2026年3月7日（星期六）02:30起1日：当日时钟拨快，没有02:30这一时刻，以拨快之时为准；3月8日（星期日）03:00到期',
    ],
    [
      '2026-10-31T01:30',
      '1d',
      { calendar: NEW_YORK },
      '1 day from Sat 31 Oct 2026 01:30: the clocks show 01:30 twice that day and the first counts; due Sun 1 Nov 01:30',
      '自2026年10月31日（星期六）01:30起1日：当日时钟拨回，01:30出现两次，以第一次为准；11月1日（星期日）01:30到期',
    ],
    [
      '2026-01-01T10:00',
      '100wd',
      {},
      '100 working days from Thu 1 Jan 2026 10:00: counting begins Sun 4 Jan 00:00, 3 public holidays and 4 make-up workdays lie between; due Fri 29 May 24:00',
      '自2026年1月1日（星期四）10:00起100个工作日：1月4日（星期日）00:00开始计时，其间有3个节假日、4个调休上班日；5月29日（星期五）24:00到期',
    ],
  ];
  test.each(said)('%s for %s', (start, limit, options, en, zh) => {
    const result = ask(start, limit, options);
    expect(explainDue(result, 'en')).toBe(en);
    expect(explainDue(result, 'zh')).toBe(zh);
  });

  test('needs nothing but plain data', () => {
    const result = ask('2026-02-13T16:20', '3wd');
    const stored = JSON.parse(JSON.stringify(result)) as DueResult;
    expect(explainDue(stored, 'en')).toBe(explainDue(result, 'en'));
  });
});
