import type { CaseState } from '../../core/case/state.ts';
import type { Instant, UnitId } from '../../core/process.ts';
import type { WhistleState } from '../../core/whistle/state.ts';
import {
  type BesideMove,
  type Cast,
  isAroundTheClock,
  type Move,
  streamOf,
  streetOf,
  type WhistleMove,
  type World,
} from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Step, Story } from './perform.ts';
import { PETITIONED, petitionStory } from './petitions.ts';
import {
  PAIRS,
  PROGRAM,
  type Scene,
  SPONSORED,
  SUPPORTS,
  type Suits,
  WHISTLES,
  type When,
} from './program.ts';
import { COMMUNITY, STREET } from './roster.ts';
import { demoTexts, type Matter } from './texts.ts';
import type { Timeline } from './timeline.ts';

/** Every story of the demonstration: the same for the same seed and the same timeline. */
export function storiesOf(world: World, timeline: Timeline, seed: number): readonly Story[] {
  const casting = castingFor(world, seed);
  const single = PROGRAM.flatMap((scene) =>
    Array.from({ length: scene.count }, () => {
      const cast = casting.next(scene);
      const moves = scene.plot(cast);
      return story(cast, moves, beginOf(cast, moves, scene.when, timeline), timeline);
    }),
  );
  const double = PAIRS.flatMap((pair) =>
    Array.from({ length: pair.count }, () => {
      const first = casting.next(pair);
      const second = casting.beside(first);
      const moves = pair.first(first);
      const begin = beginOf(first, moves, { ends: pair.ends }, timeline);
      const later = timeline.later(begin, first.chance.between(20, 60));
      return [
        story(first, moves, begin, timeline),
        story(second, pair.second(second, first.stream), later, timeline),
      ];
    }).flat(),
  );
  const whistled = WHISTLES.flatMap((scene) => {
    const cast = casting.next(scene);
    const moves = scene.plot(cast);
    const blown = scene.whistle(cast);
    const before = scene.after ?? moves.length;
    // Whichever lasts longer, the matter or the whistle within it, ends when the scene says.
    const long = officeLength([...moves.slice(0, before), ...blown]) > officeLength(moves);
    const lasting = long ? [...moves.slice(0, before), ...blown] : moves;
    const matter = story(cast, moves, beginOf(cast, lasting, scene.when, timeline), timeline);
    const from = matter.steps[before - 1]?.at;
    return from === undefined ? [matter] : [matter, whistleStory(cast, blown, from, timeline)];
  });
  const supported = SUPPORTS.flatMap((scene) => {
    const cast = casting.next(scene);
    const moves = scene.plot(cast);
    const beside = scene.support(cast);
    const begin = beginOf(cast, [...moves, ...beside], scene.when, timeline);
    const matter = story(cast, moves, begin, timeline);
    const from = matter.steps.at(-1)?.at;
    return from === undefined
      ? [matter]
      : [matter, besideStory('support', cast, beside, from, timeline)];
  });
  const sponsored = SPONSORED.flatMap((scene) => {
    const cast = casting.next(scene);
    const moves = scene.plot(cast);
    const taken = scene.sponsorship(cast);
    const offered = scene.support?.(cast) ?? [];
    const begin = beginOf(cast, [...moves, ...taken, ...offered], scene.when, timeline);
    const matter = story(cast, moves, begin, timeline);
    const stories = [matter];
    for (const [process, beside] of [
      ['sponsorship', taken],
      ['support', offered],
    ] as const) {
      const from = stories.at(-1)?.steps.at(-1)?.at;
      if (from !== undefined) stories.push(besideStory(process, cast, beside, from, timeline));
    }
    return stories;
  });
  const petitions = PETITIONED.flatMap((name) => {
    const request = single.find((one) => one.name === name);
    return request === undefined ? [] : [petitionStory(world, request, name, timeline)];
  });
  return [...single, ...double, ...whistled, ...supported, ...sponsored, ...petitions];
}

