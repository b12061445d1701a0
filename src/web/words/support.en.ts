import type { SupportWords } from './support.zh.ts';

export const supportEn: SupportWords = {
  screen: { supports: 'Support', support: 'Support', supportMatching: 'Matching supports' },
  screens: {
    supportDoes: {
      'take-back': 'The person reads why it was taken back. They lose nothing by it.',
      consent:
        'Records the person’s word: this support, from that unit, with the papers listed. Its provider’s time begins now; the consent can be taken back at any time.',
      refuse:
        'Records the person’s word: not wanted. No reason is asked, and the matter, its dates and its answer stay as they are.',
      revoke:
        'Records the person’s word: the consent is taken back. The support ends here, and nothing else changes.',
      show: 'Records that this was shown: for this support alone, encrypted apart.',
      deliver: 'Records the delivery and ends its clock. The person is then asked whether it came.',
      'cannot-deliver':
        'Tells the person, word for word, why it cannot be given and where to turn. The support ends here.',
      'confirm-receipt': 'Records the person’s word: it came.',
      'deny-receipt':
        'Records the person’s word: it did not come. Its provider owes it again, with its whole time.',
      supervise: 'Supervises the provider from above. Its clock stays as it is; late stays late.',
    },
    support: {
      by: 'given by {{provider}} · {{place}}',
      none: 'No support is under way.',
      noneEnded: 'No support has ended.',
      noneWhy:
        'Supports that your unit offered or gives are listed here. They are offered from a case’s page.',
      noneHere: 'No support has been offered.',
      offered: 'Support',
      match: 'Match supports to needs',
      needs: 'Needs agreed with the person',
      needsRead:
        'Only to look through the catalogue; they are not kept. An offer keeps the one need that it answers.',
      noMatch: 'The catalogue has no measure for them.',
      givenWithin: 'Given by {{provider}}, within {{within}} of the consent',
      noProvider: 'No unit of this place gives it',
      answers: 'Answers: {{needs}}',
      toShow: 'To be shown after the consent: {{conditions}}',
      paper: '{{paper}}, by {{rule}}',
      underWay: 'As many are under way for this request as may be.',
      offerThis: 'Offer “{{measure}}”',
      facts: 'This support',
      need: 'Need',
      instrument: 'Kind',
      provider: 'Provider',
      manager: 'Offered by',
      basis: 'Rests on',
      consent: 'Consent',
      until: 'until',
      conditions: 'Conditions and papers',
      beforeConsent: 'Before the person agrees nothing is asked for or collected.',
      shownOne: 'Shown: {{condition}}',
      shown: 'shown',
      unshown: 'not shown yet',
      words: 'Written to the person',
      evidence: 'How it was delivered',
      denied: 'The person says it did not come',
      reason: 'The reason they were told',
      next: 'Where they were told to turn',
      closed: 'Not open to your present post.',
    },
  },
  field: {
    supportWords: {
      label: 'Written to the person',
      read: 'What is offered and why. They read it word for word; it is encrypted apart.',
    },
    supportEvidence: {
      label: 'How it was delivered',
      read: 'Such as the first day of work or the amount paid. Encrypted apart.',
    },
    supportHow: {
      label: 'By what it was shown',
      read: 'The paper’s name, or who has the record already; copy nothing beyond that.',
    },
    supportCondition: {
      label: 'What was shown',
      read: 'What the catalogue does not ask for is not collected.',
    },
    supportCannot: { label: 'Why it cannot be given', read: 'Told to the person word for word.' },
    supportNext: {
      label: 'What else they can do',
      read: 'Where to go and how to apply, told to the person word for word.',
    },
    supportTakenBack: { label: 'Why it is taken back', read: 'Told to the person word for word.' },
    supportDenied: { label: 'What the person says', read: 'In their own words.' },
  },
};
