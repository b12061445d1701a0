import type { Refusal } from '../core/process.ts';
import { INSTITUTION_STREAM } from './keys.ts';
import { engineRefusal } from './refusals.ts';
import type { Request } from './request.ts';

/** Above these a request is refused before anything is read. */
export const LIMITS = { text: 20_000, key: 200, request: 200_000, depth: 16 } as const;

const STREAM = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * What no store should ever see: a NUL or half a character (PostgreSQL refuses the one, hashes
 * differ over the other), an act without the version its human saw, a text of any length. Such a
 * request has not been tried, so it is not kept; null when there is nothing to object to.
 */
export function checkEdge(request: Request): Refusal | null {
  const { stream, command, key, onBehalfOf, actor, process } = request;
  if (!STREAM.test(stream)) return engineRefusal('engine.bad-stream');
  if ((stream === INSTITUTION_STREAM) !== (process === 'institution')) {
    return engineRefusal('engine.bad-stream');
  }
  if (actor.kind !== 'machine' && request.expectedVersion === undefined) {
    return engineRefusal('engine.version-missing');
  }
  if (key !== undefined && (key === '' || key.length > LIMITS.key)) {
    return engineRefusal('engine.bad-key', { limit: LIMITS.key });
  }
  const texts = request.private ?? {};
  for (const [path, text] of Object.entries(texts)) {
    if (text.length > LIMITS.text) {
      return engineRefusal('engine.too-long', { field: path, limit: LIMITS.text });
    }
  }
  const checked = [command, texts, key ?? null, onBehalfOf ?? null, actor];
  const size = measure(checked, 0);
  if (size === null) return engineRefusal('engine.bad-text');
  if (size > LIMITS.request) return engineRefusal('engine.too-large', { limit: LIMITS.request });
  return null;
}

/** About how many characters the value takes up; null where one of its texts cannot be stored. */
function measure(value: unknown, depth: number): number | null {
  if (typeof value === 'string') {
    return value.isWellFormed() && !value.includes('\0') ? value.length : null;
  }
  if (typeof value !== 'object' || value === null) return 1;
  if (depth > LIMITS.depth) return Number.POSITIVE_INFINITY;
  let size = 0;
  for (const [key, field] of Object.entries(value)) {
    const [name, content] = [measure(key, depth + 1), measure(field, depth + 1)];
    if (name === null || content === null) return null;
    size += name + content;
  }
  return size;
}
