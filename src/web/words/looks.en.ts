import { callsEn } from './calls.en.ts';

/** Who looked at somebody's details, and what of it is told later. */
export const looksEn = {
  what: 'Each time the person’s words, contact details or exact place are opened it is kept here, and shown to the person by their receipt code.',
  calls: callsEn,
  who: 'Who looked',
  none: 'Nobody has looked at personal details yet.',
  back: 'Back to the case',
  field: {
    words: 'words',
    contact: 'contact details',
    place: 'exact place',
    call: 'called through the exchange, seeing no number',
    other: 'another text of the matter',
  },
  holds: 'Told later',
  holdsWhat:
    'Where a law lets the person be told later, the head of the unit that looks asks for it and another post agrees. It ends by itself; then the person sees every look, and that it was held back.',
  notOffered: 'The rulebook lets no look be told later: every look is shown to the person at once.',
  asked: 'Asked for',
  held: 'In force',
  over: 'Over:',
  of: 'looks of {{unit}}',
  waits: 'Waits for {{post}}.',
  until: 'Asked for until',
  notYours:
    'The head of a unit with a part in the matter asks; the post that the rulebook names agrees.',
  basis: 'Basis',
  basisRead: 'The person sees it afterwards.',
  lastDay: 'Last day',
  lastDayRead: 'It ends by itself when this day ends.',
  reason: 'Reason',
  reasonRead: 'Stays in the record for whoever audits.',
  agreeMeans:
    'From now on the looks of that unit are not shown to the person; when it ends all of them are.',
};
