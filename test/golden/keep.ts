import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { playSeed } from '../../sim/run.ts';
import type { EventRow } from '../../src/engine/ports.ts';
import { sayable } from './sayable.ts';

/**
 * Keeps whole streams of this release for all releases to come: `node test/golden/keep.ts v2`
 * writes `events-v2.jsonl`, with the streams that have a type or shape no file kept has. Run once for
 * each release that says something new; a file once kept is never written again.
 */
const release = process.argv[2];
if (release === undefined) throw new Error('name the release: node test/golden/keep.ts v2');

const SEEDS = 200;
const kept: (readonly EventRow[])[] = [];
const kindOf = ({ process: name, type, v }: EventRow) => `${name} ${type} ${v}`;
const folder = new URL('./', import.meta.url);
const known = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n'))
    .map((line) => kindOf(JSON.parse(line) as EventRow)),
);

const wanting = () => sayable().some((kind) => !known.has(kind));

for (let seed = 1; seed <= SEEDS && wanting(); seed++) {
  const { world } = await playSeed(seed);
  for (const rows of world.tables.events.values()) {
    if (rows.every((row) => known.has(kindOf(row)))) continue;
    for (const row of rows) known.add(kindOf(row));
    kept.push(rows);
  }
}

const lines = kept.flat().map((row) => JSON.stringify(row));
const file = new URL(`./events-${release}.jsonl`, import.meta.url);
writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
console.log(`${kept.length} streams, ${lines.length} events, ${known.size} kinds`);
