import type { Sealed } from '../process.ts';
import type { CaseEvent } from './events.ts';

/** What somebody said in an event beyond the registration, whose texts have places of their own. */
export function spokenIn(event: CaseEvent): Sealed | null {
  switch (event.type) {
    case 'AnsweredAtOnce':
      return event.data.answer;
    case 'Contacted':
      return event.data.note;
    case 'MessageSent':
      return event.data.text;
    case 'Summarised':
      return event.data.summary;
    case 'Replied':
    case 'MergedPersonTold':
      return event.data.reply;
    case 'Verified':
    case 'Reopened':
    case 'Withdrawn':
    case 'Disagreed':
    case 'WordsAdded':
      return event.data.words;
    default:
      return null;
  }
}

/** Whether it is the office that speaks, and not the person, in whoever's hand it was written. */
export const isOffice = ({ type }: Pick<CaseEvent, 'type'>): boolean =>
  [
    'AnsweredAtOnce',
    'Contacted',
    'MessageSent',
    'Summarised',
    'Replied',
    'MergedPersonTold',
  ].includes(type);
