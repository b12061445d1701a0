import { html, raw } from 'hono/html';
import type { RequestKind } from '../contract/cases.ts';
import type { Lang, Text } from '../contract/common.ts';
import { kindWords } from '../contract/words.ts';
import { groupCode } from '../engine/receipt.ts';
import type { FieldError, Html, Reader } from './layout.ts';
import { errorOf, errorSummary, hidden, page, radios, textArea, textInput } from './layout.ts';
import { optional, sayer } from './words.ts';

/** The questions in their order, one a page. */
export const steps = ['danger', 'official', 'what', 'where', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];

/**
 * What the person has told so far. It travels in the page itself as hidden fields: nothing is
 * stored before they send it, and nothing personal is ever in an address.
 */
export interface Draft {
  readonly danger: string;
  readonly official: string;
  readonly kind: string;
  readonly what: string;
  readonly unit: string;
  readonly detail: string;
  readonly name: string;
  readonly phone: string;
  readonly who: string;
  readonly confidential: string;
  /** Minted with the first page: sent twice, it is still one request. */
  readonly key: string;
}

const fields = [
  'danger',
  'official',
  'kind',
  'what',
  'unit',
  'detail',
  'name',
  'phone',
  'who',
  'confidential',
  'key',
] as const;

/** Shorter than any number that can be rung, but for those of emergencies. */
const LEAST_PHONE = 5;
const LIMIT = { what: 5000, detail: 500, name: 80, phone: 40 };

export const readDraft = (body: Readonly<Record<string, unknown>>): Draft => {
  const one = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.replace(/\r\n/g, '\n').slice(0, 20_000).trim() : '';
  };
  return Object.fromEntries(fields.map((f) => [f, one(f)])) as unknown as Draft;
};

export interface PlaceGroup {
  readonly street: { readonly id: string; readonly name: Text };
  readonly communities: readonly { readonly id: string; readonly name: Text }[];
}

/** What is wrong with the answers of one page; empty where it may go on. */
export const check = (
  step: Step,
  draft: Draft,
  lang: Lang,
  places: readonly PlaceGroup[],
): FieldError[] => {
  const say = sayer(lang);
  const wrong = (field: string, what: string): FieldError[] => [{ field, what }];
  switch (step) {
    case 'danger':
      return ['yes', 'no', 'called'].includes(draft.danger)
        ? []
        : wrong('danger', say('dangerError'));
    case 'official':
      return ['yes', 'no'].includes(draft.official) ? [] : wrong('official', say('officialError'));
    case 'what':
      if (draft.what === '') return wrong('what', say('whatError'));
      return draft.what.length > LIMIT.what ? wrong('what', say('whatLong')) : [];
    case 'where': {
      const known = places.some(
        (g) => g.street.id === draft.unit || g.communities.some((c) => c.id === draft.unit),
      );
      return known ? [] : wrong('unit', say('whereUnitError'));
    }
    case 'contact': {
      const phone = draft.phone.normalize('NFKC');
      if (!/^[\d\s+()-]{0,40}$/.test(phone)) return wrong('phone', say('contactPhoneError'));
      return phone !== '' && phone.length < LEAST_PHONE
        ? wrong('phone', say('contactPhoneShort'))
        : [];
    }
    case 'check':
      return [];
  }
};

/** The first page whose answers do not hold: where a person who skipped ahead is led back to. */
export const firstWrong = (draft: Draft, lang: Lang, places: readonly PlaceGroup[]): Step | null =>
  steps.find((step) => check(step, draft, lang, places).length > 0) ?? null;

const ask: Readonly<Record<Step, readonly (keyof Draft)[]>> = {
  danger: ['danger'],
  official: ['official'],
  what: ['what', 'kind'],
  where: ['unit', 'detail'],
  contact: ['name', 'phone', 'who', 'confidential'],
  check: [],
};

/** A step's form: its own questions, everything else hidden, one button, and the way back. */
const form = (reader: Reader, step: Step, draft: Draft, inner: Html, button: string): Html => {
  const say = sayer(reader.lang);
  const own = ask[step];
  return html`<form method="post" action="/say" novalidate>
${inner}
<input type="hidden" name="step" value="${step}">
${fields.filter((f) => !own.includes(f)).map((f) => hidden(f, draft[f]))}
<div class="stack"><button class="primary" name="go" value="next">${button}</button>
${step === 'danger' ? html`<a href="/">${say('back')}</a>` : html`<button class="plain" name="go" value="back" formnovalidate>${say('back')}</button>`}</div>
</form>`;
};

export interface StepView {
  readonly step: Step;
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly places: readonly PlaceGroup[];
}

