import { describe, expect, it } from 'vitest';
import { caseProcess } from '../core/case/index.ts';
import type { StreamId } from '../core/process.ts';
import { sponsorshipProcess } from '../core/sponsorship/index.ts';
import { whistleProcess } from '../core/whistle/index.ts';
import type { MatterPart } from './erasure-ports.ts';
import { type MatterParts, matterOf } from './matter.ts';
import type { AnyProcess } from './upcast.ts';

const PROCESSES = [
  caseProcess,
  sponsorshipProcess,
  whistleProcess,
] as unknown as readonly AnyProcess[];

/** `a` joined to `b`, each with a sponsorship of its own, `a` with a whistle: all are about `b` now. */
const STATES: Readonly<Record<StreamId, readonly [string, object]>> = {
  a: ['case', { status: 'merged', into: 'b' }],
  b: ['case', { status: 'handling' }],
  'of-a': ['sponsorship', { status: 'accepted', case: 'b', home: 'a' }],
  'blown-for-a': ['whistle', { status: 'called', case: 'b', home: 'a' }],
  'of-b': ['sponsorship', { status: 'accepted', case: 'b', home: 'b' }],
};
const ABOUT: Readonly<Record<StreamId, readonly StreamId[]>> = {
  a: ['a', 'support-of-a'],
  b: ['b', 'of-a', 'blown-for-a', 'of-b'],
};

const part = (stream: StreamId): MatterPart => ({
  stream,
  process: STATES[stream]?.[0] ?? 'support',
  version: 1,
  open: false,
  dueAt: null,
  sealed: true,
});

const parts: MatterParts = {
  vault: { partsOf: async (_, about) => (ABOUT[about] ?? []).map(part) },
  processOf: (asked) => PROCESSES.find(({ name }) => name === asked),
  store: {
    events: async () => [],
    read: async ({ streams }) => {
      const heads = streams.flatMap((stream) => {
        const [process = '', state = {}] = STATES[stream] ?? [];
        const stateVersion = PROCESSES.find(({ name }) => name === process)?.stateVersion;
        return [[stream, { process, stateVersion, state: JSON.stringify(state), version: 1 }]];
      });
      return { heads: new Map(heads as never) } as never;
    },
  },
};

const streamsOf = async (about: StreamId) =>
  (await matterOf(parts, 't', about)).map(({ stream }) => stream);

describe('a matter', () => {
  it('has what went along to the request that it was joined to', async () => {
    expect(await streamsOf('a')).toEqual(['a', 'support-of-a', 'of-a', 'blown-for-a']);
  });

  it('has nothing that came along from another’s: held and erased there, and not here', async () => {
    expect(await streamsOf('b')).toEqual(['b', 'of-b']);
  });
});
