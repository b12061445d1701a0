import { html } from 'hono/html';
import type { Lang, Text } from '../contract/common.ts';
import { roleWords } from '../contract/words.ts';
import { unitIn } from '../core/authority/units.ts';
import type { Post } from '../core/process.ts';
import type { Rulebook } from '../core/rulebook/rulebook.ts';
import { groupCode } from '../engine/receipt.ts';
import { type Html, hidden, page, type Reader } from './layout.ts';
import { sayer } from './words.ts';

/** A way through a demonstration district: who to be, and what to look at first. */
export interface Guide {
  /** A story that has been played, instead of the demonstration district. */
  readonly story?: { readonly title: Text; readonly setting: Text };
  readonly password: string;
  readonly seats: readonly {
    readonly login: string;
    readonly posts: readonly Post[];
    readonly why: Text;
  }[];
  /** Receipt codes to follow as a resident, in the language their requests are written in. */
  readonly receipts: Readonly<
    Record<Lang, readonly { readonly code: string; readonly what: Text }[]>
  >;
}

const t = (zh: string, en: string): Text => ({ zh, en });

const TITLE = t('演示区：从这里开始', 'The demonstration district: start here');
const INTRO = t(
  '区、街道、社区的名称是真的，其余都是虚构的：诉求、电话、清单和时限仅供演示。您可以随意登录、办理、退回，不会影响任何人。约三成诉求是英文的原话，标题由受理单位拟定，都是中文。',
  'The names of district, streets and communities are real; all else is invented: requests, telephones, duty lists and limits are for show. Sign in, act and object as you like; it touches nobody. About a third of the requests are told in English; titles are the office’s own, and always Chinese.',
);

/** What to do, in order; a link where the step begins. */
const STEPS: readonly { readonly what: Text; readonly link?: { href: string; name: Text } }[] = [
  {
    what: t(
      '以居民身份说一件事，例如“学校门口有摊贩占道”，地点选“李村街道 · 东山社区”。记下最后给出的回执码。',
      'As a resident, say something, such as “street stalls block the pavement at the school”, in Licun Street, Dongshan Community. Note the receipt code at the end.',
    ),
    link: { href: '/say', name: t('说一件事', 'Say something') },
  },
  {
    what: t(
      '用 licun-dispatch 登录工作台，打开这条诉求，研判、派单：系统依据履职事项清单提出主办单位，并说明“为什么是我”。',
      'Sign in to the console as licun-dispatch and open the request. Triage and dispatch it: the duty list proposes the lead unit and says why.',
    ),
    link: { href: '/console', name: t('工作台', 'Console') },
  },
  {
    what: t(
      '换 licun-handler 登录：签收，联系本人，答复。每一步都有时限，页面上写明到期时间和怎样算出来的。',
      'Sign in as licun-handler: sign for it, contact the person, reply. Each step has a clock that says when it is due and why.',
    ),
  },
  {
    what: t(
      '用回执码查进度：谁在办、何时到期、谁查看过您的电话，一目了然；可以在这里回答“解决了没有”，也可以写下不同意见。',
      'Follow it with the receipt code: who holds it, when it is due, who looked at your number. Answer there whether it is solved, or disagree.',
    ),
    link: { href: '/follow', name: t('查进度', 'Follow') },
  },
  {
    what: t(
      '换 governance-callback 登录，核实后办结。“办结”不等于“已解决”：结果单独记录。',
      'Sign in as governance-callback, verify and close. Closed does not mean fixed: the outcome is kept apart.',
    ),
  },
  {
    what: t(
      '还有时间：用 urban-handler 提出派单异议，用 governance-arbiter 处理；用 hotline-supervisor 审批延期；用 licun-dongshan-secretary 吹哨，用 transport-handler 报到。',
      'With time left: object to a dispatch as urban-handler and decide it as governance-arbiter; decide an extension as hotline-supervisor; whistle for a department as licun-dongshan-secretary, and answer a call-out as transport-handler.',
    ),
  },
];

const PLAYED = t(
  '这个情景已经演完，时间停在它的最后一刻；结束程序后什么也不留下。',
  'The story has been played, and time stands at its last instant; nothing is left once the program ends.',
);
const FIVE_MINUTES = t('五分钟看一遍', 'Five minutes, step by step');
const AS_RESIDENT = t('以居民身份查看', 'As a resident');
const RECEIPTS = t(
  '这些回执码对应几条虚构的诉求，点开就能看到居民看到的页面。',
  'These receipt codes belong to invented requests; each opens the page its resident sees.',
);
const OPEN = t('打开', 'Open');
const AS_STAFF = t('以工作人员身份登录', 'As staff');
const CONSOLE = t('进入工作台', 'Go to the console');
const SAME_PASSWORD = t('所有账号的密码都是', 'Every account has the password');
const OTHERS = t(
  '其他街道、社区、部门也有账号，登录名写法相同：街道如 cangkou-dispatch，社区如 jiushui-binchuanlu，部门如 police-handler、police-head。',
  'Other streets, communities and departments have accounts of the same form: cangkou-dispatch for a street, jiushui-binchuanlu for a community, police-handler and police-head for a department.',
);

export const demoPage = (reader: Reader, rulebook: Rulebook, guide: Guide): Html => {
  const { lang } = reader;
  const title = (guide.story?.title ?? TITLE)[lang];
  return page(
    reader,
    title,
    html`<h1>${title}</h1>
<p>${(guide.story?.setting ?? INTRO)[lang]}</p>
${guide.story === undefined ? fiveMinutes(lang) : html`<p>${PLAYED[lang]}</p>`}
<h2>${AS_RESIDENT[lang]}</h2>
<p>${RECEIPTS[lang]}</p>
<ul class="plainlist">${guide.receipts[lang].map(({ code, what }) => receipt(code, what[lang], OPEN[lang]))}</ul>
<h2>${AS_STAFF[lang]}</h2>
<p>${SAME_PASSWORD[lang]} <b>${guide.password}</b></p>
<div class="stack"><a class="button" href="/console">${CONSOLE[lang]}</a></div>
<ul class="plainlist">${guide.seats.map(
      ({ login, posts, why }) =>
        html`<li><b>${login}</b> <span class="meta">${posts.map((post) => postName(rulebook, post, lang)).join(lang === 'zh' ? '、' : ', ')}</span><br>${why[lang]}</li>`,
    )}</ul>
${guide.story === undefined ? html`<p class="hint">${OTHERS[lang]}</p>` : ''}
<a href="/">${sayer(lang)('home')}</a>`,
  );
};

const fiveMinutes = (lang: Lang): Html =>
  html`<h2>${FIVE_MINUTES[lang]}</h2>
<ol class="steps">${STEPS.map(
    ({ what, link }) =>
      html`<li>${what[lang]}${link === undefined ? '' : html` <a href="${link.href}">${link.name[lang]}</a>`}</li>`,
  )}</ol>`;

const receipt = (code: string, what: string, open: string): Html =>
  html`<li><form method="post" action="/follow">${hidden('code', code)}<b>${groupCode(code)}</b> <span class="meta">${what}</span><br><button class="plain" aria-label="${open} ${groupCode(code)}">${open}</button></form></li>`;

const postName = (rulebook: Rulebook, { unit, role }: Post, lang: Lang): string =>
  `${unitIn(rulebook, unit)?.name[lang] ?? unit} · ${roleWords[role][lang]}`;
