/** A fingerprint as it is read out: eight groups of four. */
export const grouped = (fingerprint: string): string =>
  fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint;
