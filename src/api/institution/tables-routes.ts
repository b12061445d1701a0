import { z } from 'zod';
import { PreviewTables, TablesPreview, TablesQuery } from '../../contract/law.ts';
import { isChange, partChanges, tableChanges } from '../../engine/tables/changes.ts';
import { staffChanges, staffOrders, staffRows } from '../../engine/tables/staff.ts';
import { SHEETS } from '../../engine/tables/words.ts';
import { toCsv, toWorkbook } from '../../engine/tables/workbook.ts';
import { rulebookRows } from '../../engine/tables/write.ts';
import { settingOf } from '../cases/reading.ts';
import { attachment } from '../download.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { notFound } from '../problem.ts';
import { iso, problems, readerIn } from '../route.ts';
import { changesView, dayText, problemView, readLaw, readStaff, shownLaw } from './tables.ts';

/** A workbook of ten thousand lines, written as base64. */
export const UPLOAD = 8 * 1_048_576;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Who keeps the accounts sees the sheet of staff; nobody else does. */
const keepsStaff = ({ post }: Reader): boolean => post.role === 'administrator';

/** The present tables to be edited in a spreadsheet, and what the edited ones would change. */
export function tablesRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/institution/tables',
    {
      schema: {
        tags: ['institution'],
        summary: '导出现行的表 · The present tables, as a workbook or one of them as CSV',
        querystring: TablesQuery,
        response: { 200: z.unknown(), ...problems(400, 401, 403, 404) },
      },
    },
    async (request, reply) => {
      const reader = readerIn(request);
      const { form, sheet, lang = request.lang, on = null } = request.query;
      const setting = await settingOf(parts, reader);
      const { rulebook, zone } = shownLaw(setting, on);
      const accounts = keepsStaff(reader) ? await parts.accounts.list(reader.tenant) : null;
      const sheets = {
        ...rulebookRows(rulebook, zone),
        ...(accounts !== null && { staff: staffRows(accounts) }),
      };
      const name = `${rulebook.id}-${rulebook.version}`;
      if (form === 'xlsx') {
        return reply
          .type(XLSX)
          .header('content-disposition', attachment(`${name}.xlsx`))
          .send(await toWorkbook(sheets, lang));
      }
      const asked = SHEETS.find((one) => one === sheet);
      const text = toCsv(sheets, lang).get(`${asked}.csv`);
      if (asked === undefined || text === undefined) throw notFound();
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', attachment(`${asked}.csv`))
        .send(Buffer.from(text));
    },
  );

  api.post(
    '/institution/tables/preview',
    {
      bodyLimit: UPLOAD,
      schema: {
        tags: ['institution'],
        summary: '预览变更 · What edited tables would change',
        body: PreviewTables,
        response: { 200: TablesPreview, ...problems(400, 401, 403, 413, 415) },
      },
    },
    async (request): Promise<TablesPreview> => {
      const reader = readerIn(request);
      const { files, effectiveOn = null } = request.body;
      const setting = await settingOf(parts, reader);
      const wish = { version: `${setting.law.rulebook.version}+`, effectiveOn };
      const read = await readLaw(setting, files, wish);
      const { base, zone, rulebook, tables, whole } = read;
      const keeps = keepsStaff(reader);
      const accounts = keeps ? await parts.accounts.list(reader.tenant) : [];
      const staff = keeps ? readStaff(tables, accounts, setting) : { wanted: null, problems: [] };
      const orders = staff.wanted === null ? null : staffOrders(accounts, staff.wanted);
      return {
        version: setting.institution.version,
        base: { version: base.version, effectiveFrom: iso(base.effectiveFrom) },
        draft:
          whole && rulebook !== null
            ? { version: rulebook.version, effectiveOn: dayText(rulebook.effectiveFrom, zone) }
            : null,
        tables:
          rulebook === null
            ? []
            : tableChanges(base, rulebook, zone).filter(isChange).map(changesView),
        parts: rulebook === null ? [] : [...partChanges(base, rulebook)],
        staff: orders === null ? null : changesView(staffChanges(accounts, orders, setting.names)),
        staffLeftOut: !keeps && tables.has('staff'),
        problems: [...read.problems, ...staff.problems].map(problemView),
      };
    },
  );
}
