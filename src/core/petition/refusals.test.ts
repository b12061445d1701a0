import { describe, expect, it } from 'vitest';
import { petitioning, petitionLadder } from '../rulebook/petition.fixture.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { did, given, nothing, usually, AFTERNOON, DAY } = g;

const { institution } = nothing();
const recused = {
  ...institution,
  recusals: [
    {
      id: 'r1',
      account: 's1/unit_handler',
      scope: { kind: 'unit', unit: 'c11' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const declined = () => given(usually('routed'), g.declines());
const shared = () => given(usually('registered'), g.routes('s1', 'urban'));
const asked = () => given(usually('noticed'), g.asksExtension());
const extended = () => given(asked(), g.grants(), g.delivers(2));
const withdrawn = () => given(usually('noticed'), g.withdraws());

/** The opinion is late, and nobody heard the reminder or supervised. */
const unheard = () =>
  ['handling-1', 'remind-1', 'supervise-1'].reduce<g.Story>(
    (story, id) => {
      const due = g.known(story).clocks.find((clock) => clock.id === id)?.dueAt ?? 0;
      return given(story, { ...g.ticks(id, 0), now: due });
    },
    usually('noticed', nothing(petitioning({}, { ladder: petitionLadder }))),
  );
const word = { by: { unit: 's1', role: 'unit_head' }, text: '速办' } as const;

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<
  Record<Exclude<RefusalCode, 'petition.same-matter'>, readonly [g.Story, g.Act]>
> = {
  'petition.unknown': [nothing(), g.routes()],
  'petition.exists': [usually('registered'), g.registers()],
  'petition.wrong-status': [usually('registered'), g.opines()],
  'petition.not-yours': [usually('routed'), g.accepts('urban')],
  'petition.not-the-person': [usually('told'), g.asksReview(g.person('case-2'))],
  'petition.machine-only': [
    usually('registered'),
    did(g.clerk, { type: 'clock-due', data: { clock: 'routing-1', revision: 1 } }),
  ],
  'petition.recused': [usually('routed', nothing(recused)), g.accepts()],
  'petition.before-last-step': [usually('routed'), { ...g.accepts(), at: AFTERNOON }],
  'petition.not-entered-late': [usually('registered'), { ...g.routes(), at: AFTERNOON }],
  'petition.not-offered': [nothing(petitioning({}, { petition: null })), g.registers()],
  'petition.text-needed': [usually('routed'), g.objects('s1', ' ')],

  'petition.case-unknown': [nothing(), { ...g.registers(), others: new Map() }],
  'petition.unknown-kind': [nothing(), g.registers({ kind: 'praise' })],
  'petition.nobody-speaks': [nothing(), g.registers({ representatives: 0 })],
  'petition.too-many-representatives': [nothing(), g.registers({ representatives: 6 })],
  'petition.words-not-kept': [nothing(), g.registers({ kind: 'report', number: null })],

  'petition.goes-elsewhere': [given(nothing(), g.registers({ kind: 'suggestion' })), g.routes()],
  'petition.handled-here': [usually('registered'), g.handsOver()],

  'petition.no-body-named': [
    usually('registered'),
    did(g.clerk, { type: 'route', data: { bodies: [] } }),
  ],
  'petition.body-twice': [usually('registered'), g.routes('s1', 's1')],
  'petition.unknown-unit': [usually('registered'), g.routes('nowhere')],
  'petition.not-a-body': [usually('registered'), g.routes('c11')],
  'petition.no-common-superior': [usually('registered'), g.routes('s1', 'other-bureau')],
  'petition.not-among-bodies': [shared(), g.names('s1', 'market')],
  'petition.objection-too-late': [usually('routed'), g.onDay(9, g.objects())],
  'petition.transfer-binds': [
    given(usually('routed'), g.objects(), g.decidesReturn(false)),
    g.objects(),
  ],

  'petition.unknown-reason': [usually('routed'), g.declines('busy')],
  'petition.ruled-reason': [usually('routed'), g.declines('late')],
  'petition.not-answered-yet': [usually('routed'), g.declines('no-new-facts')],

  'petition.not-in-handling': [usually('review'), { ...g.asksExtension(), by: g.handler('d') }],
  'petition.extension-pending': [asked(), g.asksExtension()],
  'petition.no-extension-asked': [usually('noticed'), g.grants()],
  'petition.extension-too-long': [usually('noticed'), g.asksExtension(31)],
  'petition.extended-before': [extended(), g.asksExtension()],
  'petition.extension-by-asker': [
    asked(),
    g.grants(true, g.staff('s1', 'unit_head', 's1/unit_handler')),
  ],
  'petition.clock-overdue': [usually('noticed'), g.onDay(70, g.asksExtension())],
  'petition.no-consent': [usually('noticed'), g.mediates(false)],
  'petition.not-in-re-review': [usually('noticed'), g.opensHearing('s1')],
  'petition.hearing-open': [given(usually('re-review'), g.opensHearing()), g.opines('other-d')],
  'petition.no-hearing-open': [usually('re-review'), g.closesHearing()],

  'petition.no-such-letter': [usually('routed'), g.delivers(7)],
  'petition.delivered-before': [usually('noticed'), g.delivers(1)],

  'petition.not-delivered-yet': [usually('opined'), g.asksReview()],
  'petition.asked-before': [given(usually('concluded'), g.asksReview()), g.asksReview()],
  'petition.withdrawn-before': [withdrawn(), g.claimsFacts()],
  'petition.look-pending': [given(declined(), g.claimsFacts()), g.claimsFacts()],
  'petition.no-new-facts-claimed': [declined(), g.looks(true)],
  'petition.same-eyes': [
    given(usually('registered'), g.declines('accepted-elsewhere', g.clerk), g.claimsFacts()),
    g.looks(true, g.clerk),
  ],

  'petition.instruction-needed': [unheard(), g.supervises(g.head('d'))],
  'petition.instruction-not-a-leader': [unheard(), g.supervises(g.head('d'), word)],
  'petition.clock-not-due': [usually('registered'), g.ticks('routing-1', 1)],
  'petition.nothing-to-recompute': [
    usually('registered'),
    did(g.machine('tick'), { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('a petition refuses', () => {
  it.each(Object.entries(ROWS))('%s', (code, [story, act]) => {
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('a second petition about one request through its claim', () => {
    const [claim] = usually('registered').claims;
    expect(claim).toMatchObject({
      op: 'take',
      limit: 1,
      full: { code: 'petition.same-matter', params: { case: 'case-1' } },
    });
  });

  it('nothing that has no row here', () => {
    const rows = [...Object.keys(ROWS), 'petition.same-matter'];
    expect(rows.toSorted()).toEqual([...REFUSALS].toSorted());
  });

  it('a transfer objected to within five working days and entered later only for its entry', () => {
    const story = usually('routed');
    const entered = { ...g.objects(), now: AFTERNOON + 9 * DAY, at: AFTERNOON + 2 * DAY };
    expect(given(story, entered).state.status).toBe('objected');
  });
});
