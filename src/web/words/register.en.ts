import type { register as zh } from './register.zh.ts';

export const register: typeof zh = {
  danger: 'Is anyone in danger now?',
  dangerRead: 'Ask this first. If so, have them call the emergency number, then register.',
  official: 'Does it report an official?',
  officialRead: 'Such reports are not taken down or kept here; tell the lawful channel.',
  notHere:
    'This is not registered here. Tell them the channel below; only a count is kept, nothing of what was said.',
  told: 'They were told: count it',
  counted: 'Counted. Nothing of it was kept.',
  words: 'What the person says',
  wordsRead:
    'In their own words, unchanged. For example: “The street lamp downstairs has been out for three days; my mother dares not go out at night.” No state secrets.',
  kind: 'Kind of request',
  kindRead: 'Triage reads it.',
  intake: 'How it came',
  intakeRead: 'Stands on the slip.',
  place: 'Which community or street',
  placeRead:
    'Dispatch finds the district’s unit by it. Choose the street if the community is unclear.',
  detail: 'Where exactly',
  detailRead: 'Address or landmark, for the unit that goes there.',
  contact: 'How to reach the person',
  contactRead:
    'Optional: without it the receipt code still shows the progress. Used only for this request, and every look is logged.',
  confidential: 'The person asks for confidence',
  confidentialRead:
    'The party complained about never sees who spoke; with this, handlers see only the matter as well.',
  send: 'Register and give the receipt',
  done: 'Registered',
  next: 'Register the next one',
  openCase: 'Open this case',
};
