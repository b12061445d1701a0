import { html } from 'hono/html';
import type { Text } from '../contract/common.ts';
import { groupCode } from '../engine/receipt.ts';
import { askedBlock } from './asked.ts';
import type { Asked } from './callbacks.ts';
import type { FieldError, Html, Reader } from './layout.ts';
import { errorOf, errorSummary, page, radios, textArea, textInput } from './layout.ts';
import { type PetitionSide, petitionPart } from './petition.ts';
import { qrImage } from './say.ts';
import type { Word } from './words.ts';
import { optional, sayer } from './words.ts';

/** One request as its person sees it: plain sentences, the next date, and what they may do. */
export interface MatterView {
  readonly version: number;
  /** What should happen next and by when; null when nothing is outstanding. */
  readonly next: {
    readonly sentence: string;
    readonly left: string;
    /** Said where that year's calendar is not published yet and the date may still move. */
    readonly provisional: string | null;
    readonly tone: 'running' | 'soon' | 'breach' | 'suspended' | 'provisional' | 'done';
    readonly why: string;
  } | null;
  readonly standing: string;
  readonly holder: {
    readonly name: string;
    readonly telephone: string | null;
    readonly why: string | null;
  };
  /** Who was called to help, and by when; a sentence each. */
  readonly called: readonly string[];
  /** Null when the key was destroyed under a retention class. */
  readonly words: string | null;
  readonly added: readonly { readonly at: string; readonly words: string }[];
  /** What the office wrote for the person to read: a reply, a message, a summary of what they said. */
  readonly replies: readonly {
    readonly heading: string;
    readonly at: string;
    readonly from: string;
    readonly text: string | null;
    readonly outcome: string;
  }[];
  readonly line: readonly {
    readonly at: string;
    readonly sentence: string;
    /** Entered later than it happened, or for somebody else. */
    readonly marks: readonly string[];
  }[];
  /** Something was offered to them beside the matter. */
  readonly supports: boolean;
  /** What the person is asked since, and told of what they reported. */
  readonly asked: Asked;
  readonly moment: (at: number) => string;
  /** They are asked whether it is solved. */
  readonly mayVerify: boolean;
}

export const askCodePage = (reader: Reader, typed: string, error: string | null): Html => {
  const say = sayer(reader.lang);
  const errors: FieldError[] = error ? [{ field: 'code', what: error }] : [];
  return page(
    reader,
    say('followTitle'),
    html`${errorSummary(reader, errors)}<form method="post" action="/follow" novalidate>
${textInput({ id: 'code', label: say('followTitle'), heading: true, hint: say('followHint'), value: typed, error })}
<button class="primary">${say('followButton')}</button></form>`,
    errors.length > 0,
  );
};

const verifyForm = (
  reader: Reader,
  version: number,
  errors: readonly FieldError[],
  words: string,
): Html => {
  const say = sayer(reader.lang);
  return html`<form method="post" action="/follow/verify" novalidate><input type="hidden" name="version" value="${version}">
${radios({
  id: 'solved',
  label: say('solvedTitle'),
  value: '',
  error: errorOf(errors, 'solved'),
  options: [
    { value: 'yes', label: say('solvedYes') },
    { value: 'partly', label: say('solvedPartly') },
    { value: 'no', label: say('solvedNo') },
    { value: 'not_contacted', label: say('solvedNotContacted') },
  ],
})}
${radios({
  id: 'heard',
  label: optional(reader.lang, say('heardTitle')),
  value: '',
  inline: true,
  options: [
    { value: 'yes', label: say('heardYes') },
    { value: 'no', label: say('heardNo') },
  ],
})}
${textArea({ id: 'words', label: optional(reader.lang, say('solvedWords')), value: words, rows: 3 })}
<button class="primary">${say('solvedButton')}</button></form>`;
};

