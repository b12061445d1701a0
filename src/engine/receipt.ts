import type { Alias, StreamId } from '../core/process.ts';
import type { Crypto, TenantId } from './ports.ts';

/**
 * The receipt code 回执码: whoever holds it may follow one request and answer for the person.
 *
 * It is derived under the master key and stored nowhere, so a slip can be printed again and an
 * idempotent answer be repeated, while a copy of the database alone yields no code. Sixty bits in
 * letters and digits that cannot be misread aloud: no I, L, O, U.
 */
const BITS = 60;

export const receiptCode = (crypto: Crypto, tenant: TenantId, stream: StreamId): string =>
  crypto.derive(`receipt/${tenant}/${stream}`, BITS).toUpperCase();

/** The name under which a code finds its case; derived once more, so that it does not reveal it. */
export const receiptAlias = (crypto: Crypto, tenant: TenantId, code: string): Alias => ({
  kind: 'receipt',
  key: crypto.derive(`receipt-alias/${tenant}/${code}`, 160),
});

/** In groups of four, to be read aloud. */
export const groupCode = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? code;

/** As people type it: any case, spaces and dashes, O for zero, I or L for one. Null if it cannot be one. */
export const readCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code : null;
};
