import { describe, expect, it } from 'vitest';
import { clockOf } from '../clock/clock.ts';
import * as g from './given.fixture.ts';
import { supportProcess } from './index.ts';
import { project } from './project.ts';
import { unshown } from './state.ts';

const { given, nothing, usually, AFTERNOON, DAY } = g;

describe('a support from the offer to the person’s own word', () => {
  it('is offered by whoever handles the matter, to be given by the catalogue’s provider', () => {
    const story = usually('offered');
    expect(g.known(story)).toMatchObject({
      status: 'offered',
      measure: 'post',
      need: 'work',
      manager: 's1',
      provider: 'market',
      terms: { conditions: ['no-earner'], documents: ['registration'] },
    });
    expect(story.events.map(g.named)).toEqual(['SupportOffered', 'ClockStarted support-answer-1']);
  });

  it('is the place’s own where the catalogue names a type of unit', () => {
    const story = given(nothing(), g.offers({ measure: 'relief' }));
    expect(g.known(story).provider).toBe('s1');
  });

  it.each([
    ['the lead', g.handler('s1')],
    ['its head', g.head('s1')],
    ['who keeps contact at the street', g.liaison],
    ['who keeps contact in the community', g.staff('c11', 'liaison')],
  ])('may be offered by %s', (_, by) => {
    expect(g.when(nothing(), g.offers({}, by))).not.toHaveProperty('code');
  });

  it('may be offered by the department that leads it, and by the liaison, where a leader sponsors', () => {
    const seat = (unit: string, role: 'unit_head' | 'liaison') => ({
      account: `${unit}/${role}`,
      post: { unit, role },
    });
    const sponsorship = {
      status: 'accepted',
      case: 'case-1',
      lead: seat('urban', 'unit_head'),
      liaison: seat('s2', 'liaison'),
    };
    const under = (state: object, by = g.head('urban')) =>
      g.when(nothing(), {
        ...g.offers({ sponsorship: 'sp-1' }, by),
        others: new Map<string, unknown>([
          ['case-1', g.matter()],
          ['sp-1', state],
        ]),
      });
    expect(under(sponsorship)).not.toHaveProperty('code');
    expect(under(sponsorship, g.staff('s2', 'liaison'))).not.toHaveProperty('code');
    expect(under(sponsorship, g.head('water'))).toMatchObject({ code: 'support.not-your-case' });
    for (const other of [{ case: 'case-2' }, { status: 'closed' }, { status: 'nominated' }]) {
      expect(under({ ...sponsorship, ...other })).toMatchObject({
        code: 'support.sponsorship-unknown',
      });
    }
  });

  it('holds its provider from the consent on, and the consent has an end', () => {
    const story = usually('consented');
    const { clocks, consent } = g.known(story);
    expect(clockOf(clocks, 'support-answer-1')?.status).toBe('met');
    expect(clockOf(clocks, 'deliver-1')).toMatchObject({
      unit: 'market',
      dueAt: story.now + 5 * DAY,
    });
    expect(clockOf(clocks, 'support-consent-1')?.dueAt).toBe(story.now + 90 * DAY);
    expect(consent).toMatchObject({
      provider: 'market',
      conditions: ['no-earner'],
      documents: ['registration'],
      until: story.now + 90 * DAY,
    });
  });

  it('owes acts to its provider alone: the person owes nothing, answered or not', () => {
    const acts = (step: Parameters<typeof usually>[0]) =>
      project(usually(step).state).acts.map(({ act, unit }) => `${unit} ${act}`);
    expect(acts('offered')).toEqual([]);
    expect(acts('consented')).toEqual(['market support.deliver']);
    expect(acts('delivered')).toEqual([]);
    expect(acts('received')).toEqual([]);
  });

  it('is received by the person’s word, and by nobody else’s', () => {
    expect(g.known(usually('received'))).toMatchObject({ status: 'ended', end: 'RECEIVED' });
    const silent = given(usually('delivered'), g.ticks('support-receipt-1', 130));
    expect(g.known(silent)).toMatchObject({ status: 'ended', end: 'UNCONFIRMED' });
  });

  it('leaves the claim on its measure free again however it ends', () => {
    const ends = [
      usually('received'),
      given(usually('offered'), g.refuses()),
      given(usually('offered'), g.takesBack()),
      given(usually('offered'), g.ticks('support-answer-1', 241)),
      given(usually('consented'), g.revokes()),
      given(usually('consented'), g.cannot()),
    ];
    for (const { state, claims } of ends) {
      expect(state).toMatchObject({ status: 'ended' });
      expect(claims.map(({ op }) => op)).toEqual(['take', 'release']);
      expect(project(state)).toMatchObject({ acts: [], list: { bucket: 'closed' } });
    }
  });
});

