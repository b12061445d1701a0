import { readFileSync } from 'node:fs';

/** Prepared once a connection under its name, where it has one. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** The statement in `sql/NAME.sql`. */
export function statement(name: string): Statement {
  const text = readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
  return { name, text };
}
