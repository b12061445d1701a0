import { describe, expect, it } from 'vitest';
import { FileFault } from '../yaml/fault.ts';
import { law, MAPPING, read } from './ledger.fixture.ts';

/** Where a mapping is wrong, and what it says there. */
function problems(from: string, to: string, check = false): readonly string[] {
  expect(MAPPING).toContain(from);
  try {
    const found = read(MAPPING.replace(from, to));
    if (check) found.check(law);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return error.problems.map(({ file, line, column, what }) => {
      expect(what.zh).toMatch(/[\u4e00-\u9fff]/);
      return `${file}:${line}:${column} ${what.en}`;
    });
  }
  return [];
}

describe('a mapping', () => {
  it('is read, and fits its rulebook', () => {
    const { mapping, check } = read();
    check(law);
    expect(mapping).toMatchObject({
      id: 'harbour',
      system: 'harbour-desk',
      catchAll: ['notice-board'],
    });
    expect(mapping.outcomes.map(({ says, outcome }) => [says.source, outcome])).toEqual([
      ['not was (?:filled|mended)', 'UNKNOWN'],
      ['was (?:filled|mended)', 'FIXED'],
    ]);
  });

  it.each([
    ['persons: [caller]', 'person: [caller]', /harbour\.yaml:18:1 Unrecognized key: "person"/],
    [
      'outcome: FIXED',
      'outcome: MENDED',
      /harbour\.yaml:29:\d+ outcomes\.1\.outcome: Invalid option/,
    ],
    ['America/New_York', 'America/Atlantis', /harbour\.yaml:6:\d+ There is no time zone/],
    ["says: '<did>'", "says: '<done>'", /harbour\.yaml:29:\d+ '<done>' is no pattern/],
    ["says: '<did>'", "says: '(<did>'", /harbour\.yaml:29:\d+ '\(<did>' is no pattern/],
    [
      '{ always: phone }',
      '{ always: phone, column: via }',
      /harbour\.yaml:21:\d+ intake takes either/,
    ],
    ['{ always: phone }', '{}', /intake takes either/],
    [
      'category: {',
      'categoryByWords: { columns: [text], least: 4, ahead: 2 }\ncategory: {',
      /Categories come from one place/,
    ],
    [
      '{ id: schema-fixture }',
      '{ id: schema-fixture, inForceFrom: 2011-02-30 }',
      /'2011-02-30' is no date/,
    ],
  ])('says where it is wrong: %s', (from, to, expected) => {
    const [first, ...more] = problems(from, to);
    expect(first).toMatch(expected);
    expect(more).toEqual([]);
  });

  it.each([
    ['Quay: quay', 'Quay: pier', "harbour.yaml:22:40 The rulebook schema-fixture 1 has no 'pier'."],
    ['hole: pothole', 'hole: streets', /has no 'streets'/],
    ['catchAll: [notice-board]', 'catchAll: [others]', /has no 'others'/],
    ['receivedBy: desk', 'receivedBy: counter', /has no 'counter'/],
    ['calendar: us-boston', 'calendar: cn', /has no 'cn'/],
    ['{ always: phone }', '{ always: telegraph }', /has no 'telegraph'/],
  ])('names what its rulebook does not have: %s', (from, to, expected) => {
    const [only, ...more] = problems(from, to, true);
    expect(more).toEqual([]);
    expect(only).toMatch(expected);
  });
});
