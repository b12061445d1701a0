/** What a browser says of where a call comes from, and where it was sent. */
export interface Came {
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
  readonly protocol: string;
  readonly host: string;
}

/**
 * Whether an unsafe call comes from our own pages, or from no page at all. Cookies are SameSite
 * already; a browser that ignores that still says where a call comes from. Programs send neither
 * header and carry no one else's cookie. An origin kept secret (`null`) could be anybody's.
 */
export function fromOwnPages({ origin, site, protocol, host }: Came): boolean {
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  const [theirs, ours] = [origin, `${protocol}://${host}`].map(hostOf);
  return theirs !== null && theirs === ours;
}

/** As a URL writes it: without the protocol's usual port. Null for what is no address. */
const hostOf = (address: string): string | null =>
  URL.canParse(address) ? new URL(address).host || null : null;
