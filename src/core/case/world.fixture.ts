import { createChecker, type Verdict } from '../invariants/index.ts';
import type { Reaction, StreamId } from '../process.ts';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import type { CaseCommand } from './commands.ts';
import { decide } from './decide.ts';
import {
  type Act,
  district,
  factsOf,
  MONDAY,
  machine,
  nothing,
  type Story,
  told,
} from './given.fixture.ts';
import { caseProcess } from './index.ts';
import { project } from './project.ts';

/** Several cases with their reactions, as the engine would run them. For tests only. */
export interface World {
  readonly stories: ReadonlyMap<StreamId, Story>;
  readonly waiting: readonly Reaction[];
  readonly now: number;
}

/** The small district, with a limit of the law beside its promise of a reply. */
const lawful = () =>
  district({
    deadlines: smallRulebook().deadlines.map((line) =>
      line.clock === 'reply' ? { ...line, legal: { n: 12, unit: 'day' } } : line,
    ),
  });

export const emptyWorld = (institution = lawful()): World => ({
  stories: new Map(
    ['case-1', 'case-2', 'case-3'].map((stream) => [stream, nothing(institution, stream)]),
  ),
  waiting: [],
  now: MONDAY,
});

/** One act and every reaction that must be written with it; the same world if it is refused. */
export function acted(world: World, stream: StreamId, act: Act): World {
  const story = world.stories.get(stream);
  if (story === undefined) return world;
  const others = new Map([...world.stories].map(([other, { state }]) => [other, state]));
  const now = act.now ?? world.now;
  const facts = factsOf({ ...story, now }, { ...act, now, others });
  const decision = decide(act.command, story.state, facts);
  if ('refusal' in decision) return world;
  const next = told(story, decision.events, facts);
  const fresh = next.events.slice(story.events.length);
  const ready: World = {
    stories: new Map(world.stories).set(stream, next),
    waiting: [
      ...world.waiting,
      ...fresh.flatMap((event) => caseProcess.after(event, next.state, stream)),
    ],
    now: Math.max(world.now, now),
  };
  const together = fresh.flatMap((event) => caseProcess.together(event, next.state, stream));
  return together.reduce<World>((sofar, reaction) => {
    const after = carriedOut(sofar, reaction);
    if (after === sofar) throw new Error(`${reaction.command.type} was refused`);
    return after;
  }, ready);
}

/** What is for another process goes its own way. */
const carriedOut = (world: World, { process, stream, command }: Reaction): World =>
  process === 'case'
    ? acted(world, stream, { by: machine('reaction'), command: command as CaseCommand })
    : world;

/** Carries out what waits; what is refused is parked. */
export function settled(world: World): World {
  const [next, ...rest] = world.waiting;
  return next === undefined ? world : settled(carriedOut({ ...world, waiting: rest }, next));
}

/** All promises about all cases, as they stand. */
export function checked(world: World): readonly Verdict[] {
  const [first] = world.stories.values();
  const checker = createChecker(first?.institution ?? district());
  for (const { stream, events, state } of world.stories.values()) {
    checker.look({ process: 'case', stream, events, state, list: project(state).list });
  }
  return checker.verdicts({ settled: world.waiting.length === 0 });
}

export const violations = (world: World): readonly string[] =>
  checked(world).flatMap(({ invariant, violations: found }) =>
    found.map(({ stream, what }) => `${invariant.number} ${stream}: ${what}`),
  );
