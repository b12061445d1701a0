import { html } from 'hono/html';
import type { Lang, Text } from '../contract/common.ts';
import { clockOf, liveOf } from '../core/clock/clock.ts';
import { type Consent, type ConsentKind, consentsIn, tellsConsents } from '../core/consent.ts';
import type { Instant } from '../core/process.ts';
import { processes } from '../core/processes.ts';
import { retentionProcess } from '../core/retention/index.ts';
import { retentionOf } from '../core/retention/reactions.ts';
import {
  openWishes,
  type Known as Retention,
  type RetentionState,
} from '../core/retention/state.ts';
import { type SecrecyState, secrecyOf, secrecyProcess } from '../core/secrecy/index.ts';
import { shownLooks } from '../core/secrecy/visible.ts';
import { type HeldStream, heldOn } from '../engine/held.ts';
import { matterOf } from '../engine/matter.ts';
import { openTexts } from '../engine/open.ts';
import { statesOf } from '../engine/states.ts';
import { type AnyProcess, readEvent, replay } from '../engine/upcast.ts';
import type { Html, Reader } from './layout.ts';
import { page, textArea } from './layout.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';
import { optional, sayer, type Word } from './words.ts';

/** What is held on one request, for the person who holds its receipt: until when, and all of it. */

/** That looks are told later is itself told later. */
const PROCESSES = processes.filter(({ name }) => name !== secrecyProcess.name);
/** As the log of looks has it; the page of looks says it back. */
export const OWN_COPY = '本人下载 / the person’s own copy';

const t = (zh: string, en: string): Text => ({ zh, en });
interface ConsentSaid {
  readonly name: Text;
  readonly revoke: Text;
  /** The page where it is taken back with one press. */
  readonly at?: { readonly href: string; readonly word: Word };
}
const CONSENTS: Readonly<Record<ConsentKind, ConsentSaid>> = {
  confidentiality: {
    name: t('要求保密', 'You asked for confidence'),
    revoke: t('要更改，请告诉首接单位的窗口。', 'To change it, tell the counter that received it.'),
  },
  contact: {
    name: t('可以联系您', 'You may be reached'),
    revoke: t(
      '不想再被联系，请告诉任一窗口，或者撤回诉求。',
      'Not to be reached any more, tell any counter, or withdraw.',
    ),
  },
  identity: {
    name: t('同意包案领导和联络员知悉身份', 'Sponsor and liaison may know who you are'),
    revoke: t('随时可以撤回：', 'Take it back at any time: '),
    at: { href: '/follow/plan#consents', word: 'planTitle' },
  },
  'follow-up': {
    name: t('同意后续联系', 'Agreed to be contacted afterwards'),
    revoke: t('随时可以停止：', 'Stop it at any time: '),
    at: { href: '/follow/plan#consents', word: 'planTitle' },
  },
  support: {
    name: t('同意帮扶措施', 'Agreed to a support measure'),
    revoke: t('兑现以前随时可以撤回：', 'Take it back at any time until it is delivered: '),
    at: { href: '/follow/supports', word: 'supportsTitle' },
  },
};
const FIELDS: Readonly<Record<string, Text>> = {
  words: t('您说的话', 'What you said'),
  contact: t('姓名和联系方式', 'Name and contact details'),
  'place.detail': t('具体地址', 'Exact place'),
  reply: t('答复', 'The reply'),
  answer: t('答复', 'The answer'),
  note: t('记录', 'A note'),
  summary: t('摘要', 'A summary of what you said'),
  text: t('内容', 'What was written'),
  done: t('处理结果', 'What was done about it'),
  record: t('听证记录', 'The record of a hearing'),
  request: t('书面意见：请求', 'The written opinion: what was asked'),
  facts: t('书面意见：事实', 'The written opinion: the facts'),
  opinion: t('书面意见：意见', 'The written opinion: what is held'),
  proof: t('送达回证', 'Proof of delivery'),
  result: t('告知您的结果', 'The result you were told'),
  how: t('怎样核实的', 'How it was shown'),
  evidence: t('兑现的凭据', 'Evidence of the delivery'),
  reason: t('理由', 'The reason'),
  next: t('下一步', 'What to do next'),
};
/** Words to the person, where the same field holds theirs elsewhere. */
const TO_THEM: Readonly<Record<string, Text>> = {
  SupportOffered: t('对您说的话', 'What was said to you'),
};
const COMPANIONS: Readonly<Record<string, Text>> = {
  case: t('事项', 'The matter'),
  whistle: t('吹哨', 'A whistle about it'),
  sponsorship: t('领导包案', 'Its sponsorship'),
  support: t('帮扶', 'A support measure'),
  petition: t('信访事项', 'A petition about it'),
  callback: t('回访', 'Asked afterwards'),
  retention: t('保存与销毁', 'Keeping and erasing'),
};
/** What offices said of each other is nothing held on the person. */
const OFFICES_OWN: ReadonlySet<string> = new Set(['Rated', 'PressureAnswered']);

