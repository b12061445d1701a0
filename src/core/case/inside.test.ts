import { describe, expect, it } from 'vitest';
import { liveOf } from '../clock/clock.ts';
import * as g from './given.fixture.ts';
import { project } from './project.ts';

const { given, nothing, usual, usually } = g;

const handling = () => usually('handling', nothing(g.divided()));
const works = g.seated('unit_handler', 'works');
const worksHead = g.seated('office_head', 'works');
const law = g.seated('unit_handler', 'law');
const to = (actor: typeof works) => {
  if (actor.kind !== 'staff') throw new Error('not staff');
  return { account: actor.account, post: actor.post };
};
const may = (story: g.Story, act: g.Act) => !('code' in g.when(story, act));
const owed = ({ state }: g.Story, act: string) =>
  project(state).acts.find((row) => row.act === `case.${act}`);
const outside = ({ state }: g.Story) => {
  if (state.status !== 'handling') throw new Error('not handling');
  const { holder, clocks, order } = state;
  return { holder, clocks, lead: order.lead, assisting: order.assisting };
};

describe('work inside a unit', () => {
  it('is assigned and handed on without touching holder, lead or clock', () => {
    const before = handling();
    const after = given(before, g.assigns('works', to(works)), g.handsOn('law', works));
    expect(outside(after)).toEqual(outside(before));
    expect(owed(after, 'reply')).toMatchObject({ unit: 's1', office: 'law' });
    expect(owed(after, 'reply')).not.toHaveProperty('account');
  });

  it('says of every act its handlers owe who has it, before signing as well', () => {
    const assigned = given(usually('assigned', nothing(g.divided())), g.assigns(null, to(works)));
    expect(owed(assigned, 'sign-for')).toMatchObject({
      office: 'works',
      account: 's1/works/unit_handler',
    });
    const signed = given(assigned, usual.sign);
    for (const act of ['reply', 'contact']) {
      expect(owed(signed, act)).toMatchObject({ office: 'works' });
    }
  });

  it('binds nobody: whoever of the unit is there may act', () => {
    const assigned = given(handling(), g.assigns(null, to(works)));
    expect(may(assigned, { ...usual.contact, by: law })).toBe(true);
  });

  it('ends with the order', () => {
    const reopened = given(
      usually('assigned', nothing(g.divided())),
      g.assigns('works'),
      g.objects,
      g.decides(true),
      usual.dispatch,
    );
    expect(owed(reopened, 'sign-for')).not.toHaveProperty('office');
  });

  it('is the head’s to give, an office head’s within the office, a handler’s own to take', () => {
    const mine = to(works);
    expect(may(handling(), g.assigns(null, mine, g.head('s1')))).toBe(true);
    expect(may(handling(), g.assigns(null, mine, worksHead))).toBe(true);
    expect(may(handling(), g.assigns(null, to(law), worksHead))).toBe(false);
    expect(may(handling(), g.assigns(null, mine, works))).toBe(true);
    const taken = given(handling(), g.assigns(null, mine));
    const other = g.seated('unit_handler', 'works', 'somebody-else');
    expect(may(taken, g.assigns(null, to(other), other))).toBe(false);
    expect(may(taken, g.assigns('works', null, works))).toBe(true);
    expect(may(taken, g.assigns(null, null))).toBe(true);
    expect(may(taken, g.assigns(null, to(law)))).toBe(true);
  });

  it('may be one unit’s own only', () => {
    const elsewhere = { account: 'x', post: { unit: 'urban', role: 'unit_handler' as const } };
    expect(may(handling(), g.assigns(null, elsewhere))).toBe(false);
    const caller = { account: 'x', post: { unit: 's1', role: 'callback_agent' as const } };
    expect(may(handling(), g.assigns(null, caller))).toBe(false);
    expect(may(handling(), g.assigns('law', to(works)))).toBe(false);
  });
});

