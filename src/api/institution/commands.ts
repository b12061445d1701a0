import type { z } from 'zod';
import type { InstitutionAct, institutionBodies } from '../../contract/institution.ts';
import type { ProcessCommand } from '../../core/process.ts';
import { readCalendar } from '../../engine/calendar/read.ts';
import { enactCalendar } from '../../engine/institution.ts';
import type { DocumentRow } from '../../engine/ports.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';

type Body<Act extends InstitutionAct> = z.infer<(typeof institutionBodies)[Act]>;

interface Change {
  readonly command: ProcessCommand;
  readonly documents?: readonly DocumentRow[];
}

/** A change from the wire as the process takes it: with an id, and instants as numbers. */
export async function changeOf(
  parts: ApiParts,
  reader: Reader,
  act: InstitutionAct,
  body: unknown,
): Promise<Change> {
  switch (act) {
    case 'stand-in':
    case 'delegate': {
      const { validFrom, validTo, ...data } = body as Body<typeof act>;
      const span = { validFrom: Date.parse(validFrom), validTo: Date.parse(validTo) };
      return { command: { type: act, data: { ...data, id: parts.crypto.id(80), ...span } } };
    }
    case 'recuse': {
      const { login, ...data } = body as Body<'recuse'>;
      const account = await accountOf(parts, reader, login);
      return { command: { type: act, data: { ...data, id: parts.crypto.id(80), account } } };
    }
    case 'publish-calendar': {
      const { command, document } = calendarIn(parts, (body as Body<'publish-calendar'>).text);
      return { command, documents: [document] };
    }
    default:
      return { command: { type: act, data: body } };
  }
}

/** Only who may name another learns whether there is such a login. */
async function accountOf({ accounts }: ApiParts, reader: Reader, login: string | undefined) {
  if (login === undefined || login.toLowerCase() === reader.login.toLowerCase()) {
    return reader.account;
  }
  const account = await accounts.byLogin(reader.tenant, login);
  if (account === null && reader.post.role === 'supervisor') throw notFound();
  return account?.id ?? '';
}

function calendarIn({ crypto }: ApiParts, text: string) {
  try {
    return enactCalendar(readCalendar('calendar.yaml', text), crypto.hash);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new Refused('api.bad-file', {}, { problems: error.text });
  }
}
