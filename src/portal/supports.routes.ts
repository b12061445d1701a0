import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../contract/common.ts';
import { unitIn } from '../core/authority/units.ts';
import { liveOf } from '../core/clock/clock.ts';
import type { Facts, Sealed, StreamId } from '../core/process.ts';
import { measureOf } from '../core/rulebook/supports.ts';
import { whyNot } from '../core/support/decide.ts';
import { supportProcess } from '../core/support/index.ts';
import type { Known, SupportState } from '../core/support/state.ts';
import type { SupportEnd } from '../core/support/words.ts';
import { openTexts } from '../engine/open.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import { ask, hasChanged, held, refusalLine, typed } from './holder.ts';
import type { Matter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import { supportsOf } from './supported.ts';
import {
  type PersonAct,
  personActs,
  type SupportCard,
  supportsPage,
  surePage,
} from './supports.ts';
import { sayer, type Word } from './words.ts';

/** What was offered to the holder of a receipt, and what they say to it. */
export const supportRoutes = (app: FastifyInstance, parts: PortalParts): void => {
  app.get('/follow/supports', async (request, reply) => {
    const matter = await held(parts, request);
    if (matter === null) return ask(request, reply);
    const { done } = request.query as { done?: string };
    return show(parts, request, reply, matter, { notice: done === '1' ? 'done' : null });
  });
  app.post('/follow/supports', (request, reply) => answer(parts, request, reply));
  app.post('/follow/supports/sure', (request, reply) => sure(parts, request, reply));
};

/** Before the person ends it: which one it is, once more. */
async function sure(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const act = (['refuse', 'revoke'] as const).find((one) => one === typed(request.body, 'act'));
  const support = typed(request.body, 'support');
  const cards = await cardsOf(parts, request, matter);
  const card = cards.find(({ id }) => id === support);
  if (act === undefined || card === undefined || !card.may.includes(act)) {
    return reply.redirect('/follow/supports', 303);
  }
  const [version, key] = [typed(request.body, 'version'), typed(request.body, 'key')];
  const view = { act, support, version, key, name: card.name };
  return send(reply, surePage(request.portal.reader, view));
}

async function show(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  matter: Matter,
  more: { readonly notice?: 'changed' | 'done' | null; readonly error?: string },
) {
  const { reader } = request.portal;
  const cards = await cardsOf(parts, request, matter);
  const { notice = null, error = null } = more;
  const key = parts.crypto.id(80);
  return send(
    reply,
    supportsPage(reader, { cards, notice, error, key }),
    error === null ? 200 : 422,
  );
}

/** Each support of the matter, the open ones first. */
export async function cardsOf(
  parts: PortalParts,
  request: FastifyRequest,
  matter: Matter,
): Promise<readonly SupportCard[]> {
  const ids = await supportsOf(parts, matter.stream);
  const process = supportProcess as unknown as AnyProcess;
  const states = await statesOf<SupportState>(parts.store, process, parts.tenant, ids);
  const cards: SupportCard[] = [];
  for (const id of ids) {
    const found = states.get(id);
    if (found === undefined || found.state.status === 'none') continue;
    cards.push(await cardOf(parts, request, matter, { id, ...found, state: found.state }));
  }
  return cards;
}

interface Found {
  readonly id: StreamId;
  readonly state: Known;
  readonly version: number;
}

async function cardOf(
  parts: PortalParts,
  request: FastifyRequest,
  matter: Matter,
  { id, state, version }: Found,
): Promise<SupportCard> {
  const { reader, institution, rulebook, now } = request.portal;
  const { lang } = reader;
  const ended = state.status === 'ended' ? [state.reason, state.next] : [];
  const sealed = [state.words, ...ended].filter((one): one is Sealed => one !== null);
  // Written to them: no look is recorded.
  const texts = await openTexts(parts, parts.tenant, id, sealed, []);
  const text = (one: Sealed | null): string | null => texts.get(one?.ref ?? '') ?? null;
  const actor = { kind: 'person', case: matter.stream } as const;
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: id,
    actor,
    institution,
    lot: 0,
    others: new Map(),
  };
  const acts = Object.keys(personActs) as PersonAct[];
  const law = rulebook.support;
  const named = (
    list: readonly { code: string; name: { zh: string; en: string } }[],
    code: string,
  ) => list.find((one) => one.code === code)?.name[lang] ?? code;
  const provider = unitIn(rulebook, state.provider);
  return {
    id,
    version,
    name: measureOf(rulebook.supports, state.measure)?.name[lang] ?? state.measure,
    standing: sayer(lang)(STANDING[state.status === 'ended' ? state.end : state.status]),
    words: text(state.words),
    given: givenBy(provider?.name[lang] ?? state.provider, provider?.telephone ?? null, lang),
    shows: state.terms.conditions.map((code) => named(law?.conditions ?? [], code)),
    asks: state.terms.documents.map((code) => {
      const paper = law?.documents.find((one) => one.code === code);
      const rule = paper === undefined ? '' : paper.citation.text[lang];
      return lang === 'zh'
        ? `${named(law?.documents ?? [], code)}，依据：${rule}`
        : `${named(law?.documents ?? [], code)}, by ${rule}`;
    }),
    lines: linesOf(state, matter, lang, [text(ended[0] ?? null), text(ended[1] ?? null)]),
    may: acts.filter((type) => whyNot({ type, data: {} }, state, facts) === null),
  };
}

