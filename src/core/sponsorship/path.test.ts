import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import type { CaseState, Known as KnownCase, WhistleNote } from '../case/state.ts';
import type { Power } from '../rulebook/rulebook.ts';
import { whistlingRulebook } from '../rulebook/small.fixture.ts';
import { sponsoringInstitution, sponsorshipLaw } from '../rulebook/sponsoring.fixture.ts';
import { blocksOf } from './blocked.ts';
import * as g from './given.fixture.ts';
import { endOf } from './nominating.ts';
import { project } from './project.ts';
import { after } from './reactions.ts';

const { AFTERNOON, DAY, adds, given, held, known, usually } = g;
const claimsOf = ({ claims }: g.Story) => claims.map(({ op, name }) => `${op} ${name}`);
const owed = ({ state }: g.Story) => project(state).acts.map(({ act }) => act);

describe('the usual sponsorship', () => {
  it('is put up by the lower unit’s head, shows the block, and takes the case’s one place', () => {
    expect(adds(g.nothing(), g.nominates())).toEqual([
      'SponsorshipNominated',
      'ClockStarted accept-1',
    ]);
    const story = usually('nominated');
    expect(known(story)).toMatchObject({
      status: 'nominated',
      nominator: 's1',
      blocked: { kind: 'ASKED', powers: ['fine'], tried: ['约谈三次'] },
      grounds: { ageDays: 0, harm: 'health', affected: 'tens', legalBreach: true },
      asked: g.SPONSOR,
    });
    expect(claimsOf(story)).toEqual(['take sponsorship:case-1']);
    expect(project(story.state).acts).toMatchObject([
      { act: 'sponsorship.accept', unit: 'd', role: 'sponsor', account: 'deputy' },
    ]);
    expect(project(story.state).list).toMatchObject({
      bucket: 'open',
      holder: 'd',
      receivedBy: 's1',
      lead: 'urban',
      called: [],
      seats: ['deputy', 'bureau', 'liaison'],
      about: 'case-1',
    });
  });

  it('is the handler’s to enter and the head’s word', () => {
    const onBehalfOf = { kind: 'post', post: { unit: 's1', role: 'unit_head' } } as const;
    const act = { ...g.nominates({}, g.handler('s1')), onBehalfOf };
    expect(known(given(g.nothing(), act)).nominator).toBe('s1');
  });

  it('runs on the leader from the day they take it on, to an end date', () => {
    expect(adds(usually('nominated'), g.accepts())).toEqual([
      'ClockMet accept-1',
      'SponsorshipAccepted',
      'ClockStarted term-1',
    ]);
    const story = usually('accepted');
    expect(held(story)).toMatchObject({ sponsor: g.SPONSOR, lead: g.LEAD, liaison: g.LIAISON });
    expect(endOf(known(story))).toBe(story.now + 60 * DAY);
    expect(known(story).clocks.find(({ kind }) => kind === 'term')).toMatchObject({ unit: 'd' });
    expect(claimsOf(story)).toEqual(['take sponsorship:case-1', 'take sponsor:deputy']);
  });

  it('may be taken on for the leader by their secretary, but not by another leader', () => {
    const onBehalfOf = { kind: 'post', post: g.SPONSOR.post } as const;
    const entered = given(usually('nominated'), { ...g.accepts(g.secretary), onBehalfOf });
    expect(held(entered).sponsor).toEqual(g.SPONSOR);
    const other = { ...g.accepts(g.other), onBehalfOf };
    expect(g.when(usually('nominated'), other)).toMatchObject({ code: 'sponsorship.not-yours' });
  });

  it('asks for one thing after the other', () => {
    expect(owed(usually('accepted'))).toEqual([
      'sponsorship.agree-needs',
      'sponsorship.answer-claim',
    ]);
    expect(owed(usually('needs'))).toEqual(['sponsorship.plan', 'sponsorship.answer-claim']);
    expect(owed(usually('agreed'))).toEqual([
      'sponsorship.answer-claim',
      'sponsorship.finish-step',
      'sponsorship.keep-commitment',
    ]);
    expect(owed(usually('finished'))).toEqual(['sponsorship.tell-result']);
    expect(owed(usually('told'))).toEqual(['sponsorship.close']);
    expect(owed(usually('closed'))).toEqual([]);
  });

  it('ends with the claim answered and told, both places free, and nothing left owed', () => {
    const story = usually('closed');
    expect(known(story)).toMatchObject({ status: 'closed', how: 'told', claim: { n: 1 } });
    expect(claimsOf(story).slice(-2)).toEqual([
      'release sponsor:deputy',
      'release sponsorship:case-1',
    ]);
    expect(project(story.state).clocks.filter(({ status }) => status === 'running')).toEqual([]);
    expect(known(story).clocks.find(({ id }) => id === 'term-1')?.status).toBe('met');
  });
});

