import type { z } from 'zod';
import type { SupportAct, SupportView, supportBodies } from '../../contract/supports.ts';
import type { Form } from './forms.ts';

type Body<Act extends SupportAct> = keyof z.input<(typeof supportBodies)[Act]> & string;

/** The third table: a support's acts, in the order they are offered in. */
export const supportForms: {
  readonly [Act in SupportAct]: Form<Exclude<Body<Act>, 'unit' | 'until'>, SupportView>;
} = {
  deliver: {
    letter: 'd',
    legal: true,
    fields: [{ name: 'evidence', label: 'supportEvidence', ask: { kind: 'long' } }],
  },
  show: {
    letter: 's',
    legal: true,
    applies: ({ conditions }) => conditions.some(({ shown }) => !shown),
    decidedBy: 'condition',
    fields: [
      { name: 'how', label: 'supportHow', ask: { kind: 'long' } },
      { name: 'condition', label: 'supportCondition', ask: { kind: 'condition' } },
    ],
  },
  'cannot-deliver': {
    letter: 'n',
    legal: true,
    fields: [
      { name: 'reason', label: 'supportCannot', ask: { kind: 'long' } },
      { name: 'next', label: 'supportNext', ask: { kind: 'long' } },
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
  'take-back': {
    letter: 't',
    legal: true,
    fields: [{ name: 'reason', label: 'supportTakenBack', ask: { kind: 'long' } }],
  },
  consent: { letter: 'y', legal: true, fields: [] },
  refuse: { letter: 'f', legal: true, fields: [] },
  revoke: { letter: 'k', legal: true, fields: [] },
  'confirm-receipt': { letter: 'y', legal: true, fields: [] },
  'deny-receipt': {
    letter: 'f',
    legal: true,
    fields: [{ name: 'words', label: 'supportDenied', ask: { kind: 'long' }, optional: true }],
  },
};

/** What only the person can say: intake staff take it down for them. */
export const THEIRS: ReadonlySet<SupportAct> = new Set([
  'consent',
  'refuse',
  'revoke',
  'confirm-receipt',
  'deny-receipt',
]);

export const isSupportAct = (act: string): act is SupportAct => Object.hasOwn(supportForms, act);
