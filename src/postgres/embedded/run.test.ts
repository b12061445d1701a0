import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'shaoying-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sh = (script: string) => run(undefined, '/bin/sh', ['-c', script]);

it('tells how a program ended and what it said', async () => {
  expect(await sh('echo said; echo loudly >&2; exit 3')).toEqual({
    code: 3,
    output: 'said\nloudly',
  });
});

it.each(['TERM', 'INT', 'HUP'])('runs again what SIG%s ended before it began', async (signal) => {
  const mark = join(folder, signal);
  const caught = `test -e ${mark} || { touch ${mark}; kill -${signal} $$; }; echo done`;
  expect(await sh(caught)).toEqual({ code: 0, output: 'done' });
});

it('does not run again what was killed for good', async () => {
  const mark = join(folder, 'killed');
  expect(await sh(`test -e ${mark} && exit 0; touch ${mark}; kill -KILL $$`)).toMatchObject({
    code: -1,
  });
});