export interface Kept {
  readonly state: Retention;
  readonly version: number;
  /** What the person wished and was answered, oldest first. */
  readonly wishes: readonly {
    readonly words: string | null;
    readonly answer: string | null;
    readonly dueAt: Instant | null;
  }[];
}

/** What is kept of the matter; null while it is at work. */
export async function keptOf(parts: PortalParts, { stream }: Matter): Promise<Kept | null> {
  const name = retentionOf(stream);
  const process = retentionProcess as unknown as AnyProcess;
  const states = await statesOf<RetentionState>(parts.store, process, parts.tenant, [name]);
  const found = states.get(name);
  if (found === undefined || found.state.status === 'none') return null;
  const { state, version } = found;
  const sealed = state.wishes.flatMap(({ words, answer }) =>
    [words, answer].filter((one) => one !== null),
  );
  // Their own words, opened for themselves: no look is recorded.
  const texts = await openTexts(parts, parts.tenant, name, sealed, []);
  const wishes = state.wishes.map(({ words, answer, clock }) => ({
    dueAt: clockOf(state.clocks, clock)?.dueAt ?? null,
    words: texts.get(words?.ref ?? '') ?? null,
    answer: texts.get(answer?.ref ?? '') ?? null,
  }));
  return { state, version, wishes };
}

/** Everything held on it: one look, the person's own. Of the others' looks those they may see yet. */
export async function heldFor(parts: PortalParts, { stream, state, now }: Matter) {
  const held = await heldOn({ ...parts, processes: PROCESSES }, parts.tenant, stream, (of) =>
    of === stream
      ? [
          {
            stream,
            ref: state.words.ref,
            field: 'all',
            actor: { kind: 'person', case: stream },
            purpose: OWN_COPY,
            at: now,
          },
        ]
      : [],
  );
  const events = await parts.store.events(parts.tenant, secrecyOf(stream));
  const secrecy = replay(secrecyProcess as unknown as AnyProcess, events) as SecrecyState;
  return held.map((one) => ({ ...one, looks: shownLooks(one.looks, secrecy, now) }));
}

/** Those of the request itself and of what was begun about it. */
export async function consentsOn(parts: PortalParts, { stream }: Matter): Promise<Consent[]> {
  const found: Consent[] = [];
  const processOf = (asked: string) => PROCESSES.find(({ name }) => name === asked);
  for (const part of await matterOf({ ...parts, processOf }, parts.tenant, stream)) {
    const process = processOf(part.process);
    if (process === undefined || !tellsConsents(part.process)) continue;
    const rows = await parts.store.events(parts.tenant, part.stream);
    const events = rows.map((row) => readEvent(process, row));
    found.push(...consentsIn(part.process, events));
  }
  return found;
}

interface Line {
  readonly at: string;
  readonly field: string;
  readonly text: string;
}

function linesOf({ events, texts }: HeldStream, matter: Matter, lang: Lang): readonly Line[] {
  return texts.flatMap(({ version, field, text }) => {
    const event = events.find((one) => one.version === version);
    if (event === undefined || text === null || OFFICES_OWN.has(event.type)) return [];
    const last = field.split('.').at(-1) ?? field;
    const name = TO_THEM[event.type] ?? FIELDS[field] ?? FIELDS[last];
    return [
      {
        at: matter.moment(event.occurredAt, lang),
        field: name?.[lang] ?? field,
        text: field === 'contact' ? contactLine(text) : text,
      },
    ];
  });
}

/** Name and contacts lie together as one record. */
function contactLine(text: string): string {
  try {
    const said = Object.values(JSON.parse(text) as Record<string, unknown>);
    return said.filter((one) => typeof one === 'string' && one !== '').join(' · ');
  } catch {
    return text;
  }
}

