import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, Client } from '../../bench/client.ts';
import type { PostName, Posts } from '../../bench/posts.ts';
import { lifeAfter, registering } from '../../bench/work.ts';
import type { Program } from '../support/program.ts';

/** A request, written down before it is sent. */
export interface Entry {
  readonly key: string;
  readonly as: PostName;
  readonly path: string;
  readonly body: object;
  /** The case, by the title it was registered under, and the event this makes of it, once. */
  readonly title: string;
  readonly event: string;
  /** Null while nobody has said that it happened. */
  answer: Answer['body'] | null;
}

/** How often a client that got no answer looks whether there is somebody to ask again. */
const LOOK_AGAIN = 50;

/**
 * Clients at work, each with one request in flight at any time: cases registered, and one in three
 * carried on to its close. A refused or lost connection and a 503 leave a request unacknowledged;
 * its client leaves that case and begins another.
 */
export class Crowd {
  readonly book: Entry[] = [];
  inFlight = 0;
  /** What all its titles and keys begin with. */
  readonly name: string;
  readonly #program: Program;
  readonly #posts: Posts;
  readonly #crowd: Promise<void>;
  #over = false;
  #fault: unknown = null;

  constructor(program: Program, posts: Posts, clients: number, name = 'crowd') {
    this.name = name;
    this.#program = program;
    this.#posts = posts;
    const working = Array.from({ length: clients }, (_, n) => this.#work(n));
    this.#crowd = Promise.all(working).then(
      () => {},
      (fault: unknown) => {
        this.#over = true;
        this.#fault = fault ?? new Error('fault');
      },
    );
  }

  get acknowledged(): readonly Entry[] {
    return this.book.filter(({ answer }) => answer !== null);
  }

  get unacknowledged(): readonly Entry[] {
    return this.book.filter(({ answer }) => answer === null);
  }

  /** @throws whatever a client was told that it should not be */
  check(): void {
    if (this.#fault !== null) throw this.#fault;
  }

  /** Lets everybody finish the request in hand. */
  async stop(): Promise<void> {
    this.#over = true;
    await this.#crowd;
    this.check();
  }

  /** Asks for these again under their keys, several at a time; returns how many were told before. */
  async askAgain(entries: readonly Entry[], clients = 8): Promise<number> {
    const left = [...entries];
    let replayed = 0;
    const ask = async (n: number) => {
      const client = new Client(() => this.#program.port, `192.0.2.${n}`);
      for (let entry = left.shift(); entry !== undefined; entry = left.shift()) {
        const before = entry.answer;
        if (!(await this.#send(client, entry))) throw new Error(`${entry.key}: no answer`);
        const { replayed: again, ...answer } = entry.answer ?? {};
        if (again === true) replayed += 1;
        if (before !== null && !sameAnswer(before, answer)) throw new Error(`${entry.key} differs`);
      }
      client.close();
    };
    await Promise.all(Array.from({ length: clients }, (_, n) => ask(n)));
    return replayed;
  }

  async #work(n: number): Promise<void> {
    const client = new Client(() => this.#program.port, `192.0.2.${n}`);
    for (let round = 0; !this.#over; round++) {
      if (await this.#oneCase(client, n, round)) continue;
      do await pause(LOOK_AGAIN);
      while (!this.#over && !(await isReady(client)));
    }
    client.close();
  }

  async #oneCase(client: Client, n: number, round: number): Promise<boolean> {
    const { street } = this.#posts;
    const title = `${this.name}/${n}/${round}`;
    const first = this.#write({
      key: title,
      as: 'intake',
      path: '/api/cases',
      body: { ...registering(street), title },
      title,
      event: 'Registered',
    });
    if (!(await this.#send(client, first))) return false;
    let at = first.answer;
    for (const { as, act, body, event } of round % 3 === 0 ? lifeAfter(street) : []) {
      if (this.#over) return true;
      const entry = this.#write({
        key: `${title}/${act}`,
        as,
        path: `/api/cases/${at?.id}/${act}`,
        body: { expectedVersion: at?.version, ...body },
        title,
        event,
      });
      if (!(await this.#send(client, entry))) return false;
      at = entry.answer;
    }
    return true;
  }

  #write(entry: Omit<Entry, 'answer'>): Entry {
    const written = { ...entry, answer: null };
    this.book.push(written);
    return written;
  }

  /** @returns false where nobody can say whether it happened */
  async #send(client: Client, entry: Entry): Promise<boolean> {
    this.inFlight += 1;
    try {
      const { status, body } = await client.post(entry.path, entry.body, {
        cookie: this.#posts.cookies[entry.as],
        'idempotency-key': entry.key,
      });
      if (status === 503) return false;
      if (status >= 300) throw new Refused(`${entry.key}: ${status} ${JSON.stringify(body)}`);
      entry.answer = body;
      return true;
    } catch (error) {
      if (error instanceof Refused) throw error;
      return false;
    } finally {
      this.inFlight -= 1;
    }
  }
}

class Refused extends Error {}

async function isReady(client: Client): Promise<boolean> {
  try {
    return (await client.get('/health/ready')).status === 200;
  } catch {
    return false;
  }
}

const sameAnswer = ({ id, version, receipt }: Answer['body'], again: Answer['body']): boolean =>
  again.id === id && again.version === version && again.receipt === receipt;
