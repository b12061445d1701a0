import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedDistrict, type Staff, serveDistrict } from '../../test/support/district.ts';

/** 16 November 2026, 10:00 in the district. */
const MORNING = Date.UTC(2026, 10, 16, 2);
const FIRST_DAY = Date.UTC(2026, 10, 30, 16);

let district: ServedDistrict;
let editor: Staff;
let second: Staff;
let desk: Staff;
let clerk: Staff;
const folder = mkdtempSync(join(tmpdir(), 'shaoying-tables-'));

beforeAll(async () => {
  district = await serveDistrict(MORNING);
  editor = await district.staff({ unit: 'licang', role: 'rule_editor' });
  second = await district.staff({ unit: 'governance', role: 'rule_editor' });
  desk = await district.staff({ unit: 'cangkou', role: 'dispatcher' });
  clerk = await district.staff({ unit: 'cangkou', role: 'intake_agent' });
});
afterAll(async () => {
  await district.close();
  rmSync(folder, { recursive: true });
});

interface Clock {
  readonly kind: string;
  readonly dueAt: string;
}
interface Case {
  readonly clocks: readonly Clock[];
  readonly thread: readonly { readonly type: string }[];
}

const change = async (who: Staff, act: string, body: object) => {
  const { version } = await who.get<{ version: number }>('/institution');
  return who.post(`/institution/${act}`, { expectedVersion: version, ...body });
};

/** A request about litter on the street, triaged and sent to a unit, as far as that goes. */
async function registered(): Promise<string> {
  const { id } = await clerk.post<{ id: string }>('/cases', {
    reportsOfficial: false,
    kind: 'help',
    intake: 'counter',
    words: '示例诉求',
    place: { unit: 'cangkou' },
  });
  await desk.act(id, 'triage', { category: 'litter', title: '垃圾清运' });
  return id;
}

const seen = (id: string) => desk.get<Case>(`/cases/${id}`);

describe('a change of the law while cases are under way, on PostgreSQL', () => {
  it('holds from its instant for new acts, and never for what was decided before', async () => {
    const early = await registered();
    await desk.act(early, 'dispatch', { lead: 'cangkou' });
    const before = await seen(early);
    const between = await registered();

    // From 1 December litter is the urban management bureau's, and the street only helps.
    const rows = await editor.get<string>('/institution/tables?form=csv&sheet=duties&lang=zh');
    const edited = rows
      .replace(/^d001,type:street,litter,基本履职,,/m, 'd001,type:street,litter,配合履职,urban,')
      .replace(
        /^d002,type:community,litter,配合履职,type:street,/m,
        'd002,type:community,litter,配合履职,urban,',
      )
      .replace(/^d003,urban,litter,配合履职,type:street,/m, 'd003,urban,litter,基本履职,,');
    const file = { name: 'duties.csv', data: Buffer.from(edited).toString('base64') };
    await change(editor, 'propose-rulebook', {
      files: [file],
      version: '2027.1',
      effectiveOn: '2026-12-01',
      evidence: '区长办公会纪要',
    });
    const { proposals } = await editor.get<{ proposals: readonly { proposal: string }[] }>(
      '/rulebook/versions',
    );
    const proposal = { proposal: proposals[0]?.proposal };
    await expect(change(editor, 'approve-rulebook', proposal)).rejects.toThrow(
      /institution.same-person/,
    );
    await change(second, 'approve-rulebook', proposal);

    // Approved, and not yet in force: the old law still says who leads.
    await district.setClock(FIRST_DAY - 1000);
    await desk.act(between, 'dispatch', { lead: 'cangkou' });
    const late = await registered();

    await district.setClock(FIRST_DAY);
    await expect(desk.act(late, 'dispatch', { lead: 'cangkou' })).rejects.toThrow(/authority\./);
    const centre = await district.staff({ unit: 'hotline', role: 'dispatcher' });
    await centre.act(late, 'dispatch', { lead: 'urban' });

    const after = await seen(early);
    expect(after.clocks.filter(({ kind }) => kind === 'sign-for')).toEqual(
      before.clocks
        .filter(({ kind }) => kind === 'sign-for')
        .map((clock) => expect.objectContaining({ kind: clock.kind, dueAt: clock.dueAt })),
    );
    const street = await district.staff({ unit: 'cangkou', role: 'unit_handler' });
    await street.act(between, 'sign-for');
  });
});

describe('a workbook', () => {
  it('goes out of PostgreSQL to a file and comes in again without a difference', async () => {
    const administrator = await district.staff({ unit: 'licang', role: 'administrator' });
    const csv = await administrator.get<string>('/institution/tables?form=csv&sheet=staff');
    const path = join(folder, 'staff.csv');
    writeFileSync(path, csv);
    const files = [{ name: 'staff.csv', data: readFileSync(path).toString('base64') }];
    const preview = await administrator.post<{ staff: object; problems: unknown[] }>(
      '/institution/tables/preview',
      { files },
    );
    expect(preview).toMatchObject({
      problems: [],
      staff: { added: [], changed: [], removed: [] },
    });
  });
});
