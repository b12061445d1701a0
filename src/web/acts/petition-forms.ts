import type { z } from 'zod';
import type { PetitionAct, PetitionView, petitionBodies } from '../../contract/petitions.ts';
import type { Form } from './forms.ts';

type Names<Act extends PetitionAct> = keyof z.input<(typeof petitionBodies)[Act]> & string;
type PetitionForm<Act extends PetitionAct> = Form<Names<Act>, PetitionView>;

/** The third table: a petition's acts, in the order they are offered in. */
export const petitionForms: { readonly [Act in PetitionAct]: PetitionForm<Act> } = {
  route: {
    letter: 't',
    legal: true,
    fields: [{ name: 'bodies', label: 'bodies', ask: { kind: 'bodies' } }],
  },
  'hand-over': { letter: 'h', legal: true, fields: [] },
  accept: { letter: 's', legal: true, fields: [] },
  'give-opinion': {
    letter: 'r',
    legal: true,
    decidedBy: 'verdict',
    fields: [
      { name: 'request', label: 'petitionRequest', ask: { kind: 'long' } },
      { name: 'facts', label: 'petitionFacts', ask: { kind: 'long' } },
      { name: 'opinion', label: 'petitionOpinion', ask: { kind: 'long' } },
      { name: 'basis', label: 'petitionBasis', ask: { kind: 'line' } },
      { name: 'verdict', label: 'petitionVerdict', ask: { kind: 'petition-verdict' } },
    ],
  },
  deliver: {
    letter: 'd',
    legal: true,
    fields: [
      { name: 'letter', label: 'letter', ask: { kind: 'letter' } },
      { name: 'means', label: 'delivery', ask: { kind: 'delivery' } },
      { name: 'proof', label: 'proof', ask: { kind: 'line' }, optional: true },
    ],
  },
  'agree-body': {
    letter: 'a',
    legal: true,
    fields: [{ name: 'body', label: 'body', ask: { kind: 'body' } }],
  },
  designate: {
    letter: 'g',
    legal: true,
    fields: [
      { name: 'body', label: 'body', ask: { kind: 'body' } },
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
    ],
  },
  object: {
    letter: 'o',
    legal: true,
    fields: [{ name: 'reason', label: 'transferReason', ask: { kind: 'long' } }],
  },
  'decide-return': {
    letter: 'j',
    legal: true,
    decidedBy: 'agreed',
    fields: [
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
      { name: 'agreed', label: 'returned', ask: { kind: 'yesno' } },
    ],
  },
  'not-accept': {
    letter: 'n',
    legal: true,
    fields: [
      { name: 'reason', label: 'notAccepted', ask: { kind: 'petition-reason' } },
      { name: 'text', label: 'notAcceptedText', ask: { kind: 'long' } },
    ],
  },
  'ask-extension': {
    letter: 'x',
    legal: true,
    fields: [
      { name: 'more', label: 'moreDays', ask: { kind: 'number' } },
      { name: 'reason', label: 'extensionReason', ask: { kind: 'long' } },
    ],
  },
  'decide-extension': {
    letter: 'x',
    legal: true,
    decidedBy: 'granted',
    fields: [
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
      { name: 'granted', label: 'granted', ask: { kind: 'yesno' } },
    ],
  },
  'open-hearing': { letter: 'e', legal: true, fields: [] },
  'close-hearing': {
    letter: 'e',
    legal: true,
    fields: [{ name: 'record', label: 'hearingRecord', ask: { kind: 'long' }, optional: true }],
  },
  'record-mediation': {
    letter: 'm',
    legal: false,
    fields: [
      { name: 'consented', label: 'consented', ask: { kind: 'yesno' } },
      { name: 'agreed', label: 'agreement', ask: { kind: 'yesno' } },
      { name: 'note', label: 'mediation', ask: { kind: 'long' }, optional: true },
    ],
  },
  'ask-review': {
    letter: 'q',
    legal: true,
    fields: [{ name: 'words', label: 'theirWords', ask: { kind: 'long' }, optional: true }],
  },
  'claim-new-facts': {
    letter: 'i',
    legal: true,
    fields: [{ name: 'words', label: 'newFacts', ask: { kind: 'long' } }],
  },
  look: {
    letter: 'k',
    legal: true,
    decidedBy: 'found',
    fields: [
      { name: 'reason', label: 'decisionReason', ask: { kind: 'long' } },
      { name: 'found', label: 'found', ask: { kind: 'yesno' } },
    ],
  },
  supervise: {
    letter: 'v',
    legal: true,
    fields: [
      { name: 'text', label: 'supervision', ask: { kind: 'long' } },
      { name: 'instruction', label: 'instruction', ask: { kind: 'instruction' }, optional: true },
    ],
  },
};

export const isPetitionAct = (act: string): act is PetitionAct => Object.hasOwn(petitionForms, act);
