import { html } from 'hono/html';
import type { Text } from '../contract/common.ts';
import { groupCode } from '../engine/receipt.ts';
import type { FieldError, Html, Reader } from './layout.ts';
import { errorOf, errorSummary, hidden, page, textArea } from './layout.ts';
import { told } from './report-words.ts';
import { optional, sayer } from './words.ts';

/** The statutory body, as every page of a report names it. */
export interface Channel {
  readonly name: Text;
  readonly nextPath: Text;
  readonly telephone: string | null;
  readonly citation: Text;
}

/** A desk that can be written to now. */
export interface OpenDesk {
  readonly unitName: Text;
  readonly fingerprints: readonly string[];
}

/** The line at the foot speaks of requests, and of a name and a telephone that are not asked here. */
const plain = (reader: Reader): Reader => ({ ...reader, notice: false });

const channelBox = ({ lang }: Reader, channel: Channel): Html =>
  html`<div class="next"><p><b>${channel.name[lang]}</b>${channel.telephone ? html` <a href="tel:${channel.telephone}">${channel.telephone}</a>` : ''}</p><p>${channel.nextPath[lang]}</p><p class="meta">${channel.citation[lang]}</p></div>`;

/** Both ways, the statutory body first. Nothing is kept by looking at this page. */
export const choicePage = (reader: Reader, channel: Channel, desk: OpenDesk): Html => {
  const { lang } = reader;
  const say = told(lang);
  return page(
    plain(reader),
    say('choiceTitle'),
    html`<h1>${say('choiceTitle')}</h1>
<h2>${say('channelHead')}</h2>${channelBox(reader, channel)}
<h2>${say('deskHead')}</h2><p>${say('deskHas')}${lang === 'en' ? ' ' : ''}${desk.unitName[lang]}${sayer(lang)('stop')}</p><p>${say('deskWho')}</p>
<div class="stack"><a class="button" href="/report">${say('deskWrite')}</a><a href="/say">${sayer(lang)('officialOther')}</a><a href="/">${sayer(lang)('home')}</a></div>`,
  );
};

export interface ReportForm {
  readonly desk: OpenDesk;
  readonly units: readonly { readonly id: string; readonly name: Text }[];
  readonly key: string;
  readonly words: string;
  readonly unit: string;
  readonly errors: readonly FieldError[];
}

export const reportPage = (reader: Reader, form: ReportForm): Html => {
  const { lang } = reader;
  const say = told(lang);
  const { errors, desk } = form;
  const option = ({ id, name }: ReportForm['units'][number]) =>
    html`<option value="${id}"${id === form.unit ? html` selected` : ''}>${name[lang]}</option>`;
  return page(
    plain(reader),
    say('formTitle'),
    html`${errorSummary(reader, errors)}<form method="post" action="/report" novalidate>${hidden('key', form.key)}
${textArea({ id: 'words', label: say('formTitle'), heading: true, hint: say('formHint'), value: form.words, error: errorOf(errors, 'words'), rows: 9 })}
<div class="field"><label for="unit">${optional(lang, say('formUnit'))}</label><p class="hint" id="unit-hint">${say('formUnitHint')}</p>
<select id="unit" name="unit" aria-describedby="unit-hint"><option value="">${say('formUnitNone')}</option>${form.units.map(option)}</select></div>
<details><summary>${say('safetyTitle')}</summary><p>${say('safety')}</p></details>
${keysOf(reader, desk)}
<div class="stack"><button class="primary">${say('formSend')}</button><a href="/say">${sayer(lang)('back')}</a></div></form>`,
    errors.length > 0,
  );
};

const keysOf = ({ lang }: Reader, { fingerprints }: OpenDesk): Html => {
  const say = told(lang);
  return html`<details><summary>${say('keysTitle')}</summary><p>${say('keysHint')}</p><ul class="line">${fingerprints.map((one) => html`<li><code>${groupCode(one)}</code></li>`)}</ul></details>`;
};

