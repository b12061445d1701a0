import type { FastifyRequest, FastifySchemaCompiler } from 'fastify';
import { type $ZodType, safeParse } from 'zod/v4/core';
import { BadInput, Refused } from './problem.ts';

/** Checks by the contract's schema; what is wrong comes back as issues, not as sentences. */
export const compileValidator: FastifySchemaCompiler<$ZodType> =
  ({ schema }) =>
  (data) => {
    const result = safeParse(schema, data, { reportInput: true });
    return result.success
      ? { value: result.data }
      : { error: new BadInput(result.error.issues as never) };
  };

/**
 * Refuses text that the store could not keep byte for byte: NUL, which PostgreSQL has no way to
 * hold, and lone surrogates, which no encoding can write.
 */
export async function checkText(request: FastifyRequest): Promise<void> {
  if (isDeep(request.body)) throw new Refused('api.too-large');
  const bad = [...badTexts(request.body, []), ...badTexts(request.query, [])];
  if (bad.length > 0) throw new BadInput(bad.map((path) => ({ code: 'bad_text', path })));
}

/** Deeper than anything the contract has; what walks a value calls itself for each level. */
const DEEPEST = 32;

function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
  return false;
}

function* badTexts(value: unknown, path: readonly string[]): Iterable<readonly string[]> {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) yield path;
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (key.includes('\0') || !key.isWellFormed()) yield path;
      else yield* badTexts(inner, [...path, key]);
    }
  }
}
