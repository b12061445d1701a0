/** Structural equality of plain data; the order of keys and absent keys say nothing. */
export function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = entries(a);
  const right = new Map(entries(b));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && equal(value, right.get(key)))
  );
}

const entries = (value: object): readonly [string, unknown][] =>
  Object.entries(value).filter(([, inner]) => inner !== undefined);
