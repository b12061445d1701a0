import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes. One begun last would leave every other core idle until it ends. */
const LONG = ['/sim/seeds.test.ts'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      LONG.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * Three lanes, told apart by the file's name: `.test.ts` needs nothing outside the process,
 * `.pg.test.ts` a PostgreSQL server, `.browser.test.ts` a server and Chromium as well.
 */
export default defineConfig({
  test: {
    // Vitest keeps one core to itself unless told: of two, half the machine stood idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          // Nothing here waits; a machine with other work may still be slow.
          testTimeout: 30_000,
          include: ['{src,sim,test,bench,scripts}/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/*.browser.test.ts', 'node_modules/**'],
        },
      },
      {
        test: {
          name: 'pg',
          include: ['{src,sim,test}/**/*.pg.test.ts'],
          globalSetup: 'test/support/pg-server.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['{src,test}/**/*.browser.test.ts'],
          globalSetup: 'test/support/pg-server.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
