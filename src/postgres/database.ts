import type { Text } from '../core/text.ts';
import { openEmbedded } from './embedded/open.ts';

/** The database a command works on, whoever runs it. */
export type Database = {
  /** The administrator's (or the given server's) URL. */
  url: string;
  embedded: boolean;
  /** Gives the database back; stops it where this process started it. Close your pools first. */
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** A server of the operator's own; nothing means the embedded one. */
  url: string | undefined;
  dataDir: string;
  say: (text: Text) => void;
};

/** How often a server that died on us is looked for. */
const WATCH_MS = 250;

/**
 * Opens the operator's server, or else the embedded one, which is started again whenever it dies
 * under us: nobody else watches it.
 *
 * @throws EmbeddedFault where the embedded server cannot run
 */
export async function openDatabase({ url, dataDir, say }: DatabaseOptions): Promise<Database> {
  if (url !== undefined) return { url, embedded: false, close: async () => {} };
  const server = await openEmbedded({ dataDir, say });
  let reviving: Promise<void> = Promise.resolve();
  const watch = setInterval(() => {
    reviving = reviving.then(server.revive).catch((error: Error) => {
      say({
        zh: `数据库尚未恢复：${error.message}`,
        en: `The database is not back: ${error.message}`,
      });
    });
  }, WATCH_MS);
  watch.unref();
  return {
    url: server.url,
    embedded: true,
    async close() {
      clearInterval(watch);
      await reviving;
      await server.stop();
    },
  };
}
