import { html } from 'hono/html';
import type { StreamId } from '../core/process.ts';
import type { SeatName } from '../core/sponsorship/words.ts';
import type { FieldError, Html, Reader } from './layout.ts';
import { errorSummary, page, textArea } from './layout.ts';
import type { SupportCard } from './supports.ts';
import { sayer, type Word } from './words.ts';

/** What was said by the person and to them, and what they agreed to. */
export interface PlanPerson {
  /** What was agreed that they need; null while it was not talked over, empty where nothing is. */
  readonly needs: readonly { readonly name: string; readonly text: string | null }[] | null;
  /** The answer to what they asked, on its merits. */
  readonly claim: {
    readonly at: string;
    readonly answer: string;
    readonly reply: string | null;
    readonly citation: string | null;
  } | null;
  readonly result: { readonly at: string; readonly text: string | null } | null;
  readonly dissents: readonly { readonly at: string; readonly words: string | null }[];
  /** Sponsor and liaison may see who they are. */
  readonly identity: boolean;
  /** Until when they agreed to be contacted afterwards. */
  readonly followUp: string | null;
}

/** A leader's hand in the person's matter, as the person reads it. */
export interface PlanSide extends PlanPerson {
  readonly id: StreamId;
  readonly version: number;
  readonly standing: string;
  readonly next: {
    readonly sentence: string;
    readonly left: string;
    readonly tone: string;
    readonly why: string;
  } | null;
  readonly seats: readonly {
    readonly seat: SeatName;
    readonly title: string;
    readonly name: string;
    readonly telephone: string | null;
  }[];
  readonly steps: readonly {
    readonly what: string;
    readonly line: string;
    readonly tag: string | null;
  }[];
  readonly may: {
    readonly identity: boolean;
    readonly hide: boolean;
    /** Until when they could agree at most; null where they cannot. */
    readonly followUp: string | null;
    readonly stop: boolean;
    readonly dissent: boolean;
  };
}

/** What is said with one press. Each of them is taken back with one press too, as long as it can be. */
export const planActs = [
  'consent-identity',
  'revoke-identity',
  'consent-follow-up',
  'revoke-follow-up',
] as const;
export type PlanAct = (typeof planActs)[number];

export interface PlanPage {
  readonly plan: PlanSide;
  /** Their own words as they first said them. */
  readonly asked: string | null;
  readonly supports: readonly Pick<SupportCard, 'name' | 'standing'>[];
  /** Their petition's written opinion may be looked at again above. */
  readonly review: boolean;
  readonly notice: 'changed' | 'done' | null;
  readonly error: string | null;
  readonly key: string;
}

const DOES: Readonly<Record<SeatName, Word>> = {
  sponsor: 'planSponsor',
  lead: 'planLead',
  liaison: 'planLiaison',
};

export const planPage = (reader: Reader, view: PlanPage): Html => {
  const say = sayer(reader.lang);
  const { plan, asked, supports, review, notice, error, key } = view;
  const { next, claim, result, needs } = plan;
  return page(
    reader,
    say('planTitle'),
    html`${error ? html`<div class="errors" role="alert" tabindex="-1"><h2>${say('errorTitle')}</h2><p>${error}</p></div>` : ''}${notice ? html`<p class="${notice}" role="status">${say(notice)}</p>` : ''}
<h1>${say('planTitle')}</h1>
<div class="next ${next?.tone ?? 'done'}"><p class="meta">${plan.standing}</p>${next ? html`<p>${next.sentence}</p><p class="left">${next.left}</p><details><summary>${say('whyDate')}</summary><p>${next.why}</p></details>` : ''}</div>
<h2>${say('planWho')}</h2><ul class="plainlist">${plan.seats.map(({ seat, title, name, telephone }) => html`<li><b>${title}</b>${reader.lang === 'zh' ? '：' : ': '}${name}${telephone ? html` · <a href="tel:${telephone}">${telephone}</a>` : ''}<br><span class="meta">${say(DOES[seat])}</span></li>`)}</ul>
<h2>${say('planAsked')}</h2><p class="said">${asked ?? say('wordsErased')}</p>
${claim ? html`<p class="meta">${say('planAnswer')} · ${claim.at}</p><p><b>${claim.answer}</b></p><p class="said">${claim.reply ?? say('wordsErased')}</p>${claim.citation ? html`<p class="meta">${say('looksBasis')}${reader.lang === 'zh' ? '：' : ': '}${claim.citation}</p>` : ''}` : html`<p>${say('planUnanswered')}</p>`}
<h2>${say('planNeeds')}</h2><p class="hint">${say('planNeedsHint')}</p>
${needs === null ? html`<p>${say('planNeedsOpen')}</p>` : needs.length === 0 ? html`<p>${say('planNeedsNone')}</p>` : html`<ul class="plainlist">${needs.map(({ name, text }) => html`<li><b>${name}</b><br>${text ?? say('wordsErased')}</li>`)}</ul>`}
<h2>${say('planSteps')}</h2>${plan.steps.length === 0 ? html`<p>${say('planStepsNone')}</p>` : html`<ol class="line">${plan.steps.map(({ what, line, tag }) => html`<li>${what}${tag ? html` <span class="tag">${tag}</span>` : ''}<br><span class="meta">${line}</span></li>`)}</ol>`}
<h2>${say('supportsTitle')}</h2>${supports.length === 0 ? html`<p>${say('supportsNone')}</p>` : html`<ul class="plainlist">${supports.map(({ name, standing }) => html`<li>${name}<br><span class="meta">${standing}</span></li>`)}</ul><p class="noprint"><a href="/follow/supports">${say('planSupports')}</a></p>`}
<h2>${say('planResult')}</h2>${result ? html`<p class="meta">${result.at}</p><p class="said">${result.text ?? say('wordsErased')}</p>` : html`<p>${say('planResultOpen')}</p>`}
${plan.dissents.map(({ at, words }) => html`<p class="meta">${say('planDissents')} · ${at}</p><p class="said">${words ?? say('wordsErased')}</p>`)}
${plan.may.dissent ? html`<p class="noprint"><a href="/follow/dissent">${say('dissentTitle')}</a></p>` : ''}
${consents(reader, plan, key)}
<div class="stack noprint">${review ? html`<a href="/follow/review">${say('reviewTitle')}</a>` : ''}<a href="/follow#rights">${say('rightsTitle')}</a><a href="/follow">${say('back')}</a></div>`,
    error !== null,
  );
};

