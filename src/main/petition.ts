import type { Command } from 'commander';
import { datesOf, type KnownDate, type KnownDates } from '../core/petition/dates.ts';
import type { PetitionLaw, PetitionLimit } from '../core/rulebook/petition.ts';
import type { Text } from '../core/text.ts';
import { type Calendar, formatIso, parseIso, zoneOf } from '../core/time/index.ts';
import { shippedCalendar } from '../engine/calendar/shipped.ts';
import { shippedRulebook } from '../engine/rulebook/shipped.ts';

const DATES: readonly (readonly [option: KnownDate, flag: string, what: string])[] = [
  ['received', '--received', '信访局收到 · received by the petition office'],
  ['routed', '--routed', '办理单位收到 · received by the body that handles it'],
  ['accepted', '--accepted', '受理 · accepted'],
  ['delivered', '--delivered', '答复意见送达 · the opinion was delivered'],
  ['reviewAsked', '--review-asked', '申请复查 · review was asked for'],
  ['reviewDelivered', '--review-delivered', '复查意见送达 · the review opinion was delivered'],
  ['reReviewAsked', '--re-review-asked', '申请复核 · re-review was asked for'],
];

export type PetitionOptions = Readonly<Partial<Record<KnownDate, string>>> & {
  readonly rulebook?: string;
  readonly kind?: string;
  readonly extension?: string;
  readonly hearing?: readonly string[];
};

export type PetitionAnswer =
  | { readonly rows: readonly DateLine[] }
  | {
      readonly elsewhere: { readonly name: Text; readonly nextPath: Text; readonly citation: Text };
    }
  | { readonly refusal: { readonly code: string; readonly what: Text; readonly next: Text } };

interface DateLine {
  readonly limit: PetitionLimit;
  readonly citation: Text;
  /** Null while the day it counts from is not given. */
  readonly due: string | null;
  readonly because: Text | null;
  readonly from: string;
}

/** The due dates of a petition by a shipped rulebook, from what is known of its days. */
export function answerPetition(options: PetitionOptions): PetitionAnswer {
  const rulebook = shippedRulebook(options.rulebook ?? 'g-district-whistle');
  const calendar = rulebook === null ? null : shippedCalendar(rulebook.calendar);
  const law = rulebook?.petition ?? null;
  if (rulebook === null || calendar === null || law === null) return { refusal: noLaw(options) };
  const kind = law.kinds.find(({ code }) => code === (options.kind ?? 'claim'));
  if (kind === undefined) return { refusal: unknownKind(options, law) };
  const channel = rulebook.channels.find(({ code }) => code === law.channels[kind.code]);
  if (kind.way !== 'handle' && channel !== undefined) {
    const { name, nextPath } = channel;
    return { elsewhere: { name, nextPath, citation: kind.citation.text } };
  }
  const known = knownFrom(options, law, calendar);
  if ('code' in known) return { refusal: known };
  const zone = zoneOf(calendar.zone);
  return {
    rows: datesOf(known, { law, calendar }).map(({ limit, citation, due, from }) => ({
      limit,
      citation: citation.text,
      due: due === null ? null : formatIso(due.at, zone),
      because: due?.why ?? null,
      from: DATES.find(([date]) => date === from)?.[1] ?? from,
    })),
  };
}

type Refusal = Extract<PetitionAnswer, { refusal: unknown }>['refusal'];

function knownFrom(
  options: PetitionOptions,
  law: PetitionLaw,
  calendar: Calendar,
): KnownDates | Refusal {
  const zone = zoneOf(calendar.zone);
  const given = DATES.flatMap(([date, flag]) => {
    const text = options[date];
    return text === undefined ? [] : [{ date, flag, text, at: parseIso(text, zone) }];
  });
  const bad = given.find(({ at }) => at === null);
  if (bad !== undefined) return badInstant(bad.flag, bad.text, calendar);
  const hearings: { from: number; to: number }[] = [];
  for (const text of options.hearing ?? []) {
    const [from = null, to = null] = text.split('/').map((one) => parseIso(one, zone));
    if (from === null || to === null || to < from) return badInstant('--hearing', text, calendar);
    hearings.push({ from, to });
  }
  const max = law.limits.extension.duration;
  const days = options.extension === undefined ? 0 : Number(options.extension);
  if (!Number.isInteger(days) || days < 0 || days > max.n) return badExtension(days, max.n);
  return {
    ...Object.fromEntries(given.map(({ date, at }) => [date, at])),
    ...(days === 0 ? {} : { extension: { ...max, n: days } }),
    hearings,
  };
}

