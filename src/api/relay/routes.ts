import { z } from 'zod';
import { CallRequest, CallsView, CallTold } from '../../contract/relay.ts';
import { Keyed, REFUSALS } from '../commands.ts';
import type { Api, ApiParts, Reader } from '../parts.ts';
import { problems, readerIn } from '../route.ts';
import { placeCall, tellCall } from './calling.ts';
import { aboutCallback, aboutCase, type Calling } from './reading.ts';
import { callsView } from './view.ts';

const Id = z.object({ id: z.string().max(64) });

/** 转接通话: calling the person through the institution's exchange, about a case or a callback. */
export function relayRoutes(api: Api, parts: ApiParts): void {
  callsOf(api, parts, '/cases', aboutCase);
  callsOf(api, parts, '/callbacks', aboutCallback);
}

type About = (parts: ApiParts, reader: Reader, id: string) => Promise<Calling>;

function callsOf(api: Api, parts: ApiParts, root: '/cases' | '/callbacks', about: About): void {
  const tags = [root.slice(1)];

  api.get(
    `${root}/:id/calls`,
    {
      schema: {
        tags,
        summary: '转接通话 · Calls through the exchange',
        params: Id,
        response: { 200: CallsView, ...problems(401, 403, 404) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return callsView(parts, reader, await about(parts, reader, request.params.id));
    },
  );

  api.post(
    `${root}/:id/calls`,
    {
      schema: {
        tags,
        summary: '与本人通话 · Call the person, seeing no number',
        params: Id,
        headers: Keyed,
        body: CallRequest,
        response: { 200: CallsView, ...REFUSALS, ...problems(502) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const calling = await about(parts, reader, request.params.id);
      const key = request.headers['idempotency-key'];
      await placeCall(parts, reader, calling, { ...request.body, key });
      return callsView(parts, reader, await about(parts, reader, request.params.id));
    },
  );

  api.post(
    `${root}/:id/calls/outcome`,
    {
      schema: {
        tags,
        summary: '通话结果 · What came of a call',
        params: Id,
        headers: Keyed,
        body: CallTold,
        response: { 200: CallsView, ...REFUSALS },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const calling = await about(parts, reader, request.params.id);
      const key = request.headers['idempotency-key'];
      await tellCall(parts, reader, calling, { ...request.body, key });
      return callsView(parts, reader, await about(parts, reader, request.params.id));
    },
  );
}