/** No slip and no picture to scan: paper that names the desk could give its bearer away. */
export const reportReceiptPage = (
  reader: Reader,
  view: { readonly code: string; readonly next: string; readonly again: boolean },
): Html => {
  const { lang } = reader;
  const say = told(lang);
  return page(
    plain(reader),
    say('receiptTitle'),
    html`<h1>${say('receiptTitle')}</h1>${view.again ? html`<p class="changed" role="status">${say('receiptAgain')}</p>` : ''}
<h2>${sayer(lang)('receiptCode')}</h2><p class="code">${groupCode(view.code)}</p><p>${say('receiptKeep')}</p>
<h2>${sayer(lang)('receiptNext')}</h2><p>${view.next}</p>
<div class="stack"><a class="button" href="/follow">${say('receiptFollow')}</a><a href="/">${sayer(lang)('home')}</a></div>`,
  );
};

/** One report as its reporter sees it. */
export interface FollowedReport {
  readonly version: number;
  readonly standing: string;
  readonly next: { readonly sentence: string; readonly left: string; readonly why: string } | null;
  readonly late: boolean;
  readonly toldTimes: number;
  readonly line: readonly { readonly at: string; readonly sentence: string }[];
  readonly opened: readonly { readonly at: string; readonly by: string }[];
  /** Null where nothing can be added any more; else whether a key is in use for it. */
  readonly add: { readonly key: string; readonly open: boolean } | null;
  readonly channel: Channel;
}

export interface FollowedPage {
  readonly view: FollowedReport;
  readonly notice: 'done' | null;
  readonly errors: readonly FieldError[];
  readonly words: string;
}

export const followedPage = (
  reader: Reader,
  { view, notice, errors, words }: FollowedPage,
): Html => {
  const { lang } = reader;
  const say = told(lang);
  const { next } = view;
  return page(
    plain(reader),
    say('pageTitle'),
    html`${errorSummary(reader, errors)}${notice ? html`<p class="${notice}" role="status">${sayer(lang)(notice)}</p>` : ''}
<h1>${say('pageTitle')}</h1>
<div class="next${view.late ? ' breach' : ''}"><p>${view.standing}</p>${
      next
        ? html`<p>${next.sentence}</p><p class="left">${next.left}</p><details><summary>${sayer(lang)('whyDate')}</summary><p>${next.why}</p></details>`
        : ''
    }${view.late ? html`<p>${say('late')}</p>` : ''}</div>
<h2>${say('openedTitle')}</h2>${view.opened.length === 0 ? html`<p>${say('openedNone')}</p>` : html`<ol class="line">${view.opened.map(({ at, by }) => html`<li>${by}<br><time>${at}</time></li>`)}</ol>`}
<h2>${say('wordsTitle')}</h2><p>${say('wordsSealed')}${lang === 'en' ? ' ' : ''}${view.toldTimes}</p>
${view.add === null ? '' : addForm(reader, view, { errors, words })}
<h2>${say('channelTitle')}</h2>${channelBox(reader, view.channel)}
<h2>${sayer(lang)('soFar')}</h2><ol class="line">${view.line.map(({ at, sentence }) => html`<li>${sentence}<br><time>${at}</time></li>`)}</ol>
<form method="post" action="/follow/leave" class="noprint"><button class="plain">${sayer(lang)('followLeave')}</button></form>`,
    errors.length > 0,
  );
};

function addForm(
  reader: Reader,
  { add, version }: FollowedReport,
  { errors, words }: Pick<FollowedPage, 'errors' | 'words'>,
): Html {
  const say = told(reader.lang);
  if (add === null || !add.open) return html`<h2>${say('addTitle')}</h2><p>${say('addClosed')}</p>`;
  return html`<form method="post" action="/follow/report" novalidate>${hidden('version', String(version))}${hidden('key', add.key)}
${textArea({ id: 'words', label: say('addTitle'), hint: say('addHint'), value: words, error: errorOf(errors, 'words'), rows: 5 })}
<button>${say('addSend')}</button></form>`;
}
