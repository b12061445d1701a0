/**
 * PostgreSQL's `postmaster.pid`: one value a line, written as start-up goes, so the later ones may
 * be missing.
 */
export type LockFile = {
  pid: number;
  port: number;
  /** The folder of the Unix socket; empty where it listens on none. */
  socketDir: string;
  /** The first TCP address; empty where it listens on none. */
  address: string;
  ready: boolean;
};

/** @returns nothing while the file is too short to be of use */
export function parseLockFile(text: string): LockFile | undefined {
  const [pid, , , port, socketDir = '', address = '', , status = ''] = text
    .split('\n')
    .map((line) => line.trim());
  if (!pid || !/^-?\d+$/.test(pid)) return undefined;
  return {
    // A single-user backend writes its number negative.
    pid: Math.abs(Number(pid)),
    port: Number(port ?? 0),
    socketDir,
    address,
    ready: status === 'ready',
  };
}
