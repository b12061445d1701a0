/**
 * The one way a value is written down: JSON with keys in order of UTF-16 code units, numbers in
 * ECMAScript's shortest form, no white space (RFC 8785). Hashes are taken over this text, so a
 * value that has no such form is a fault of the program and throws.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new NotCanonical('a string with a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(`the number ${value}`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : composite(value);
    default:
      throw new NotCanonical(typeof value);
  }
}

export class NotCanonical extends Error {
  override name = 'NotCanonical';
  constructor(what: string) {
    super(`${what} has no canonical form`);
  }
}

function composite(value: object): string {
  if (Array.isArray(value)) {
    let text = '';
    // Not map: it skips holes, and a hole must be refused like any undefined.
    for (let i = 0; i < value.length; i++) text += (i === 0 ? '' : ',') + canonical(value[i]);
    return `[${text}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotCanonical(`an instance of ${value.constructor?.name ?? 'a class'}`);
  }
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  // The default order of sort is by UTF-16 code units.
  for (const key of Object.keys(fields).sort()) {
    text += `${text === '' ? '' : ','}${canonical(key)}:${canonical(fields[key])}`;
  }
  return `{${text}}`;
}
