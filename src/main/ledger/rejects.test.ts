import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { district } from '../../core/case/given.fixture.ts';
import { openRejects } from './rejects.ts';

it('given a number that is a formula, then no spreadsheet runs it', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'shaoying-rejects-')), 'rejects.csv');
  const rejects = openRejects(path, district());
  for (const number of ['=HYPERLINK("//evil.example")', '+1', '-1', '@x', '2026-0001'])
    rejects.add({ line: 2, number, why: { code: 'import.number-too-long', limit: 80 } });
  expect(rejects.close()).toBe(path);
  const cells = readFileSync(path, 'utf8').split('\n').slice(1, -1);
  expect(cells.map((line) => line.split(',')[1]?.replaceAll('"', '').charAt(0))).toEqual([
    ...["'", "'", "'", "'"],
    '2',
  ]);
});
