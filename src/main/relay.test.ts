import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Relay } from '../engine/relay.ts';
import { httpRelay } from './relay.ts';

/** The port against a real exchange: a server of this machine that answers as it is told. */

const secret = 'shared with the exchange, in a file of its own';
const call = { from: '8021', to: '13800138000', reference: 'K7' };

interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let heard: Heard[] = [];
let answer: (response: ServerResponse) => void;
let base: string;

const exchange = createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  heard.push({ path: request.url ?? '', headers: request.headers, body });
  answer(response);
});

beforeAll(async () => {
  await new Promise<void>((done) => exchange.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(exchange.address() as AddressInfo).port}`;
});
afterAll(() => {
  exchange.closeAllConnections();
  exchange.close();
});
beforeEach(() => {
  heard = [];
});

const relay = (url = `${base}/calls`, patience = 5_000): Relay =>
  httpRelay({ url, secret }, { now: () => 1_772_416_800_500, patience });
const says = (status: number, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(status, headers).end();
};

test('given an exchange that takes it, then it is placed, by one signed order and nothing more', async () => {
  says(202);
  expect(await relay().call(call)).toBe('placed');
  expect(heard).toHaveLength(1);
  const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = heard;
  expect(path).toBe('/calls');
  expect(JSON.parse(body)).toEqual(call);
  const v1 = createHmac('sha256', secret).update(`1772416800.${body}`).digest('hex');
  expect(headers['shaoying-signature']).toBe(`t=1772416800,v1=${v1}`);
  expect(headers['content-type']).toBe('application/json');
});

test.each([400, 401, 409, 429, 500, 503])('given %i, then it is refused', async (status) => {
  says(status);
  expect(await relay().call(call)).toBe('refused');
});

test('given a redirection, then the number does not follow it', async () => {
  says(307, { location: `${base}/elsewhere` });
  expect(await relay().call(call)).toBe('refused');
  expect(heard.map(({ path }) => path)).toEqual(['/calls']);
});

test('given nobody at the address, then it was not reached', async () => {
  const gone = createServer();
  await new Promise<void>((done) => gone.listen(0, '127.0.0.1', done));
  const { port } = gone.address() as AddressInfo;
  await new Promise((done) => gone.close(done));
  expect(await relay(`http://127.0.0.1:${port}/`).call(call)).toBe('unreached');
});

test('given an exchange that hears and says nothing, then nobody knows whether it rings', async () => {
  answer = () => {};
  expect(await relay(undefined, 300).call(call)).toBe('unknown');
  answer = (response) => response.destroy();
  expect(await relay().call(call)).toBe('unknown');
});
