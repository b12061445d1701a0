import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../../../test/support/until.ts';
import type { Store } from '../../engine/ports.ts';
import { type Client, type District, openDistrict } from '../testing/district.ts';
import { type Change, Feed } from './feed.ts';

const MINUTE = 60_000;

let district: District;
let clerk: Client;

beforeEach(async () => {
  district = await openDistrict();
  clerk = await district.as('c11', 'intake_agent');
});
afterEach(() => district.app.close());

async function registered(): Promise<void> {
  const body = {
    reportsOfficial: false,
    kind: 'consult',
    intake: 'counter',
    words: '示例',
    place: { unit: 'c11' },
  };
  expect((await clerk.post('/cases', body)).status).toBe(201);
  await district.tick();
}

/** What arrives on the stream, as it arrives. */
async function listening(address: string, cookie: string, last?: string) {
  const headers = { cookie, ...(last === undefined ? {} : { 'last-event-id': last }) };
  const answer = await fetch(`${address}/api/live`, { headers });
  const heard: string[] = [];
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return;
      heard.push(part.value);
    }
  })();
  return { answer, heard, stop: () => reader?.cancel(), reading };
}

describe('the stream of changes', () => {
  it('says that something changed, at which position, and never what', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    await registered();
    const cookie = await district.cookie('c11', 'intake_agent');
    const stream = await listening(address, cookie);
    expect(stream.answer.headers.get('content-type')).toContain('text/event-stream');
    await until(() => stream.heard.join('').includes('id: 2'));
    await registered();
    await until(() => stream.heard.join('').includes('event: changed'));
    expect(stream.heard.join('')).toContain('id: 4\nevent: changed\ndata: {"processes":["case"]}');
    await stream.stop();
  });

  it('is held by one session a few times only, and again once one is given back', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await district.cookie('c11', 'intake_agent');
    const streams = await Promise.all(Array.from({ length: 12 }, () => listening(address, cookie)));
    expect(streams.map(({ answer }) => answer.status)).toEqual(Array(12).fill(200));
    expect((await listening(address, cookie)).answer.status).toBe(429);
    const another = await listening(address, await district.cookie('s1', 'dispatcher'));
    expect(another.answer.status).toBe(200);
    await streams[0]?.stop();
    await until(async () => {
      const again = await listening(address, cookie);
      await again.stop();
      return again.answer.status === 200;
    });
    for (const stream of [...streams.slice(1), another]) await stream.stop();
  });

  it('tells whoever comes back what they missed', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    await registered();
    await registered();
    const cookie = await district.cookie('c11', 'intake_agent');
    const stream = await listening(address, cookie, '2');
    await until(() => stream.heard.join('').includes('id: 4\nevent: changed'));
    await stream.stop();
    const up = await listening(address, cookie, '4');
    await until(() => up.heard.join('').includes('id: 4'));
    expect(up.heard.join('')).not.toContain('changed');
    await up.stop();
  });

  it('tells whoever comes back what was told to others meanwhile', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    const cookie = await district.cookie('c11', 'intake_agent');
    const open = await listening(address, cookie);
    await registered();
    await until(() => open.heard.join('').includes('id: 2\nevent: changed'));
    await registered();
    await until(() => open.heard.join('').includes('id: 4\nevent: changed'));
    const back = await listening(address, cookie, '2');
    await until(() => back.heard.join('').includes('id: '));
    expect(back.heard.join('')).toContain('id: 4\nevent: changed');
    await back.stop();
    await open.stop();
  });

  it('does not keep a session alive: a browser comes back to it with nobody there', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    const { accounts, crypto, clock } = district.parts;
    const token = 'a'.repeat(32);
    await accounts.openSession('demo', {
      tokenHash: crypto.hash(token),
      account: 'c11/intake_agent',
      post: { unit: 'c11', role: 'intake_agent' },
      openedAt: clock(),
      idleUntil: clock() + 30 * MINUTE,
      until: Number.MAX_SAFE_INTEGER,
    });
    const cookie = `shaoying_session=demo.${token}`;
    district.pass(29 * MINUTE);
    const stream = await listening(address, cookie);
    expect(stream.answer.status).toBe(200);
    await stream.stop();
    district.pass(2 * MINUTE);
    const again = await fetch(`${address}/api/session`, { headers: { cookie } });
    expect(again.status).toBe(401);
  });

  it('ends when the server stops, so that stopping does not wait for it', async () => {
    const address = await district.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await listening(address, await district.cookie('c11', 'intake_agent'));
    await district.app.close();
    await stream.reading;
  });
});

describe('the feed', () => {
  it('looks for nobody when nobody listens, and once for all who do', async () => {
    let looks = 0;
    const store: Pick<Store, 'sequenced' | 'lastPosition'> = {
      lastPosition: async () => 7,
      sequenced: async (_tenant, after) => {
        looks += 1;
        if (after > 7) return [];
        return [{ position: 8, event: { process: 'whistle' } as never }];
      },
    };
    const feed = new Feed(store, 1);
    const heard: Change[] = [];
    const one = await feed.listen('demo', (change) => heard.push(change));
    const other = await feed.listen('demo', (change) => heard.push(change));
    expect(one.position).toBe(7);
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      { position: 8, processes: ['whistle'] },
      { position: 8, processes: ['whistle'] },
    ]);
    one.stop();
    other.stop();
    const before = looks;
    await new Promise((done) => setImmediate(done));
    expect(looks).toBe(before);
  });

  it('goes on from the same position after a look that failed', async () => {
    let failed = false;
    const store: Pick<Store, 'sequenced' | 'lastPosition'> = {
      lastPosition: async () => 0,
      sequenced: async (_tenant, after) => {
        if (!failed) {
          failed = true;
          throw new Error('away');
        }
        return after === 0 ? [{ position: 1, event: { process: 'case' } as never }] : [];
      },
    };
    const feed = new Feed(store, 1);
    const heard: Change[] = [];
    await feed.listen('demo', (change) => heard.push(change));
    await until(() => heard.length === 1);
    feed.close();
  });
});
