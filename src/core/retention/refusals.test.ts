import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import * as g from './given.fixture.ts';
import { REFUSALS, type RefusalCode } from './refusals.ts';

const { did, given, nothing, usually } = g;

const recused = {
  ...g.keeps(),
  recusals: [
    {
      id: 'r1',
      account: 'centre/archivist',
      scope: { kind: 'unit', unit: 'c11' },
      reason: '亲属',
      validFrom: 0,
      validTo: null,
    },
  ],
} as const;
const held = () => given(usually('kept'), g.holds());
const tick = g.machine('tick');

/** One row a code: the shortest story in which it is the answer. */
const ROWS: Readonly<Record<RefusalCode, readonly [g.Story, g.Act]>> = {
  'retention.unknown': [nothing(), g.holds()],
  'retention.wrong-status': [usually('erased'), g.holds()],
  'retention.not-yours': [usually('kept'), g.holds(30, g.staff('s1', 'supervisor'))],
  'retention.not-the-person': [usually('kept'), g.wishes(g.archivist)],
  'retention.machine-only': [
    usually('due'),
    did(g.archivist, { type: 'erase', data: { case: g.CASE, streams: [] } }),
  ],
  'retention.recused': [usually('kept', nothing(recused)), g.packs()],
  'retention.not-entered-late': [usually('kept'), { ...g.holds(), at: g.MONDAY + g.DAY }],
  'retention.not-offered': [nothing(c.district()), g.holds()],
  'retention.text-needed': [given(usually('kept'), g.packs()), g.transfers(' ')],
  'retention.hold-in-the-past': [usually('kept'), g.holds(0)],
  'retention.hold-too-long': [usually('kept'), g.holds(90)],
  'retention.no-such-hold': [usually('kept'), g.agrees()],
  'retention.hold-over': [given(held(), g.declines()), g.agrees()],
  'retention.hold-agreed-already': [given(held(), g.agrees()), g.declines()],
  'retention.own-hold': [held(), g.agrees(g.supervisor)],
  'retention.hold-by-one': [held(), g.holds(40)],
  'retention.nothing-to-archive': [given(nothing(), g.begins(g.withdrawn())), g.packs()],
  'retention.transferred-before': [usually('due'), g.packs()],
  'retention.no-package': [usually('kept'), g.transfers()],
  'retention.wish-open': [given(usually('kept'), g.wishes()), g.wishes()],
  'retention.no-such-wish': [usually('kept'), g.answers()],
  'retention.case-open': [usually('due'), g.erases(g.matter('handling'))],
  'retention.clock-not-due': [usually('kept'), g.ticks('keep-1', 3)],
  'retention.nothing-to-recompute': [
    usually('kept'),
    did(tick, { type: 'recompute-clocks', data: { calendar: 'cn' } }),
  ],
};

describe('every refusal of a retention', () => {
  it.each(REFUSALS)('%s', (code) => {
    const [story, act] = ROWS[code];
    expect(g.when(story, act)).toMatchObject({ code });
  });

  it('of an empty reason names the field', () => {
    const empty = did(g.supervisor, {
      type: 'place-hold',
      data: { reason: ' ', until: g.MONDAY + 9 * g.DAY },
    });
    expect(g.when(usually('kept'), empty)).toMatchObject({ params: { field: 'reason' } });
  });
});
