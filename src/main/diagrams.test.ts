import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { pages } from './diagrams.ts';

describe('docs/processes', () => {
  it.each(Object.entries(pages))('%s is what the code says', async (name, content) => {
    const kept = await readFile(new URL(`../../docs/processes/${name}`, import.meta.url), 'utf8');
    expect(kept, 'run: node src/main/diagrams.ts').toBe(content());
  });
});
