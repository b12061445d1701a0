import type { CaseView } from '../../contract/cases.ts';
import { stepsFor } from '../../core/case/replying.ts';
import { orderOf, type ReplyDraft } from '../../core/case/state.ts';
import type { Facts } from '../../core/process.ts';
import type { Text } from '../../core/text.ts';
import { elapsed } from '../../core/time/left.ts';
import { openTexts } from '../../engine/open.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso, isoOrNull } from '../route.ts';
import { readsDraft, some } from './policy.ts';
import type { Reading } from './reading.ts';

/** Who inside the lead unit has it, by office and seat. */
export function assignmentOf(
  { account }: Reader,
  { state, names }: Reading,
): CaseView['assignment'] {
  const assignment = orderOf(state)?.assignment ?? null;
  if (assignment === null || 'outcome' in state) return null;
  const { office, to, since } = assignment;
  return {
    officeName: office === null ? null : names.office(office),
    postName: to === null ? null : names.post(to.post),
    mine: to?.account === account,
    since: iso(since),
  };
}

/** Whose agreement a reply written by this reader would need. */
export function signersFor(reader: Reader, reading: Reading): Text[] {
  const { state, institution, law, names, now, row } = reading;
  if (state.status !== 'handling') return [];
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: row.stream,
    actor: { kind: 'staff', account: reader.account, post: reader.post },
    institution,
    others: new Map(),
    lot: 0,
  };
  return stepsFor({ state, facts, law: law.rulebook }).map((post) => names.post(post));
}

/** A reply on its way through its unit; its words for that unit alone. */
export async function draftOf(
  parts: ApiParts,
  reader: Reader,
  reading: Reading,
): Promise<CaseView['draft']> {
  const { state, institution, now, row } = reading;
  if (state.status !== 'handling' || state.draft === null) return null;
  const { draft } = state;
  const { number, reply, outcome, citation, draftedAt, sentBack } = draft;
  const reads = some(reader, institution, now, (post) => readsDraft(post, state));
  const texts = await openTexts(parts, reader.tenant, row.stream, reads ? [reply] : [], []);
  return {
    number,
    text: texts.get(reply.ref) ?? null,
    outcome,
    citation: citation?.text.zh ?? null,
    draftedAt: iso(draftedAt),
    steps: stepsOf(draft, reading),
    sentBack: sentBack?.reason ?? null,
  };
}

type Step = NonNullable<CaseView['draft']>['steps'][number];

/** Each step with when it came and when it left, and how long it has lain there. */
function stepsOf({ steps, agreed, sentBack, draftedAt }: ReplyDraft, reading: Reading): Step[] {
  const { names, now } = reading;
  return steps.map((post, n) => {
    const came = n === 0 ? draftedAt : (agreed[n - 1]?.at ?? null);
    const turn = came !== null && n === agreed.length;
    const left = agreed[n]?.at ?? (turn ? (sentBack?.at ?? null) : null);
    const waiting = sentBack === null ? 'waiting' : 'sent-back';
    return {
      post: names.post(post),
      state: n < agreed.length ? 'agreed' : turn ? waiting : 'to-come',
      since: isoOrNull(came),
      until: isoOrNull(left),
      held: came === null ? null : elapsed((left ?? now) - came),
    };
  });
}
