import {
  OrderBooks,
  OrdersConfirm,
  OrdersDone,
  OrdersPreview,
  SHEET_BODY,
  SheetUpload,
} from '../../contract/orders.ts';
import { postsOf } from '../../core/authority/posts.ts';
import { type Ledger, openLedger } from '../../engine/import/ledger/ledger.ts';
import { applyOrders, type Planned } from '../../engine/orders/apply.ts';
import { columnsIn, type OrdersIn } from '../../engine/orders/mapping.ts';
import { type Line, planOrders } from '../../engine/orders/plan.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { problems, readerIn } from '../route.ts';
import { type Asked, askedIn, badFile, readable } from './asked.ts';
import { lineView, problemView } from './presenter.ts';

/** A sheet comes in: what it would change, then line by line what was confirmed. */
export function inwardRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/orders/books',
    {
      schema: {
        tags: ['orders'],
        summary: '上级系统 · Systems above, and their mappings',
        response: { 200: OrderBooks, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const { institution, law, names, now } = await settingOf(parts, reader);
      const posts = postsOf(institution, reader.post, now);
      return readable(() => parts.orderBooks(reader.tenant)).map((book) => ({
        id: book.id,
        title: book.in.mapping.title,
        system: book.in.mapping.system,
        receivedBy: book.in.mapping.receivedBy,
        receivedByName: names.unit(book.in.mapping.receivedBy),
        yours: posts.some(({ unit }) => unit === book.in.mapping.receivedBy),
        callback: law.rulebook.verification.callback ?? 'us',
      }));
    },
  );

  api.post(
    '/orders/preview',
    {
      bodyLimit: SHEET_BODY,
      schema: {
        tags: ['orders'],
        summary: '预览工单表 · What a sheet would change',
        body: SheetUpload,
        response: { 200: OrdersPreview, ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
      },
    },
    async (request) => {
      const { names, ...asked } = await askedIn(parts, request, request.body.book);
      const { ledger, lines } = await planned(parts, asked, request.body.content);
      const count = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).length;
      return {
        form: ledger.form,
        counts: {
          new: count('new'),
          changed: count('changed'),
          unchanged: count('unchanged'),
          rejected: count('rejected'),
        },
        lines: lines.map((line) => lineView(line, names, request.lang)),
      };
    },
  );

  api.post(
    '/orders/import',
    {
      bodyLimit: SHEET_BODY,
      schema: {
        tags: ['orders'],
        summary: '确认导入 · Carry out the lines that were confirmed',
        body: OrdersConfirm,
        response: { 200: OrdersDone, ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
      },
    },
    async (request) => {
      const { names, ...asked } = await askedIn(parts, request, request.body.book);
      const { lines } = await planned(parts, asked, request.body.content);
      const { marks } = request.body;
      const confirmed = lines.filter(
        (line): line is Planned =>
          (line.kind === 'new' || line.kind === 'changed') && marks.includes(line.mark),
      );
      const applied = await applyOrders({ ...parts, ...asked.desk, concurrency: 8 }, confirmed);
      const gone = marks.filter((mark) => !confirmed.some((line) => line.mark === mark));
      const moved = { code: 'api.moved-since-preview', params: {} };
      return {
        results: [
          ...applied.map(({ line: { mark, line, number }, refusal }) => ({
            mark,
            line,
            number,
            done: refusal === null,
            problem: refusal === null ? null : problemView(refusal, names, request.lang),
          })),
          ...gone.map((mark) => ({
            mark,
            line: null,
            number: '',
            done: false,
            problem: problemView(moved, names, request.lang),
          })),
        ],
      };
    },
  );
}

async function planned(parts: ApiParts, { book, desk }: Omit<Asked, 'names'>, content: string) {
  const { mapping } = book.in;
  try {
    const ledger = await opened(Buffer.from(content, 'base64'), mapping);
    return { ledger, lines: await planOrders({ ...parts, ...desk }, mapping, ledger) };
  } catch (error) {
    throw badFile(error);
  }
}

function opened(bytes: Uint8Array, mapping: OrdersIn): Promise<Ledger> {
  const { file } = mapping;
  const columns = columnsIn(mapping).filter((column) => !file.mayLack.includes(column));
  return openLedger(bytes, { ...file, columns });
}