describe('a nomination', () => {
  it('that is not answered in time climbs by itself, and the breach stays', () => {
    const story = given(usually('nominated'), g.ticks('accept-1', 3));
    expect(story.events.slice(2).map(g.named)).toEqual([
      'ClockBreached accept-1',
      'ClockEnded accept-1',
      'NominationPassed',
      'ClockStarted accept-2',
    ]);
    expect(known(story)).toMatchObject({
      asked: { account: null, post: { unit: 'd' } },
      climbed: 1,
    });
    expect(project(story.state).list).toMatchObject({ breaches: 1 });
    // Whoever holds the post may take it on; the one who was asked first may too.
    expect(held(given(story, g.accepts(g.other))).sponsor).toEqual(g.OTHER);
  });

  it('that is passed is an ordinary answer and no breach', () => {
    const story = given(usually('nominated'), g.passes());
    expect(adds(usually('nominated'), g.passes())).toEqual([
      'ClockMet accept-1',
      'NominationPassed',
      'ClockStarted accept-2',
    ]);
    expect(project(story.state).list).toMatchObject({ status: 'nominated', breaches: 0 });
  });

  it('that nobody on the list takes is the top head’s to give to somebody, who is then bound', () => {
    const untaken = given(usually('nominated'), g.passes(), g.passes(g.other));
    expect(project(untaken.state).acts).toMatchObject([
      { act: 'sponsorship.designate', unit: 'd', role: 'unit_head', clock: 'designate-1' },
    ]);
    expect(adds(untaken, g.designates())).toEqual([
      'ClockMet designate-1',
      'SponsorshipAccepted',
      'ClockStarted term-1',
    ]);
  });

  it('is dropped when it is taken back or its matter is over, and the case is free again', () => {
    for (const act of [g.takesBack(), g.caseEnds('closed')]) {
      const story = given(usually('nominated'), act);
      expect(known(story).status).toBe('dropped');
      expect(claimsOf(story)).toEqual(['take sponsorship:case-1', 'release sponsorship:case-1']);
      expect(project(story.state)).toMatchObject({ acts: [], list: { bucket: 'closed' } });
    }
  });
});

