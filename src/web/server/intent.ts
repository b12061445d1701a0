import { newKey } from './http.ts';

/**
 * Gives each body its idempotency key: pressing again sends the same intent under the same key,
 * changing a word makes it another.
 */
export const intents = (): ((body: object) => string) => {
  const keys = new Map<string, string>();
  return (body) => {
    const text = JSON.stringify(body);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
};
