import { hash, verify } from '@node-rs/argon2';

/**
 * OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane. The PHC string names
 * algorithm and parameters, so that either can change while old hashes still verify.
 */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), PARAMETERS);

let decoy: Promise<string> | undefined;

/** Takes as long for a login that does not exist (`null`) as for one that does. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this');
  const matches = await verify(stored ?? (await decoy), password.normalize('NFKC'));
  return matches && stored !== null;
}
