import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isLeaf } from '../../core/authority/category.ts';
import { propose } from '../../core/authority/propose.ts';
import type { Rulebook } from '../../core/rulebook/rulebook.ts';
import { shippedRulebook } from '../rulebook/shipped.ts';
import type { Row } from './cells.ts';
import { openLedger } from './ledger/ledger.ts';
import { columnsOf } from './mapping.ts';
import { readMapping } from './read.ts';
import { type Translated, translate } from './translate.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The real ledger where it lies beside the checkout; its licence keeps it out of the repository. */
function ledgersOf(sample: string, ...real: readonly string[]): readonly string[] {
  const there = real.filter((path) => existsSync(at(path)));
  for (const path of real) {
    if (there.includes(path)) continue;
    console.warn(`${path} is not here: ${sample} alone stands for it in this run`);
  }
  return [sample, ...there].map(at);
}

function shipped(name: string) {
  const file = `mappings/${name}.yaml`;
  const read = readMapping(file, readFileSync(at(file), 'utf8'));
  const law = shippedRulebook(read.mapping.rulebook.id);
  if (law === null) throw new Error(`${name} names no shipped rulebook`);
  return { ...read, law };
}

type Case = Extract<Translated, { kind: 'case' }>;

/** Every row of a ledger through a mapping, the cases among them with the row they came from. */
async function through(path: string, name: string) {
  const { mapping, law } = shipped(name);
  const columns = columnsOf(mapping).filter((column) => !mapping.file.mayLack.includes(column));
  const { rows } = await openLedger(path, { ...mapping.file, columns });
  const cases: (Case & { readonly row: Row })[] = [];
  const others: (Translated | 'broken')[] = [];
  for await (const row of rows) {
    const translated = 'problem' in row ? 'broken' : translate(row, mapping, law);
    if (translated === 'broken' || translated.kind !== 'case') others.push(translated);
    else if (!('problem' in row)) cases.push({ ...translated, row });
  }
  return { mapping, law, cases, others };
}

const underLaw = (law: Rulebook) => ({
  version: 1,
  rulebooks: [law],
  calendars: new Map(),
  delegations: [],
  standIns: [],
  recusals: [],
});

