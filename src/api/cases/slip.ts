import type { SlipView } from '../../contract/cases.ts';
import { unit } from '../../core/authority/units.ts';
import { isLive } from '../../core/clock/clock.ts';
import { whyDue } from '../../core/clock/why.ts';
import { groupCode, receiptCode } from '../../engine/receipt.ts';
import type { ApiParts, Reader } from '../parts.ts';
import { iso } from '../route.ts';
import type { Reading } from './reading.ts';

/**
 * What the printed slip says. Whoever holds the code answers for the person, so it is given again
 * only to the account that registered the request, and only while it is still at intake.
 */
export function slipOf(parts: ApiParts, reader: Reader, reading: Reading): SlipView {
  const { row, state, events, names, institution, law, now } = reading;
  const by = events[0]?.actedBy;
  const registrar = by?.kind === 'staff' && by.account === reader.account;
  const atIntake = state.status === 'received' || state.status === 'triaged';
  const receipt =
    registrar && atIntake ? receiptCode(parts.crypto, reader.tenant, row.stream) : null;
  const office = unit(institution, state.receivedBy, now);
  const [next] = state.clocks.filter(isLive).toSorted((a, b) => a.dueAt - b.dueAt);
  return {
    case: row.stream,
    web: parts.portal !== 'off',
    receipt,
    receiptGrouped: receipt === null ? null : groupCode(receipt),
    registeredAt: iso(state.receivedAt),
    office: { name: names.unit(state.receivedBy), telephone: office?.telephone ?? null },
    placeName: names.unit(state.place.unit),
    kind: state.kind,
    next:
      next === undefined
        ? null
        : {
            what: names.clock(next.kind),
            unitName: names.unit(next.unit),
            dueAt: iso(next.dueAt),
            because: whyDue(next, institution.calendars.get(next.calendar.id) ?? law.calendar),
          },
  };
}
