import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zoneOf } from '../../core/time/index.ts';
import { shippedFolder, shippedRulebook } from '../../engine/rulebook/shipped.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import { readScenario, scenarioNames } from './file.ts';
import { STORIES } from './stories.fixture.ts';

const NAME = 'w-county-call';
const text = readFileSync(join(shippedFolder(NAME), 'scenario.yaml'), 'utf8');
const law = shippedRulebook(NAME);

/** Problems of the shipped story with its first `from` replaced, each with its line. */
function planted(from: string, to: string): readonly string[] {
  if (law === null || !text.includes(from)) throw new Error(`nothing to plant at ${from}`);
  const line = text.slice(0, text.indexOf(from)).split('\n').length;
  try {
    readScenario('scenario.yaml', text.replace(from, to), law, zoneOf('Asia/Shanghai'));
    return [];
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return error.problems.map(
      (problem) => `${problem.line === line ? 'here' : problem.line}: ${problem.what.en}`,
    );
  }
}

it('finds the stories that lie beside a rulebook', () => {
  expect(scenarioNames()).toEqual(STORIES);
});

it.each([
  ['unit: qingxi\n', 'unit: atlantis\n', 'There is no unit “atlantis”.'],
  ['who: clerk', 'who: stranger', 'There is no actor “stranger”.'],
  ['act: case/register', 'act: case/registre', 'There is no act “case/registre”.'],
  ['answers: information', 'answers: magic', 'There is no question “magic”.'],
  ['after: 5min', 'after: 5 moons', '“5 moons” is no duration.'],
  ["at: '2026-04-13T09:30'", 'at: monday', '“monday” is no time.'],
  ["begins: '2026-04-08T09:00'", 'begins: once', '“once” is no time.'],
  ['level: 1\n', 'level: one\n', 'This is no body of “whistle/propose”: level'],
  ['intake: paper', 'intake: pigeon', 'This is no body of “case/register”: intake'],
])('shows where %s became %s', (from, to, what) => {
  const [problem] = planted(from, to);
  expect(problem).toContain(`here: ${what}`);
});

it('names a stray key, and a post that is half a post', () => {
  expect(planted('    stands: {', '    stand: {')[0]).toMatch(/^here: .*stand/);
  const line = text.split('\n').findIndex((one) => one.includes('role: intake_agent'));
  expect(line).toBeGreaterThan(0);
  expect(planted('    role: intake_agent\n', '')[0]).toContain('A post is a unit and a role.');
});
