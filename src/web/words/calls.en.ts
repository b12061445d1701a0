import type { callsZh } from './calls.zh.ts';

export const callsEn: typeof callsZh = {
  ask: 'Call the person',
  how: 'Your own telephone rings first; pick it up and you are put through. You do not see the number.',
  from: 'Your extension or telephone',
  fromWrong: 'Give a number at which you can be reached: digits, with dashes if you like.',
  purpose: 'Why do you call?',
  purposeRead:
    'The call is logged as a look that saw no number; the person can see your post, the time and this reason.',
  place: 'Call',
  placed: 'You are being put through. Afterwards, say what came of it:',
  unheard: 'The exchange has not answered yet, and your telephone may ring. Say what came of it:',
  outcome: {
    reached: 'Reached',
    'not-reached': 'Not reached',
    'wrong-number': 'Wrong number',
    'never-rang': 'It never rang',
  },
  exchange: {
    asked: 'asked for; what came of it is not told yet',
    placed: 'put through; what came of it is not told yet',
    refused: 'not dialled',
  },
  follows: {
    case: 'This also records a contact by telephone; there is nothing more to enter.',
    callback:
      'Not reached, or a wrong number, also counts as a call in vain. Reached, write the answers down below.',
  },
  notOffered: {
    case: 'To call without seeing the number, the institution needs a telephone exchange, which your administrator sets up. For now, leave a message, or look at how to reach them for a stated purpose.',
    callback:
      'To call without seeing the number, the institution needs a telephone exchange, which your administrator sets up. For now, look at the telephone for a stated purpose.',
  },
};
