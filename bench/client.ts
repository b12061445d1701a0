import { Agent, request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** One client with one connection of its own, as a browser at a counter would keep it. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: () => number;
  readonly #headers: Readonly<Record<string, string>>;

  /**
   * @param port asked for at each request: a server that starts again may be elsewhere
   * @param address of the office it speaks for, told as a proxy does: each has a pace of its own
   */
  constructor(port: () => number, address?: string) {
    this.#port = port;
    this.#headers = address === undefined ? {} : { 'x-forwarded-for': address };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send('GET', path, '', headers);
  }

  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = JSON.stringify(body);
    return this.#send('POST', path, payload, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(payload)),
      ...headers,
    });
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(
    method: string,
    path: string,
    payload: string,
    headers: Record<string, string>,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const to = { host: '127.0.0.1', port: this.#port(), path, method };
      const all = { ...this.#headers, ...headers };
      const sent = request({ ...to, agent: this.#agent, headers: all }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, body: text ? JSON.parse(text) : {} });
        });
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }
}
