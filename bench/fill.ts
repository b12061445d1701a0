import { registrationOf } from '../src/api/cases/commands.ts';
import { RegisterRequest } from '../src/contract/cases.ts';
import type { Backend } from '../src/main/backend.ts';
import { registering } from './work.ts';

/** How many cases are on their way at the same time. */
const LANES = 32;

/**
 * So many cases in a district, by the engine and so as any others: of all its streets, told to the
 * hotline, whose desk is to triage them all.
 */
export async function fill(backend: Backend, tenant: string, cases: number): Promise<void> {
  const { institution } = await backend.present(tenant);
  const units = institution.rulebooks.at(-1)?.units ?? [];
  const streets = units.filter(({ type }) => type === 'street').map(({ id }) => id);
  const standing = await backend.queries.counts(tenant, 'case');
  let next = standing.open ?? 0;
  const post = { unit: 'hotline', role: 'intake_agent' } as const;
  const seat = { login: '', post, posts: [post], tokenHash: '', temporary: false };
  const who = { tenant, account: 'bench-fill', ...seat };
  const lane = async () => {
    while (next < cases) {
      next += 1;
      const unit = streets[next % streets.length] ?? '';
      const body = RegisterRequest.parse({ ...registering(unit), intake: 'phone' });
      if (body.reportsOfficial) throw new Error('not a request');
      const answer = await backend.engine.execute(
        registrationOf(backend, who, body, undefined).act,
      );
      if (!answer.accepted) throw new Error(answer.refusal.code);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
