import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Role } from '../../contract/session.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import type { Lang, Text } from '../../core/text.ts';
import { parseDuration, parseIso } from '../../core/time/index.ts';
import type { Zone } from '../../core/time/zone.ts';
import { shippedFolder, shippedRulebookIds } from '../../engine/rulebook/shipped.ts';
import { FileFault, type FileProblem } from '../../engine/yaml/fault.ts';
import { type Path, readYaml, type YamlFile } from '../../engine/yaml/read.ts';
import { STORY_ACTS } from './acts.ts';

/** A rulebook's story lies beside it; the rulebook's own reader takes no notice of it. */
const FILE = 'scenario.yaml';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

const actor = z.strictObject({
  name: text,
  /** Nobody's post: the person whose matter it is, who has a receipt code and no login. */
  unit: z.string().optional(),
  role: Role.optional(),
  /** What whoever watches may look at when signed in as this post. */
  why: text.optional(),
});

const held = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
/** How things stand once the step is done, as the pages of case and whistle say it. */
const stands = z.strictObject({
  case: held.optional(),
  whistle: held.optional(),
  sponsorship: held.optional(),
  /** Status of each unit's call-out, or how it ended. */
  called: z.record(z.string(), z.string()).optional(),
  /** Status of each support by its name, or how it ended. */
  supports: z.record(z.string(), z.string()).optional(),
});

const step = z.strictObject({
  /** Time passes first: so long, or until then. */
  after: z.string().optional(),
  at: z.string().optional(),
  who: name.optional(),
  act: z.string().optional(),
  body: z.record(z.string(), z.unknown()).default({}),
  /** The code of the answer "no" that the story answers here. */
  refused: z.string().optional(),
  tell: text,
  /** Which of the story’s questions this step answers, by its name in `questions`. */
  answers: name.optional(),
  stands: stands.optional(),
});

const scenario = z.strictObject({
  title: text,
  setting: text,
  /** What the story is about, point by point, where it has points: said before it and at each step. */
  questions: z.record(name, text).default({}),
  begins: z.string(),
  /** Through whose eyes the record is read: a post that sees every matter. */
  teller: z.strictObject({ unit: z.string(), role: Role }),
  actors: z.record(name, actor),
  steps: z.array(step).min(1),
});

export type ScenarioStep = z.output<typeof step>;
export type StoryActor = z.output<typeof actor>;
export type Scenario = z.output<typeof scenario>;

export const scenarioNames = (): readonly string[] =>
  shippedRulebookIds().filter((id) => existsSync(join(shippedFolder(id), FILE)));

/**
 * The story of a shipped rulebook.
 *
 * @throws FileFault with every problem found, by line and column
 */
export function shippedScenario(rulebook: Rulebook, zone: Zone): Scenario {
  const path = join(shippedFolder(rulebook.id), FILE);
  return readScenario(`${rulebook.id}/${FILE}`, readFileSync(path, 'utf8'), rulebook, zone);
}

/** Reads a story and checks that the rulebook has whom and what it speaks of. */
export function readScenario(file: string, source: string, law: Rulebook, zone: Zone): Scenario {
  const read = readYaml(file, source, scenario);
  const problems = [...actorProblems(read, law), ...stepProblems(read, zone)];
  if (problems.length > 0) throw new FileFault(problems);
  return read.value;
}

type Read = YamlFile<Scenario>;

const MEND: Text = {
  zh: '请改正，或在规则库、情景文件中补上它。',
  en: 'Correct it, or add it to the rulebook or to the story.',
};

