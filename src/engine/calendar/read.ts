import type { Text } from '../../core/text.ts';
import type { Calendar, CalendarYear } from '../../core/time/calendar.ts';
import {
  type DayNumber,
  formatCivilDate,
  parseCivilDate,
  parseTimeOfDay,
  weekdayOf,
} from '../../core/time/civil.ts';
import { isZone } from '../../core/time/zone.ts';
import { FileFault, type FileProblem } from '../yaml/fault.ts';
import { type Path, readYaml, type YamlFile } from '../yaml/read.ts';
import { type CalendarFile, calendarFile, WEEKDAYS } from './schema.ts';

type File = YamlFile<CalendarFile>;

/**
 * Reads a calendar from its YAML.
 *
 * @throws FileFault with every problem found: of shape, or else of sense (a day that does not
 *   exist, a make-up workday in the middle of a week, a day both off and worked)
 */
export function readCalendar(file: string, text: string): Calendar {
  const read = readYaml(file, text, calendarFile);
  const problems: FileProblem[] = [];
  const { id, version, zone } = read.value;
  const weekend = read.value.weekend.map((name) => WEEKDAYS.indexOf(name));
  if (!isZone(zone)) {
    problems.push(
      read.problem(
        ['zone'],
        { zh: `没有“${zone}”这个时区。`, en: `There is no time zone '${zone}'.` },
        {
          zh: '请填 IANA 时区名，如 Asia/Shanghai。',
          en: 'Write an IANA name such as Asia/Shanghai.',
        },
      ),
    );
  }
  if (new Set(weekend).size === WEEKDAYS.length) {
    problems.push(
      read.problem(
        ['weekend'],
        { zh: '七天都列为休息日，没有工作日。', en: 'All seven days are days off.' },
        { zh: '请至少留一天上班。', en: 'Leave at least one weekday out.' },
      ),
    );
  }
  const officeHours = readOfficeHours(read, problems);
  const years = Object.fromEntries(
    Object.keys(read.value.years).map((year) => [year, readYear(read, year, weekend, problems)]),
  );
  problems.push(...daysTwice(read));
  if (problems.length > 0) throw new FileFault(problems);
  return { id, version, zone, officeHours, weekend, years };
}

function readOfficeHours(read: File, problems: FileProblem[]): Calendar['officeHours'] {
  let open = 0;
  return read.value.officeHours.map((text, index) => {
    const [from = '', to = ''] = text.split('-');
    const [opens, closes] = [parseTimeOfDay(from), parseTimeOfDay(to)];
    if (opens === null || closes === null || opens >= closes || opens < open) {
      problems.push(
        read.problem(
          ['officeHours', index],
          { zh: `办公时段“${text}”不成立。`, en: `'${text}' are no office hours.` },
          {
            zh: '请写作 09:00-12:00，先早后晚、互不重叠，最晚到 24:00。',
            en: 'Write them like 09:00-12:00, in order, not overlapping, to 24:00 at the latest.',
          },
        ),
      );
    }
    open = closes ?? open;
    return { from, to };
  });
}

function readYear(
  read: File,
  year: string,
  weekend: readonly number[],
  problems: FileProblem[],
): CalendarYear {
  const holidays: Record<string, Text> = {};
  const workdays: Record<string, Text> = {};
  const citation = read.value.years[year]?.citation ?? '';
  for (const { path, kind, festival, text } of entriesOf(read.value, year)) {
    const name = read.value.festivals[festival];
    if (name === undefined) {
      problems.push(unknownFestival(read, path, festival));
      continue;
    }
    const days = readDays(text);
    if (days === null) {
      problems.push(noSuchDays(read, path, text));
      continue;
    }
    for (const day of days) {
      const onWeekend = weekend.includes(weekdayOf(day));
      if (!formatCivilDate(day).startsWith(year)) problems.push(wrongYear(read, path, day, year));
      if (kind === 'work' && !onWeekend) problems.push(pointless(read, path, text));
      (kind === 'off' ? holidays : workdays)[formatCivilDate(day)] = name;
    }
  }
  return { holidays, workdays, citation };
}

interface Entry {
  readonly path: Path;
  readonly kind: 'off' | 'work';
  readonly festival: string;
  readonly text: string;
}

function entriesOf(file: CalendarFile, year: string): Entry[] {
  return (file.years[year]?.days ?? []).flatMap((entry, index) =>
    (['off', 'work'] as const).flatMap((kind) => {
      const given = entry[kind] ?? [];
      const path: Path = ['years', year, 'days', index, kind];
      const { festival } = entry;
      if (typeof given === 'string') return [{ path, kind, festival, text: given }];
      return given.map((text, place) => ({ path: [...path, place], kind, festival, text }));
    }),
  );
}

/** The days of 'DATE' or 'FIRST/LAST', or null if there are none such. */
function readDays(text: string): DayNumber[] | null {
  const [first = '', last = first, ...rest] = text.split('/');
  const [from, to] = [parseCivilDate(first), parseCivilDate(last)];
  if (from === null || to === null || to < from || to - from > 31 || rest.length > 0) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function daysTwice(read: File): FileProblem[] {
  const seen = new Set<DayNumber>();
  const problems: FileProblem[] = [];
  for (const year of Object.keys(read.value.years)) {
    for (const { path, text } of entriesOf(read.value, year)) {
      for (const day of readDays(text) ?? []) {
        if (seen.has(day)) problems.push(twice(read, path, formatCivilDate(day)));
        seen.add(day);
      }
    }
  }
  return problems;
}

const unknownFestival = (read: File, path: Path, festival: string) =>
  read.problem(
    [...path.slice(0, 4), 'festival'],
    { zh: `“${festival}”不在 festivals 之列。`, en: `'${festival}' is not among festivals.` },
    { zh: '请在 festivals 中写明其中英文名称。', en: 'Give its names in both languages there.' },
  );

const noSuchDays = (read: File, path: Path, text: string) =>
  read.problem(
    path,
    { zh: `“${text}”不是日期或起止日期。`, en: `'${text}' is neither a date nor a span of dates.` },
    {
      zh: '请写作 2026-02-14 或 2026-02-15/2026-02-23，最长一个月。',
      en: 'Write 2026-02-14 or 2026-02-15/2026-02-23, a month at most.',
    },
  );

const wrongYear = (read: File, path: Path, day: DayNumber, year: string) => {
  const date = formatCivilDate(day);
  return read.problem(
    path,
    { zh: `${date} 不在 ${year} 年。`, en: `${date} is not in ${year}.` },
    { zh: '跨年的假期请按年分写。', en: 'Give each day under its own year.' },
  );
};

const pointless = (read: File, path: Path, text: string) =>
  read.problem(
    path,
    { zh: `${text} 本来就是工作日。`, en: `${text} is a working day anyway.` },
    {
      zh: '调休上班日应在周末，请核对通知原文。',
      en: 'A make-up workday lies on a weekend: check the notice.',
    },
  );

const twice = (read: File, path: Path, date: string) =>
  read.problem(
    path,
    { zh: `${date} 出现两次。`, en: `${date} is given twice.` },
    { zh: '一天只写一次：放假，或者上班。', en: 'Give each day once: off, or worked.' },
  );
