import type { Lang, Text } from '../contract/common.ts';
import {
  letterWords,
  petitionStatusWords,
  petitionVerdictWords,
} from '../contract/petition-words.ts';
import { calendarOf } from '../core/authority/institution.ts';
import { unitIn } from '../core/authority/units.ts';
import { type Clock, liveOf } from '../core/clock/clock.ts';
import { toneOf } from '../core/clock/tone.ts';
import { whyDue } from '../core/clock/why.ts';
import { reviewerOf } from '../core/petition/bodies.ts';
import type { CommandType } from '../core/petition/commands.ts';
import { whyNot } from '../core/petition/decide.ts';
import { petitionProcess } from '../core/petition/index.ts';
import { lawFor } from '../core/petition/scene.ts';
import { holderOf, type Known, letterOf, type PetitionState } from '../core/petition/state.ts';
import { NEXT_STAGE, type Stage } from '../core/petition/words.ts';
import type { Facts, StreamId } from '../core/process.ts';
import { timeLeft } from '../core/time/left.ts';
import { openTexts } from '../engine/open.ts';
import { statesOf } from '../engine/states.ts';
import type { AnyProcess } from '../engine/upcast.ts';
import type { Matter } from './matter.ts';
import type { PortalParts } from './parts.ts';
import type { PetitionSide } from './petition.ts';
import { sayer } from './words.ts';

const process = petitionProcess as unknown as AnyProcess;

/** The petition made for the person's own request; null where there is none. */
export async function petitionOf(
  parts: PortalParts,
  matter: Matter,
  lang: Lang,
): Promise<PetitionSide | null> {
  const id = matter.state.petitions.at(-1)?.petition;
  if (id === undefined) return null;
  const found = (await statesOf<PetitionState>(parts.store, process, parts.tenant, [id])).get(id);
  if (found === undefined || found.state.status === 'none') return null;
  const { now, institution } = matter.facts;
  const { state, version } = found;
  const lawful = lawFor(institution, state, now);
  if (lawful === null) return null;
  const calendar = calendarOf(institution, matter.rulebook);
  const name = (unit: string) => unitIn(matter.rulebook, unit)?.name[lang] ?? unit;
  const promise = promised(state);
  const reviewer =
    state.status === 'told' || state.status === 'concluded' ? above(state, lawful) : null;
  return {
    id,
    version,
    standing: petitionStatusWords[state.status][lang],
    holder: name(holderOf(state)),
    next:
      promise === null
        ? null
        : {
            sentence: promise.sentence(name, matter.ending(promise.clock.dueAt, lang))[lang],
            left: timeLeft(now, promise.clock.dueAt, calendar, lang),
            tone: toneOf(promise.clock, now),
            why: `${whyDue(promise.clock, calendar)[lang]}${lang === 'zh' ? '。依据：' : '. Rule: '}${promise.clock.citation.text[lang]}`,
          },
    papers: await papersOf(parts, id, state, matter, lang),
    may: mayAsk(state, { ...matter.facts, stream: id }),
    reviewer: reviewer === null ? null : name(reviewer),
  };
}

/** Asked too late it is answered as well, once; what cannot come to anything is not held out. */
export function mayAsk(state: Known, facts: Facts): PetitionSide['may'] {
  const may = (type: CommandType) => whyNot({ type, data: {} }, state, facts) === null;
  return {
    review:
      may('ask-review') &&
      !('asked' in state && state.asked) &&
      !(state.status === 'concluded' && state.ending === 're-review') &&
      state.status !== 'opined',
    facts: may('claim-new-facts') && !('look' in state && state.look !== null),
    withdraw: may('withdraw'),
  };
}

const above = (
  state: Extract<Known, { status: 'told' | 'concluded' }>,
  { law, petition }: NonNullable<ReturnType<typeof lawFor>>,
): string | null =>
  state.unit === null || state.stage === null || NEXT_STAGE[state.stage] === null
    ? null
    : reviewerOf(law, petition, state.unit);

interface Promised {
  readonly clock: Clock;
  sentence(name: (unit: string) => string, when: string): Text;
}

const GIVES: Readonly<Record<Stage, Text>> = {
  handling: { zh: '作出书面答复意见', en: 'give its written opinion' },
  review: { zh: '作出复查意见', en: 'give its review opinion' },
  're-review': { zh: '作出复核意见', en: 'give its re-review opinion' },
};

/** What should happen next and by when, of whom; or until when the person may speak. */
function promised(state: Known): Promised | null {
  const owes = (kind: string, gives: Text): Promised | null => {
    const clock = liveOf(state.clocks, kind);
    if (clock === undefined) return null;
    const unit = holderOf(state);
    return {
      clock,
      sentence: (name, when) => ({
        zh: `${when}前，${name(unit)}应当${gives.zh}。`,
        en: `By ${when}: ${name(unit)} should ${gives.en}.`,
      }),
    };
  };
  switch (state.status) {
    case 'registered':
      return owes('routing', { zh: '转给有权处理的单位', en: 'send it to the body that can act' });
    case 'routed':
      return owes('notice', {
        zh: '书面告诉您是否受理',
        en: 'tell you in writing whether it accepts it',
      });
    case 'working':
      return owes(state.stage, GIVES[state.stage]);
    case 'opined':
      return owes('delivery', { zh: '把书面意见送到您手里', en: 'bring you its written opinion' });
    case 'told': {
      const next = NEXT_STAGE[state.stage];
      const clock = next === null ? undefined : liveOf(state.clocks, next.window);
      return clock === undefined || state.asked
        ? null
        : {
            clock,
            sentence: (_, when) => ({
              zh: `不同意书面意见的，您可以在${when}之前要求上一级再看一次。`,
              en: `If you disagree with the written opinion, you may ask the unit above to look again until ${when}.`,
            }),
          };
    }
    default:
      return null;
  }
}

async function papersOf(
  parts: PortalParts,
  id: StreamId,
  state: Known,
  { rulebook, moment }: Matter,
  lang: Lang,
): Promise<PetitionSide['papers']> {
  const told = state.opinions.filter(({ letter }) => letterOf(state, letter)?.delivered !== null);
  // What was written to the person is theirs to read: no look is recorded.
  const texts = await openTexts(
    parts,
    parts.tenant,
    id,
    told.map(({ opinion }) => opinion),
    [],
  );
  const papers = state.letters.flatMap(({ n, kind, unit, delivered }) => {
    if (delivered === null) return [];
    const opinion = told.find(({ letter }) => letter === n);
    const lines =
      opinion === undefined
        ? []
        : [
            petitionVerdictWords[opinion.verdict][lang],
            texts.get(opinion.opinion.ref) ?? sayer(lang)('wordsErased'),
            opinion.basis,
          ];
    const from = unitIn(rulebook, unit)?.name[lang] ?? unit;
    return [{ name: letterWords[kind][lang], from, at: moment(delivered.at, lang), lines }];
  });
  return [...papers, ...refusals(state, lang)].toReversed();
}

/** Each "no", with its rule and the way that is left. */
const refusals = (state: Known, lang: Lang): PetitionSide['papers'] =>
  state.refused.map(({ name, citation, nextPath }) => ({
    name: name[lang],
    from: citation.text[lang],
    at: '',
    lines: [nextPath[lang]],
  }));
