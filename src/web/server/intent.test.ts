import { afterEach, describe, expect, it, vi } from 'vitest';
import { Refused, Unreached } from './http.ts';
import { intents } from './intent.ts';

vi.hoisted(() => vi.stubGlobal('addEventListener', () => {}));

const refusal = { code: 'whistle.not-settled', what: '', rule: null, next: '', fields: [] };
const refused = (status: number) => () => Response.json(refusal, { status });
const accepted = () => Response.json({ id: 'w', version: 2 });
const lost = () => Response.error();
const body = { expectedVersion: 1, result: 'DONE' };

/** The keys the server saw, in order. */
const answering = (answers: readonly (() => Response)[]): string[] => {
  const keys: string[] = [];
  vi.stubGlobal('fetch', (_path: string, { headers }: { headers: Record<string, string> }) => {
    keys.push(headers['idempotency-key'] ?? '');
    return Promise.resolve(answers[keys.length - 1]?.() ?? accepted());
  });
  vi.stubGlobal('setTimeout', (go: () => void) => queueMicrotask(go));
  return keys;
};

afterEach(() => vi.unstubAllGlobals());

describe('what a press is', () => {
  it('asks anew once it was refused', async () => {
    const keys = answering([refused(409), accepted]);
    const send = intents();
    await expect(send('/act', body)).rejects.toBeInstanceOf(Refused);
    await send('/act', body);
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ['the answer was lost', [lost, lost, lost, lost], Unreached],
    ['the server could not say what became of it', [refused(503)], Refused],
  ])('is the same while %s', async (_, answers, failure) => {
    const keys = answering(answers);
    const send = intents();
    await expect(send('/act', body)).rejects.toBeInstanceOf(failure);
    await send('/act', body);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
  });

  it('is another for another word, and for another act', async () => {
    const keys = answering([]);
    const send = intents();
    await send('/act', body);
    await send('/act', { ...body, result: 'PARTLY' });
    await send('/other', body);
    expect(new Set(keys).size).toBe(3);
  });
});
