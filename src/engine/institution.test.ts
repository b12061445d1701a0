import { describe, expect, it } from 'vitest';
import { institution } from '../core/institution/index.ts';
import type { InstitutionState } from '../core/institution/state.ts';
import { START, smallInstitution, smallRulebook } from '../core/rulebook/small.fixture.ts';
import {
  assemble,
  documentsOf,
  enactCalendar,
  enactRulebook,
  storedRulebook,
} from './institution.ts';

const hash = (text: string) => `length:${text.length}`;
const calendar = smallInstitution().calendars.get('cn');
if (calendar === undefined) throw new Error('fixture');

const law = enactRulebook(smallRulebook(), hash, 'decision');
const older = enactCalendar(calendar, hash);
const newer = enactCalendar({ ...calendar, version: 'test-2', weekend: [0] }, hash);

function enact(...enacted: readonly { command: typeof law.command }[]): InstitutionState {
  return enacted.reduce<InstitutionState>((state, { command }, at) => {
    const decision = institution.decide(command, state, {
      now: START,
      occurredAt: START,
      stream: 'institution',
      actor: { kind: 'machine', name: 'setup' },
      institution: smallInstitution(),
      others: new Map(),
      lot: 0,
    });
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    const recording = {
      stream: 'institution',
      version: at + 1,
      occurredAt: START,
      recordedAt: START,
      actedBy: { kind: 'machine', name: 'setup' },
    } as const;
    return decision.events.reduce(
      (before, event) => institution.evolve(before, { ...event, ...recording }),
      state,
    );
  }, institution.initial);
}

describe('assemble', () => {
  it('gives back the rulebook and the newest calendar that were enacted', () => {
    const state = enact(older, newer, law);
    expect(documentsOf(state)).toEqual([law.document.hash, newer.document.hash]);
    const whole = assemble(state, 3, [law.document, newer.document]);
    expect(whole.version).toBe(3);
    expect(whole.rulebooks).toEqual([smallRulebook()]);
    expect(whole.calendars.get('cn')).toEqual({ ...calendar, version: 'test-2', weekend: [0] });
  });

  it('has no law before the first rulebook', () => {
    const whole = assemble(enact(older), 1, [older.document]);
    expect(whole.rulebooks).toEqual([]);
    expect(whole.calendars.has('cn')).toBe(true);
  });

  it('treats a missing document as a fault', () => {
    expect(() => assemble(enact(older), 1, [])).toThrow(older.document.hash);
  });
});

describe('a rulebook that an earlier release kept', () => {
  it('has no whistle, ladder or support, for it never said how', () => {
    const {
      ladder: _,
      support: _s,
      supports: _t,
      ...earlier
    } = {
      ...smallRulebook(),
      whistle: { levels: [] },
    };
    expect(storedRulebook(earlier)).toEqual(smallRulebook());
  });
});
