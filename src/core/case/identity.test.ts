import { describe, expect, it } from 'vitest';
import { adds, given, nothing, registration, type Story, sealed, usual } from './given.fixture.ts';

/** The same matter told by somebody else: another vault record, other words, a hidden name. */
const toldBy = (change: Parameters<typeof registration>[0]): Story =>
  given(
    nothing(),
    { ...usual.register, command: registration({ ...change, contact: sealed('contact') }) },
    usual.triage,
    usual.dispatch,
    usual.sign,
    usual.contact,
    usual.reply,
  );

describe('who asks', () => {
  it('changes neither order, nor clock, nor outcome (invariants 13 and 40)', () => {
    const one = toldBy({ words: sealed('a'), confidential: false });
    const other = toldBy({ words: sealed('b'), confidential: true });
    const matter = ({ events }: Story) =>
      events.filter(({ type }) => type !== 'Registered').map(({ data }) => data);
    expect(matter(other)).toEqual(matter(one));
    expect(adds(other, usual.verify)).toEqual(adds(one, usual.verify));
  });
});
