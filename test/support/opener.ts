/**
 * A process that opens the embedded server on the folder it is given, says what came of it in one
 * line of JSON, and stops it on SIGTERM: for tests in which openers race and are killed.
 */
import { openEmbedded } from '../../src/postgres/embedded/open.ts';

const server = await openEmbedded({
  dataDir: process.argv[2] ?? '',
  say: () => {},
  // It is the opener that is killed here, never the server.
  settings: { fsync: 'off' },
});
const { pid, startedHere, url } = server;
console.log(JSON.stringify({ pid, startedHere, url }));
const idle = setInterval(() => {}, 60_000);
process.on('SIGTERM', () => {
  clearInterval(idle);
  void server.stop();
});