describe('a reply that others must agree to', () => {
  const drafted = () => given(handling(), g.assigns('works'), { ...usual.reply, by: works });
  const agreed = () => given(drafted(), g.agrees(worksHead));

  it('travels in order, each step owed under the reply’s own clock', () => {
    expect(owed(drafted(), 'agree-reply')).toMatchObject({
      role: 'office_head',
      office: 'works',
      clock: 'reply-1',
    });
    expect(owed(drafted(), 'reply')).toBeUndefined();
    expect(owed(agreed(), 'agree-reply')).toMatchObject({ role: 'unit_head' });
    expect(may(drafted(), g.agrees(g.seated('office_head', 'law')))).toBe(false);
  });

  it('is sent by the last agreement, as it was drafted, and only then meets the clock', () => {
    const { state: before } = agreed();
    if (before.status !== 'handling') throw new Error('sent too early');
    expect(liveOf(before.clocks, 'reply')?.status).toBe('running');
    expect(g.adds(agreed(), g.agrees(g.head('s1')))).toEqual([
      'ReplyAgreed',
      'Replied',
      'ClockMet reply-1',
      'ClockEnded contact-1',
      'ClockStarted verification-1',
    ]);
    const { state } = given(agreed(), g.agrees(g.head('s1')));
    expect(state).toMatchObject({
      status: 'replied',
      replies: [{ reply: before.draft?.reply, outcome: 'FIXED' }],
    });
  });

  it('goes back with a reason, is never lost, and begins its way again when changed', () => {
    const back = given(agreed(), g.sendsBack(g.head('s1')));
    expect(back.state).toMatchObject({ draft: { number: 1, sentBack: { step: 2 } } });
    expect(owed(back, 'reply')).toMatchObject({ role: 'unit_handler', office: 'works' });
    expect(may(back, g.agrees(g.head('s1')))).toBe(false);
    const again = given(back, { ...usual.reply, by: works });
    expect(again.state).toMatchObject({ draft: { number: 2, agreed: [], sentBack: null } });
  });

  it('needs no agreement of those beneath a head who writes it', () => {
    expect(given(handling(), { ...usual.reply, by: g.head('s1') }).state.status).toBe('replied');
    const byHead = given(handling(), g.assigns('works'), { ...usual.reply, by: worksHead });
    expect(owed(byHead, 'agree-reply')).toMatchObject({ role: 'unit_head' });
  });

  it('needs every agreement where it is only entered for a head, and another account’s', () => {
    const secretary = g.handler('s1');
    const post = { unit: 's1', role: 'unit_head' } as const;
    const forHead = { onBehalfOf: { kind: 'post', post } } as const;
    const story = given(handling(), { ...usual.reply, by: secretary, ...forHead });
    expect(story.state).toMatchObject({
      status: 'handling',
      draft: { steps: [{ role: 'office_head' }, { role: 'unit_head' }] },
    });
    const signed = given(story, g.agrees(worksHead));
    expect(g.when(signed, { ...g.agrees(secretary), ...forHead })).toMatchObject({
      code: 'case.signs-own-draft',
    });
    expect(given(signed, g.agrees(g.head('s1'))).state.status).toBe('replied');
  });

  it('may be entered for a step by the unit’s secretary', () => {
    const secretary = g.handler('s1');
    const post = { unit: 's1', role: 'unit_head' } as const;
    const act = { ...g.agrees(secretary), onBehalfOf: { kind: 'post', post } as const };
    expect(given(agreed(), act).state.status).toBe('replied');
  });

  it('keeps the steps it began with, whatever the rulebook says later', () => {
    const changed = g.district();
    const story = given({ ...agreed(), institution: changed }, g.agrees(g.head('s1')));
    expect(story.state.status).toBe('replied');
  });

  it('goes out at once where no line asks for more', () => {
    expect(given(usually('handling'), usual.reply).state.status).toBe('replied');
  });
});