const nextThing = (reader: Reader, view: MatterView): Html => {
  const say = sayer(reader.lang);
  if (!view.next) return html`<div class="next"><p>${view.standing}</p></div>`;
  return html`<div class="next ${view.next.tone}"><p class="meta">${view.standing}</p><p>${view.next.sentence}</p><p class="left">${view.next.left}${view.next.provisional ? html` <span class="tag">${view.next.provisional}</span>` : ''}</p>
<details><summary>${say('whyDate')}</summary><p>${view.next.why}</p></details></div>`;
};

export interface MatterPage {
  readonly view: MatterView;
  readonly notice: 'changed' | 'done' | null;
  readonly errors: readonly FieldError[];
  /** What they had typed when it could not be sent. */
  readonly kept: string;
  /** The petition made of it, where there is one. */
  readonly petition: PetitionSide | null;
  /** A leader has it, or had it. */
  readonly plan: boolean;
  readonly rights: readonly RightLine[];
}

/** One thing the person may do at this step. */
export interface RightLine {
  readonly title: string;
  readonly says: string;
  readonly href: string | null;
  readonly until: string | null;
  readonly by: string | null;
}

const rightsBlock = (reader: Reader, rights: readonly RightLine[]): Html =>
  rights.length === 0
    ? html``
    : html`<h2 id="rights">${sayer(reader.lang)('rightsTitle')}</h2><ul class="plainlist rights">${rights.map(({ title, says, href, until, by }) => html`<li>${href ? html`<a href="${href}">${title}</a>` : title}<br>${says}${until || by ? html`<br><span class="meta">${[until, by].filter(Boolean).join(' · ')}</span>` : ''}</li>`)}</ul>`;

export const matterPage = (
  reader: Reader,
  { view, notice, errors, kept, petition, plan, rights }: MatterPage,
): Html => {
  const say = sayer(reader.lang);
  const pages: [boolean, string, Word][] = [
    [view.supports, '/follow/supports', 'supportsTitle'],
    [true, '/follow/looks', 'looksTitle'],
    [true, '/follow/record', 'recordTitle'],
    [true, '/follow/slip', 'receiptPrint'],
  ];
  return page(
    reader,
    say('matterTitle'),
    html`${errorSummary(reader, errors)}${notice ? html`<p class="${notice}" role="status">${say(notice)}</p>` : ''}
<h1>${say('matterTitle')}</h1>
${nextThing(reader, view)}
${plan ? html`<p><a href="/follow/plan">${say('planTitle')}</a></p>` : ''}
${petition ? petitionPart(reader, petition) : ''}
${askedBlock(reader, view.asked, view.moment)}
${view.replies.map((r) => html`<h2>${r.heading}</h2><p class="meta">${[r.from, r.at, r.outcome].filter(Boolean).join(' · ')}</p><p class="said">${r.text ?? say('wordsErased')}</p>`)}
${view.mayVerify ? verifyForm(reader, view.version, errors, kept) : ''}
${rightsBlock(reader, rights)}
<h2>${say('whoHas')}</h2><p>${view.holder.name}${view.holder.telephone ? html` · <a href="tel:${view.holder.telephone}">${view.holder.telephone}</a>` : ''}</p>
${view.holder.why ? html`<details><summary>${say('whyThem')}</summary><p>${view.holder.why}</p></details>` : ''}
${view.called.length > 0 ? html`<h2>${say('calledTitle')}</h2><ul class="line">${view.called.map((sentence) => html`<li>${sentence}</li>`)}</ul>` : ''}
<h2>${say('yourWords')}</h2><p class="said">${view.words ?? say('wordsErased')}</p>
${view.added.map((a) => html`<p class="meta">${a.at}</p><p class="said">${a.words}</p>`)}
<div class="stack noprint">${pages.filter(([there]) => there).map(([, href, word]) => html`<a href="${href}">${say(word)}</a>`)}</div>
<h2>${say('soFar')}</h2><ol class="line">${view.line.map((l) => html`<li>${l.sentence}<br><time>${l.at}</time>${l.marks.map((mark) => html` <span class="tag">${mark}</span>`)}</li>`)}</ol>
<form method="post" action="/follow/leave" class="noprint"><button class="plain">${say('followLeave')}</button></form>`,
    errors.length > 0,
  );
};

