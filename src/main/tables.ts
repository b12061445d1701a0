import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, Option } from 'commander';
import { lawAt, namesOf } from '../api/names.ts';
import { type Institution, rulebookAt } from '../core/authority/institution.ts';
import type { Instant } from '../core/process.ts';
import type { Lang } from '../core/text.ts';
import { DAY, dateOfWall } from '../core/time/civil.ts';
import { zoneOf } from '../core/time/zone.ts';
import { LedgerFault } from '../engine/import/fault.ts';
import { isChange, type TableChanges, tableChanges } from '../engine/tables/changes.ts';
import { reporter } from '../engine/tables/problems.ts';
import { amended, withoutEnded } from '../engine/tables/read.ts';
import {
  lastingPlaces,
  staffChanges,
  staffOrders,
  staffRows,
  staffWanted,
} from '../engine/tables/staff.ts';
import { type SheetName, sheetWords } from '../engine/tables/words.ts';
import { readTables, toCsv, toWorkbook } from '../engine/tables/workbook.ts';
import { rulebookRows } from '../engine/tables/write.ts';
import { FileFault } from '../engine/yaml/fault.ts';
import { type Backend, openStanding } from './backend.ts';
import { readConfig } from './config.ts';
import { tenantOf } from './ledger/tenant.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';

interface Options {
  readonly tenant?: string;
  readonly lang?: Lang;
}

/**
 * `shaoying tables`: an institution's organisation, duty list, powers and staff as tables, out to be
 * edited and in to be looked at. Nothing is changed here: two people do that in the console.
 */
export function tablesCommand(program: Command): void {
  const tables = program
    .command('tables')
    .description(
      '单位、清单、职权和岗位人员的表格 · organisation, duties, powers and staff as tables',
    );
  const tenant = [
    '--tenant <name>',
    '机构 · the institution; needed where there are several',
  ] as const;
  tables
    .command('export')
    .description('导出现行的表 · write the present tables')
    .argument('<to>', '.xlsx 文件，或放 CSV 的文件夹 · a workbook, or a folder for CSVs')
    .option(...tenant)
    .addOption(
      new Option(
        '--lang <language>',
        '表头的语言；不写则为代码 · headings in it; codes without',
      ).choices(['zh', 'en']),
    )
    .action((to: string, options: Options) =>
      inInstitution(options, (it) => exported(it, to, options)),
    );
  tables
    .command('check')
    .description('检查修改后的表 · what edited tables would change, and what is wrong in them')
    .argument('<files...>', '.xlsx 或 .csv')
    .option(...tenant)
    .action((files: string[], options: Options) =>
      inInstitution(options, (it) => checked(it, files)),
    );
}

interface Opened extends Backend {
  readonly tenant: string;
}

async function inInstitution(options: Options, work: (it: Opened) => Promise<void>): Promise<void> {
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openStanding(readConfig(), life);
    await work({ ...backend, tenant: await tenantOf(backend, options.tenant) });
  } finally {
    await life.end();
  }
}

async function exported(it: Opened, to: string, { lang }: Options): Promise<void> {
  const { institution, now } = await it.present(it.tenant);
  const { base, zone, effectiveFrom } = tomorrow(institution, now);
  const sheets = {
    ...rulebookRows(withoutEnded(base, effectiveFrom), zone),
    staff: staffRows(await it.accounts.list(it.tenant)),
  };
  try {
    if (to.endsWith('.xlsx')) writeFileSync(to, await toWorkbook(sheets, lang ?? null));
    else {
      mkdirSync(to, { recursive: true });
      for (const [name, text] of toCsv(sheets, lang ?? null)) writeFileSync(join(to, name), text);
    }
  } catch (error) {
    throw unwritable(error);
  }
  say({ zh: `已导出到 ${to}。`, en: `Written to ${to}.` });
}

/** The law as a proposal made today would find it at the earliest. */
function tomorrow(institution: Institution, now: Instant) {
  const law = lawAt(institution, now);
  const zone = zoneOf(law.calendar.zone);
  const effectiveFrom = zone.toInstant((dateOfWall(zone.toWall(now)) + 1) * DAY);
  return { law, zone, effectiveFrom, base: rulebookAt(institution, effectiveFrom) ?? law.rulebook };
}

function unwritable(error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return new LedgerFault({
    zh: `无法写入：${error.message}。请另指一处。`,
    en: `It cannot be written: ${error.message}. Name another place.`,
  });
}

/** @throws FileFault with everything that is wrong in them */
async function checked(it: Opened, files: readonly string[]): Promise<void> {
  const uploads = files.map((file) => ({ name: basename(file), bytes: bytesOf(file) }));
  const { institution, now } = await it.present(it.tenant);
  const { law, zone, effectiveFrom, base } = tomorrow(institution, now);
  const telling = reporter();
  const tables = await readTables(uploads, telling.report);
  const { delegations } = institution;
  const version = `${base.version}+`;
  const rulebook = amended(tables, { base, version, effectiveFrom, zone, delegations }, telling);
  const accounts = await it.accounts.list(it.tenant);
  const staff = tables.get('staff');
  const roster = { accounts, ...lastingPlaces(institution, now) };
  const wanted = staff === undefined ? null : staffWanted(staff, roster, telling.report);
  const problems = telling.problems();
  if (problems.length > 0 || rulebook === null) throw new FileFault(problems);
  const changes: TableChanges<SheetName>[] = [
    ...tableChanges(withoutEnded(base, effectiveFrom), rulebook, zone).filter(isChange),
  ];
  if (wanted !== null) {
    const orders = staffOrders(accounts, wanted);
    const names = namesOf(institution, law);
    changes.push(...[staffChanges(accounts, orders, names)].filter(isChange));
  }
  for (const change of changes) console.log(told(change));
  if (changes.length === 0) {
    say({ zh: '与现行内容没有差别。', en: 'It is the same as what stands now.' });
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LedgerFault({
      zh: `无法读取 ${file}：${reason}。`,
      en: `${file} cannot be read: ${reason}.`,
    });
  }
}

/** A line a row: `duties 履职事项清单 d12: lead urban → housing`. */
function told({ table, added, changed, removed }: TableChanges<SheetName>): string {
  const sheet = `${table} ${sheetWords[table].zh}`;
  return [
    ...changed.flatMap(({ key, cells }) =>
      cells.map(({ column, from, to }) => `${sheet} ${key}: ${column} ${from.zh} → ${to.zh}`),
    ),
    ...added.map(({ key }) => `${sheet} ${key}: +`),
    ...removed.map(({ key }) => `${sheet} ${key}: -`),
  ].join('\n');
}
