import pg from 'pg';

/** One statement as the product sent it. */
export interface Call {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Listens to what the product sends to its database, so that the very statements can be sent again
 * without it: written down a second time they would soon be others.
 */
export class Recorder {
  #calls: Call[] | null = null;

  constructor() {
    const recorder = this;
    const query = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
      const [asked] = given;
      if (typeof asked === 'object' && asked !== null && 'text' in asked) {
        recorder.#hear(asked as { text: string; values?: unknown[] });
      }
      return Reflect.apply(query, this, given);
    } as typeof query;
  }

  start(): void {
    this.#calls = [];
  }

  /** What was sent since it was last asked. */
  take(): readonly Call[] {
    const calls = this.#calls ?? [];
    this.#calls = [];
    return calls;
  }

  stop(): void {
    this.#calls = null;
  }

  #hear({ text, values }: { readonly text: string; readonly values?: readonly unknown[] }): void {
    this.#calls?.push({ text, values: values ?? [] });
  }
}

/**
 * The calls of some rounds as a script of pgbench: client n of so many sends the rounds n, n + so
 * many, and so on, each to its end. Run twice: the first time each sends its first round, by which
 * its connection has made its plans, the second time the others.
 *
 * @param tenant in whose place the calls are sent, where they name `from`
 */
export function script(
  rounds: readonly (readonly Call[])[],
  clients: number,
  tenant: { readonly from: string; readonly to: string },
): string {
  const lines = (calls: readonly Call[]) =>
    calls.map(({ text, values }) => {
      const told = values.map((value) => (value === tenant.from ? tenant.to : value));
      return `${inlined(text, told)};`;
    });
  const all: string[] = [];
  for (let client = 0; client < clients; client += 1) {
    const [first = [], ...rest] = rounds.filter((_, n) => n % clients === client);
    all.push(`\\${client === 0 ? 'if' : 'elif'} :client_id = ${client}`);
    all.push('\\if :planned', ...lines(rest.flat()));
    all.push('\\else', ...lines(first), '\\set planned 1', '\\endif');
  }
  return `${[...all, '\\endif'].join('\n')}\n`;
}

/** The statement with its values in it, on one line. */
function inlined(text: string, values: readonly unknown[]): string {
  const line = text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim();
  return line.replace(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]::text[]`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`a ${typeof value} in a statement: say here how it is written`);
}
