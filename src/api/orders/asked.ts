import type { FastifyRequest } from 'fastify';
import { LedgerFault } from '../../engine/import/fault.ts';
import type { Book } from '../../engine/orders/books.ts';
import type { Desk } from '../../engine/orders/plan.ts';
import { FileFault } from '../../engine/yaml/fault.ts';
import { type Setting, settingOf } from '../cases/reading.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { notFound, Refused } from '../problem.ts';
import { readerIn } from '../route.ts';

/** A system above, asked about by somebody at their desk. */
export interface Asked extends Setting {
  readonly reader: Reader;
  readonly book: Book;
  readonly desk: Desk;
}

/** The system asked about and whoever asks, with the law it is checked against. */
export async function askedIn(
  parts: ApiParts,
  request: FastifyRequest,
  id: string,
): Promise<Asked> {
  const reader = readerIn(request);
  const setting = await settingOf(parts, reader);
  const { institution, law, now } = setting;
  const book = readable(() => {
    const found = parts.orderBooks(reader.tenant).find((one) => one.id === id);
    found?.in.check(law.rulebook);
    return found;
  });
  if (book === undefined) throw notFound();
  const { tenant, account, post } = reader;
  const desk = {
    tenant,
    actor: { kind: 'staff', account, post } as const,
    institution,
    law: law.rulebook,
    now,
  };
  return { ...setting, reader, book, desk };
}

export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw badFile(error);
  }
}

/** What whoever has the file can mend is told in a sentence. */
export const badFile = (error: unknown): unknown =>
  error instanceof FileFault || error instanceof LedgerFault
    ? new Refused('api.bad-file', {}, { problems: error.text })
    : error;
