import { describe, expect, it } from 'vitest';
import * as c from '../case/given.fixture.ts';
import { caseProcess } from '../case/index.ts';
import type { CaseState } from '../case/state.ts';
import type { StreamId } from '../process.ts';
import * as g from './given.fixture.ts';
import type { WhistleState } from './state.ts';
import {
  acted,
  type Deed,
  emptyWorld,
  settled,
  stateOf,
  violations,
  type World,
} from './world.fixture.ts';

/** A world in which every act must succeed, each an hour after the one before. */
function told(start: World, ...deeds: readonly Deed[]): World {
  return deeds.reduce((world, deed) => {
    const next = acted(later(world), deed);
    if ('code' in next) throw new Error(`${deed.command.type}: ${next.code}`);
    return next;
  }, start);
}
const later = (world: World): World => ({ ...world, now: world.now + c.HOUR / 4 });

const onCase = (stream: StreamId, { by, command }: c.Act): Deed => ({
  process: 'case',
  stream,
  by: by.kind === 'person' ? c.person(stream) : by,
  command,
});
const onWhistle = ({ by, command }: g.Act, stream = g.WHISTLE): Deed => ({
  process: 'whistle',
  stream,
  by,
  command,
});

const path = [c.usual.register, c.usual.triage, c.usual.dispatch, c.usual.sign];
const cases = () =>
  told(
    emptyWorld(),
    ...path.map((act) => onCase('case-1', act)),
    ...path.map((act) => onCase('case-2', act)),
  );
const merge = onCase(
  'case-1',
  c.did(c.centreDesk, { type: 'merge', data: { into: 'case-2', basis: '同一处' } }),
);
const unmerge = onCase('case-1', c.unmerges('case-2'));
const whistling = () => settled(told(cases(), onWhistle(g.proposes()), onWhistle(g.screens())));

const whistle = (world: World, stream = g.WHISTLE) => stateOf(world, stream) as WhistleState;
const noted = (world: World, stream: StreamId) => {
  const state = stateOf(world, stream) as CaseState;
  return state.status === 'none'
    ? []
    : state.whistles.map((note) => `${note.whistle} ${note.stage}`);
};

describe('a whistle during a merge', () => {
  it('goes where the matter goes, and comes back with it', () => {
    const merged = settled(told(whistling(), merge));
    expect(whistle(merged)).toMatchObject({ case: 'case-2', home: 'case-1', status: 'issued' });
    expect([noted(merged, 'case-1'), noted(merged, 'case-2')]).toEqual([[], ['whistle-1 issued']]);
    const back = settled(told(merged, unmerge));
    expect(whistle(back)).toMatchObject({ case: 'case-1', status: 'issued' });
    expect([noted(back, 'case-1'), noted(back, 'case-2')]).toEqual([['whistle-1 issued'], []]);
    expect(violations(back)).toEqual([]);
  });

  it('that ended in the other case comes back ended', () => {
    const merged = settled(told(whistling(), merge));
    const ended = settled(
      told(merged, onWhistle(g.standsDown()), onWhistle(g.concludes('NOT_NEEDED'))),
    );
    const back = settled(told(ended, unmerge));
    expect(noted(back, 'case-1')).toEqual(['whistle-1 ended']);
    expect(noted(back, 'case-2')).toEqual([]);
    expect(violations(back)).toEqual([]);
  });

  it('that the case was told of only after the merge follows all the same, there and back', () => {
    const late = told(cases(), onWhistle(g.proposes()), merge);
    expect(noted(late, 'case-1')).toEqual([]);
    const followed = settled(late);
    expect(whistle(followed)).toMatchObject({ case: 'case-2' });
    const back = settled(told(followed, unmerge));
    expect(whistle(back)).toMatchObject({ case: 'case-1' });
    expect(violations(back)).toEqual([]);
  });

  it('goes home, and on, when the other person withdraws what it was merged into', () => {
    const merged = settled(told(whistling(), merge));
    const gone = settled(told(merged, onCase('case-2', c.withdraws)));
    expect(whistle(gone)).toMatchObject({ case: 'case-1', status: 'issued' });
    expect(noted(gone, 'case-1')).toEqual(['whistle-1 issued']);
    expect(violations(gone)).toEqual([]);
  });

  it('stays where it was proposed when a request parts from that case', () => {
    const merged = settled(told(cases(), merge));
    const called = settled(told(merged, onWhistle(g.proposes({ case: 'case-2' }))));
    const parted = settled(told(called, unmerge));
    expect([noted(parted, 'case-1'), noted(parted, 'case-2')]).toEqual([
      [],
      ['whistle-1 proposed'],
    ]);
    expect(violations(parted)).toEqual([]);
  });
});

