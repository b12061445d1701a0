import { roleWords } from '../../contract/words.ts';
import { caseProcess } from '../../core/case/index.ts';
import { narrate as narrateCase } from '../../core/case/narrate/narrate.ts';
import { petitionProcess } from '../../core/petition/index.ts';
import { narrate as narratePetition } from '../../core/petition/narrate.ts';
import type { Recorded } from '../../core/process.ts';
import { processes } from '../../core/processes.ts';
import { retentionProcess } from '../../core/retention/index.ts';
import { narrate } from '../../core/retention/narrate.ts';
import { sponsorshipProcess } from '../../core/sponsorship/index.ts';
import { narrate as narrateSponsorship } from '../../core/sponsorship/narrate.ts';
import { supportProcess } from '../../core/support/index.ts';
import { narrate as narrateSupport } from '../../core/support/narrate.ts';
import type { Text } from '../../core/text.ts';
import { whistleProcess } from '../../core/whistle/index.ts';
import { narrate as narrateWhistle } from '../../core/whistle/narrate.ts';
import { type HeldStream, heldOn } from '../../engine/held.ts';
import { actorName } from '../cases/thread.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import type { RetentionReading } from './reading.ts';

/** As the log of looks has it, and the person reads it. */
const HANDING_OVER = '移交档案 / handing over to the archive';

export interface Package {
  readonly json: string;
  readonly html: string;
}

/**
 * Everything held on the request, written out for the archive, for machines and to be read. The nonce
 * lies in it alone: without the package its digest, which the log keeps, can be compared with nothing.
 */
export async function packageOf(
  parts: ApiParts,
  reader: Reader,
  reading: RetentionReading,
): Promise<Package> {
  const { about, now, names } = reading;
  const actor = { kind: 'staff', account: reader.account, post: reader.post } as const;
  const held = await heldOn({ ...parts, processes }, reader.tenant, about, (stream, texts) =>
    texts.map((text) => ({ ...text, stream, actor, purpose: HANDING_OVER, at: now })),
  );
  const streams = held.map((one) => written(one, reading));
  const whole = {
    format: 'shaoying.package/1',
    nonce: parts.crypto.id(160),
    institution: reader.tenant,
    case: about,
    class: reading.state.class,
    madeAt: iso(now),
    madeBy: names.post(reader.post),
    streams,
  };
  return { json: `${JSON.stringify(whole, null, 2)}\n`, html: page(whole) };
}

type Whole = {
  readonly case: string;
  readonly madeAt: string;
  readonly madeBy: Text;
  readonly streams: readonly Written[];
};
type Written = ReturnType<typeof written>;

/** Posts and never accounts; each entry as the log has it, with the texts it sealed. */
function written({ process, stream, events, texts, looks }: HeldStream, reading: RetentionReading) {
  const { names } = reading;
  return {
    process,
    stream,
    entries: events.map((event, n) => ({
      version: event.version,
      type: event.type,
      occurredAt: iso(event.occurredAt),
      recordedAt: iso(event.recordedAt),
      by: actorName(event.actedBy, names),
      sentence: sentenceOf(process, events.slice(0, n + 1), reading),
      data: withoutAccounts(event.data),
      texts: texts
        .filter(({ version }) => version === event.version)
        .map(({ field, text }) => ({ field, text })),
    })),
    looks: looks.map(({ at, field, purpose, actor }) => ({
      at: iso(at),
      field,
      purpose,
      by: actor.kind === 'staff' ? roleWords[actor.post.role] : actorName(actor, names),
    })),
  };
}

/** The last of these entries as a sentence. */
function sentenceOf(
  process: string,
  soFar: readonly Recorded[],
  { names }: RetentionReading,
): Text {
  const event = soFar.at(-1);
  if (event === undefined) throw new Error('no entry to tell');
  switch (process) {
    case caseProcess.name:
      return narrateCase(event as never, names);
    case whistleProcess.name:
      return narrateWhistle(event as never, names);
    case retentionProcess.name:
      return narrate(event as never, names);
    case sponsorshipProcess.name:
      return narrateSponsorship(event as never, names);
    case supportProcess.name:
      return narrateSupport(event as never, names);
    case petitionProcess.name: {
      const evolve = (state: never, one: Recorded) => petitionProcess.evolve(state, one as never);
      return narratePetition(
        event as never,
        names,
        soFar.reduce(evolve as never, petitionProcess.initial),
      );
    }
    default:
      return { zh: event.type, en: event.type };
  }
}

const PRIVATE_KEYS: ReadonlySet<string> = new Set(['account', 'proposer', 'commitment']);

function withoutAccounts(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutAccounts);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => !PRIVATE_KEYS.has(key))
      .map(([key, value]) => [key, withoutAccounts(value)]),
  );
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** One page, for paper and for whoever opens it in fifty years: no script, no style from elsewhere. */
function page({ case: about, madeAt, madeBy, streams }: Whole): string {
  const parts = streams.map(
    ({ process, stream, entries }) =>
      `<h2>${escaped(process)} ${escaped(stream)}</h2>\n<ol>\n${entries.map(entry).join('\n')}\n</ol>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>移交包 ${escaped(about)}</title>
<style>body{font:16px/1.6 serif;max-width:46em;margin:2em auto;padding:0 1em}time{color:#555}blockquote{white-space:pre-wrap;border-left:3px solid #999;margin:.4em 0;padding-left:1em}</style>
</head><body>
<h1>档案移交包 · Package for the archive</h1>
<p>事项 Case ${escaped(about)} · <time>${madeAt}</time> · ${escaped(madeBy.zh)} · ${escaped(madeBy.en)}</p>
${parts.join('\n')}
</body></html>
`;
}

const entry = ({ occurredAt, by, sentence, texts }: Written['entries'][number]): string =>
  `<li><time>${occurredAt}</time> ${escaped(by.zh)}：${escaped(sentence.zh)}<br>${escaped(sentence.en)}${texts
    .map(
      ({ field, text }) =>
        `<blockquote>${escaped(field)}: ${escaped(text ?? '（已销毁 · erased）')}</blockquote>`,
    )
    .join('')}</li>`;
