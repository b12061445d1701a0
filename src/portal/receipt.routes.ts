import type { FastifyReply, FastifyRequest } from 'fastify';
import { unitIn } from '../core/authority/units.ts';
import type { StreamId } from '../core/process.ts';
import { receiptCode } from '../engine/receipt.ts';
import { rememberCode } from './code.ts';
import { readMatter } from './matter.ts';
import { type PortalParts, send } from './parts.ts';
import { officeOf } from './place.ts';
import { qrSvg } from './qr.ts';
import { receiptPage } from './say.ts';

/** Where a QR leads: the address of whoever asked, since only they know how they came here. */
export const addressOf = (request: FastifyRequest, code: string): string =>
  `${request.protocol}://${request.host}/r/${code}`;

/** The page after sending: the code, who has it, what comes next. */
export async function answerWithReceipt(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  stream: StreamId,
): Promise<FastifyReply> {
  const { reader, rulebook } = request.portal;
  const matter = await readMatter(parts, stream);
  if (matter === null) throw new Error('a case just registered cannot be read');
  const code = receiptCode(parts.crypto, parts.tenant, stream);
  rememberCode(parts, reply, code);
  const view = await matter.view(reader.lang);
  const office = unitIn(rulebook, matter.state.receivedBy) ?? officeOf(rulebook);
  const page = receiptPage(reader, {
    code,
    receivedBy: office.name,
    telephone: office.telephone,
    next: view.next ? [view.next.sentence, view.next.left] : [view.standing],
    qr: qrSvg(addressOf(request, code)),
  });
  return send(reply, page);
}