const consentsOf = (held: readonly HeldStream[]): readonly Consent[] =>
  held.flatMap(({ process, events }) => consentsIn(process, events));

const consentList = (consents: readonly Consent[], matter: Matter, lang: Lang): Html => {
  const say = sayer(lang);
  return html`<ul class="line">${consents.map(
    ({ kind, given, at, until }) =>
      html`<li>${CONSENTS[kind].name[lang]}${lang === 'zh' ? '：' : ': '}${say(given ? 'yes' : 'no')}<br>${given || CONSENTS[kind].at === undefined ? revoking(CONSENTS[kind], lang) : ''}<br><time>${matter.moment(at, lang)}${until === null ? '' : ` – ${matter.ending(until, lang)}`}</time></li>`,
  )}</ul>`;
};

const revoking = ({ revoke, at }: ConsentSaid, lang: Lang): Html =>
  html`${revoke[lang]}${at === undefined ? '' : html`<a href="${at.href}">${sayer(lang)(at.word)}</a>`}`;

/** In one sentence: how long it is kept, under which class, or since when it is gone. */
export function keptSentence(kept: Kept | null, matter: Matter, lang: Lang): string {
  const say = sayer(lang);
  if (kept === null || kept.state.status === 'stopped') return say('keptAtWork');
  const { state } = kept;
  const name = state.class.name[lang];
  if (state.status === 'erased') {
    const at = matter.moment(state.erasedAt, lang);
    return lang === 'zh'
      ? `${at}，按“${name}”的保存期限，您的姓名、联系方式和说过的话已经销毁，谁也不能再读。`
      : `On ${at} your name, contacts and words were erased under the class “${name}”: nobody can read them any more.`;
  }
  const keep = liveOf(state.clocks, 'keep');
  if (state.status === 'due' || state.status === 'erasing') {
    return lang === 'zh'
      ? `按“${name}”的保存期限已满，系统即将销毁。`
      : `Its time under the class “${name}” is over; the system is about to erase it.`;
  }
  if (keep === undefined) {
    return lang === 'zh'
      ? `按“${name}”的保存期限已满，办完移交或者保全手续后销毁。`
      : `Its time under the class “${name}” is over; it is erased once the archive has it or a legal hold ends.`;
  }
  const until = matter.ending(keep.dueAt, lang);
  return lang === 'zh'
    ? `按“${name}”保存到${until}，之后销毁。依据：${state.class.citation.text.zh}。`
    : `Kept under the class “${name}” until ${until}, then erased. Rule: ${state.class.citation.text.en}.`;
}

export interface RecordPage {
  readonly matter: Matter;
  readonly kept: Kept | null;
  readonly consents: readonly Consent[];
  readonly key: string;
  readonly notice: 'done' | 'changed' | null;
  readonly error: string | null;
}

/** Keeping, consents, the wish to be erased, and the way to a copy of everything. */
export const recordPage = (reader: Reader, view: RecordPage): Html => {
  const say = sayer(reader.lang);
  const { matter, kept, consents, key, notice, error } = view;
  const mayWish =
    kept !== null &&
    ['kept', 'lapsed', 'due'].includes(kept.state.status) &&
    openWishes(kept.state).length === 0;
  return page(
    reader,
    say('recordTitle'),
    html`${notice ? html`<p class="${notice}" role="status">${say(notice)}</p>` : ''}<h1>${say('recordTitle')}</h1>
<h2>${say('keptTitle')}</h2><p>${keptSentence(kept, matter, reader.lang)}</p>
${(kept?.wishes ?? []).map(({ words, answer, dueAt }) => html`<p class="meta">${say('wishTitle')}</p>${words ? html`<p class="said">${words}</p>` : ''}<p class="said">${answer ?? `${say('wishWaits')}${dueAt === null ? '' : matter.moment(dueAt, reader.lang)}`}</p>`)}
<h2>${say('consentTitle')}</h2>${consentList(consents, matter, reader.lang)}
<h2>${say('copyTitle')}</h2><p>${say('copyHint')}</p><div class="stack"><a href="/follow/held">${say('copyRead')}</a><a href="/follow/held.json" download>${say('copyMachine')}</a></div>
${mayWish ? html`<h2>${say('wishTitle')}</h2><p class="hint">${say('wishHint')}</p><form method="post" action="/follow/erasure" novalidate><input type="hidden" name="version" value="${kept.version}"><input type="hidden" name="key" value="${key}">${textArea({ id: 'words', label: optional(reader.lang, say('wishWords')), value: '', rows: 3, error })}<button class="primary">${say('wishButton')}</button></form>` : error ? html`<p class="changed">${error}</p>` : ''}
<p><a href="/follow">${say('back')}</a></p>`,
    error !== null,
  );
};

