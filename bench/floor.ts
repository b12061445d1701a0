import fastify, { type FastifyInstance } from 'fastify';
import pg from 'pg';

const TABLES = `
  CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, words text NOT NULL);
  CREATE TABLE IF NOT EXISTS bare_event (id bigserial PRIMARY KEY, bare bigint, words text NOT NULL);
  CREATE TABLE IF NOT EXISTS bare_row (id bigserial PRIMARY KEY, bare bigint, words text NOT NULL);
  CREATE TABLE IF NOT EXISTS bare_clock (id bigserial PRIMARY KEY, bare bigint, due_at bigint)`;

/**
 * The least a server can do, on the same database, pool and process: no authority, no vault, no
 * key that makes asking again harmless, no clock.
 */
export async function openFloor(
  url: string,
): Promise<{ readonly app: FastifyInstance; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  await pool.query(TABLES);
  const app = fastify();
  app.post('/one', async (request, reply) => {
    const { words } = request.body as { words: string };
    const { rows } = await pool.query(ONE, [words]);
    return reply.code(201).send({ id: rows[0].id });
  });
  app.post('/four', async (request, reply) => {
    const { words } = request.body as { words: string };
    return reply.code(201).send({ id: await four(pool, words) });
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    async close() {
      await app.close();
      await pool.end();
    },
  };
}

const ONE = 'INSERT INTO bare (words) VALUES ($1) RETURNING id';

async function four(pool: pg.Pool, words: string): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query(ONE, [words]);
    const { id } = rows[0];
    await client.query('INSERT INTO bare_event (bare, words) VALUES ($1, $2)', [id, words]);
    await client.query('INSERT INTO bare_row (bare, words) VALUES ($1, $2)', [id, words]);
    await client.query('INSERT INTO bare_clock (bare, due_at) VALUES ($1, $2)', [id, Date.now()]);
    await client.query('COMMIT');
    return id;
  } finally {
    client.release();
  }
}
