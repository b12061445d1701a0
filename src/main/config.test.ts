import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigFault, readConfig } from './config.ts';

test('given an empty environment, then the documented defaults', () => {
  const { port, dataDir, databaseUrl } = readConfig({});
  expect(port).toBe(8311);
  expect(dataDir).toBe(resolve(import.meta.dirname, '../../data'));
  expect(databaseUrl).toBeUndefined();
});

test('given a relative data folder, then it counts from where the command is called', () => {
  expect(readConfig({ SHAOYING_DATA: 'my data' }).dataDir).toBe(resolve('my data'));
});

test.each(['http', '-1', '65536', '80.5'])('given PORT=%s, then refused in a sentence', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(ConfigFault);
});
