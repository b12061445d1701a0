import { parseArgs } from 'node:util';
import { type Killed, killProgram, type Victim } from './program.ts';

/**
 * `npm run kills`: kills the server, its database, and both, under clients at work over HTTP, and
 * prints what was lost; ends with 1 where anything was. `-- --kills 20 --clients 8 --seed 1
 * --victims server,database,both`.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    clients: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
    victims: { type: 'string', default: 'server,database,both' },
  },
});

const LINES: Readonly<Record<keyof Killed, string>> = {
  kills: 'kill -9',
  inFlight: 'requests in flight at a kill, at least',
  requests: 'requests sent',
  acknowledged: 'acknowledged',
  present: '  present',
  missing: '  missing',
  unacknowledged: 'unacknowledged',
  unacknowledgedPresent: '  present all the same',
  replayed: '  asked again: had happened',
  sameAnswer: 'acknowledged, asked again: same answer',
  once: 'present once in the end',
  unasked: 'present and never asked for',
  differences: 'verify: differences and broken promises',
  verifyCode: 'verify: exit code',
};

const columns: [string, Killed][] = [];
for (const victim of values.victims.split(',')) {
  const killing = {
    victim: victim as Victim,
    kills: Number(values.kills),
    clients: Number(values.clients),
    seed: Number(values.seed),
  };
  columns.push([victim, await killProgram(killing)]);
}
const lines = Object.entries(LINES) as [keyof Killed, string][];
console.table(
  Object.fromEntries(
    lines.map(([name, line]) => [
      line,
      Object.fromEntries(columns.map(([victim, killed]) => [victim, killed[name]])),
    ]),
  ),
);
if (!columns.every(([, killed]) => nothingLost(killed))) process.exitCode = 1;

function nothingLost(killed: Killed): boolean {
  const { requests, acknowledged, unacknowledgedPresent } = killed;
  return (
    killed.present === acknowledged &&
    killed.replayed === unacknowledgedPresent &&
    killed.sameAnswer === acknowledged &&
    killed.once === requests &&
    killed.unasked === 0 &&
    killed.differences === 0 &&
    killed.verifyCode === 0
  );
}
