import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Lang, Text } from '../contract/common.ts';
import { sayer } from './words.ts';

/** The console's own, in the page: a browser asks for one wherever none is named. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='4' fill='%231A5FB4'/%3E%3Ccircle cx='16' cy='16' r='8' fill='none' stroke='%23fff' stroke-width='3'/%3E%3Cpath d='M16 11v5l4 3' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3C/svg%3E";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page knows of its reader: nothing about who they are. */
export interface Reader {
  readonly lang: Lang;
  readonly large: boolean;
  /** Where the page is, for the links that change language and print size. */
  readonly path: string;
  readonly office: Text;
  readonly demo: boolean;
  /** In a page of somebody else's, which has head and foot of its own. */
  readonly embedded: boolean;
  /** The privacy line, wherever something is said or shown of a person. */
  readonly notice: boolean;
}

/**
 * One frame for every page: skip link, office, language and print size, the privacy line. Inside
 * another page only what that page cannot do for ours: language and print size.
 */
export const page = (reader: Reader, title: string, body: Html, problem = false): Html => {
  const say = sayer(reader.lang);
  const other = reader.lang === 'zh' ? 'en' : 'zh';
  const at = (query: string) => `${reader.path}?${query}`;
  const tools = html`<nav aria-label="${reader.lang === 'zh' ? '语言和字号' : 'Language and print size'}">
<a href="${at(`lang=${other}`)}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${say('otherLanguage')}</a>
<a href="${at(`print=${reader.large ? 'normal' : 'large'}`)}">${say(reader.large ? 'normalPrint' : 'largePrint')}</a>
</nav>`;
  const head = html`<header class="top">
<a class="brand" href="/"><b>哨应</b> <span>${reader.office[reader.lang]}${reader.lang === 'en' ? ' ' : ''}${say('service')}</span></a>
${tools}
${reader.demo ? html`<p class="demo">${say('demo')} <a href="/demo">${say('demoGuide')}</a></p>` : ''}
</header>`;
  return html`<!doctype html>
<html lang="${reader.lang === 'zh' ? 'zh-CN' : 'en'}"${reader.large ? html` class="large"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${problem ? say('errorPrefix') : ''}${title} · ${reader.office[reader.lang]}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/portal.css">
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
${reader.embedded ? html`<div class="top">${tools}</div>` : head}
<main id="main">${body}${reader.embedded ? html`<p class="hint">${say('footer')}</p>` : ''}</main>
${reader.embedded || !reader.notice ? '' : html`<footer><p>${say('footer')}</p></footer>`}
</body>
</html>`;
};

export interface FieldError {
  readonly field: string;
  readonly what: string;
}

/** On top of the page, each line leading to its field. */
export const errorSummary = (reader: Reader, errors: readonly FieldError[]): Html =>
  errors.length === 0
    ? html``
    : html`<div class="errors" role="alert" aria-labelledby="errors-title" tabindex="-1">
<h2 id="errors-title">${sayer(reader.lang)('errorTitle')}</h2>
<ul>${errors.map((e) => html`<li><a href="#${e.field}">${e.what}</a></li>`)}</ul>
</div>`;

export const errorOf = (errors: readonly FieldError[], field: string): string | null =>
  errors.find((e) => e.field === field)?.what ?? null;

const described = (id: string, hint: string | null, error: string | null): string =>
  [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');

const notes = (id: string, hint: string | null, error: string | null): Html =>
  html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : ''}${
    error ? html`<p class="error" id="${id}-error">${error}</p>` : ''
  }`;

interface FieldOptions {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly error?: string | null;
  /** The page's one question: its label is the heading. */
  readonly heading?: boolean;
}

const labelOf = ({ id, label, heading }: FieldOptions): Html =>
  heading
    ? html`<h1><label for="${id}">${label}</label></h1>`
    : html`<label for="${id}">${label}</label>`;

export const textInput = (
  field: FieldOptions & { readonly type?: string; readonly autocomplete?: string },
): Html => html`<div class="field${field.error ? ' wrong' : ''}">
${labelOf(field)}
${notes(field.id, field.hint ?? null, field.error ?? null)}
<input id="${field.id}" name="${field.id}" type="${field.type ?? 'text'}" value="${field.value}" maxlength="500" autocomplete="${field.autocomplete ?? 'off'}" aria-describedby="${described(field.id, field.hint ?? null, field.error ?? null)}"${field.error ? html` aria-invalid="true"` : ''}>
</div>`;

export const textArea = (
  field: FieldOptions & { readonly rows?: number },
): Html => html`<div class="field${field.error ? ' wrong' : ''}">
${labelOf(field)}
${notes(field.id, field.hint ?? null, field.error ?? null)}
<textarea id="${field.id}" name="${field.id}" rows="${field.rows ?? 7}" aria-describedby="${described(field.id, field.hint ?? null, field.error ?? null)}"${field.error ? html` aria-invalid="true"` : ''}>
${field.value}</textarea>
</div>`;

export const radios = (
  field: FieldOptions & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
    readonly inline?: boolean;
  },
): Html => html`<fieldset class="field${field.error ? ' wrong' : ''}" id="${field.id}" tabindex="-1"${field.hint || field.error ? html` aria-describedby="${described(field.id, field.hint ?? null, field.error ?? null)}"` : ''}>
<legend>${field.heading ? html`<h1>${field.label}</h1>` : field.label}</legend>
${notes(field.id, field.hint ?? null, field.error ?? null)}
<div class="choices${field.inline ? ' inline' : ''}">${field.options.map(
  (o, i) =>
    html`<label class="choice" for="${field.id}-${i}"><input type="radio" id="${field.id}-${i}" name="${field.id}" value="${o.value}"${o.value === field.value ? html` checked` : ''}> <span>${o.label}</span></label>`,
)}</div>
</fieldset>`;

export const hidden = (name: string, value: string): Html =>
  value === '' ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;
