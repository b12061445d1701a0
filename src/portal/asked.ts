import { html } from 'hono/html';
import { callbackQuestionWords, findingWords } from '../contract/callback-words.ts';
import type { CallbackQuestion, CallbackReply, Finding } from '../contract/callbacks.ts';
import type { Asked } from './callbacks.ts';
import {
  errorSummary,
  type FieldError,
  type Html,
  hidden,
  page,
  type Reader,
  radios,
  textArea,
} from './layout.ts';
import { optional, sayer, type Word } from './words.ts';

/** The questions in their order, one a page; then words, then done. */
export const QUESTIONS: readonly CallbackQuestion[] = [
  'contacted',
  'solved',
  'satisfied',
  'listened',
];
export const REPLIES: readonly CallbackReply[] = ['yes', 'partly', 'no'];
export const FINDINGS: readonly Finding[] = ['held', 'recurred', 'unclear'];

/** What has been answered so far goes from page to page with the form. */
export type Said = Readonly<Partial<Record<CallbackQuestion, string>>>;

export interface Form {
  readonly version: string;
  readonly key: string;
  readonly error: string | null;
}

const REPLY_WORDS: Readonly<Record<CallbackReply, Word>> = {
  yes: 'askedYes',
  partly: 'askedPartly',
  no: 'askedNo',
};

const carried = (said: Said, { version, key }: Form): Html =>
  html`${hidden('version', version)}${hidden('key', key)}${QUESTIONS.map((name) => hidden(name, said[name] ?? ''))}`;

const asking = (
  reader: Reader,
  title: string,
  error: string | null,
  field: string,
  body: Html,
): Html => {
  const errors: FieldError[] = error === null ? [] : [{ field, what: error }];
  return page(reader, title, html`${errorSummary(reader, errors)}${body}`, errors.length > 0);
};

/** One question. "I would rather not say" is an answer like the others, and counts as none. */
export const questionPage = (
  reader: Reader,
  question: CallbackQuestion,
  said: Said,
  form: Form,
): Html => {
  const say = sayer(reader.lang);
  const label = callbackQuestionWords[question][reader.lang];
  const at = QUESTIONS.indexOf(question) + 1;
  const partly = question === 'contacted' ? [] : (['partly'] as const);
  const options = (['yes', ...partly, 'no'] as const).map((value) => ({
    value,
    label: say(REPLY_WORDS[value]),
  }));
  return asking(
    reader,
    label,
    form.error,
    'reply',
    html`<p class="meta">${say('askedTitle')} ${at} / ${QUESTIONS.length + 1}</p>
<form method="post" action="/follow/callback" novalidate>${carried(said, form)}${hidden('question', question)}
${radios({
  id: 'reply',
  label,
  heading: true,
  value: '',
  hint: say('askedHint'),
  error: form.error,
  options: [...options, { value: 'none', label: say('askedNone') }],
})}
<div class="stack"><button class="primary">${say('continue')}</button><a href="/follow">${say('back')}</a></div></form>`,
  );
};

/** The last page: words, and who may read them. */
export const wordsPage = (reader: Reader, said: Said, form: Form, words = ''): Html => {
  const say = sayer(reader.lang);
  return asking(
    reader,
    say('askedWords'),
    form.error,
    'words',
    html`<p class="meta">${say('askedTitle')} ${QUESTIONS.length + 1} / ${QUESTIONS.length + 1}</p>
<form method="post" action="/follow/callback" novalidate>${carried(said, form)}${hidden('question', 'words')}
${textArea({ id: 'words', label: optional(reader.lang, say('askedWords')), heading: true, hint: say('askedWordsHint'), value: words, error: form.error, rows: 5 })}
${radios({
  id: 'share',
  label: say('askedShare'),
  value: 'no',
  options: [
    { value: 'no', label: say('askedShareNo') },
    { value: 'yes', label: say('askedShareYes') },
  ],
})}
<div class="stack"><button class="primary">${say('solvedButton')}</button><a href="/follow">${say('back')}</a></div></form>`,
  );
};

/** 效果核验, asked of the person: one question. */
export const recheckPage = (reader: Reader, form: Form, words = ''): Html => {
  const say = sayer(reader.lang);
  return asking(
    reader,
    say('recheckTitle'),
    form.error,
    'finding',
    html`<form method="post" action="/follow/recheck" novalidate>${hidden('version', form.version)}${hidden('key', form.key)}
${radios({
  id: 'finding',
  label: say('recheckTitle'),
  heading: true,
  value: '',
  error: form.error,
  options: FINDINGS.map((value) => ({ value, label: findingWords[value][reader.lang] })),
})}
${textArea({ id: 'words', label: optional(reader.lang, say('askedWords')), value: words, rows: 3 })}
<div class="stack"><button class="primary">${say('solvedButton')}</button><a href="/follow">${say('back')}</a></div></form>`,
  );
};

/** 施压: what was said or done to the person so that they answer well. */
export const pressurePage = (reader: Reader, form: Form, words = ''): Html => {
  const say = sayer(reader.lang);
  return asking(
    reader,
    say('pressureTitle'),
    form.error,
    'words',
    html`<form method="post" action="/follow/pressure" novalidate>${hidden('version', form.version)}${hidden('key', form.key)}
${textArea({ id: 'words', label: say('pressureTitle'), heading: true, hint: say('pressureHint'), value: words, error: form.error, rows: 6 })}
<div class="stack"><button class="primary">${say('pressureButton')}</button><a href="/follow">${say('back')}</a></div></form>`,
  );
};

/** What the matter's own page says of all this; nothing where nobody asks and nothing was told. */
export const askedBlock = (reader: Reader, asked: Asked, moment: (at: number) => string): Html => {
  const say = sayer(reader.lang);
  const invites: readonly [boolean, string, Word][] = [
    [asked.callback !== null, '/follow/callback', 'askedInvite'],
    [asked.recheck !== null, '/follow/recheck', 'recheckInvite'],
  ];
  const open = invites.filter(([shown]) => shown);
  const missed = asked.callback?.missed ?? asked.recheck?.missed ?? null;
  return html`${open.map(
    ([, href, word]) =>
      html`<div class="next noprint"><p>${say(word)}</p>${missed === null ? '' : html`<p class="meta">${say('askedMissed')}</p>`}${asked.callback?.answered === true && href === '/follow/callback' ? html`<p class="meta">${say('askedAnswered')}</p>` : ''}<p><a class="button" href="${href}">${say('askedButton')}</a></p></div>`,
  )}
${asked.told.length > 0 ? html`<h2>${say('pressureTold')}</h2>` : ''}${asked.told.map(
  ({ at, text, done }) =>
    html`<p class="meta">${moment(at)}</p><p class="said">${text ?? say('wordsErased')}</p><p>${done === null ? say('pressureWaiting') : html`${say('pressureDone')} ${done.text ?? say('wordsErased')} <time>${moment(done.at)}</time>`}</p>`,
)}`;
};
