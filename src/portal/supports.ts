import { html } from 'hono/html';
import type { Html, Reader } from './layout.ts';
import { page } from './layout.ts';
import { sayer, type Word } from './words.ts';

/** One support as the person reads it: what it is, what it asks, and what they may say. */
export interface SupportCard {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly standing: string;
  /** Null when the key was destroyed under a retention class. */
  readonly words: string | null;
  readonly given: string;
  /** What is asked for, and by which rule. */
  readonly asks: readonly string[];
  readonly shows: readonly string[];
  /** What follows, in sentences with their dates. */
  readonly lines: readonly string[];
  readonly may: readonly PersonAct[];
}

/** What a person may say of a support, the button that says it, and what is asked before an end is made. */
export const personActs = {
  consent: { button: 'supportAgree', quiet: false, sure: null },
  refuse: { button: 'supportRefuse', quiet: true, sure: 'supportSureRefuse' },
  revoke: { button: 'supportRevoke', quiet: true, sure: 'supportSureRevoke' },
  'confirm-receipt': { button: 'supportCame', quiet: false, sure: null },
  'deny-receipt': { button: 'supportNot', quiet: true, sure: null },
} as const satisfies Readonly<Record<string, { button: Word; quiet: boolean; sure: Word | null }>>;
export type PersonAct = keyof typeof personActs;

export interface SupportsPage {
  readonly cards: readonly SupportCard[];
  readonly notice: 'changed' | 'done' | null;
  readonly error: string | null;
  /** One a page: what is sent twice is one act. */
  readonly key: string;
}

export const supportsPage = (reader: Reader, { cards, notice, error, key }: SupportsPage): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('supportsTitle'),
    html`${error ? html`<div class="errors" role="alert" tabindex="-1"><h2>${say('errorTitle')}</h2><p>${error}</p></div>` : ''}${notice ? html`<p class="${notice}" role="status">${say(notice)}</p>` : ''}
<h1>${say('supportsTitle')}</h1><p>${say('supportsFree')}</p>
${cards.length === 0 ? html`<p>${say('supportsNone')}</p>` : cards.map((card) => cardOf(reader, card, key))}
<a href="/follow">${say('back')}</a>`,
    error !== null,
  );
};

const cardOf = (reader: Reader, card: SupportCard, key: string): Html => {
  const say = sayer(reader.lang);
  const id = `support-${card.id}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${card.name}</h2><p class="meta">${card.standing}</p>
<p class="said">${card.words ?? say('wordsErased')}</p>
<p>${card.given}</p>
${card.shows.length + card.asks.length > 0 ? html`<details${card.may.includes('consent') ? html` open` : ''}><summary>${say('supportAsks')}</summary><ul>${[...card.shows, ...card.asks].map((one) => html`<li>${one}</li>`)}</ul><p class="hint">${say('supportAsksAfter')}</p></details>` : ''}
${card.lines.map((line) => html`<p>${line}</p>`)}
${
  card.may.length > 0
    ? html`<form method="post" action="/follow/supports" class="stack noprint"><input type="hidden" name="support" value="${card.id}"><input type="hidden" name="version" value="${card.version}"><input type="hidden" name="key" value="${key}">
${card.may.map((act) => html`<button name="act" value="${act}" class="${personActs[act].quiet ? 'button quiet' : 'primary'}"${personActs[act].sure ? html` formaction="/follow/supports/sure"` : ''} aria-describedby="${id}">${say(personActs[act].button)}</button>`)}</form>`
    : ''
}</section>`;
};

export interface SurePage {
  readonly act: 'refuse' | 'revoke';
  readonly support: string;
  readonly version: string;
  readonly key: string;
  readonly name: string;
}

/** It cannot be undone by the person alone, so that one press more is asked; and no reason. */
export const surePage = (reader: Reader, { act, support, version, key, name }: SurePage): Html => {
  const say = sayer(reader.lang);
  const { sure, button } = personActs[act];
  return page(
    reader,
    say(sure),
    html`<h1>${say(sure)}</h1><p><b>${name}</b></p><p>${say('supportSureHint')}</p>
<form method="post" action="/follow/supports" class="stack"><input type="hidden" name="support" value="${support}"><input type="hidden" name="version" value="${version}"><input type="hidden" name="key" value="${key}">
<button name="act" value="${act}" class="primary">${say(button)}</button><a href="/follow/supports">${say('back')}</a></form>`,
  );
};
