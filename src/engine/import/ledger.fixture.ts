import { shippedRulebook } from '../rulebook/shipped.ts';
import type { Mapping } from './mapping.ts';
import { type ReadMapping, readMapping } from './read.ts';

/** A mapping of every part, for a ledger of four columns more than it needs. */
export const MAPPING = `id: harbour
title: { en: Harbour ledger, zh: 港湾区台账 }
tenant: harbour
rulebook: { id: schema-fixture }
calendar: us-boston
file: { zone: America/New_York, dates: ymd, mayLack: [due] }
system: harbour-desk
receivedBy: desk
columns:
  number: id
  opened: opened
  closed: closed
  due: due
  words: [subject, text]
  placeDetail: [street]
  answer: answer
  title: subject
persons: [caller]
status: { column: state, open: [open], closed: [done] }
kind: { column: about, table: { why: consult }, otherwise: help }
intake: { always: phone }
place: { column: place, table: { Quay: quay, Hill: hill }, otherwise: borough }
category: { column: about, table: { hole: pothole, board: notice-board, why: notice-board } }
catchAll: [notice-board]
lead: { column: office, table: { Works: works, '': null } }
terms: { verb: '(?:filled|mended)', did: 'was <verb>' }
outcomes:
  - { says: 'not <did>', outcome: UNKNOWN }
  - { says: '<did>', outcome: FIXED }
`;

export const law = (() => {
  const found = shippedRulebook('schema-fixture');
  if (found === null) throw new Error('no schema-fixture');
  return found;
})();

export const read = (text = MAPPING): ReadMapping => readMapping('harbour.yaml', text);

/** The mapping, changed where the test needs it to be. */
export const mapping = (...changes: readonly (readonly [string, string])[]): Mapping =>
  read(changes.reduce((text, [from, to]) => text.replace(from, to), MAPPING)).mapping;

const USUAL = {
  id: '7',
  opened: '2026-03-02 09:30:00',
  closed: '',
  due: '',
  subject: 'A hole in Ropewalk',
  text: 'It is as deep as a bucket.',
  street: 'Ropewalk 4',
  answer: '',
  caller: '',
  state: 'open',
  about: 'hole',
  place: 'Quay',
  office: 'Works',
};

/** A row of that ledger. */
export const row = (cells: Partial<typeof USUAL> = {}, line = 2) => ({
  line,
  cells: { ...USUAL, ...cells },
});

/** The ledger as a CSV. */
export const csv = (...rows: readonly Partial<typeof USUAL>[]): string =>
  [Object.keys(USUAL), ...rows.map((cells) => Object.values({ ...USUAL, ...cells }))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