const danger = (reader: Reader, { draft, errors }: StepView): Html => {
  const say = sayer(reader.lang);
  return radios({
    id: 'danger',
    label: say('dangerTitle'),
    heading: true,
    hint: say('dangerHint'),
    value: draft.danger,
    error: errorOf(errors, 'danger'),
    options: [
      { value: 'no', label: say('no') },
      { value: 'yes', label: say('yes') },
    ],
  });
};

const official = (reader: Reader, { draft, errors }: StepView): Html => {
  const say = sayer(reader.lang);
  return radios({
    id: 'official',
    label: say('officialTitle'),
    heading: true,
    hint: say('officialHint'),
    value: draft.official,
    error: errorOf(errors, 'official'),
    options: [
      { value: 'no', label: say('no') },
      { value: 'yes', label: say('yes') },
    ],
  });
};

const kinds: readonly RequestKind[] = ['help', 'complaint', 'consult', 'suggestion'];

const what = (reader: Reader, { draft, errors }: StepView): Html => {
  const say = sayer(reader.lang);
  return html`${textArea({
    id: 'what',
    label: say('whatTitle'),
    heading: true,
    hint: `${say('whatHint')} ${say('whatPrivacy')}`,
    value: draft.what,
    error: errorOf(errors, 'what'),
    rows: 8,
  })}${radios({
    id: 'kind',
    label: say('kindLegend'),
    value: draft.kind || 'help',
    inline: true,
    options: kinds.map((k) => ({ value: k, label: kindWords[k][reader.lang] })),
  })}`;
};

const where = (reader: Reader, { draft, errors, places }: StepView): Html => {
  const { lang } = reader;
  const say = sayer(lang);
  const error = errorOf(errors, 'unit');
  const option = (id: string, name: string) =>
    html`<option value="${id}"${id === draft.unit ? html` selected` : ''}>${name}</option>`;
  return html`<h1>${say('whereTitle')}</h1>
<div class="field${error ? ' wrong' : ''}"><label for="unit">${say('whereUnit')}</label>
<p class="hint" id="unit-hint">${say('whereUnitHint')}</p>
${error ? html`<p class="error" id="unit-error">${error}</p>` : ''}
<select id="unit" name="unit" aria-describedby="unit-hint${error ? ' unit-error' : ''}"><option value="">${say('whereChoose')}</option>
${places.map(
  (g) =>
    html`<optgroup label="${g.street.name[lang]}">${option(g.street.id, g.street.name[lang] + say('wholeStreet'))}${g.communities.map((c) => option(c.id, c.name[lang]))}</optgroup>`,
)}</select></div>
${textInput({ id: 'detail', label: optional(reader.lang, say('whereDetail')), value: draft.detail })}`;
};

const contact = (reader: Reader, { draft, errors }: StepView): Html => {
  const say = sayer(reader.lang);
  return html`<h1>${say('contactTitle')}</h1><p class="hint">${say('contactHint')}</p>
${textInput({ id: 'name', label: optional(reader.lang, say('contactName')), value: draft.name, autocomplete: 'name' })}
${textInput({ id: 'phone', label: optional(reader.lang, say('contactPhone')), hint: say('contactPhoneHint'), value: draft.phone, type: 'tel', autocomplete: 'tel', error: errorOf(errors, 'phone') })}
${radios({
  id: 'who',
  label: say('contactWho'),
  value: draft.who || 'self',
  options: [
    { value: 'self', label: say('contactSelf') },
    { value: 'relative', label: say('contactRelative') },
    { value: 'helper', label: say('contactHelper') },
  ],
})}
<div class="field"><label class="choice" for="confidential"><input type="checkbox" id="confidential" name="confidential" value="yes"${draft.confidential === 'yes' ? html` checked` : ''}> <span>${say('contactConfidential')}</span></label></div>`;
};

const placeName = (places: readonly PlaceGroup[], unit: string, lang: Lang): string => {
  for (const g of places) {
    if (g.street.id === unit) return g.street.name[lang];
    const community = g.communities.find((c) => c.id === unit);
    if (community)
      return `${g.street.name[lang]}${lang === 'en' ? ', ' : ''}${community.name[lang]}`;
  }
  return '';
};

const answers = (reader: Reader, { draft, places }: StepView): Html => {
  const { lang } = reader;
  const say = sayer(lang);
  const kind = kinds.find((k) => k === draft.kind) ?? 'help';
  const who =
    draft.who === 'relative'
      ? 'contactRelative'
      : draft.who === 'helper'
        ? 'contactHelper'
        : 'contactSelf';
  const row = (title: string, value: string, step: Step, said = false) =>
    html`<h2>${title}</h2>${said ? html`<p class="said">${value}</p>` : html`<p>${value || say('checkNothing')}</p>`}
<button class="plain" name="go" value="${step}">${say('checkChange')}<span class="skip">: ${title}</span></button>`;
  return html`<h1>${say('checkTitle')}</h1>
${row(`${say('whatTitle')} · ${kindWords[kind][lang]}`, draft.what, 'what', true)}
${row(say('whereTitle'), [placeName(places, draft.unit, lang), draft.detail].filter(Boolean).join(' · '), 'where')}
${row(say('contactTitle'), [draft.name, draft.phone, say(who), draft.confidential === 'yes' ? say('contactConfidential') : ''].filter(Boolean).join(' · '), 'contact')}`;
};