describe('what shows that the routine path is blocked', () => {
  const { institution } = g.nothing();
  const open = (change: Partial<KnownCase> = {}) => ({ ...g.matter(), ...change }) as KnownCase;
  const kinds = (state: KnownCase, at = AFTERNOON) =>
    blocksOf(institution, state as never, at, sponsorshipLaw).map(({ kind }) => kind);
  const nominated = (
    state: CaseState,
    kind: 'RULED' | 'WHISTLE_ESCALATED' | 'CLOCK' | 'NO_POWER',
  ) =>
    g.when(g.nothing(), {
      ...g.nominates({ blocked: { kind } }),
      others: new Map([[g.CASE, state]]),
    });

  it('is nothing while the case goes its way', () => {
    expect(kinds(open())).toEqual([]);
  });

  it('is a ruling that was given, and the case still open', () => {
    const ruled = c.given(c.usually('assigned', c.nothing(institution)), c.objects, c.rules());
    expect(kinds(ruled.state as KnownCase)).toContain('RULED');
    const story = g.when(g.nothing(), {
      ...g.nominates({ blocked: { kind: 'RULED' } }, g.head('urban')),
      others: new Map([[g.CASE, ruled.state]]),
    });
    expect(story).toMatchObject({ state: { blocked: { kind: 'RULED', order: 2 } } });
  });

  it('is a whistle that found it beyond all who came', () => {
    const note: WhistleNote = {
      whistle: 'w1',
      home: g.CASE,
      issuer: 's1',
      units: ['urban'],
      stage: 'ended',
      live: false,
      result: 'ESCALATED',
      notTheirs: [],
    };
    expect(nominated(open({ whistles: [note] }), 'WHISTLE_ESCALATED')).toMatchObject({
      state: { blocked: { kind: 'WHISTLE_ESCALATED', whistle: 'w1' } },
    });
    expect(kinds(open({ whistles: [{ ...note, result: 'PARTIAL' }] }))).toEqual([]);
  });

  it('is a promise still owed after twice its length, and no sooner', () => {
    const clock = open().clocks.find(({ kind }) => kind === 'reply');
    if (clock === undefined) throw new Error('no reply is owed');
    const twice = clock.startedAt + 2 * (clock.dueAt - clock.startedAt);
    const blocks = (at: number) => blocksOf(institution, open() as never, at, sponsorshipLaw);
    const late = { kind: 'CLOCK', clock: clock.id, dueAt: clock.dueAt };
    expect(blocks(twice - 1)).not.toContainEqual(late);
    expect(blocks(twice)).toContainEqual(late);
  });

  it('is a power that the category needs and nobody holds there', () => {
    const none: Power = {
      id: 'compensate',
      name: { zh: '补偿权', en: 'To compensate' },
      categories: ['vending'],
      delegable: 'no',
      citation: sponsorshipLaw.term.citation,
    };
    const law = sponsoringInstitution({}, { powers: [...whistlingRulebook().powers, none] });
    expect(blocksOf(law, open() as never, AFTERNOON, sponsorshipLaw)).toEqual([
      { kind: 'NO_POWER', power: 'compensate' },
    ]);
  });
});

describe('the three seats', () => {
  const third = { account: 'x', post: { unit: 'd', role: 'sponsor' } } as const;

  it('stay three people when one of them leaves; the time goes on', () => {
    const story = given(usually('accepted'), g.replaces('sponsor', g.OTHER));
    expect(held(story).sponsor).toEqual(g.OTHER);
    expect(claimsOf(story).slice(-2)).toEqual(['release sponsor:deputy', 'take sponsor:deputy-2']);
    expect(endOf(known(story))).toBe(endOf(known(usually('accepted'))));
    const lead = { account: 'bureau-2', post: g.LEAD.post };
    expect(held(given(story, g.replaces('lead', lead, g.other))).lead).toEqual(lead);
  });

  it('do not let one account have two of them', () => {
    for (const [seat, to] of [
      ['sponsor', { ...third, account: 'bureau' }],
      ['lead', { ...g.LEAD, account: 'liaison' }],
      ['liaison', { ...g.LIAISON, account: 'deputy' }],
    ] as const) {
      expect(g.when(usually('accepted'), g.replaces(seat, to))).toMatchObject({
        code: 'sponsorship.same-person',
      });
    }
  });
});

describe('the end date', () => {
  it('moves once, and only when the person was told before it', () => {
    const granted = given(usually('accepted'), g.asksExtension(), g.decidesExtension());
    const before = endOf(known(granted)) ?? 0;
    expect(before).toBe(held(granted).acceptedAt + 60 * DAY);
    const told = given(granted, g.tellsExtension);
    expect(endOf(known(told))).toBe(before + 30 * DAY);
    expect(held(told)).toMatchObject({ extension: null, extensionsTold: 1 });
  });

  it('stands where nobody decided in time', () => {
    const story = given(usually('accepted'), g.asksExtension(), g.ticks('extension-decision-1', 7));
    expect(held(story)).toMatchObject({ extension: null, extensionsTold: 0 });
    expect(held(given(story, g.asksExtension())).extension).not.toBeNull();
  });

  it('passed, is told, and climbs to who is above the leader', () => {
    const story = given(usually('accepted'), g.ticks('term-1', 61));
    expect(known(story).ladders).toMatchObject([{ clock: 'term-1', unit: 'd', act: 'supervise' }]);
  });
});

