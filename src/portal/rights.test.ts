import { describe, expect, it } from 'vitest';
import { ACCESS as CALLBACK } from '../core/callback/access.ts';
import * as callback from '../core/callback/given.fixture.ts';
import { ACCESS as CASE } from '../core/case/access.ts';
import * as matter from '../core/case/given.fixture.ts';
import { ACCESS as PETITION } from '../core/petition/access.ts';
import * as petition from '../core/petition/given.fixture.ts';
import type { Facts } from '../core/process.ts';
import { ACCESS as RETENTION } from '../core/retention/access.ts';
import * as retention from '../core/retention/given.fixture.ts';
import { ACCESS as SPONSORSHIP } from '../core/sponsorship/access.ts';
import * as sponsorship from '../core/sponsorship/given.fixture.ts';
import { HELD_OUT, rightsOf, type Standings } from './rights.ts';

/** A story of any of the processes, as far as its acts have brought it. */
interface Story {
  readonly stream: string;
  readonly state: unknown;
  readonly now: number;
  readonly institution: Facts['institution'];
}

const NOTHING: Omit<Standings, 'law' | 'facts' | 'matter'> = {
  petitions: [],
  sponsorships: [],
  callbacks: [],
  retentions: [],
};

/** What may be done of it an hour later, the matter itself left aside unless the story is its own. */
function rights(story: Story, kind: keyof typeof NOTHING | 'matter', hours = 1) {
  const now = story.now + hours * matter.HOUR;
  const law = story.institution.rulebooks[0];
  if (law === undefined) throw new Error('no law');
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: matter.CASE,
    actor: matter.person(),
    institution: story.institution,
    others: new Map(),
    lot: 0,
  };
  const none = { law, facts, matter: { status: 'none' }, ...NOTHING } as const;
  const standings = (
    kind === 'matter'
      ? { ...none, matter: story.state }
      : { ...none, [kind]: [{ id: story.stream, state: story.state }] }
  ) as Standings;
  return rightsOf(standings);
}

const named = (...of: Parameters<typeof rights>) => rights(...of).map(({ title }) => title);

const TELLING = ['disagreeTitle', 'addTitle', 'withdrawTitle'] as const;

describe('what the person may do at each step of', () => {
  it.each([
    ['received', TELLING],
    ['assigned', TELLING],
    ['handling', TELLING],
    ['replied', ['solvedTitle', ...TELLING]],
    ['verified', ['solvedTitle', ...TELLING]],
    ['closed', ['reopenTitle', 'disagreeTitle', 'addTitle']],
  ] as const)('a case that is %s', (step, expected) => {
    expect(named(matter.usually(step), 'matter')).toEqual(expected);
  });

  it.each([
    ['registered', ['withdrawPetitionTitle']],
    ['noticed', ['withdrawPetitionTitle']],
    // Until it is delivered there is nothing to answer to.
    ['opined', ['withdrawPetitionTitle']],
    ['told', ['reviewTitle', 'withdrawPetitionTitle']],
    ['review', ['withdrawPetitionTitle']],
    ['review-told', ['reviewTitle', 'withdrawPetitionTitle']],
    ['re-review', ['withdrawPetitionTitle']],
    ['concluded', ['factsTitle']],
  ] as const)('a petition that is %s', (step, expected) => {
    expect(named(petition.usually(step), 'petitions')).toEqual(expected);
  });

  it.each([
    ['accepted', ['needsTitle', 'identityTitle']],
    ['agreed', ['needsTitle', 'identityTitle']],
    ['told', ['dissentTitle', 'identityTitle', 'followUpTitle']],
    ['closed', ['dissentTitle', 'followUpTitle']],
    ['following', ['dissentTitle', 'followUpStop']],
  ] as const)('a sponsorship that is %s', (step, expected) => {
    expect(named(sponsorship.usually(step), 'sponsorships')).toEqual(expected);
  });

  it('a callback, from its day on until the person has answered', () => {
    expect(named(callback.drawn(), 'callbacks')).toEqual(['pressureTitle']);
    expect(named(callback.asking(), 'callbacks')).toEqual(['askedTitle', 'pressureTitle']);
    const answered = callback.given(callback.asking(), callback.answers({}, callback.person()));
    expect(named(answered, 'callbacks')).toEqual(['pressureTitle']);
    expect(named(callback.looking(), 'callbacks')).toEqual(['recheckTitle']);
  });

  it('what is kept, until a wish waits for its answer', () => {
    const kept = retention.given(retention.nothing(), retention.begins());
    expect(named(kept, 'retentions')).toEqual(['wishTitle']);
    expect(named(retention.given(kept, retention.wishes()), 'retentions')).toEqual([]);
  });
});

describe('a right', () => {
  it('says until when it can be used, and by which rule', () => {
    const [solved] = rights(matter.usually('replied'), 'matter');
    expect(solved?.until).toBeGreaterThan(matter.MONDAY);
    const [review] = rights(petition.usually('told'), 'petitions');
    expect(review?.by?.text.zh).toContain('第 35 条');
    expect(review?.until).not.toBeNull();
    const [, stop] = rights(sponsorship.usually('following'), 'sponsorships');
    expect(stop?.until).not.toBeNull();
    expect(stop?.by).not.toBeNull();
  });

  it('is not held out once its time is over', () => {
    const closed = matter.usually('closed');
    const [reopen] = rights(closed, 'matter');
    const left = (reopen?.until ?? 0) - closed.now;
    expect(named(closed, 'matter', left / matter.HOUR)).not.toContain('reopenTitle');
  });

  it('changes with what was given: what was let be known can be taken back', () => {
    const open = sponsorship.given(sponsorship.usually('agreed'), sponsorship.letsSee);
    expect(named(open, 'sponsorships')).toEqual(['needsTitle', 'identityRevoke']);
  });
});

describe('the table', () => {
  /** Done while it is said, on pages of their own. */
  const SAYING = ['register', 'show-emergency', 'confirm-handover'];
  it.each([
    ['case', CASE, SAYING],
    ['petition', PETITION, []],
    ['sponsorship', SPONSORSHIP, []],
    ['callback', CALLBACK, []],
    ['retention', RETENTION, []],
  ] as const)('holds out every act that a %s lets its person take', (process, access, apart) => {
    const theirs = Object.entries(access as Readonly<Record<string, readonly object[]>>)
      .filter(([, table]) => table.some((who) => 'person' in who))
      .map(([act]) => act);
    const held: readonly string[] = HELD_OUT[process];
    expect(theirs.filter((act) => !held.includes(act))).toEqual(apart);
    expect(held.filter((act) => !theirs.includes(act))).toEqual([]);
  });
});
