import { processesEn } from './processes.en.ts';

export const fieldEn = {
  category: { label: 'Category', read: 'Dispatch reads the duty list by it to find who leads.' },
  title: {
    label: 'Title',
    read: 'What units see in lists. No names, telephone numbers or door numbers.',
  },
  urgency: {
    label: 'Urgency',
    read: 'Sets the clocks. From the matter alone, never from who asks or how often.',
  },
  emergencyChannel: {
    label: 'Emergency number',
    read: 'Recorded as shown to the person; someone then confirms the hand-over.',
  },
  channel: {
    label: 'The right channel',
    read: 'Told to the person with its basis and next step.',
  },
  remains: {
    label: 'Is anything left to do here after the hand-over?',
    read: 'If yes, triage and dispatch go on.',
  },
  answer: { label: 'Answer', read: 'Told to the person as it stands.' },
  into: {
    label: 'Number of the case it joins',
    read: 'Both are handled together and answered apart.',
  },
  mergeBasis: {
    label: 'Why it is the same matter',
    read: 'May stay empty if category and place are the same. Read again if they are parted.',
  },
  mergedInto: { label: 'Number of the case it leaves', read: 'The one it was merged into.' },
  unmergeReason: { label: 'Why they part', read: 'Stands in the record.' },
  lead: { label: 'Lead unit', read: 'Answers for the order and must sign for it in time.' },
  assisting: { label: 'Assisting units', read: 'Help the lead; not answerable alone.' },
  overrideReason: {
    label: 'Why not the proposed unit',
    read: 'Kept beside the proposal, for whoever revises the rules.',
  },
  basis: { label: 'Basis of the objection', read: 'Without one there is no objection.' },
  objectionReason: { label: 'Reasons', read: 'Read by whoever decides and rules.' },
  upheld: {
    label: 'Is the objection upheld?',
    read: 'If so the order is returned and dispatched again; if not the unit goes on.',
  },
  decisionReason: {
    label: 'Reasons',
    read: 'Told to the unit that asked; stands in the record.',
  },
  panel: { label: 'Posts on the panel', read: 'Named in the ruling; posts only.' },
  positions: { label: 'What each unit says', read: 'Kept with the ruling, for like disputes.' },
  rulingReason: { label: 'Reasons for the ruling', read: 'A precedent that others can find.' },
  office: {
    label: 'Office',
    read: 'Of this unit. An assignment moves neither responsibility nor clock.',
  },
  login: {
    label: 'Who handles it',
    read: 'Seats of this unit, by login. Leave both empty to take it back to the unit; give it to another whenever somebody is away.',
  },
  handOnReason: { label: 'Why it is handed on', read: 'The office that takes it reads this.' },
  sendBackReason: {
    label: 'What has to change',
    read: 'Whoever drafted it reads this; changed, it begins its way again.',
  },
  means: { label: 'By what means', read: 'Stands in the record.' },
  reached: { label: 'Was the person reached?', read: 'If not, it does not count as contact.' },
  note: {
    label: 'What was said',
    read: 'Kept in the vault; only those handling it may read it.',
  },
  clock: { label: 'Which clock', read: 'Only this clock is touched.' },
  clockOrAll: {
    label: 'Which clock',
    read: 'None chosen: every clock the lead unit is held to.',
  },
  suspension: { label: 'Reason to suspend', read: 'Only reasons listed in the rules will do.' },
  by: { label: 'By how long', read: 'Not beyond what the rules allow.' },
  extensionReason: {
    label: 'Why more time is needed',
    read: 'Read by who decides, and by the person.',
  },
  upstreamReason: {
    label: 'The reason, for those upstream',
    read: 'Goes into the reply sheet for them; say what it rests on.',
  },
  granted: {
    label: 'Is the extension granted?',
    read: 'The clock moves only once the person has been told.',
  },
  reminder: {
    label: 'What to remind them of',
    read: 'The responsible unit sees it; no clock moves.',
  },
  reply: {
    label: 'Reply to the person',
    read: 'Read out when it is verified: say what was done and what is still missing.',
  },
  outcome: { label: 'Outcome', read: 'Closed is not fixed. Choose what is true.' },
  citation: { label: 'Basis', read: 'Where it cannot be done, name the law or document.' },
  solved: {
    label: 'Does the person say it is solved?',
    read: 'If not, it goes back to the lead.',
  },
  heard: { label: 'Did the person feel heard?', read: 'For figures only; it touches nobody.' },
  theirWords: { label: 'The person’s words', read: 'Kept as they are.' },
  reopening: { label: 'Why it is reopened', read: 'Decides where the work starts again.' },
  disagreement: {
    label: 'Why the person disagrees',
    read: 'Kept as it is; a human looks at it.',
  },
  addition: {
    label: 'What they add',
    read: 'Stands after the first words, which do not change.',
  },
  message: {
    label: 'Message',
    read: 'The person sees it when they follow the matter by their code. Whoever writes sees neither name nor number.',
  },
  summary: {
    label: 'Summary',
    read: 'What the units at work on it read. Say what is to be done; not who asked, and not in their words.',
  },
  ...processesEn.field,
};

