import { describe, expect, it } from 'vitest';
import type { HistoryAct } from '../../core/case/commands.ts';
import { law, mapping, row } from './ledger.fixture.ts';
import type { Mapping } from './mapping.ts';
import { translate } from './translate.ts';

type Data = {
  readonly acts: readonly HistoryAct[];
  readonly place: { readonly unit: string };
  readonly kind: string;
  readonly external: readonly { readonly dueAt: number | null; readonly state: string | null }[];
  readonly imported: unknown;
};

/** The row as a case, or a test that fails. */
function taken(cells: Parameters<typeof row>[0], by: Mapping = mapping()) {
  const translated = translate(row(cells), by, law);
  if (translated.kind !== 'case') throw new Error(JSON.stringify(translated));
  return { ...translated, data: translated.command.data as Data };
}

const at = (text: string) => Date.parse(text);
const OPENED = at('2026-03-02T14:30:00Z');
const acts = (cells: Parameters<typeof row>[0]) => taken(cells).data.acts.map(({ act }) => act);

describe('a row', () => {
  it('is one command with its true time, its number and its line', () => {
    const { occurredAt, number, command, data } = taken({});
    expect([occurredAt, number, command.type]).toEqual([OPENED, '7', 'record-history']);
    expect(data).toMatchObject({
      kind: 'help',
      intake: 'phone',
      receivedBy: 'desk',
      place: { unit: 'quay' },
      external: [{ system: 'harbour-desk', number: '7', dueAt: null, state: 'open' }],
      imported: { mapping: 'harbour', line: 2 },
      contact: null,
      receipt: null,
    });
  });

  it('has a title that names nobody, for lists hold it in clear', () => {
    const { data } = taken({ subject: 'Ms Bell fell in a hole', caller: 'Ms Bell' });
    expect(data.acts[0]).toMatchObject({ title: '… fell in a hole' });
  });

  it('left open was sorted and dispatched, with the target the ledger names', () => {
    const { data, told } = taken({ due: '2026-03-10' });
    const dueAt = at('2026-03-11T04:00:00Z');
    expect(data.acts).toEqual([
      {
        act: 'triaged',
        at: OPENED,
        category: 'pothole',
        title: 'A hole in Ropewalk',
        urgency: null,
      },
      { act: 'dispatched', at: OPENED, lead: 'works', dueAt },
    ]);
    expect(data.external[0]?.dueAt).toBe(dueAt);
    expect(told).toEqual({ outcome: null, category: 'pothole', placeUnnamed: false });
  });

  it('asks the duty list where the ledger names no office', () => {
    expect(taken({ office: '' }).data.acts[1]).toMatchObject({ act: 'dispatched', lead: null });
  });

  it('closed with words was replied to and closed, by what the words say', () => {
    const done = { state: 'done', closed: '2026-03-04 10:00' };
    expect(acts({ ...done, answer: 'It was filled.' })).toEqual([
      'triaged',
      'dispatched',
      'replied',
      'closed',
    ]);
    expect(acts(done)).toEqual(['triaged', 'dispatched', 'closed']);
    const outcome = (answer: string) => taken({ ...done, answer }).told.outcome;
    expect(outcome('It WAS  \n Filled on Monday.')).toBe('FIXED');
    expect(outcome('It was not was filled')).toBe('UNKNOWN');
    expect(outcome('Closed.')).toBe('UNKNOWN');
    expect(outcome('')).toBe('UNKNOWN');
  });

  it('puts every text into the vault, and none where lists show it', () => {
    const { texts, data } = taken({ state: 'done', closed: '2026-03-04', answer: 'was filled' });
    expect(texts).toEqual({
      words: 'A hole in Ropewalk\nIt is as deep as a bucket.',
      'place.detail': 'Ropewalk 4',
      'acts.2.reply': 'was filled',
    });
    expect(JSON.stringify(data)).not.toMatch(/bucket|Ropewalk 4|was filled/);
  });

  it('never keeps who a person is, not even inside a text', () => {
    const { texts, data } = taken({
      caller: 'UU-0042',
      text: 'I am UU-0042, call me',
      state: 'done',
      closed: '2026-03-04',
      answer: 'Dear UU-0042, it was filled',
    });
    expect(JSON.stringify([texts, data])).not.toContain('UU-0042');
    expect(texts.words).toContain('I am …, call me');
  });

  it('counts what the mapping’s other answer stands in for', () => {
    const { data, told } = taken({ place: 'Elsewhere' });
    expect([data.place.unit, told.placeUnnamed]).toEqual(['borough', true]);
    expect(taken({ about: 'why' }).data.kind).toBe('consult');
  });
});

describe('a row is rejected', () => {
  it.each([
    ['import.no-number', { id: ' ' }],
    ['import.number-too-long', { id: 'x'.repeat(101) }],
    ['import.no-time', { opened: '' }],
    ['import.bad-time', { opened: 'yesterday' }],
    ['import.bad-time', { closed: '31/31/2026' }],
    ['import.closed-before-opened', { state: 'done', closed: '2026-03-02 09:29' }],
    ['import.due-before-opened', { due: '2026-03-02 09:30' }],
    ['import.unknown-status', { state: 'parked' }],
    ['import.status-contradicts', { state: 'done' }],
    ['import.status-contradicts', { closed: '2026-03-04' }],
    ['import.not-in-table', { about: 'weather' }],
    ['import.not-in-table', { office: 'Harbour master' }],
    ['import.no-words', { subject: '', text: ' ' }],
  ])('%s', (code, cells) => {
    expect(translate(row(cells), mapping(), law)).toMatchObject({
      kind: 'problem',
      problem: { code },
    });
  });
});

describe('a ledger without categories', () => {
  const byWords = mapping(
    [
      'category: { column: about, table: { hole: pothole, board: notice-board, why: notice-board } }',
      'categoryByWords: { columns: [subject], least: 2, ahead: 2 }',
    ],
    ["lead: { column: office, table: { Works: works, '': null } }\n", ''],
  );

  it('is sorted by the rulebook’s keywords, today while open, in its own time once closed', () => {
    const words = { subject: 'pothole', text: '' };
    expect(taken(words, byWords).data.acts).toMatchObject([{ act: 'triaged', at: null }]);
    const closed = taken({ ...words, state: 'done', closed: '2026-03-04', answer: 'x' }, byWords);
    expect(closed.data.acts).toMatchObject([
      { act: 'triaged', at: OPENED, category: 'pothole' },
      { act: 'replied', outcome: 'UNKNOWN' },
      { act: 'closed', outcome: 'UNKNOWN' },
    ]);
  });

  it('waits for a person where the words do not say, or say two things', () => {
    expect(taken({ subject: 'hello', text: '' }, byWords).data.acts).toEqual([]);
    const two = taken({ subject: 'pothole and notice board', text: '' }, byWords);
    expect(two.data.acts).toEqual([]);
    expect(two.told.category).toBeNull();
  });

  it('leaves emergencies and other channels to a person', () => {
    expect(taken({ subject: 'fire fire', text: '' }, byWords).data.acts).toEqual([]);
  });

  it('keeps nothing of a report against an official', () => {
    const cells = { subject: 'The officer took a bribe', text: 'and there is a pothole' };
    expect(translate(row(cells), byWords, law)).toEqual({ kind: 'withheld' });
  });
});
