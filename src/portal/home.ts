import { html } from 'hono/html';
import type { Text } from '../contract/common.ts';
import type { Html, Reader } from './layout.ts';
import { page } from './layout.ts';
import type { Word } from './words.ts';
import { sayer } from './words.ts';

export interface HallLine {
  readonly name: Text;
  readonly address: Text;
  readonly hours: Text;
  readonly telephone: string;
}

export interface HomeView {
  readonly telephone: string | null;
  readonly halls: readonly HallLine[];
}

export const homePage = (reader: Reader, view: HomeView): Html => {
  const say = sayer(reader.lang);
  const hall = view.halls[0];
  return page(
    reader,
    say('homeTitle'),
    html`<h1>${say('homeTitle')}</h1>
<div class="stack"><a class="button" href="/say">${say('sayOne')}</a><span class="hint">${say('sayOneHint')}</span>
<a class="button quiet" href="/follow">${say('followOne')}</a></div>
<h2>${say('otherWays')}</h2>
<ul>${view.telephone ? html`<li>${say('otherPhone')} <a href="tel:${view.telephone}">${view.telephone}</a></li>` : ''}
<li>${say('otherHall')}${hall ? html`<br><span class="hint">${hall.name[reader.lang]} · ${hall.address[reader.lang]} · ${hall.hours[reader.lang]}</span>` : ''}<br><a href="/halls">${say('allHalls')}</a></li>
<li>${say('otherHelp')}</li></ul>
<p><a href="/rights">${say('myRights')}</a></p>`,
  );
};

export const hallsPage = (reader: Reader, view: HomeView): Html => {
  const say = sayer(reader.lang);
  const { lang } = reader;
  return page(
    reader,
    say('allHalls'),
    html`<h1>${say('allHalls')}</h1>
<ul class="plainlist">${view.halls.map((h) => html`<li><b>${h.name[lang]}</b><br>${h.address[lang]}<br>${h.hours[lang]} · <a href="tel:${h.telephone}">${h.telephone}</a></li>`)}</ul>
<a href="/">${say('home')}</a>`,
  );
};

/** Each right with the rule it rests on, so that it can be held up to whoever forgets it. */
const rights: readonly { readonly right: Text; readonly basis: Text }[] = [
  {
    right: {
      zh: '可以批评、建议、申诉；任何人不得压制和打击报复。',
      en: 'You may criticise, suggest and complain; nobody may suppress you or retaliate.',
    },
    basis: {
      zh: '《宪法》第四十一条；《信访工作条例》第十八条',
      en: 'Constitution, article 41; Regulations on Petition Work (2022), article 18',
    },
  },
  {
    right: {
      zh: '举报材料和举报人的情况，不得透露或转给被举报的人和单位。',
      en: 'A report and who made it may not be disclosed or passed to the person or unit reported.',
    },
    basis: {
      zh: '《信访工作条例》第三十条',
      en: 'Regulations on Petition Work (2022), article 30',
    },
  },
  {
    right: {
      zh: '与事情有利害关系的工作人员应当回避。',
      en: 'Staff with an interest in the matter must stand aside.',
    },
    basis: {
      zh: '《信访工作条例》第二十八条',
      en: 'Regulations on Petition Work (2022), article 28',
    },
  },
  {
    right: {
      zh: '可以查阅、复制、更正自己的个人信息，并知道谁因为什么查看过。',
      en: 'You may read, copy and correct your personal information, and know who looked at it and why.',
    },
    basis: {
      zh: '《个人信息保护法》第四十五条、第四十六条',
      en: 'Personal Information Protection Law, articles 45 and 46',
    },
  },
  {
    right: {
      zh: '不予受理、不能办理的，应当告诉您理由、依据和下一步途径。',
      en: 'If it is not accepted or cannot be done, you are told why, by which rule, and where to go next.',
    },
    basis: { zh: '本系统规则', en: 'Rule of this service' },
  },
  {
    right: {
      zh: '诉求由您自己撤回，别人不能替您撤回。给出差评、提出不同意见，不影响以后办事。',
      en: 'Only you can withdraw your request. A poor rating or a disagreement changes nothing in how you are served later.',
    },
    basis: { zh: '本系统规则', en: 'Rule of this service' },
  },
];

export const rightsPage = (reader: Reader): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say('myRights'),
    html`<h1>${say('myRights')}</h1>
${rights.map((r) => html`<p>${r.right[reader.lang]}<br><span class="meta">${r.basis[reader.lang]}</span></p>`)}
<a href="/">${say('home')}</a>`,
  );
};

export const simplePage = (reader: Reader, title: Word, hint: Word): Html => {
  const say = sayer(reader.lang);
  return page(
    reader,
    say(title),
    html`<h1>${say(title)}</h1><p>${say(hint)}</p><div class="stack"><a class="button" href="/">${say('home')}</a></div>`,
  );
};
