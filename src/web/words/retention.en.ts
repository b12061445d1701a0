import type { retention as zh } from './retention.zh.ts';

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

/** What the archivist's desk says, entry by entry as retention.zh.ts. */
export const retention: Same<typeof zh> = {
  what: 'What has ended is kept under a class of the rulebook; when its time is over the system destroys the keys. Nobody erases anything by hand, or sooner.',
  shelf: {
    label: 'Show',
    kept: 'Kept {{count}}',
    archive: 'For the archive {{count}}',
    held: 'Legal holds {{count}}',
    wishes: 'To be answered {{count}}',
    erased: 'Erased {{count}}',
  },
  none: 'Nothing is here.',
  until: 'Kept until',
  untilOver: 'Its time is over',
  erasedOn: 'Erased',
  uncategorised: 'No category',
  holds: 'Holds {{count}}',
  wish: 'To be answered',
  toArchive: 'Goes to the archive',
  handedOver: 'Handed over',
  title: 'What is kept: {{category}}',
  class: 'Class',
  ended: 'Ended',
  archive: 'Archive',
  archiveNo: 'Not handed over',
  archiveYes: 'When its time is over the archive takes it, then it is erased',
  archiveDone: 'Handed over, receipt {{receipt}}',
  package: 'Package',
  packageAt: 'Taken',
  packageNever: 'Not taken yet',
  holdsTitle: 'Legal holds',
  holdsNone: 'There is no legal hold.',
  hold: 'Number {{n}}',
  holdUntil: 'To be reviewed by',
  holdWaits: 'Waits for a second officer',
  holdAgreed: 'Two officers agreed',
  holdOverdue: 'Not reviewed in time: it holds one last time',
  wishesTitle: 'The person’s wish to be erased',
  wishesNone: 'There is none.',
  wishWords: 'Nothing was added, or your present post does not read it.',
  wishWaits: 'To be answered',
  clocks: 'Clocks',
  erasedNote: 'Name, contacts and words were erased on this day:',
  act: {
    'place-hold': 'Place a hold',
    'agree-hold': 'Agree',
    'decline-hold': 'Decline',
    'lift-hold': 'Review and lift',
    'take-package': 'Take the package',
    'record-transfer': 'Record the hand-over',
    'answer-erasure': 'Answer',
  },
  does: {
    'place-hold':
      'From now on nothing is erased. Another officer must agree within the time given or it falls; if nobody reviews it by its date it holds only once more.',
    'agree-hold':
      'You are the second to agree: until the date of review nothing personal of this matter is erased.',
    'decline-hold':
      'The hold falls at once; where the time is over the system erases next, and nothing brings it back.',
    'lift-hold':
      'Once lifted, and where the time is over, the system erases at once and nobody can bring it back. Where a hold is still needed, place another first.',
    'take-package':
      'Everything held on this request is opened and written out: name, contacts and the person’s own words. Each is logged as a look, and the person can see it.',
    'record-transfer':
      'From then on the archive has it; where the time is over the system erases what is personal here at once, and nothing brings it back.',
    'answer-erasure':
      'The answer stands on the person’s page as you write it, and changes no date.',
  },
  field: {
    reason: 'Reason',
    reasonRead: 'Say what it rests on, and nothing of the person.',
    until: 'To be reviewed by',
    untilRead: 'By {{latest}} at the latest.',
    receipt: 'The archive’s receipt number',
    receiptRead: 'As the archive’s own receipt has it.',
    answer: 'Answer',
    answerRead: 'Give the reason and the date.',
  },
  confirm: 'Confirm: {{act}}',
  done: 'Done: {{act}}.',
  saved: 'The package was saved as two files: one of data, one to read and print.',
  case: {
    erased: 'Under the class “{{class}}” name, contacts and words were erased for good:',
  },
};