/** Registers `shaoying petition dates`. */
export function petitionCommand(program: Command): void {
  const petition = program.command('petition').description('信访事项 · petitions');
  const dates = petition
    .command('dates')
    .description(
      '信访各步何时到期，依据哪一条 · when each step of a petition is due, and by which article',
    )
    .option('--rulebook <id>', '规则库 · a rulebook of rulebooks/', 'g-district-whistle')
    .option('--kind <code>', '类别 · the kind of petition', 'claim')
    .option('--extension <days>', '延期天数（已告知本人）· days of an extension told in time')
    .option('--hearing <from/to>', '复核听证的起止 · a hearing in the re-review', collected, [])
    .option('--json', '{"rows"}');
  for (const [, flag, what] of DATES) dates.option(`${flag} <instant>`, what);
  dates.action((options: PetitionOptions & { readonly json?: boolean }) => {
    tell(answerPetition(options), options.json === true);
  });
}

const collected = (text: string, before: readonly string[]): readonly string[] => [...before, text];

function tell(answer: PetitionAnswer, json: boolean): void {
  if ('refusal' in answer) {
    const { code, what, next } = answer.refusal;
    console.error(
      json
        ? JSON.stringify(answer.refusal)
        : `${code}\n${what.zh}${next.zh}\n${what.en} ${next.en}`,
    );
    process.exitCode = 2;
    return;
  }
  if (json) {
    console.log(JSON.stringify(answer));
    return;
  }
  if ('elsewhere' in answer) {
    const { name, nextPath, citation } = answer.elsewhere;
    console.log(`${name.zh}：${nextPath.zh}（${citation.zh}）`);
    console.log(`${name.en}: ${nextPath.en} (${citation.en})`);
    return;
  }
  for (const { limit, due, because, citation, from } of answer.rows) {
    console.log(`${limit}  ${due ?? '—'}`);
    console.log(`  ${because === null ? `需要 ${from}` : because.zh}（${citation.zh}）`);
    console.log(`  ${because === null ? `needs ${from}` : because.en} (${citation.en})`);
  }
}

const noLaw = ({ rulebook }: PetitionOptions): Refusal => ({
  code: 'petition.not-offered',
  what: {
    zh: `规则库“${rulebook ?? ''}”不存在，或者没有规定信访事项。`,
    en: `There is no rulebook '${rulebook ?? ''}', or it does not provide for petitions.`,
  },
  next: {
    zh: '请改用 --rulebook g-district-whistle，或在规则库中引入 petition-2022。',
    en: 'Use --rulebook g-district-whistle, or include petition-2022 in yours.',
  },
});

const unknownKind = ({ kind }: PetitionOptions, { kinds }: PetitionLaw): Refusal => ({
  code: 'petition.unknown-kind',
  what: { zh: `没有“${kind ?? ''}”这类信访事项。`, en: `There is no kind '${kind ?? ''}'.` },
  next: {
    zh: `可用：${kinds.map(({ code }) => code).join('、')}。`,
    en: `There are: ${kinds.map(({ code }) => code).join(', ')}.`,
  },
});

const badInstant = (flag: string, text: string, { zone }: Calendar): Refusal => ({
  code: 'petition.bad-instant',
  what: { zh: `${flag} “${text}”不是时刻。`, en: `${flag} '${text}' is not an instant.` },
  next: {
    zh: `请写作 2026-03-02T14:00+08:00；不写时差则按 ${zone} 当地时间；起止用 / 隔开。`,
    en: `Write it like 2026-03-02T14:00+08:00; without an offset it is local time in ${zone}; a span has / between.`,
  },
});

const badExtension = (days: number, most: number): Refusal => ({
  code: 'petition.extension-too-long',
  what: { zh: `延期 ${days} 日不成立。`, en: `An extension of ${days} days cannot be.` },
  next: { zh: `最多 ${most} 日。`, en: `It is at most ${most}.` },
});