function actorProblems(read: Read, law: Rulebook): readonly FileProblem[] {
  const known = new Set(law.units.map(({ id }) => id));
  const { actors, teller } = read.value;
  const posts: readonly [Path, string | undefined][] = [
    [['teller', 'unit'], teller.unit],
    ...Object.entries(actors).map(([key, { unit }]) => [['actors', key, 'unit'], unit] as const),
  ].map(([path, unit]) => [path as Path, unit as string | undefined]);
  const strangers = posts.flatMap(([path, unit]) =>
    unit === undefined || known.has(unit)
      ? []
      : [
          read.problem(
            path,
            { zh: `没有单位“${unit}”。`, en: `There is no unit “${unit}”.` },
            MEND,
          ),
        ],
  );
  const halves = Object.entries(actors)
    .filter(([, { unit, role }]) => (unit === undefined) !== (role === undefined))
    .map(([key]) =>
      read.problem(
        ['actors', key],
        { zh: '岗位要同时写明单位和角色。', en: 'A post is a unit and a role.' },
        { zh: '请补上另一项；本人则两项都不写。', en: 'Add the other; the person has neither.' },
      ),
    );
  return [...strangers, ...halves];
}

function stepProblems(read: Read, zone: Zone): readonly FileProblem[] {
  const { steps, actors, questions, begins } = read.value;
  const problem = (path: Path, zh: string, en: string) => read.problem(path, { zh, en }, MEND);
  const began =
    parseIso(begins, zone) === null
      ? [problem(['begins'], `“${begins}”不是时间。`, `“${begins}” is no time.`)]
      : [];
  return [
    ...began,
    ...steps.flatMap(({ who, act, after, at, answers, body }, n) => {
      const path: Path = ['steps', n];
      const found: FileProblem[] = [];
      if (who !== undefined && actors[who] === undefined) {
        found.push(problem([...path, 'who'], `没有人物“${who}”。`, `There is no actor “${who}”.`));
      }
      if ((who === undefined) !== (act === undefined)) {
        found.push(
          problem(path, '谁做什么要同时写明。', 'Who acts and what is done belong together.'),
        );
      }
      if (answers !== undefined && questions[answers] === undefined) {
        found.push(
          problem(
            [...path, 'answers'],
            `没有问题“${answers}”。`,
            `There is no question “${answers}”.`,
          ),
        );
      }
      if (after !== undefined && parseDuration(after) === null) {
        found.push(
          problem([...path, 'after'], `“${after}”不是时长。`, `“${after}” is no duration.`),
        );
      }
      if (at !== undefined && parseIso(at, zone) === null) {
        found.push(problem([...path, 'at'], `“${at}”不是时间。`, `“${at}” is no time.`));
      }
      return [...found, ...(act === undefined ? [] : bodyProblems(read, [...path], act, body))];
    }),
  ];
}

function bodyProblems(read: Read, path: Path, act: string, body: object): readonly FileProblem[] {
  const known = STORY_ACTS[act];
  if (known === undefined) {
    const what = { zh: `没有“${act}”这个动作。`, en: `There is no act “${act}”.` };
    return [read.problem([...path, 'act'], what, MEND)];
  }
  // A call-out is named by its unit: the number is known once the whistle is out.
  const numbered = 'callOut' in body ? { ...body, callOut: 1 } : body;
  const checked = known.body.safeParse(inLanguage(numbered, 'zh'), { reportInput: true });
  return checked.success
    ? []
    : checked.error.issues.map(({ path: at, message }) => {
        const place = at.filter((key) => typeof key !== 'symbol');
        const what = {
          zh: `“${act}”的内容不对：${place.join('.')}（${message}）。`,
          en: `This is no body of “${act}”: ${place.join('.')} (${message}).`,
        };
        return read.problem([...path, 'body', ...place], what, MEND);
      });
}

/** What is said in both languages, in one of them; everything else as it stands. */
export function inLanguage(value: unknown, lang: Lang): unknown {
  if (Array.isArray(value)) return value.map((one) => inLanguage(one, lang));
  if (typeof value !== 'object' || value === null) return value;
  const both = text.safeParse(value);
  if (both.success) return both.data[lang];
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, inLanguage(one, lang)]),
  );
}