const bodies: Readonly<Record<Step, (reader: Reader, view: StepView) => Html>> = {
  danger,
  official,
  what,
  where,
  contact,
  check: answers,
};

const titles = {
  danger: 'dangerTitle',
  official: 'officialTitle',
  what: 'whatTitle',
  where: 'whereTitle',
  contact: 'contactTitle',
  check: 'checkTitle',
} as const;

export const stepPage = (reader: Reader, view: StepView): Html => {
  const say = sayer(reader.lang);
  const button = view.step === 'check' ? say('checkSend') : say('continue');
  return page(
    reader,
    say(titles[view.step]),
    html`${errorSummary(reader, view.errors)}${form(reader, view.step, view.draft, bodies[view.step](reader, view), button)}`,
    view.errors.length > 0,
  );
};

interface ChannelLine {
  readonly name: Text;
  readonly nextPath: Text;
  readonly telephone: string | null;
}

/** Numbers first. A web page sends no help, and says so. */
export const dangerPage = (reader: Reader, draft: Draft, lines: readonly ChannelLine[]): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('dangerCall'),
    html`<h1>${say('dangerCall')}</h1>
<ul class="numbers">${lines.map((l) => html`<li><a href="tel:${l.telephone ?? ''}"><span>${l.name[reader.lang]}</span> <span>${l.telephone ?? ''}</span></a></li>`)}</ul>
<p>${say('dangerCallHint')}</p>
<form method="post" action="/say"><input type="hidden" name="step" value="danger">${hidden('danger', 'called')}${fields.filter((f) => f !== 'danger').map((f) => hidden(f, draft[f]))}
<div class="stack"><button class="primary" name="go" value="next">${say('dangerCalled')}</button><a href="/">${say('home')}</a></div></form>`,
  );
};

/** A report on an official: directed to the statutory channel, counted, and not kept. */
export const officialPage = (
  reader: Reader,
  channel: ChannelLine & { readonly citation: Text },
  /** Where somebody wrote to the desk, and why it does not take it. */
  why: string | null = null,
): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('officialChannelTitle'),
    html`<h1>${say('officialChannelTitle')}</h1>${why === null ? '' : html`<p class="changed" role="status">${why}</p>`}
<div class="next"><p><b>${channel.name[reader.lang]}</b>${channel.telephone ? html` <a href="tel:${channel.telephone}">${channel.telephone}</a>` : ''}</p><p>${channel.nextPath[reader.lang]}</p><p class="meta">${channel.citation[reader.lang]}</p></div>
<p>${say('officialChannelHint')}</p>
<div class="stack"><a class="button" href="/say">${say('officialOther')}</a><a href="/">${say('home')}</a></div>`,
  );
};

export interface ReceiptView {
  readonly code: string;
  readonly receivedBy: Text;
  readonly telephone: string | null;
  /** What happens next, as sentences with their dates. */
  readonly next: readonly string[];
  readonly qr: string;
}

export const receiptPage = (reader: Reader, view: ReceiptView): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('receiptTitle'),
    html`<div class="slip"><h1>${say('receiptTitle')}</h1>
<h2>${say('receiptCode')}</h2><p class="code">${groupCode(view.code)}</p><p>${say('receiptKeep')}</p>
<dl><dt>${say('receiptBy')}</dt><dd>${view.receivedBy[reader.lang]}</dd>
${view.telephone ? html`<dt>${say('callThem')}</dt><dd><a href="tel:${view.telephone}">${view.telephone}</a></dd>` : ''}</dl>
<h2>${say('receiptNext')}</h2>${view.next.map((sentence) => html`<p>${sentence}</p>`)}
<h2>${say('receiptQr')}</h2><div class="qr">${qrImage(view)}</div></div>
<div class="stack noprint"><a class="button" href="/follow">${say('receiptFollow')}</a><a class="button quiet" href="/follow/slip">${say('receiptPrint')}</a><a href="/">${say('home')}</a></div>`,
  );
};

/** Our own SVG, drawn from modules; the only markup that is not escaped. */
export const qrImage = (view: { readonly qr: string }): Html => html`${raw(view.qr)}`;
