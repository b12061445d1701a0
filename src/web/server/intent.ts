import { newKey, post, Refused } from './http.ts';

/** Decided: a refusal of what was asked. A server that fails has not said what became of it. */
const answered = (failure: unknown): boolean => failure instanceof Refused && failure.status < 500;

/**
 * Sends each body under its own idempotency key: pressing again after silence is the same intent
 * under the same key, changing a word makes it another. A refusal ends the intent. The server keeps
 * it under its key, and what was refused a minute ago may be lawful now: the next press asks anew.
 */
export const intents = () => {
  const keys = new Map<string, string>();
  return async <T>(path: string, body: object): Promise<T> => {
    const intent = JSON.stringify([path, body]);
    const key = keys.get(intent) ?? newKey();
    keys.set(intent, key);
    try {
      return await post<T>(path, body, key);
    } catch (failure) {
      if (answered(failure)) keys.delete(intent);
      throw failure;
    }
  };
};