/** Two consents, each beside what ends it: one press, and no reason asked. */
const consents = (reader: Reader, plan: PlanSide, key: string): Html => {
  const say = sayer(reader.lang);
  const { may, identity, followUp } = plan;
  const press = (act: PlanAct, word: Word, quiet: boolean, id: string) =>
    html`<form method="post" action="/follow/plan" class="stack noprint"><input type="hidden" name="version" value="${plan.version}"><input type="hidden" name="key" value="${key}"><button name="act" value="${act}" class="${quiet ? 'button quiet' : 'primary'}" aria-describedby="${id}">${say(word)}</button></form>`;
  const until = (at: string) =>
    reader.lang === 'zh'
      ? `到${at}为止，随时可以停止。`
      : `Until ${at}; you can stop it at any time.`;
  return html`<h2 id="consents">${say('planConsents')}</h2><p class="hint">${say('planConsentsHint')}</p>
<h3 id="identity">${say('identityTitle')}</h3><p>${say(identity ? 'identityGiven' : 'identityNot')}</p>
${may.hide ? press('revoke-identity', 'identityHide', true, 'identity') : ''}${may.identity ? press('consent-identity', 'identityGive', false, 'identity') : ''}
<h3 id="follow-up">${say('followUpTitle')}</h3><p>${followUp !== null && may.stop ? html`${say('followUpGiven')}${reader.lang === 'zh' ? '' : ' '}${until(followUp)}` : may.followUp !== null ? html`${say('followUpAsk')}${reader.lang === 'zh' ? '' : ' '}${until(may.followUp)}` : say('followUpNot')}</p>
${may.stop ? press('revoke-follow-up', 'followUpStop', true, 'follow-up') : ''}${may.followUp !== null ? press('consent-follow-up', 'followUpGive', false, 'follow-up') : ''}`;
};

export interface DissentPage {
  readonly version: number;
  readonly words: string;
  readonly error: string | null;
  readonly changed: boolean;
  readonly key: string;
}

/** One box: their words stay as they are, beside what they were told. */
export const dissentPage = (reader: Reader, view: DissentPage): Html => {
  const say = sayer(reader.lang);
  const { version, words, error, changed, key } = view;
  const errors: FieldError[] = error ? [{ field: 'words', what: error }] : [];
  return page(
    reader,
    say('dissentTitle'),
    html`${errorSummary(reader, errors)}${changed ? html`<p class="changed" role="status">${say('changed')}</p>` : ''}
<form method="post" action="/follow/dissent" novalidate><input type="hidden" name="version" value="${version}"><input type="hidden" name="key" value="${key}">
${textArea({ id: 'words', label: say('dissentTitle'), heading: true, hint: say('dissentHint'), value: words, error, rows: 6 })}
<div class="stack"><button class="primary">${say('disagreeButton')}</button><a href="/follow/plan">${say('back')}</a></div></form>`,
    errors.length > 0,
  );
};
