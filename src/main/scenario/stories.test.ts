import { describe, expect, it } from 'vitest';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { inMemory, type Stores } from './house.ts';
import type { Story } from './run.ts';
import { played, STORIES } from './stories.fixture.ts';

const memory = async (): Promise<Stores> => inMemory();

describe.each(STORIES)('%s, in memory', (name) => {
  it.each(['zh', 'en'] as const)(
    'goes as it says, told in %s, and all of it holds',
    async (lang) => {
      const { wrong, sound, prose } = await played(name, memory, { lang });
      expect(wrong?.why.en).toBeUndefined();
      expect(sound, prose.split('\n').slice(-40).join('\n')).toBe(true);
      if (lang === 'en') expect(prose).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

it('tells who, what, each clock with its reason, and each refusal with the next path', async () => {
  const { prose } = await played('g-district-whistle', memory, { lang: 'en' });
  expect(prose).toContain('10:35  Transport bureau’s roads section');
  expect(prose).toContain('[whistle.no-power-present]');
  expect(prose).toContain('Let somebody come who holds it');
  expect(prose).toMatch(/Clock: .*report in: 1 working day from .*: due Tue 10 Mar 15:00/);
  expect(prose).toContain('did not report in by its time');
  expect(prose).toContain('Written instruction of the Unit head, Licang District');
});

it('is told no further than the first step that goes otherwise', async () => {
  const change = (story: Story): Story => ({
    ...story,
    scenario: {
      ...story.scenario,
      steps: story.scenario.steps.map((step) =>
        step.act === 'case/sign-for' ? { ...step, refused: 'case.not-yours' } : step,
      ),
    },
  });
  const { wrong, prose } = await played('g-district-whistle', memory, { change });
  expect(wrong).toMatchObject({ n: 8, step: { act: 'case/sign-for' } });
  expect(prose).toContain('与情景不符 (8)');
  expect(prose).not.toContain('吹哨：说明缺哪三项职权');
});

describe('the four weak links of w-county-call', () => {
  const without = (change: (law: Rulebook) => Rulebook) => (story: Story) => ({
    ...story,
    rulebook: change(story.rulebook),
  });
  const failed = async (
    change: (story: Story) => Story,
    open: () => Promise<Stores> = memory,
  ): Promise<unknown> => {
    const { wrong } = await played('w-county-call', open, { lang: 'en', change });
    return [wrong?.step.answers, wrong?.step.act, wrong?.why.en.match(/\((.*)\)$/)?.[1]];
  };

  it('forces: without the whistle no one calls them together', async () => {
    const change = without((law) => ({ ...law, whistle: null }));
    expect(await failed(change)).toEqual(['forces', 'whistle/propose', 'whistle.not-offered']);
  });

  it('talk: unless the called are let into the record, they cannot read it', async () => {
    const apart = async (): Promise<Stores> => {
      const stores = inMemory();
      const { queries } = stores;
      const shut = async (...asked: Parameters<typeof queries.entry>) => {
        const row = await queries.entry(...asked);
        return row === null ? null : { ...row, called: [] };
      };
      return { ...stores, queries: { ...queries, entry: shut } };
    };
    const reading = (story: Story): Story => {
      const { steps } = story.scenario;
      const opens = steps.filter(({ act }) => act === 'whistle/open');
      const propose = steps.findIndex(({ act }) => act === 'whistle/propose');
      const begun = steps.slice(0, propose + 1);
      return { ...story, scenario: { ...story.scenario, steps: [...begun, ...opens] } };
    };
    expect(await failed(reading, apart)).toEqual(['talk', 'whistle/open', 'api.not-found']);
  });

  it('actors: without the association among the units, it cannot be called', async () => {
    const change = without((law) => ({
      ...law,
      holdings: law.holdings.filter(({ holder }) => holder !== 'pig-farmers'),
    }));
    expect(await failed(change)).toEqual(['actors', 'whistle/call', 'whistle.unit-without-power']);
  });

  it('information: where a telephone does not count, nobody takes part by it', async () => {
    const change = without((law) => ({
      ...law,
      whistle: law.whistle && {
        ...law.whistle,
        levels: law.whistle.levels.map((level) => ({ ...level, remote: false })),
      },
    }));
    const refused = ['information', 'whistle/report-in', 'whistle.remote-not-allowed'];
    expect(await failed(change)).toEqual(refused);
  });
});
