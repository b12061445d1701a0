import { HandoverView, SeatList, ShiftNote, WeekView } from '../../contract/unit.ts';
import { settingOf } from '../cases/reading.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems, readerIn } from '../route.ts';
import { handoverOf, noteDay, shiftStream } from './handover.ts';
import { seatsOf } from './seats.ts';
import { weekOf } from './week.ts';

/** Pages of a unit's own: from shift to shift, and from week to week. */
export function unitRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/handover',
    {
      schema: {
        tags: ['unit'],
        summary: '交接班 · What is due from the unit in the next 24 hours',
        response: { 200: HandoverView, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return handoverOf(parts, reader, await settingOf(parts, reader));
    },
  );

  api.post(
    '/handover/notes',
    {
      schema: {
        tags: ['unit'],
        summary: '留言给下一班 · Leave a note for the next shift',
        body: ShiftNote,
        response: { 200: HandoverView, ...problems(400, 401, 403, 409, 410, 415, 422) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      const setting = await settingOf(parts, reader);
      const { unit } = reader.post;
      const day = noteDay(setting.now, setting);
      const { expectedVersion, text } = request.body;
      const answer = await parts.execute({
        tenant: reader.tenant,
        process: 'shift',
        stream: shiftStream(parts, reader.tenant, unit, day),
        actor: { kind: 'staff', account: reader.account, post: reader.post },
        expectedVersion,
        command: { type: 'leave-note', data: { unit, day, text: null } },
        private: { text },
      });
      if (!answer.accepted) throw new Refused(answer.refusal.code, answer.refusal.params);
      return handoverOf(parts, reader, setting);
    },
  );

  api.get(
    '/week',
    {
      schema: {
        tags: ['unit'],
        summary: '领导周报 · A leader’s week on one page',
        response: { 200: WeekView, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return weekOf(parts, reader, await settingOf(parts, reader));
    },
  );

  api.get(
    '/unit/seats',
    {
      schema: {
        tags: ['unit'],
        summary: '本单位席位 · Who in the unit a matter can be given to',
        response: { 200: SeatList, ...problems(401, 403) },
      },
    },
    async (request) => {
      const reader = readerIn(request);
      return { rows: await seatsOf(parts, reader, await settingOf(parts, reader)) };
    },
  );
}