describe('the task force', () => {
  it('keeps each position, and dissent to the letter', () => {
    const text = '  不同意：本局无此职权。\n请另议。 ';
    const story = given(usually('convened'), g.meets({ dissents: [{ unit: 'market', text }] }));
    const event = story.events.find(({ type }) => type === 'MeetingHeld');
    expect(event?.data).toMatchObject({
      dissents: [{ unit: 'market', text }],
      quorum: [{ power: 'fine', unit: 'urban', delegated: false }],
      commitments: [{ n: 1, unit: 'market', load: 3 }],
    });
  });

  it('holds each unit to what it said it would do, up to the leader’s word', () => {
    const late = given(usually('met'), g.ticks('commitment-1', 14));
    expect(known(late).ladders).toMatchObject([
      { clock: 'commitment-1', unit: 'market', act: 'instruct', by: 'd' },
    ]);
    expect(project(late.state).acts).toContainEqual(
      expect.objectContaining({ act: 'sponsorship.supervise', account: 'deputy' }),
    );
    const instruction = { by: g.SPONSOR.post, text: '三日内办结' };
    const answered = given(late, g.later(g.supervises('market', g.sponsor, instruction), 14));
    expect(known(answered).ladders).toMatchObject([{ answered: true }]);
    const kept = given(answered, g.keeps());
    expect(known(kept).ladders).toEqual([]);
    expect(known(kept).clocks.find(({ id }) => id === 'commitment-1')?.breachedAt).not.toBeNull();
  });

  it('decides by a power that the leader handed to the case, while it lasts', () => {
    const convened = given(
      usually('accepted'),
      g.convenes({ powers: ['coordinate'], members: [{ unit: 'market', power: null }] }),
    );
    const room = {
      present: ['market'],
      positions: [{ unit: 'market', position: '可以' }],
      commitments: [],
    };
    expect(g.when(convened, g.meets(room))).toMatchObject({ code: 'sponsorship.no-quorum' });
    const lent = given(convened, g.delegates('coordinate', 'market', AFTERNOON + 5 * DAY));
    const met = given(lent, g.meets(room));
    expect(met.events.at(-1)?.data).toMatchObject({
      quorum: [{ power: 'coordinate', unit: 'market', delegated: true }],
    });
    expect(g.when(lent, g.later(g.meets(room), 6))).toMatchObject({
      code: 'sponsorship.no-quorum',
    });
  });

  it('meets no more when its time is over, and may be convened anew', () => {
    const over = usually('convened');
    expect(g.when(over, g.later(g.meets(), 51))).toMatchObject({ code: 'sponsorship.no-force' });
    const again = g.convenes({ until: AFTERNOON + 58 * DAY });
    expect(held(given(over, g.later(again, 51))).force?.until).toBe(AFTERNOON + 58 * DAY);
  });

  it('lets a unit go that still owes what it promised', () => {
    const story = given(usually('met'), g.leaves());
    expect(project(story.state).list?.called).toEqual(['urban', 'market']);
    const kept = given(story, g.keeps());
    expect(project(kept.state).list?.called).toEqual(['urban']);
  });
});

describe('the case plan', () => {
  it('stands on needs that were agreed with the person; that there are none is an answer', () => {
    const story = given(usually('accepted'), g.needs([]), g.plans({}));
    expect(held(story)).toMatchObject({ status: 'agreed', needs: [] });
  });

  it('may be taken down for the person by the liaison, and by nobody who has no part', () => {
    const onBehalfOf = { kind: 'person', relation: 'helper' } as const;
    const helped = { ...g.needs(['work'], g.liaison), onBehalfOf };
    expect(held(given(usually('accepted'), helped)).needs).toHaveLength(1);
    const stranger = { ...g.needs(['work'], g.handler('market')), onBehalfOf };
    expect(g.when(usually('accepted'), stranger)).toMatchObject({
      code: 'sponsorship.not-the-person',
    });
  });

  it('keeps the person’s dissent beside what they were told, whenever they say it', () => {
    for (const step of ['told', 'closed', 'following'] as const) {
      expect(held(given(usually(step), g.dissents)).dissent).toBe(true);
    }
  });
});

