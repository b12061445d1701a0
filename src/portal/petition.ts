import { html } from 'hono/html';
import type { StreamId } from '../core/process.ts';
import type { Html, Reader } from './layout.ts';
import { sayer } from './words.ts';

/** A petition as its person sees it: where it is, the next date, what was decided, what they may ask. */
export interface PetitionSide {
  readonly id: StreamId;
  readonly version: number;
  readonly standing: string;
  readonly holder: string;
  readonly next: {
    readonly sentence: string;
    readonly left: string;
    readonly tone: string;
    readonly why: string;
  } | null;
  /** Papers that have reached the person, newest first. */
  readonly papers: readonly {
    readonly name: string;
    readonly from: string;
    readonly at: string;
    readonly lines: readonly string[];
  }[];
  readonly may: { readonly review: boolean; readonly facts: boolean; readonly withdraw: boolean };
  /** Of whom they would ask it; null where nobody of this institution stands above. */
  readonly reviewer: string | null;
}

/** On the person's page, beside the matter itself. */
export const petitionPart = (reader: Reader, side: PetitionSide): Html => {
  const say = sayer(reader.lang);
  const { next, papers } = side;
  return html`<h2>${say('petitionTitle')}</h2>
<div class="next ${next?.tone ?? ''}"><p class="meta">${side.standing} · ${side.holder}</p>${
    next
      ? html`<p>${next.sentence}</p><p class="left">${next.left}</p><details><summary>${say('whyDate')}</summary><p>${next.why}</p></details>`
      : ''
  }</div>
${papers.map((paper) => html`<h3>${paper.name}</h3><p class="meta">${paper.from}${paper.at ? html` · ${paper.at}` : ''}</p>${paper.lines.map((line) => html`<p>${line}</p>`)}`)}`;
};
