import { expect, test, vi } from 'vitest';
import { Lifecycle, Stopped } from './lifecycle.ts';

test('given three things started, when ended twice, then each ends once, the last first', async () => {
  const life = new Lifecycle();
  const ended: string[] = [];
  for (const name of ['database', 'pool', 'http'])
    await life.started(name, async () => void ended.push(name));
  await Promise.all([life.end(), life.end()]);
  expect(ended).toEqual(['http', 'pool', 'database']);
});

test('given one that fails to end, then it is named and the rest still end', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const life = new Lifecycle();
  const ended: string[] = [];
  await life.started('database', async () => void ended.push('database'));
  await life.started('pool', () => Promise.reject(new Error('stuck')));
  await life.end();
  expect(ended).toEqual(['database']);
  expect(said).toHaveBeenCalledWith('pool: stuck');
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});

test('given the end has come while starting, then what starts is ended and nothing follows', async () => {
  const life = new Lifecycle();
  const ended: string[] = [];
  await life.end();
  await expect(life.started('late', async () => void ended.push('late'))).rejects.toThrow(Stopped);
  expect(ended).toEqual(['late']);
});