const outcomesOf = (cases: readonly Case[]) => {
  const counts: Record<string, number> = {};
  for (const { told } of cases) {
    const outcome = told.outcome ?? 'open';
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
};

describe.each(['boston-2011', 'zh-messages'])('the mapping %s', (name) => {
  it('names only what its rulebook has', () => {
    const { law, check } = shipped(name);
    check(law);
  });
});

describe('boston-2011', () => {
  const { mapping, law } = shipped('boston-2011');
  const table = mapping.category?.table ?? {};

  it('leads each of the 141 types to a named entry of the duty list', () => {
    expect(Object.keys(table)).toHaveLength(141);
    const institution = underLaw(law);
    for (const [type, code] of Object.entries(table)) {
      const category = law.categories.find((one) => one.code === code);
      expect(category && isLeaf(law, category), type).toBe(true);
      const proposal = propose(institution, code ?? '', 'dorchester', law.effectiveFrom);
      expect(proposal.none, type).toBe(false);
    }
    expect(mapping.category?.otherwise).toBeUndefined();
  });

  const ledgers = ledgersOf(
    'mappings/samples/boston-2011.csv',
    '../shared/data/311/boston_2011H2.csv.gz',
  );

  const read = new Map(ledgers.map((path) => [path, through(path, 'boston-2011')]));
  const boston = (path: string) => read.get(path) ?? through(path, 'boston-2011');

  describe.each(ledgers.map((path) => [basename(path), path]))('%s', (_, path) => {
    const told = boston(path);

    it('has in catch-alls at most one row in twenty', async () => {
      const { cases } = await told;
      const caught = cases.filter((one) => mapping.catchAll.includes(one.told.category ?? ''));
      expect(caught.length).toBeGreaterThan(0);
      expect(caught.length / cases.length).toBeLessThanOrEqual(0.05);
    });

    it('calls fixed only what its closing words say was done', async () => {
      const { cases } = await told;
      const fixed = cases.filter((one) => one.told.outcome === 'FIXED');
      expect(fixed.length).toBeGreaterThan(0);
      for (const { row } of fixed) {
        const words = row.cells.closure_reason?.replace(/\s+/g, ' ') ?? '';
        expect(words).toMatch(
          /ed\b|done|swept|complete|reset|picked.?up|rebuilt|VIOCOR|CORR:|been made/i,
        );
        expect(words).not.toMatch(
          /scheduled for pickup|Bulk Item Automation|Case Invalid|Existing Case|External Agency|VIOISS|NOVIO|ADCLSD|NOACC/,
        );
      }
    });

    it('leaves unknown what says nothing: resolved, noted, internal, invalid, scheduled', async () => {
      const { cases } = await told;
      const silent = cases.filter(({ row, told: { outcome } }) => {
        const words = row.cells.closure_reason?.trim() ?? '';
        return (
          outcome !== null &&
          /^(Case Closed( (Case|Case Resolved|Case Noted|Case Invalid|Internal Case|:))?)?$/.test(
            words,
          )
        );
      });
      expect(silent.length).toBeGreaterThan(0);
      expect(new Set(silent.map((one) => one.told.outcome))).toEqual(new Set(['UNKNOWN']));
    });

    it('finds late what the ledger itself calls overdue', async () => {
      const { cases } = await told;
      const closed = cases.filter(({ row }) => row.cells.closed_dt && row.cells.target_dt);
      const said = closed.filter(({ row }) => row.cells.ontime !== '');
      expect(said.length).toBeGreaterThan(0);
      for (const { row, number, told: words } of said) {
        const late = (row.cells.closed_dt ?? '') > (row.cells.target_dt ?? '');
        expect([number, words.outcome !== null && late]).toEqual([
          number,
          row.cells.ontime === 'OVERDUE',
        ]);
      }
    });
  });

  it('comes to these outcomes, by count', async () => {
    const counts = await Promise.all(
      ledgers.map(async (path) => {
        const { cases, others } = await boston(path);
        return { rows: cases.length + others.length, ...outcomesOf(cases) };
      }),
    );
    expect(counts).toEqual([SAMPLE, REAL].slice(0, ledgers.length));
  });
});

const SAMPLE = {
  rows: 43,
  open: 5,
  UNKNOWN: 13,
  FIXED: 10,
  EXPLAINED_CANNOT: 3,
  PARTLY: 3,
  UNREACHABLE: 2,
  REDIRECTED: 2,
  OUT_OF_SCOPE: 1,
  DUPLICATE_OF: 1,
  INFO_GIVEN: 1,
  WITHDRAWN_BY_PERSON: 1,
};

const REAL = {
  rows: 58_251,
  open: 3_681,
  FIXED: 20_060,
  UNKNOWN: 27_462,
  EXPLAINED_CANNOT: 1_535,
  PARTLY: 930,
  DUPLICATE_OF: 2_871,
  REDIRECTED: 592,
  OUT_OF_SCOPE: 377,
  UNREACHABLE: 651,
  INFO_GIVEN: 73,
  WITHDRAWN_BY_PERSON: 16,
};

describe('zh-messages', () => {
  const ledgers = ledgersOf(
    'mappings/samples/zh-messages.csv',
    '../shared/data/zh/taidi2020c_messages_half.csv.gz',
    '../shared/data/zh/taidi2020c_replied_half.csv.gz',
  );

  it.each(ledgers.map((path) => [basename(path), path]))('%s', async (_, path) => {
    const { cases, others, law } = await through(path, 'zh-messages');
    // Who wrote it is nowhere, not even in the reply that addresses them.
    for (const { row, command, texts } of cases) {
      expect(JSON.stringify([command, texts])).not.toContain(row.cells.user ?? '');
    }
    // Reports against officials are counted and not kept; nothing else is left out.
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual({ kind: 'withheld' });
    const sorted = cases.filter(({ told }) => told.category !== null);
    expect(sorted.length).toBeGreaterThan(0);
    for (const { told } of sorted) {
      const category = law.categories.find(({ code }) => code === told.category);
      expect([category?.emergency, category?.channel]).toEqual([null, null]);
    }
    const ended = cases.filter(({ told }) => told.outcome !== null);
    const unknown = ended.filter(({ told }) => told.outcome === 'UNKNOWN');
    expect(unknown.length).toBeGreaterThanOrEqual(ended.length / 2);
    for (const { row, told } of ended) {
      if (told.outcome === 'FIXED') expect(row.cells.reply).toMatch(/解决/);
    }
  });
});