/** Hands out texts so that each is used before any is used again, and gives each request its place. */
function castingFor(world: World, seed: number) {
  const { law } = world;
  const { mark, matters, phrases } = demoTexts();
  const used = new Map<string, number>();
  const usesOf = ({ id }: Matter) => used.get(id) ?? 0;
  const communities = law.units.filter(({ type }) => type === 'community').map(({ id }) => id);
  const own = communities.filter((id) => streetOf(law, id) === STREET);
  let number = 0;

  const choose = (suits: Suits, pick: (least: readonly Matter[]) => Matter): Matter => {
    const fitting = matters.filter((matter) => suits(matter, law));
    const fewest = Math.min(...fitting.map(usesOf));
    return pick(fitting.filter((matter) => usesOf(matter) === fewest));
  };
  const cast = (matter: Matter, name: string | undefined, place?: UnitId): Cast => {
    used.set(matter.id, usesOf(matter) + 1);
    const chance = chanceOf(seed * 1000 + number);
    const lies = place ?? chance.of(chance.percent(40) ? own : communities);
    return {
      ...world,
      number,
      name: name ?? `request-${number}`,
      stream: streamOf(world.crypto, world.tenant, name ?? `request-${number}`),
      matter,
      mark: mark[matter.lang],
      titleMark: mark.zh,
      phrases: phrases[matter.lang],
      place: lies,
      street: streetOf(law, lies),
      chance,
      n: chance.between(2, 18),
      m: chance.between(1, 4),
      aroundTheClock: isAroundTheClock(law, matter),
    };
  };
  return {
    next({ suits, place, name }: Pick<Scene, 'suits' | 'place' | 'name'>): Cast {
      number += 1;
      const dice = chanceOf(seed * 1000 + 500_000 + number);
      const matter = choose(suits, (least) => dice.of(least));
      const where = place === 'home' ? COMMUNITY : place === 'street' ? dice.of(own) : undefined;
      return cast(matter, name, where);
    },
    /** Another person about the very same thing. */
    beside({ matter, place }: Cast): Cast {
      number += 1;
      return cast(matter, undefined, place);
    },
  };
}

const OFFICE_SHARE = 420 / 1440;
/** The reply to an ordinary matter is due after five working days of seven hours. */
const PROMISED = 5 * 420;
/** Which move dispatches, wherever a scene is placed by its due time. */
const DISPATCH = 2;

function beginOf(cast: Cast, moves: readonly Timed[], when: When, timeline: Timeline): Instant {
  const { between } = cast.chance;
  if ('begins' in when) return timeline.now - between(...when.begins) * 60_000;
  if ('ends' in when) return timeline.before(between(...when.ends) + officeLength(moves));
  const toDispatch = officeLength(moves.slice(0, DISPATCH + 1));
  return timeline.before(PROMISED - between(...when.due) + toDispatch);
}

/** About how much office time the moves take. */
const officeLength = (moves: readonly Timed[]): number =>
  Math.ceil(moves.reduce((sum, { gap, anyHour }) => sum + (anyHour ? gap * OFFICE_SHARE : gap), 0));

type Timed = Pick<Move, 'gap' | 'anyHour' | 'alone'>;

function story(cast: Cast, moves: readonly Move[], begin: Instant, timeline: Timeline): Story {
  const { name, stream } = cast;
  const steps = timed(cast, moves, begin, timeline).map(
    ({ move: { deed, alone }, at }): Step => ({
      at,
      deed: (state) => deed(state as CaseState, at),
      ...(alone === undefined ? {} : { alone }),
    }),
  );
  return { name, stream, process: 'case', steps };
}

/** What the unit without the power and those who have it do about the same matter. */
function whistleStory(
  cast: Cast,
  moves: readonly WhistleMove[],
  from: Instant,
  timeline: Timeline,
): Story {
  const name = `whistle-${cast.name}`;
  const steps = timed(cast, moves, from, timeline).map(
    ({ move: { deed, alone }, at }): Step => ({
      at,
      deed: (state, load) => deed(state as WhistleState, at, load),
      ...(alone === undefined ? {} : { alone }),
    }),
  );
  return { name, stream: streamOf(cast.crypto, cast.tenant, name), process: 'whistle', steps };
}

function besideStory(
  process: 'support' | 'sponsorship',
  cast: Cast,
  moves: readonly BesideMove[],
  from: Instant,
  timeline: Timeline,
): Story {
  const name = `${process}-${cast.name}`;
  const steps = timed(cast, moves, from, timeline).map(
    ({ move: { deed, alone }, at }): Step => ({
      at,
      deed: () => deed(at),
      ...(alone === undefined ? {} : { alone }),
    }),
  );
  return { name, stream: streamOf(cast.crypto, cast.tenant, name), process, steps };
}

/** When each move happens; what would be later than the present is still to come. */
function timed<M extends Timed>(
  { number }: Cast,
  moves: readonly M[],
  begin: Instant,
  timeline: Timeline,
): readonly { readonly move: M; readonly at: Instant }[] {
  // No two matters are written to in the same millisecond: a step is known by its instant.
  const own = ((number * 37) % 60) * 1000 + number;
  const told: { move: M; at: Instant }[] = [];
  let at = begin;
  for (const move of moves) {
    const { gap, anyHour } = move;
    const before = at;
    at = anyHour ? before + gap * 60_000 : gap === 0 ? before : timeline.later(before, gap);
    if (at + own > timeline.now) break;
    told.push({ move, at: at + own });
  }
  return told;
}
