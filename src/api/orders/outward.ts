import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  OrdersQuery,
  OrdersView,
  RepliesRequest,
  RepliesView,
  ToldDone,
  ToldRequest,
} from '../../contract/orders.ts';
import { statusWords } from '../../contract/words.ts';
import { isOpen } from '../../core/case/state.ts';
import { leftWords } from '../../core/clock/tone.ts';
import { clockTone } from '../../core/time/index.ts';
import { formatIso } from '../../core/time/iso.ts';
import { type Reported, repliesOf, reportedOrders } from '../../engine/orders/replies.ts';
import { extensionOf, sheetOf } from '../../engine/orders/sheet.ts';
import type { Setting } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { isoOrNull, problems } from '../route.ts';
import { type Asked, askedIn } from './asked.ts';

/** Rows of what is new that a screen shows; the sheet has them all. */
const SHOWN = 200;

/** What the orders have to say goes back as a sheet, and is recorded once it is in hand. */
export function outwardRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/orders',
    {
      schema: {
        tags: ['orders'],
        summary: '待回复的工单 · What the next sheet would say',
        querystring: OrdersQuery,
        response: { 200: OrdersView, ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
      },
    },
    async (request) => {
      const asked = await askedIn(parts, request, request.query.book);
      const view: z.infer<typeof OrdersView> = { all: 0, open: 0, awaiting: 0, news: 0, rows: [] };
      for await (const one of reportedOrders(replyParts(parts, asked, request), asked.book.out)) {
        view.all += 1;
        if (isOpen(one.state)) view.open += 1;
        if (awaits(one)) view.awaiting += 1;
        if (!one.news) continue;
        view.news += 1;
        if (view.rows.length < SHOWN) view.rows.push(rowView(one, asked));
      }
      return view;
    },
  );

  api.post(
    '/orders/replies',
    {
      schema: {
        tags: ['orders'],
        summary: '回复表 · The sheet of replies',
        body: RepliesRequest,
        response: { 200: RepliesView, ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
      },
    },
    async (request) => {
      const asked = await askedIn(parts, request, request.body.book);
      const { out } = asked.book;
      const { which } = request.body;
      const replies = await repliesOf(replyParts(parts, asked, request), out, which);
      const sheet = await sheetOf(
        [replies.headings, ...replies.rows],
        replies.form,
        out.file.delimiter,
      );
      const stamp = formatIso(asked.now, out.zone).slice(0, 16).replace(/[-:T]/g, '');
      return {
        name: `${out.title[request.lang]} ${stamp}${extensionOf(replies.form)}`,
        form: replies.form,
        content: Buffer.from(sheet).toString('base64'),
        rows: replies.rows.length,
        told: replies.told.map(({ stream, version, said: { number, upTo, state } }) => ({
          case: stream,
          version,
          number,
          upTo,
          state,
        })),
      };
    },
  );

  api.post(
    '/orders/told',
    {
      schema: {
        tags: ['orders'],
        summary: '记录已回复 · Record what the sheet has told',
        body: ToldRequest,
        response: { 200: ToldDone, ...problems(400, 401, 403, 404, 413, 415, 422, 429) },
      },
    },
    async (request) => {
      const { book, desk, reader } = await askedIn(parts, request, request.body.book);
      const { system } = book.out;
      let done = 0;
      for (const { case: stream, version, ...said } of request.body.told) {
        const answer = await parts.execute({
          tenant: reader.tenant,
          process: 'case',
          stream,
          actor: desk.actor,
          command: { type: 'tell-upstream', data: { system, ...said } },
          expectedVersion: version,
          key: `told:${system}:${said.number}:${version}`,
        });
        if (answer.accepted) done += 1;
      }
      return { done, left: request.body.told.length - done };
    },
  );
}

const replyParts = (parts: ApiParts, { desk, names }: Asked, { lang }: FastifyRequest) => ({
  ...parts,
  ...desk,
  names,
  lang,
  status: (status: keyof typeof statusWords) => statusWords[status],
});

const awaits = ({ state }: Reported): boolean =>
  state.status === 'replied' && state.verification.callback === 'upstream';

function rowView(
  { stream, reference, state, said }: Reported,
  { law, now }: Setting,
): z.infer<typeof OrdersView>['rows'][number] {
  // Whatever the unit has done: until the sheet goes out their time runs.
  const { dueAt } = reference;
  return {
    case: stream,
    number: reference.number,
    title: state.title,
    status: state.status,
    said,
    theirs: reference.state,
    dueAt: isoOrNull(dueAt),
    left: dueAt === null ? null : leftWords(now, dueAt, law.calendar),
    tone: dueAt === null ? null : clockTone(now, state.receivedAt, dueAt),
  };
}
