/** What a PostgreSQL connection URL is made of. */
export type UrlParts = {
  user: string;
  password: string;
  database: string;
  port: number;
} & ({ socketDir: string } | { host: string });

/** A URL that `pg`, libpq and WHATWG `URL` all read, a Unix socket's folder as `?host=`. */
export function connectionUrl(parts: UrlParts): string {
  const { user, password, database, port } = parts;
  const host = 'host' in parts ? parts.host : 'localhost';
  const url = new URL(`postgresql://${host}:${port}`);
  url.username = user;
  url.password = password;
  url.pathname = `/${database}`;
  if ('socketDir' in parts) url.searchParams.set('host', parts.socketDir);
  return url.href;
}

/** The same server, with another database, or as another user. */
export function reaimed(
  url: string,
  change: { database?: string; user?: string; password?: string },
): string {
  const aimed = new URL(url);
  if (change.database !== undefined) aimed.pathname = `/${change.database}`;
  if (change.user !== undefined) aimed.username = change.user;
  if (change.password !== undefined) aimed.password = change.password;
  return aimed.href;
}
