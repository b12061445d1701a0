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

test('given a master key, then the list of erasures lies beside it unless told otherwise', () => {
  const key = { SHAOYING_KEY_FILE: '/keys/a.key' };
  expect(readConfig(key).erasuresFile).toBe(resolve('/keys/erasures.jsonl'));
  expect(readConfig({ ...key, SHAOYING_ERASURES: 'list' }).erasuresFile).toBe(resolve('list'));
});

test.each(['http', '-1', '65536', '80.5'])('given PORT=%s, then refused in a sentence', (PORT) => {
  expect(() => readConfig({ PORT })).toThrow(ConfigFault);
});

test.each([
  ['', ''],
  ['1', 'loopback'],
  ['10.0.0.5', '10.0.0.5'],
  ['10.0.0.5, fd00::/8', '10.0.0.5,fd00::/8'],
])('given TRUST_PROXY=%s, then %s is believed', (TRUST_PROXY, believed) => {
  expect(readConfig({ TRUST_PROXY }).trustProxy).toBe(believed);
});

test.each(['true', '2', '10.0.0.0/33', '10.0.0.5;10.0.0.6', '10.0.0.5,'])(
  'given TRUST_PROXY=%s, then refused in a sentence',
  (TRUST_PROXY) => {
    expect(() => readConfig({ TRUST_PROXY })).toThrow(ConfigFault);
  },
);

test.each([
  [{}, { is: 'on' }],
  [{ SHAOYING_PORTAL: 'off' }, { is: 'off' }],
  [
    { SHAOYING_PORTAL: 'embedded', SHAOYING_PORTAL_FRAME: 'https://www.example.gov.cn' },
    { is: 'embedded', origin: 'https://www.example.gov.cn' },
  ],
])('given %j, then the portal is %j', (env, portal) => {
  expect(readConfig(env).portal).toEqual(portal);
});

test.each([
  [{ SHAOYING_PORTAL: 'yes' }],
  [{ SHAOYING_PORTAL: 'embedded' }],
  [{ SHAOYING_PORTAL: 'embedded', SHAOYING_PORTAL_FRAME: 'https://www.example.gov.cn/a' }],
  [{ SHAOYING_PORTAL: 'embedded', SHAOYING_PORTAL_FRAME: "https: 'unsafe-inline'" }],
  [{ SHAOYING_PORTAL: 'embedded', SHAOYING_PORTAL_FRAME: 'javascript:0' }],
])('given %j, then refused in a sentence', (env) => {
  expect(() => readConfig(env)).toThrow(ConfigFault);
});

const SECRET = 'a secret of at least thirty-two characters';

test.each([
  ['', '', undefined],
  ['https://pbx.example.gov.cn/calls', SECRET, 'https://pbx.example.gov.cn/calls'],
  ['http://127.0.0.1:9000/', SECRET, 'http://127.0.0.1:9000/'],
])('given SHAOYING_RELAY=%s, then calls go to it', (url, secret, to) => {
  const { relay } = readConfig({ SHAOYING_RELAY: url, SHAOYING_RELAY_SECRET: secret });
  expect(relay?.url).toBe(to);
});

test.each([
  ['pbx', SECRET],
  ['http://pbx.example.gov.cn/', SECRET],
  ['https://user:word@pbx.example.gov.cn/', SECRET],
  ['https://pbx.example.gov.cn/', ''],
  ['https://pbx.example.gov.cn/', 'short'],
])('given SHAOYING_RELAY=%s with the secret %j, then refused in a sentence', (url, secret) => {
  const env = { SHAOYING_RELAY: url, SHAOYING_RELAY_SECRET: secret };
  expect(() => readConfig(env)).toThrow(ConfigFault);
});