/** Everything on one page, to be read, printed and kept. */
export async function heldPage(
  reader: Reader,
  matter: Matter,
  kept: Kept | null,
  held: readonly HeldStream[],
): Promise<Html> {
  const { lang } = reader;
  const say = sayer(lang);
  const view = await matter.view(lang);
  const looks = held.flatMap((one) => one.looks);
  return page(
    reader,
    say('heldTitle'),
    html`<h1>${say('heldTitle')}</h1><p>${matter.moment(matter.now, lang)}</p>
<p>${keptSentence(kept, matter, lang)}</p>
${held.map((one) => {
  const lines = linesOf(one, matter, lang);
  return lines.length === 0
    ? ''
    : html`<h2>${COMPANIONS[one.process]?.[lang] ?? one.process}</h2>${lines.map((line) => html`<p class="meta">${line.field} · ${line.at}</p><p class="said">${line.text}</p>`)}`;
})}
<h2>${say('consentTitle')}</h2>${consentList(consentsOf(held), matter, lang)}
<h2>${say('soFar')}</h2><ol class="line">${view.line.map((l) => html`<li>${l.sentence}<br><time>${l.at}</time></li>`)}</ol>
<h2>${say('looksTitle')}</h2><p>${lang === 'zh' ? `共 ${looks.length} 次，明细见“${say('looksTitle')}”。` : `${looks.length} in all; “${say('looksTitle')}” lists them.`}</p>
<p class="noprint"><a href="/follow/record">${say('back')}</a></p>`,
  );
}

/** The same for a machine. Instants in ISO 8601; posts and never accounts. */
export function heldJson(matter: Matter, kept: Kept | null, held: readonly HeldStream[]): object {
  const iso = (at: number) => new Date(at).toISOString();
  const { state } = matter;
  return {
    format: 'shaoying.held/1',
    madeAt: iso(matter.now),
    status: state.status,
    outcome: 'outcome' in state ? state.outcome : null,
    receivedAt: iso(state.receivedAt),
    kept: kept === null ? null : { status: kept.state.status, class: kept.state.class.name },
    clocks: state.clocks.map(({ kind, startedAt, dueAt, status, breachedAt }) => ({
      kind,
      startedAt: iso(startedAt),
      dueAt: iso(dueAt),
      status,
      breachedAt: breachedAt === null ? null : iso(breachedAt),
    })),
    consents: consentsOf(held).map(({ at, until, ...rest }) => ({
      ...rest,
      at: iso(at),
      until: until === null ? null : iso(until),
    })),
    held: held.map((one) => ({
      process: one.process,
      texts: one.texts.flatMap(({ version, field, text }) => {
        const event = one.events.find((each) => each.version === version);
        if (event === undefined || OFFICES_OWN.has(event.type)) return [];
        return [{ event: event.type, at: iso(event.occurredAt), field, text }];
      }),
      looks: one.looks.map(({ at, field, purpose, actor }) => ({
        at: iso(at),
        field,
        purpose,
        by: actor.kind === 'staff' ? actor.post : actor.kind,
      })),
    })),
  };
}

/** After the erasure the receipt opens this and nothing else. */
export const erasedPage = (reader: Reader, matter: Matter, sentence: string): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('matterTitle'),
    html`<h1>${say('matterTitle')}</h1><div class="next done"><p>${sentence}</p></div>
<p>${say('erasedStays')}</p><p class="meta">${say('receivedOn')} ${matter.moment(matter.state.receivedAt, reader.lang)}</p>
<div class="stack noprint"><a href="/follow/looks">${say('looksTitle')}</a></div>
<form method="post" action="/follow/leave" class="noprint"><button class="plain">${say('followLeave')}</button></form>`,
  );
};
