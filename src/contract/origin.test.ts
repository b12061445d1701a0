import { describe, expect, it } from 'vitest';
import { type Came, fromOwnPages } from './origin.ts';

const came = (change: Partial<Came>): Came => ({
  origin: undefined,
  site: undefined,
  protocol: 'http',
  host: 'office.example',
  ...change,
});

describe('where an unsafe call comes from', () => {
  const rows: readonly [string, Partial<Came>, boolean][] = [
    ['a program', {}, true],
    ['our page', { origin: 'http://office.example', site: 'same-origin' }, true],
    ['our page, the usual port written out', { origin: 'http://office.example:80' }, true],
    ['our page behind TLS', { origin: 'https://office.example', protocol: 'https' }, true],
    ['another site', { origin: 'http://evil.example' }, false],
    ['another port', { origin: 'http://office.example:8080' }, false],
    ['a page that hides its origin', { origin: 'null' }, false],
    ['no address at all', { origin: '::nonsense' }, false],
    ['an address without a host', { origin: 'data:text/html,x' }, false],
    ['another site that leaves the origin out', { site: 'cross-site' }, false],
    ['a neighbour under the same domain', { site: 'same-site' }, false],
    ['a call to a host that is none', { origin: 'http://office.example', host: 'a b' }, false],
  ];
  it.each(rows)('%s', (_, change, own) => {
    expect(fromOwnPages(came(change))).toBe(own);
  });
});
