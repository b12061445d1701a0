import { readFileSync } from 'node:fs';
import { cycles } from './cycles.ts';
import { glossary } from './glossary.ts';
import { layers } from './layers.ts';
import { environment, purity } from './purity.ts';
import { size } from './size.ts';
import type { Rule, SourceFile, Violation } from './source.ts';
import { links, loose, machinePaths, sleeps } from './words.ts';

const sizes = JSON.parse(readFileSync(new URL('./sizes.json', import.meta.url), 'utf8'));

/** The rules of the house. */
export const RULES: Record<string, Rule> = {
  layers,
  cycles,
  purity,
  environment,
  size: (files) => size(files, sizes),
  sleeps,
  links,
  machinePaths,
  loose,
  glossary: (files) => glossary(files),
};

/** What all rules find, in the form editors and terminals make clickable. */
export function findings(files: SourceFile[]): string[] {
  return Object.entries(RULES).flatMap(([name, rule]) =>
    rule(files).map(({ path, line, message }: Violation) => `${path}:${line} [${name}] ${message}`),
  );
}
