import type { Lang } from '../contract/common.ts';
import { callbackProcess } from '../core/callback/index.ts';
import type { CallbackState } from '../core/callback/state.ts';
import { petitionProcess } from '../core/petition/index.ts';
import type { PetitionState } from '../core/petition/state.ts';
import type { StreamId } from '../core/process.ts';
import { retentionProcess } from '../core/retention/index.ts';
import { retentionOf } from '../core/retention/reactions.ts';
import type { RetentionState } from '../core/retention/state.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { RightLine } from './follow.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';
import type { PetitionSide } from './petition.ts';
import { rightsOf, type Standings } from './rights.ts';
import { sponsorshipsOf } from './sponsored.ts';
import { sayer } from './words.ts';

/** The matter and everything about it, as it stands for its person. */
export async function standingsOf(parts: PortalParts, matter: Matter): Promise<Standings> {
  const { stream, state, facts, rulebook } = matter;
  const read = async <State>(process: unknown, ids: readonly StreamId[]) => {
    const states = await statesOf<State>(parts.store, process as AnyProcess, parts.tenant, ids);
    return [...states].map(([id, found]) => ({ id, state: found.state }));
  };
  const petition = state.petitions.at(-1)?.petition;
  const { streams: asked } = await matter.asked();
  return {
    law: rulebook,
    facts,
    matter: state,
    petitions: await read<PetitionState>(petitionProcess, petition === undefined ? [] : [petition]),
    sponsorships: (await sponsorshipsOf(parts, matter)).slice(0, 1),
    callbacks: (await read<CallbackState>(callbackProcess, asked)).toReversed(),
    retentions: await read<RetentionState>(retentionProcess, [retentionOf(stream)]),
  };
}

/** The same as it is read. */
export function rightLines(
  standings: Standings,
  { ending }: Matter,
  petition: PetitionSide | null,
  lang: Lang,
): readonly RightLine[] {
  const say = sayer(lang);
  return rightsOf(standings).map(({ title, says, href, until, by }) => {
    const of = title === 'reviewTitle' ? (petition?.reviewer ?? null) : null;
    return {
      title: of === null ? say(title) : `${say(title)} (${of})`,
      says: says[lang],
      href,
      until: until === null ? null : `${say('rightsUntil')}${ending(until, lang)}`,
      by: by === null ? null : `${say('rightsBy')}${by.text[lang]}`,
    };
  });
}
