import { describe, expect, it } from 'vitest';
import { namesOf } from '../rulebook/check-references.ts';
import { checkSponsorship } from '../rulebook/check-sponsorship.ts';
import { sponsoringInstitution, sponsorshipLaw } from '../rulebook/sponsoring.fixture.ts';
import * as g from './given.fixture.ts';

const { AFTERNOON, DAY, given, held, usually } = g;

describe('the law of it', () => {
  const [law] = sponsoringInstitution().rulebooks;
  const found = (change: Partial<typeof sponsorshipLaw>) =>
    law === undefined
      ? []
      : checkSponsorship(
          { ...law, sponsorship: { ...sponsorshipLaw, ...change } },
          namesOf(law),
        ).map(({ code, path }) => `${code} ${path.join('.')}`);

  it('has nothing wrong, and no duty of control', () => {
    expect(found({})).toEqual([]);
    const [first] = sponsorshipLaw.duties;
    if (first === undefined) throw new Error('no duty');
    for (const zh of ['教育稳控', '落实稳控措施', '重点管控']) {
      expect(found({ duties: [{ ...first, name: { zh, en: 'Keep' } }] })).toEqual([
        'duty-of-control sponsorship.duties.0.name',
      ]);
    }
  });

  it.each<readonly [string, Partial<typeof sponsorshipLaw>]>([
    [
      'too-few sponsorship.blocked.clockFactor',
      { blocked: { ...sponsorshipLaw.blocked, clockFactor: 1 } },
    ],
    ['too-few sponsorship.cap.usual', { cap: { ...sponsorshipLaw.cap, usual: 0 } }],
    [
      'climbs-down sponsorship.accepting.climb.1.unit',
      {
        accepting: {
          ...sponsorshipLaw.accepting,
          climb: [
            { unit: 'd', role: 'sponsor' },
            { unit: 's1', role: 'sponsor' },
          ],
        },
      },
    ],
    ['missing-part sponsorship.lead', { lead: [] }],
    [
      'duration-not-positive sponsorship.term.duration',
      { term: { ...sponsorshipLaw.term, duration: { n: 0, unit: 'day' } } },
    ],
  ])('is refused where it cannot hold: %s', (code, change) => {
    expect(found(change)).toEqual([code]);
  });

  it('that has no sponsorship any more lets what was begun end under its own', () => {
    const { institution } = g.nothing();
    const [first] = institution.rulebooks;
    if (first === undefined) throw new Error('no law');
    const next = { ...first, version: '2', effectiveFrom: AFTERNOON + DAY, sponsorship: null };
    const changed = { ...institution, rulebooks: [first, next] };
    const story = given(usually('accepted', g.nothing(changed)), g.later(g.needs(), 2));
    expect(held(story).needs).toHaveLength(1);
    expect(g.when(g.nothing(changed), g.later(g.nominates(), 2))).toMatchObject({
      code: 'sponsorship.not-offered',
    });
  });
});
