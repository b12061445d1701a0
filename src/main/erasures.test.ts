import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { erasureFile } from './erasures.ts';

/** A disk that is nearly full takes a part of what one write gives it, and says nothing. */
vi.mock('node:fs', async (load) => {
  const fs = await load<typeof import('node:fs')>();
  return { ...fs, writeSync: (to: number, text: string) => fs.writeSync(to, text.slice(0, 9)) };
});

it('given a disk that takes a part of a write, then the whole line is there all the same', async () => {
  const file = erasureFile(join(mkdtempSync(join(tmpdir(), 'shaoying-list-')), 'erasures.jsonl'));
  const line = { tenant: 'demo', stream: 'case-1', reason: 'usual', at: 1 };
  await file.append([line]);
  expect(file.read()).toEqual([line]);
});
