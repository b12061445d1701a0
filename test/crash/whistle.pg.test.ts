import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Post } from '../../src/core/process.ts';
import type { Rulebook } from '../../src/core/rulebook/rulebook.ts';
import type { Request } from '../../src/engine/request.ts';
import type { Backend } from '../../src/main/backend.ts';
import { Program } from '../support/program.ts';
import { seeded, TENANT } from '../support/seeded.ts';
import { until } from '../support/until.ts';
import { killWhole } from './victims.ts';

const STREET = 'cangkou';

/** Streets may whistle by law; who is called in an emergency has six seconds, and six more. */
const hurried = (rulebook: Rulebook): Rulebook => {
  if (rulebook.whistle === null) throw new Error('the rulebook has no whistle');
  const soon = { n: 0.1, unit: 'minute' } as const;
  const [own] = rulebook.holdings.filter(({ power }) => power === 'coordinate');
  if (own === undefined) throw new Error('nobody coordinates');
  const levels = rulebook.whistle.levels.map((level) =>
    level.kind === 'EMERGENCY' ? { ...level, sign: soon, reportIn: soon } : level,
  );
  return {
    ...rulebook,
    holdings: [...rulebook.holdings, { ...own, holder: 'type:street', validFrom: 0 }],
    whistle: { ...rulebook.whistle, levels },
    ladder: rulebook.ladder.map((rung) =>
      rung.clock === 'report-in' ? { ...rung, within: soon } : rung,
    ),
  };
};

let program: Program;
beforeEach(async () => {
  program = new Program();
  await seeded(program, hurried);
});
afterEach(() => program.remove());

const start = async () => {
  program.start();
  await program.ready();
};

async function ask(
  { engine }: Backend,
  request: Pick<Request, 'process' | 'stream' | 'command'> & {
    readonly post: Post;
    readonly texts?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { post, texts, ...rest } = request;
  const answer = await engine.execute({
    ...rest,
    tenant: TENANT,
    actor: { kind: 'staff', account: `${post.unit}.${post.role}`, post },
    expectedVersion: 0,
    ...(texts === undefined ? {} : { private: texts }),
  });
  if (!answer.accepted) throw new Error(`${request.command.type}: ${answer.refusal.code}`);
}

/** An emergency that calls a department, and when it has to be there; nobody logs in any more. */
const whistle = () =>
  program.inside(async (backend): Promise<number> => {
    const data = {
      kind: 'help',
      intake: 'counter',
      words: null,
      place: { unit: STREET, detail: null },
      contact: null,
      confidential: false,
      external: [],
      receivedBy: STREET,
      title: null,
      receipt: null,
    };
    await ask(backend, {
      process: 'case',
      stream: 'case-1',
      post: { unit: STREET, role: 'intake_agent' },
      command: { type: 'register', data },
      texts: { words: '示例' },
    });
    await ask(backend, {
      process: 'whistle',
      stream: 'whistle-1',
      post: { unit: STREET, role: 'unit_head' },
      command: {
        type: 'propose',
        data: {
          case: 'case-1',
          kind: 'EMERGENCY',
          level: 1,
          missing: ['seize'],
          tried: [],
          units: ['emergency'],
          override: null,
          shown: [],
        },
      },
    });
    const events = await backend.store.events(TENANT, 'whistle-1');
    const clocks = events.flatMap(({ type, bytes }) =>
      type === 'ClockStarted' ? [JSON.parse(bytes).data.clock] : [],
    );
    return clocks.find(({ id }) => id === 'report-in-1').dueAt;
  });

const toldOf = async (type: string) => {
  const events = await program.inside(({ store }) => store.events(TENANT, 'whistle-1'));
  return events.filter((event) => event.type === type);
};

/** Missed and reminded at its due instant, each once, whoever was at work by then. */
async function expectMissed(due: number): Promise<void> {
  await until(async () => (await toldOf('CallOutMissed')).length > 0);
  const [missed, ...again] = await toldOf('CallOutMissed');
  expect(again).toEqual([]);
  expect(missed?.occurredAt).toBe(due);
  expect(JSON.parse(missed?.bytes ?? '')).toMatchObject({
    data: { callOut: 1, unit: 'emergency' },
    actedBy: { kind: 'machine', name: 'tick' },
  });
  const climbed = (await toldOf('LadderClimbed')).map((event) => JSON.parse(event.bytes));
  expect(climbed).toContainEqual(
    expect.objectContaining({
      occurredAt: due,
      data: expect.objectContaining({ clock: 'report-in-1', act: 'remind', unit: 'emergency' }),
    }),
  );
}

test('a call-out missed by a sleeping department is told at its due instant, nobody looking', async () => {
  await start();
  const due = await whistle();
  await expectMissed(due);
  const noted = await program.inside(({ store }) => store.events(TENANT, 'case-1'));
  expect(noted.map(({ type }) => type)).toContain('WhistleNoted');
}, 240_000);

test('the same where all was down when it fell due, and once', async () => {
  await start();
  const due = await whistle();
  const database = program.postmaster;
  if (database === undefined) throw new Error('no database to kill');
  await Promise.all([program.kill(), killWhole(database)]);
  await until(() => Date.now() > due);
  await start();
  await expectMissed(due);
}, 240_000);