/** How it stands, said to the person themselves. */
const STANDING = {
  offered: 'supportAwaits',
  consented: 'supportAgreed',
  delivered: 'supportArrived',
  RECEIVED: 'supportGot',
  UNCONFIRMED: 'supportUnsaid',
  REFUSED: 'supportRefused',
  LAPSED: 'supportLapsed',
  REVOKED: 'supportRevoked',
  TAKEN_BACK: 'supportTakenBack',
  CANNOT: 'supportCannot',
} as const satisfies Readonly<Record<'offered' | 'consented' | 'delivered' | SupportEnd, Word>>;

const givenBy = (name: string, telephone: string | null, lang: Lang): string => {
  const by = lang === 'zh' ? `由${name}提供` : `Given by ${name}`;
  return telephone === null
    ? by
    : lang === 'zh'
      ? `${by}，电话 ${telephone}`
      : `${by}, telephone ${telephone}`;
};

/** What follows and by when; how it ended, with the reason and the next path where there are any. */
function linesOf(
  state: Known,
  { ending }: Matter,
  lang: Lang,
  [reason, next]: readonly [string | null, string | null],
): readonly string[] {
  const say = sayer(lang);
  const due = (kind: string) => {
    const clock = liveOf(state.clocks, kind);
    return clock === undefined ? '' : ending(clock.dueAt, lang);
  };
  const line = (zh: string, en: string) => (lang === 'zh' ? zh : en);
  switch (state.status) {
    case 'offered': {
      const by = due('support-answer');
      return [
        line(
          `您可以在${by}前答复。不答复也没有关系，到期自行终止。`,
          `You can answer until ${by}. You need not: after that the offer simply ends.`,
        ),
        say('supportNoHarm'),
      ];
    }
    case 'consented': {
      const until = due('support-consent');
      const by = due('deliver');
      return [
        line(`应当在${by}前兑现。`, `It should come by ${by}.`),
        line(
          `您的同意到${until}为止，随时可以撤回。`,
          `Your agreement holds until ${until}, and you can take it back at any time.`,
        ),
      ];
    }
    case 'delivered': {
      const by = due('support-receipt');
      return [line(`收到了吗？请在${by}前告诉我们。`, `Did it come? Please tell us by ${by}.`)];
    }
    case 'ended':
      return [reason, next].flatMap((one) => (one === null ? [] : [one]));
  }
}

async function answer(parts: PortalParts, request: FastifyRequest, reply: FastifyReply) {
  const matter = await held(parts, request);
  if (matter === null) return ask(request, reply);
  const act = (Object.keys(personActs) as PersonAct[]).find(
    (one) => one === typed(request.body, 'act'),
  );
  const id = typed(request.body, 'support');
  const own = await supportsOf(parts, matter.stream);
  if (act === undefined || !own.includes(id)) return reply.redirect('/follow/supports', 303);
  const key = typed(request.body, 'key');
  const answered = await parts.execute({
    tenant: parts.tenant,
    process: supportProcess.name,
    stream: id,
    actor: { kind: 'person', case: matter.stream },
    expectedVersion: Number(typed(request.body, 'version')) || 0,
    ...(key ? { key } : {}),
    command: { type: act, data: DATA[act] ?? {} },
  });
  if (answered.accepted) return reply.redirect('/follow/supports?done=1', 303);
  if (hasChanged(answered.refusal)) {
    return show(parts, request, reply, matter, { notice: 'changed' });
  }
  const error = refusalLine(answered.refusal, request.portal.reader.lang, matter);
  return show(parts, request, reply, matter, { error });
}

/** Nobody is asked for reasons, nor for a day: the rulebook's longest holds, and can be taken back. */
const DATA: Readonly<Partial<Record<PersonAct, object>>> = {
  consent: { until: null },
  'deny-receipt': { words: null },
};
