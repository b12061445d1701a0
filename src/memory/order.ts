/** Text order of the database (`COLLATE "C"`): by UTF-8 bytes, which is by code point. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** By each of several keys in turn; a null comes after everything. */
export function byKeys(
  a: readonly (string | number | null)[],
  b: readonly (string | number | null)[],
): number {
  for (let i = 0; i < a.length; i++) {
    const order = byKey(a[i] ?? null, b[i] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function byKey(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : byBytes(a, b);
}
