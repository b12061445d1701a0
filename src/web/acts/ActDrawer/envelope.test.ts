import { describe, expect, it } from 'vitest';
import { envelopeOf, usualFor } from './envelope.ts';

const ZONE = 'Asia/Shanghai';

describe('when and for whom', () => {
  it('says nothing of an act done now for oneself', () => {
    expect(envelopeOf({}, ZONE)).toEqual({});
  });

  it('reads a late entry on the district clocks', () => {
    expect(envelopeOf({ happened: '2026-02-13T16:20' }, ZONE)).toEqual({
      occurredAt: '2026-02-13T08:20:00.000Z',
    });
  });

  it('names the post or the relation, never a person', () => {
    const post = { unit: 'housing', role: 'unit_head' } as const;
    expect(envelopeOf({ behalf: 'post', post }, ZONE)).toEqual({
      onBehalfOf: { kind: 'post', post },
    });
    expect(envelopeOf({ behalf: 'relative' }, ZONE)).toEqual({
      onBehalfOf: { kind: 'person', relation: 'relative' },
    });
  });

  it('leaves out a post not yet chosen', () => {
    expect(envelopeOf({ behalf: 'post' }, ZONE)).toEqual({});
  });

  it('takes down what only the person can say for whoever calls', () => {
    expect(usualFor('add-words', 'intake_agent')).toEqual({ behalf: 'caller' });
    expect(usualFor('reopen', 'intake_agent')).toEqual({ behalf: 'caller' });
    expect(usualFor('reopen', 'supervisor')).toEqual({});
    expect(usualFor('reply', 'unit_handler')).toEqual({});
  });
});
