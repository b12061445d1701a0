import { callbackActWords, callbackStatusWords } from '../contract/callback-words.ts';
import { catalogue } from '../contract/catalogue/index.ts';
import { problem } from '../contract/errors.ts';
import { petitionActWords, petitionStatusWords, stageWords } from '../contract/petition-words.ts';
import { retentionActWords, retentionStatusWords } from '../contract/retention-words.ts';
import {
  blockedWords,
  claimAnswerWords,
  seatWords,
  sponsorshipActWords,
  sponsorshipStatusWords,
} from '../contract/sponsorship-words.ts';
import { supportActWords, supportStatusWords } from '../contract/support-words.ts';
import {
  conclusionWords,
  whistleActWords,
  whistleKindWords,
  whistleStatusWords,
} from '../contract/whistle-words.ts';
import { actWords, outcomeWords, roleWords, statusWords } from '../contract/words.ts';
import { listed } from '../core/case/narrate/names.ts';
import type { Refusal } from '../core/process.ts';
import type { Lang, Text } from '../core/text.ts';
import { type DurationUnit, durationWords } from '../core/time/duration.ts';
import type { AllNames as Names } from './names.ts';

type Namer = (value: string, names: Names) => Text;

const asIs: Namer = (value) => ({ zh: value, en: value });
const unit: Namer = (value, names) => names.unit(value);
const from =
  (words: Readonly<Record<string, Text>>): Namer =>
  (value) =>
    words[value] ?? { zh: value, en: value };

const BINDING: Readonly<Record<string, Text>> = {
  'objection-refused': { zh: '经处理异议不成立', en: 'an objection was refused' },
  ruling: { zh: '经派单裁定指定', en: 'an allocation ruling' },
};

const FIELDS: Readonly<Record<string, Text>> = {
  reason: { zh: '理由', en: 'Reason' },
  basis: { zh: '依据', en: 'Basis' },
  title: { zh: '标题', en: 'Title' },
  text: { zh: '内容', en: 'Text' },
  words: { zh: '诉求内容', en: 'Words' },
  reply: { zh: '答复内容', en: 'Reply' },
  position: { zh: '单位意见', en: 'Position' },
  override: { zh: '超限理由', en: 'Reason for going over the limit' },
  what: { zh: '步骤内容', en: 'What the step is' },
  note: { zh: '完成情况', en: 'What was done' },
  instruction: { zh: '批示内容', en: 'The written instruction' },
  grounds: { zh: '提请依据的情形', en: 'Grounds' },
  mandate: { zh: '专班任务', en: 'Mandate' },
  agenda: { zh: '会商议题', en: 'Agenda' },
  decision: { zh: '会商决定', en: 'Decision' },
  need: { zh: '需求类别', en: 'Kind of need' },
  evidence: { zh: '依据或者决定', en: 'Evidence' },
  receipt: { zh: '档案馆回执', en: 'The archive’s receipt' },
};

const PROPOSAL_ENDS: Readonly<Record<string, Text>> = {
  approved: { zh: '已经批准', en: 'was approved' },
  takenBack: { zh: '已由提出人撤销', en: 'was taken back' },
  turnedDown: { zh: '未获批准', en: 'was turned down' },
  overtaken: { zh: '已被另一版本取代', en: 'was overtaken by another version' },
};

/** How the parameters of refusals are called, by their keys; a key that is not here is shown as it is. */
const NAMERS: Readonly<Record<string, Namer>> = {
  unit,
  lead: unit,
  desk: unit,
  proposed: unit,
  ruler: unit,
  to: unit,
  office: (value, names) => (value === '' ? { zh: '', en: '' } : names.office(value)),
  role: from(roleWords),
  category: (value, names) => names.category(value),
  urgency: (value, names) => names.urgency(value),
  channel: (value, names) => names.channel(value),
  basis: (value, names) => names.objectionBasis(value),
  clock: (value, names) => names.clock(value),
  power: (value, names) => names.power(value),
  rank: (value, names) => names.rank(value),
  needed: (value, names) => names.rank(value),
  item: (value, names) => names.ratingItem(value),
  kind: from(whistleKindWords),
  result: from(conclusionWords),
  command: from({
    ...retentionActWords,
    ...sponsorshipActWords,
    ...petitionActWords,
    ...supportActWords,
    ...callbackActWords,
    ...whistleActWords,
    ...actWords,
  }),
  status: from({
    ...retentionStatusWords,
    ...sponsorshipStatusWords,
    ...callbackStatusWords,
    ...supportStatusWords,
    ...whistleStatusWords,
    ...statusWords,
  }),
  standing: from(petitionStatusWords),
  stage: from(stageWords),
  petitionKind: (value, names) => names.petitionKind(value),
  why: (value, names) => names.petitionReason(value),
  measure: (value, names) => names.measure(value),
  need: (value, names) => names.need(value),
  condition: (value, names) => names.condition(value),
  blocked: from(blockedWords),
  seat: from(seatWords),
  answer: from(claimAnswerWords),
  duty: (value, names) => names.sponsorDuty(value),
  binding: from(BINDING),
  field: from(FIELDS),
  end: from(PROPOSAL_ENDS),
  outcome: from(outcomeWords),
  /** Outcomes to choose from, by spaces. */
  open: (value, names) => listed(value.split(' ').map((code) => from(outcomeWords)(code, names))),
};

const INSTANTS = new Set([
  'at',
  'now',
  'since',
  'until',
  'longest',
  'occurredAt',
  'receivedAt',
  'dueAt',
  'legalDueAt',
  'latest',
  'effectiveFrom',
  'validFrom',
  'validTo',
]);

/** A refusal's parameters as people call them; programs still get them as they were. */
export function shownParams({ params }: Refusal, names: Names): Readonly<Record<string, Text>> {
  const named = Object.entries(params).map(([key, value]): [string, Text] => [
    key,
    typeof value === 'number' && INSTANTS.has(key)
      ? names.moment(value)
      : (NAMERS[key] ?? asIs)(String(value), names),
  ]);
  const { n, unit: timeUnit } = params;
  if (typeof n !== 'number') return Object.fromEntries(named);
  // A duration comes as its two parts.
  const duration = { n, unit: timeUnit as DurationUnit };
  const max = { zh: durationWords(duration, 'zh'), en: durationWords(duration, 'en') };
  return { ...Object.fromEntries(named), max };
}

/** What a refusal says, outside of an answer that is one. */
export function refusalWords(
  refusal: Refusal,
  names: Names,
  lang: Lang,
): { readonly what: string; readonly next: string } {
  const { code, params } = refusal;
  const shown = Object.entries(shownParams(refusal, names)).map(([key, text]) => [key, text[lang]]);
  const words = { code, ...Object.fromEntries(shown) };
  const { what, next } = problem(catalogue, code, params, lang, words);
  return { what, next };
}