describe('what a person says, or does not say', () => {
  it('counts against nobody: an unanswered offer lapses without a breach', () => {
    const story = given(usually('offered'), g.ticks('support-answer-1', 241));
    expect(g.known(story)).toMatchObject({ end: 'LAPSED' });
    expect(project(story.state).list).toMatchObject({ breaches: 0 });
  });

  it('reaches no other stream, whatever it is (invariant 32)', () => {
    for (const last of [g.consents(), g.refuses()]) {
      const story = given(usually('offered'), last);
      const told = story.events.flatMap((event) => [
        ...supportProcess.together(event, story.state, story.stream),
        ...supportProcess.after(event, story.state, story.stream),
      ]);
      expect(told).toEqual([]);
    }
  });

  it('may be said through a clerk, and the log says so', () => {
    const story = given(usually('offered'), g.helped(g.refuses()));
    const said = story.events.findLast(({ type }) => type === 'Refused');
    expect(said?.onBehalfOf).toEqual({ kind: 'person', relation: 'helper' });
  });

  it('ends a consent before its day, and nothing is owed any more', () => {
    const story = given(usually('shown'), g.revokes());
    expect(g.known(story)).toMatchObject({ status: 'ended', end: 'REVOKED' });
    expect(g.known(story).clocks.every(({ status }) => status === 'met' || status === 'void')).toBe(
      true,
    );
    expect(g.when(story, g.delivers())).toMatchObject({ code: 'support.wrong-status' });
  });

  it('puts the delivery off where it did not come, with its whole time again', () => {
    const story = given(usually('delivered'), g.denies());
    expect(g.known(story)).toMatchObject({ status: 'consented' });
    expect(clockOf(g.known(story).clocks, 'deliver-2')?.dueAt).toBe(story.now + 5 * DAY);
    expect(unshown(g.known(story))).toEqual([]);
  });

  it('is asked anew where the consent has run out meanwhile', () => {
    const until = AFTERNOON + 2 * DAY;
    const brief = given(usually('offered'), g.consents(until), g.shows());
    const story = given(brief, g.later(g.delivers(), 40), g.later(g.denies(), 60));
    expect(g.known(story)).toMatchObject({ status: 'offered' });
    const again = given(story, g.consents());
    // What was shown for the first consent is not taken for the second.
    expect(unshown(g.known(again))).toEqual(['no-earner']);
  });
});

describe('a provider that is late', () => {
  it('is reminded, supervised, put before a leader; late stays late', () => {
    const story = given(
      usually('shown'),
      g.ticks('deliver-1', 150),
      g.later(g.supervises(), 151),
      g.later(g.delivers(), 152),
    );
    expect(story.events.map(g.named)).toContain('LadderClimbed deliver-1');
    const clock = clockOf(g.known(story).clocks, 'deliver-1');
    expect(clock).toMatchObject({ status: 'met' });
    expect(clock?.breachedAt).not.toBeNull();
    expect(g.known(story).ladders).toEqual([]);
  });

  it('answers to a leader’s written word at the top', () => {
    const word = { by: { unit: 'd', role: 'unit_head' }, text: '三日内兑现' } as const;
    const story = given(
      usually('consented'),
      g.ticks('deliver-1', 175),
      g.later(g.supervises(g.head('d'), word), 176),
    );
    expect(story.events.findLast(({ type }) => type === 'Supervised')?.data).toMatchObject({
      instruction: word,
    });
    expect(g.known(story).ladders).toMatchObject([{ rung: 3, answered: true }]);
  });

  it('cannot deliver on a consent that has run out', () => {
    const brief = given(usually('offered'), g.consents(AFTERNOON + 2 * DAY), g.shows());
    expect(g.when(brief, g.later(g.delivers(), 50))).toMatchObject({
      code: 'support.wrong-status',
    });
  });
});