export const doesEn = {
  triage: 'Sets the category and the title; dispatch comes next.',
  'show-emergency':
    'Records that the number was shown. Nobody has been sent by that: someone must confirm the hand-over.',
  'confirm-handover':
    'Confirms that the emergency line took over. If nothing is left to do, the case ends here.',
  'answer-at-once':
    'The case ends with the answer, its outcome “information given”. The person may still disagree.',
  redirect:
    'It is not handled here. The person is told the right channel, its basis and the next step, and the case ends.',
  merge:
    'The other case carries the work; this person still gets a reply. It can be undone, and every clock comes back as it was.',
  unmerge: 'It is a case of its own again, with every clock as it was, breaches included.',
  dispatch:
    'The order goes to the lead unit and its clock to sign starts now. Until it signs, the first receiver is responsible.',
  'sign-for': 'Your unit becomes the responsible one; the clocks to contact and to reply start.',
  object:
    'Until it is decided the first receiver acts. Undecided when due, the unit the rules name acts meanwhile.',
  'decide-objection': 'Upheld, the order is returned, twice at most. Otherwise the unit goes on.',
  'rule-allocation':
    'The ruling binds and cannot be returned; every unit can find it as a precedent.',
  contact: 'Records one contact. If the person was not reached, the clock to contact runs on.',
  suspend: 'The clock stops until it is resumed. The person sees for how long.',
  resume: 'The clock runs on; its due time moves by the time it was stopped.',
  'ask-extension':
    'Another post decides. The clock moves only when the person is told before the old due time.',
  'ask-upstream-return':
    'Goes into the next reply sheet. Until they take it back the present unit handles it, and the clocks run.',
  'ask-upstream-extension':
    'Goes into the next reply sheet. The upstream due moves only when they change it; ours is extended separately.',
  'decide-extension': 'Granted, the person must still be told. Nobody decides their own request.',
  'tell-extension': 'Records that the person was told; the new due time holds from here.',
  remind: 'Reminds the responsible unit. No clock moves.',
  supervise:
    'Supervises from above. The missed clock does not move: late stays late. Where the ladder waits for you, the unit is given a further time to make good.',
  reply: 'Verification comes next: another unit asks the person. Until then it is not closed.',
  assign:
    'Names who inside the unit has it. Responsible unit, lead and clocks stay; others of the unit may still act.',
  'hand-on':
    'Passes it to another office of the unit. Responsible unit, lead and clocks stay as they are.',
  'agree-reply':
    'Agrees to the draft. If yours is the last step, the reply goes to the person at once.',
  'send-back-reply': 'Sends it back to be changed. The clock runs on; the draft is kept.',
  verify: 'Record the person’s answer as given. Not solved, it goes back to the lead unit.',
  close: 'The case closes; its outcome is recorded apart. Any dissent is kept beside it.',
  reopen: 'The work starts again. Everything on record stays, breaches included.',
  withdraw: 'Only the person can withdraw. The case ends with it.',
  disagree: 'Records that the person disagrees; a human decides whether the work goes on.',
  'add-words': 'Stands after the first words, which do not change.',
  message:
    'Shown on the page where the person follows the matter. It is no contact: nobody knows that they have read it.',
  summarise:
    'The units at work on a confidential request cannot read its words; from now on they read this. The last one written holds.',
};
