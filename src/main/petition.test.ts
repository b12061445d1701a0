import { Command } from 'commander';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answerPetition, petitionCommand } from './petition.ts';

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const program = new Command('shaoying');
  petitionCommand(program);
  await program.parseAsync(['node', 'shaoying', 'petition', 'dates', ...args]);
  const exitCode = process.exitCode ?? 0;
  process.exitCode = 0;
  return { out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n'), exitCode };
}

afterEach(() => vi.restoreAllMocks());

describe('shaoying petition dates', () => {
  test('tells each due date by the shipped law, over real holidays, with article and reason', () => {
    const answer = answerPetition({
      received: '2026-09-16T10:00',
      routed: '2026-09-24T10:00',
      accepted: '2026-08-04T10:00',
      extension: '30',
    });
    if (!('rows' in answer)) throw new Error('refused');
    const due = Object.fromEntries(answer.rows.map((row) => [row.limit, row.due]));
    // 1 October is National Day, the office opens again on the 8th. 4 August + 60 is 3 October, so
    // the 8th too, and the 30 more begin there: 7 November, a Saturday, so the Monday after.
    expect(due).toMatchObject({
      routing: '2026-10-08T18:00:00+08:00',
      notice: '2026-10-09T18:00:00+08:00',
      handling: '2026-11-09T18:00:00+08:00',
      review: null,
    });
    expect(answer.rows[0]).toMatchObject({ citation: { zh: '《信访工作条例》第二十二条' } });
  });

  test('leaves hearings of the re-review out of the thirty days', () => {
    const asked = { reReviewAsked: '2026-03-02T09:00' };
    const due = (answer: ReturnType<typeof answerPetition>) =>
      'rows' in answer ? answer.rows.at(-1)?.due : null;
    expect(due(answerPetition(asked))).toBe('2026-04-01T18:00:00+08:00');
    const heard = { ...asked, hearing: ['2026-03-10T09:00/2026-03-10T17:00'] };
    expect(due(answerPetition(heard))).toBe('2026-04-02T18:00:00+08:00');
  });

  test('says where a kind goes that the sixty days are not for', async () => {
    const { out, exitCode } = await run('--kind', 'litigation');
    expect(out).toContain('12368');
    expect(exitCode).toBe(0);
  });

  test.each([
    ['petition.unknown-kind', ['--kind', 'praise']],
    ['petition.not-offered', ['--rulebook', 'schema-fixture']],
    ['petition.bad-instant', ['--received', 'yesterday']],
    ['petition.bad-instant', ['--hearing', '2026-03-02']],
    ['petition.extension-too-long', ['--extension', '31']],
  ])('%s', async (code, args) => {
    const { err, exitCode } = await run(...args);
    expect(err).toContain(code);
    expect(exitCode).toBe(2);
  });
});
