import type { Instant, StreamId, UnitId } from '../../core/process.ts';
import type { Crypto, TenantId } from '../../engine/ports.ts';
import { type Cast, isAroundTheClock, type Move, streetOf, type World } from './cast.ts';
import { chanceOf } from './chance.ts';
import type { Step, Story } from './perform.ts';
import { PAIRS, PROGRAM, type Scene, type Suits, type When } from './program.ts';
import { COMMUNITY, STREET } from './roster.ts';
import { demoTexts, type Matter } from './texts.ts';
import type { Timeline } from './timeline.ts';

/** A story's stream, for those who know its name. */
export const streamOf = (crypto: Crypto, tenant: TenantId, name: string): StreamId =>
  crypto.derive(`demonstration/${tenant}/${name}`, 80);

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
  return [...single, ...double];
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

function beginOf(cast: Cast, moves: readonly Move[], when: When, timeline: Timeline): Instant {
  const { between } = cast.chance;
  if ('begins' in when) return timeline.now - between(...when.begins) * 60_000;
  if ('ends' in when) return timeline.before(between(...when.ends) + officeLength(moves));
  const toDispatch = officeLength(moves.slice(0, DISPATCH + 1));
  return timeline.before(PROMISED - between(...when.due) + toDispatch);
}

/** About how much office time the moves take. */
const officeLength = (moves: readonly Move[]): number =>
  Math.ceil(moves.reduce((sum, { gap, anyHour }) => sum + (anyHour ? gap * OFFICE_SHARE : gap), 0));

function story(cast: Cast, moves: readonly Move[], begin: Instant, timeline: Timeline): Story {
  const { name, stream, number } = cast;
  // No two cases are written to in the same millisecond: a step is known by its instant.
  const own = ((number * 37) % 60) * 1000 + number;
  let at = begin;
  const steps: Step[] = [];
  for (const { gap, anyHour, alone, deed } of moves) {
    const before = at;
    at = anyHour ? before + gap * 60_000 : gap === 0 ? before : timeline.later(before, gap);
    const instant = at + own;
    if (instant > timeline.now) break;
    steps.push({
      at: instant,
      deed: (state) => deed(state, instant),
      ...(alone === undefined ? {} : { alone }),
    });
  }
  return { name, stream, steps };
}