/** The acts a person may take with words of their own, each a page with one box. */
export const ownActs = {
  add: {
    act: 'add-words',
    title: 'addTitle',
    hint: 'addHint',
    button: 'addButton',
    required: true,
  },
  disagree: {
    act: 'disagree',
    title: 'disagreeTitle',
    hint: 'disagreeHint',
    button: 'disagreeButton',
    required: true,
  },
  reopen: {
    act: 'reopen',
    title: 'reopenTitle',
    hint: 'reopenHint',
    button: 'reopenButton',
    required: true,
  },
  withdraw: {
    act: 'withdraw',
    title: 'withdrawTitle',
    hint: 'withdrawHint',
    button: 'withdrawButton',
    required: false,
  },
} as const satisfies Record<
  string,
  { act: string; title: Word; hint: Word; button: Word; required: boolean }
>;
export type OwnAct = keyof typeof ownActs;

export interface OwnActView {
  readonly act: OwnAct;
  readonly version: number;
  readonly words: string;
  readonly error: string | null;
  readonly changed: boolean;
  readonly key: string;
}

export const ownActPage = (reader: Reader, view: OwnActView): Html => {
  const say = sayer(reader.lang);
  const act = ownActs[view.act];
  const errors: FieldError[] = view.error ? [{ field: 'words', what: view.error }] : [];
  const field = { id: 'words', value: view.words, error: view.error, rows: 6 };
  return page(
    reader,
    say(act.title),
    html`${errorSummary(reader, errors)}${view.changed ? html`<p class="changed" role="status">${say('changed')}</p>` : ''}
<form method="post" action="/follow/${view.act}" novalidate><input type="hidden" name="version" value="${view.version}"><input type="hidden" name="key" value="${view.key}">
${act.required ? textArea({ ...field, label: say(act.title), heading: true, hint: say(act.hint) }) : html`<h1>${say(act.title)}</h1><p class="hint">${say(act.hint)}</p>${textArea({ ...field, label: optional(reader.lang, say('withdrawWords')) })}`}
<div class="stack"><button class="primary${view.act === 'withdraw' ? ' danger' : ''}">${say(act.button)}</button><a href="/follow">${say('back')}</a></div></form>`,
    errors.length > 0,
  );
};

export interface LookLine {
  readonly at: string;
  readonly field: string;
  readonly by: string;
  readonly purpose: string;
  /** Told later under a hold of two officers, and for how long it was. */
  readonly delayed: { readonly from: string; readonly to: string; readonly basis: string } | null;
}

export const looksPage = (reader: Reader, looks: readonly LookLine[]): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('looksTitle'),
    html`<h1>${say('looksTitle')}</h1>
${looks.length === 0 ? html`<p>${say('looksNone')}</p>` : html`<ol class="line">${looks.map((l) => html`<li>${l.by} · ${l.field}<br>${say('looksPurpose')}: ${l.purpose}<br><time>${l.at}</time>${l.delayed ? html`<br><span class="tag">${say('looksDelayed')}</span> ${l.delayed.from} – ${l.delayed.to}<br>${say('looksBasis')}: ${l.delayed.basis}` : ''}</li>`)}</ol>`}
<a href="/follow">${say('back')}</a>`,
  );
};

export interface SlipView {
  readonly code: string;
  readonly office: Text;
  readonly telephone: string | null;
  readonly registered: string;
  readonly lines: readonly string[];
  readonly qr: string;
}

/** For paper, large: the office and its telephone come before anything that needs a device. */
export const slipPage = (reader: Reader, slip: SlipView): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('receiptPrint'),
    html`<div class="slip"><h1>${slip.office[reader.lang]}</h1>${slip.telephone ? html`<p class="code">${slip.telephone}</p>` : ''}
<h2>${say('receiptCode')}</h2><p class="code">${groupCode(slip.code)}</p><p>${slip.registered}</p>
${slip.lines.map((l) => html`<p>${l}</p>`)}<p>${say('receiptKeep')}</p>
<div class="qr">${qrImage(slip)}</div></div><p class="noprint"><a href="/follow">${say('back')}</a></p>`,
  );
};