describe('a unit that was let go', () => {
  const issued = (...deeds: readonly Deed[]) => settled(told(whistling(), ...deeds));
  const calledTo = (world: World) => {
    const { list } = caseProcess.project(stateOf(world, 'case-1') as CaseState, 'case-1');
    return list?.called;
  };
  it.each<readonly [string, readonly g.Act[]]>([
    ['stood down', [g.standsDown()]],
    ['objected with right', [g.objects(), g.decides(true)]],
    ['came and said what came of it', [g.reports(), g.settles()]],
  ])('is called to the case no more: %s', (_, acts) => {
    expect(calledTo(whistling())).toEqual(['urban']);
    const gone = issued(...acts.map((act) => onWhistle(act)));
    expect(calledTo(gone)).toEqual([]);
    expect(violations(gone)).toEqual([]);
  });

  it('is called to it again when it is called again', () => {
    const further = g.calls(['urban'], null, { again: '现场又起' });
    const again = issued(onWhistle(g.standsDown()), onWhistle(further));
    expect(calledTo(again)).toEqual(['urban']);
    expect(violations(again)).toEqual([]);
  });
});

describe('a ruling that it is not theirs', () => {
  const ruled = () => told(whistling(), onWhistle(g.objects()), onWhistle(g.decides(true)));

  it('binds every later whistle about the case', () => {
    const over = settled(told(settled(ruled()), onWhistle(g.concludes('ESCALATED'))));
    expect(acted(over, onWhistle(g.proposes(), 'w2'))).toMatchObject({
      code: 'whistle.ruled-not-theirs',
      params: { unit: 'urban', power: 'fine', whistle: 'whistle-1' },
    });
    expect(violations(over)).toEqual([]);
  });

  it('goes along with the case, and binds no other', () => {
    const merged = settled(told(settled(ruled()), merge));
    const there = onWhistle(g.proposes({ case: 'case-2' }), 'w2');
    expect(acted(merged, there)).toMatchObject({ code: 'whistle.ruled-not-theirs' });
    expect(acted(settled(ruled()), there)).not.toHaveProperty('code');
  });

  it('binds for the power it was about, not for another', () => {
    const { institution } = emptyWorld();
    const rulebooks = institution.rulebooks.map((law) => ({
      ...law,
      holdings: law.holdings.map((one) =>
        one.power === 'inspect' && one.holder === 'market' ? { ...one, holder: 'urban' } : one,
      ),
    }));
    const wider = { ...settled(ruled()), institution: { ...institution, rulebooks } };
    const terms = { missing: ['fine', 'inspect'], units: ['urban', 'housing'] };
    expect(acted(wider, onWhistle(g.proposes(terms), 'w2'))).toMatchObject({
      code: 'whistle.power-uncalled',
      params: { power: 'fine' },
    });
    const inspects = told(
      wider,
      onWhistle(g.proposes({ missing: ['inspect'], units: ['urban'] }), 'w2'),
      onWhistle(g.screens(), 'w2'),
    );
    expect(whistle(inspects, 'w2')).toMatchObject({
      callOuts: [{ powers: [{ power: 'inspect' }] }],
    });
  });
});

