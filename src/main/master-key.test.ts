import { chmodSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConfigFault } from './config.ts';
import { masterKey } from './master-key.ts';

let folder: string;
let data: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shaoying-key-'));
  data = join(folder, 'data');
});

describe('the master key', () => {
  it('is made once, readable by its owner alone, and found again', () => {
    const file = join(folder, 'keys', 'master.key');
    const made = masterKey(file, data, false);
    expect(made).toHaveLength(32);
    expect(masterKey(file, data, true)).toEqual(made);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is never made beside data that another one sealed', () => {
    expect(() => masterKey(join(folder, 'lost.key'), data, true)).toThrow(ConfigFault);
  });

  it.each([['master.key'], ['deeper/master.key'], ['..key'], ['..keys/master.key']])(
    'may not lie in the data as %s',
    (name) => {
      expect(() => masterKey(join(data, name), data, false)).toThrow(/data directory/);
    },
  );

  it('may not lie there by way of a link either', () => {
    mkdirSync(data);
    symlinkSync(data, join(folder, 'elsewhere'));
    const file = join(folder, 'elsewhere', 'master.key');
    expect(() => masterKey(file, data, false)).toThrow(/data directory/);
  });

  it('is refused where other accounts can read it', () => {
    const file = join(folder, 'open.key');
    masterKey(file, data, false);
    chmodSync(file, 0o640);
    if (process.platform !== 'win32')
      expect(() => masterKey(file, data, true)).toThrow(/chmod 600/);
  });

  it('is refused where it is cut short', () => {
    const file = join(folder, 'short.key');
    writeFileSync(file, 'c2hvcnQ=', { mode: 0o600 });
    expect(() => masterKey(file, data, true)).toThrow(/no master key/);
  });
});