describe('follow-up', () => {
  it('runs only from the person’s yes, to the day they named, or until they say stop', () => {
    const story = usually('following');
    expect(adds(usually('closed'), g.wantsFollowUp())).toEqual([
      'FollowUpConsented',
      'FollowUpBegun',
      'ClockStarted follow-up-1',
    ]);
    expect(adds(story, g.followsUp)).toEqual(['FollowUpRecorded']);
    expect(adds(story, g.stopsFollowUp)).toEqual(['ClockEnded follow-up-1', 'FollowUpEnded']);
    const expired = given(story, g.ticks('follow-up-1', 101));
    expect(known(expired)).toMatchObject({ status: 'ended', followUp: null });
    expect(project(expired.state).list).toMatchObject({ breaches: 0 });
    for (const over of [expired, given(story, g.stopsFollowUp)]) {
      expect(g.when(over, { ...g.followsUp, at: story.now })).toMatchObject({
        code: 'sponsorship.wrong-status',
      });
    }
  });

  it('agreed to when the result was told begins with the closing', () => {
    const story = given(usually('told'), g.wantsFollowUp(), g.closes());
    expect(known(story).status).toBe('following');
    const refused = given(usually('told'), g.wantsFollowUp(), g.stopsFollowUp, g.closes());
    expect(known(refused).status).toBe('closed');
  });
});

describe('when the matter is over', () => {
  it('the leader’s place is free and nobody owes anything', () => {
    for (const step of ['accepted', 'agreed', 'told'] as const) {
      const story = given(usually(step), g.caseEnds('closed'));
      const how = step === 'told' ? 'told' : 'case-ended';
      expect(known(story)).toMatchObject({ status: 'closed', how });
      expect(project(story.state).acts).toEqual([]);
      expect(claimsOf(story)).toContain('release sponsor:deputy');
    }
  });

  it('one that follows it into another case takes its place along', () => {
    const story = given(usually('accepted'), g.follows('case-2'));
    expect(known(story)).toMatchObject({ case: 'case-2', home: 'case-1' });
    expect(claimsOf(story).slice(-2)).toEqual([
      'release sponsorship:case-1',
      'take sponsorship:case-2',
    ]);
    // What was said in it stays with the person it is about.
    const letsSee = { type: 'consent-identity', data: {} } as const;
    const refusal = { code: 'sponsorship.not-the-person' };
    expect(g.when(story, g.did(g.person('case-2'), letsSee))).toMatchObject(refusal);
    expect(known(given(story, g.letsSee)).identity).toBe(true);
  });

  it('asks the person anew whether they may be known, where another comes into a seat', () => {
    const seen = given(usually('accepted'), g.letsSee);
    for (const [seat, to] of [
      ['sponsor', g.OTHER],
      ['liaison', { ...known(seen).liaison, account: 'another' }],
    ] as const) {
      const story = given(seen, g.replaces(seat, to));
      expect(known(story).identity).toBe(false);
      expect(story.events.map(({ type }) => type)).toContain('IdentityConsentLapsed');
      expect(known(given(story, g.letsSee)).identity).toBe(true);
    }
    const lead = { ...known(seen).lead, account: 'another' };
    expect(known(given(seen, g.replaces('lead', lead))).identity).toBe(true);
  });

  it('gives no seat to an account with an interest in the department that leads it', () => {
    const scope = { kind: 'unit', unit: 'urban' } as const;
    const since = { id: 'r1', reason: '亲属', validFrom: 0, validTo: null };
    const recusals = [{ ...since, account: g.OTHER.account, scope }];
    const start = g.nothing({ ...sponsoringInstitution(), recusals });
    const named = g.when(usually('accepted', start), g.replaces('sponsor', g.OTHER));
    expect(named).toMatchObject({ code: 'sponsorship.seat-recused' });
  });

  it('shows nobody who the other person is, whoever agrees, and its own again when it comes back', () => {
    const told = (story: g.Story, act: g.Act) => {
      const next = given(story, act);
      return next.events
        .slice(story.events.length)
        .flatMap((event) => after(event, next.state, next.stream))
        .flatMap(({ stream, command }) =>
          command.type === 'note-sponsorship'
            ? [[stream, (command.data as { identity: boolean }).identity]]
            : [],
        );
    };
    const seen = given(usually('accepted'), g.letsSee);
    expect(told(seen, g.follows('case-2'))).toEqual([['case-2', false]]);
    const joined = given(seen, g.follows('case-2'));
    expect(told(joined, g.hides)).toEqual([]);
    const other = { ...g.letsSee, by: g.person('case-2') };
    expect(g.when(given(joined, g.hides), other)).toMatchObject({
      code: 'sponsorship.not-the-person',
    });
    expect(told(joined, g.follows('case-1'))).toEqual([['case-1', true]]);
  });
});
