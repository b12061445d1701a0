import { Command } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerDue, type DueOptions, dueCommand } from './due.ts';

const ASKED = { from: '2026-02-13T16:20+08:00', for: '3wd', calendar: 'cn' };

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const program = new Command('shaoying');
  dueCommand(program);
  await program.parseAsync(['node', 'shaoying', 'due', ...args]);
  const exitCode = process.exitCode ?? 0;
  process.exitCode = 0;
  return { out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n'), exitCode };
}

const FLAGS = ['--from', ASKED.from, '--for', '3wd', '--calendar', 'cn'];

afterEach(() => vi.restoreAllMocks());

describe('shaoying due', () => {
  test('answers a program with the instant and the reason', async () => {
    const { out, exitCode } = await run(...FLAGS, '--json');
    expect(JSON.parse(out)).toEqual({
      due: '2026-02-25T16:20:00+08:00',
      because:
        '3 working days from Fri 13 Feb 2026 16:20: Sat 14 Feb is a make-up workday, 15 to 23 Feb is Spring Festival; due Wed 25 Feb 16:20',
    });
    expect(exitCode).toBe(0);
  });

  test('answers a person in both languages, or in the one asked for', async () => {
    expect((await run(...FLAGS)).out.split('\n')).toHaveLength(3);
    const zh = (await run(...FLAGS, '--lang', 'zh')).out.split('\n');
    expect(zh[1]).toBe(
      '自2026年2月13日（星期五）16:20起3个工作日：2月14日（星期六）调休上班，2月15日至23日为春节假期；2月25日（星期三）16:20到期',
    );
  });

  test('counts, ends and rolls as told', async () => {
    const how = ['--count-from', 'nextDay', '--ends', 'office-close', '--roll', '--json'];
    const { out } = await run(
      '--from',
      '2026-03-02T10:00+08:00',
      '--for',
      '60d',
      '--calendar',
      'cn',
      ...how,
    );
    expect(JSON.parse(out)).toMatchObject({ due: '2026-05-06T18:00:00+08:00' });
  });

  test('a refusal goes to standard error and sets the exit code', async () => {
    const { out, err, exitCode } = await run(
      '--from',
      '2027-03-01T09:00+08:00',
      '--for',
      '3wd',
      '--calendar',
      'cn',
    );
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(err).toContain('due.year-without-data');
    expect(err).toContain('calendars/cn.yaml');
  });

  test('a refusal is JSON for a program', async () => {
    const { err } = await run(...FLAGS, '--json', '--lang', 'fr');
    expect(JSON.parse(err)).toMatchObject({ code: 'due.bad-option' });
  });
});

test('an instant carries the offset of its own season', () => {
  const boston = { calendar: 'us-boston', for: '5d', from: '2011-11-04T09:00-04:00' };
  expect(answerDue(boston)).toMatchObject({ due: '2011-11-09T09:00:00-05:00' });
});

test('a start without an offset is local time', () => {
  expect(answerDue({ ...ASKED, from: '2026-02-13T16:20' })).toEqual(answerDue(ASKED));
});

describe('refusals', () => {
  const rows: [string, DueOptions][] = [
    ['due.unknown-calendar', { ...ASKED, calendar: 'atlantis' }],
    ['due.bad-instant', { ...ASKED, from: '2026-02-30T16:20' }],
    ['due.bad-instant', { ...ASKED, from: '2026-02-13' }],
    ['due.bad-duration', { ...ASKED, for: '3 weeks' }],
    ['due.bad-option', { ...ASKED, countFrom: 'tomorrow' }],
    ['due.bad-option', { ...ASKED, ends: 'noon' }],
    ['due.year-without-data', { ...ASKED, from: '2026-12-31T16:20' }],
    ['due.year-without-data', { ...ASKED, from: '2003-12-01T16:20' }],
    ['due.unknown-calendar', {}],
    ['due.bad-instant', { calendar: 'cn' }],
    ['due.bad-duration', { calendar: 'cn', from: ASKED.from }],
  ];
  test.each(rows)('%s for %o', (code, options) => {
    expect(answerDue(options)).toMatchObject({ refusal: { code } });
  });
});