describe('a whistle whose case ends', () => {
  it('ends with it, and frees whom it called', () => {
    const gone = settled(told(whistling(), onCase('case-1', c.withdraws)));
    expect(whistle(gone)).toMatchObject({ status: 'rated', result: 'NOT_NEEDED' });
    expect([...gone.claims.values()].every((of) => of.size === 0)).toBe(true);
    expect(violations(gone)).toEqual([]);
  });

  it('ends with the answer that reaches whoever was merged into it', () => {
    const merged = settled(told(whistling(), merge));
    const closed = settled(
      told(
        merged,
        onCase('case-2', c.usual.reply),
        onCase('case-2', c.usual.verify),
        onCase('case-2', c.usual.close),
      ),
    );
    expect(whistle(closed)).toMatchObject({ status: 'rated', result: 'NOT_NEEDED' });
    expect(violations(closed)).toEqual([]);
  });

  it('and that ended first leaves nothing parked', () => {
    const both = told(
      whistling(),
      onWhistle(g.standsDown()),
      onWhistle(g.concludes('NOT_NEEDED')),
      onCase('case-1', c.withdraws),
    );
    const { waiting } = both;
    expect(waiting.map(({ command }) => command.type)).toContain('case-ended');
    for (const { stream, command } of waiting.filter(({ process }) => process === 'whistle')) {
      const ended: Deed = { process: 'whistle', stream, by: c.machine('reaction'), command };
      const drained = settled({
        ...both,
        waiting: waiting.filter(({ process }) => process !== 'whistle'),
      });
      expect(acted(drained, ended)).not.toHaveProperty('code');
    }
    expect(violations(settled(both))).toEqual([]);
  });

  it('is told of the end when it was proposed in the same breath', () => {
    const crossed = settled(told(cases(), onWhistle(g.proposes()), onCase('case-1', c.withdraws)));
    expect(whistle(crossed)).toMatchObject({ status: 'declined' });
    expect(violations(crossed)).toEqual([]);
  });
});

describe('units called by several', () => {
  it('answer as many as they can, and no more', () => {
    const twice = settled(
      told(cases(), onWhistle(g.proposes(), 'w1'), onWhistle(g.proposes({ case: 'case-2' }), 'w2')),
    );
    const third = onWhistle(g.proposes({ missing: ['fine'] }), 'w3');
    const more = told(twice, ...path.map((act) => onCase('case-3', act)));
    const asked: Deed = { ...third, command: g.proposes({ case: 'case-3' }).command };
    expect(acted(more, asked)).toMatchObject({ code: 'whistle.capacity-full' });
    const freed = told(more, onWhistle(g.takesBack(), 'w1'), asked);
    expect(violations(settled(freed))).toEqual([]);
  });

  it('are called once to one matter, whoever whistles', () => {
    const again = onWhistle(g.proposes({}, g.handler('c11')), 'w2');
    expect(acted(whistling(), again)).toMatchObject({ code: 'whistle.already-called' });
    const unheard = told(cases(), onWhistle(g.proposes()));
    expect(noted(unheard, 'case-1')).toEqual([]);
    expect(acted(unheard, again)).toMatchObject({ code: 'whistle.already-called' });
  });

  it('are called once to two that are one, unless both had called them before', () => {
    const both = settled(told(whistling(), onWhistle(g.proposes({ case: 'case-2' }), 'w2'), merge));
    expect(violations(both)).toEqual([]);
    const third = onWhistle(g.proposes({ case: 'case-2', override: '汛期' }), 'w3');
    expect(acted(both, third)).toMatchObject({ code: 'whistle.already-called' });
    const one = told(both, onWhistle(g.takesBack(), 'w2'));
    expect(acted(one, third)).toMatchObject({ code: 'whistle.already-called' });
    expect(violations(settled(told(both, unmerge)))).toEqual([]);
  });
});
