import type { Role } from '../../../contract/session.ts';
/** Pages of one's own unit: behind one word in the header, by their names in the palette. */
export const unitScreens = [
  { to: '/handover', key: 'handover' },
  { to: '/week', key: 'week' },
  { to: '/entered', key: 'entered' },
  { to: '/stand-ins', key: 'standIns' },
] as const;

/** The screens one can go to, in the order of the header and of the palette. */
const screens = [
  { to: '/', key: 'next' },
  { to: '/cases', key: 'cases' },
  { to: '/dispatch', key: 'dispatch' },
  { to: '/whistles', key: 'whistles' },
  { to: '/supervision', key: 'supervision', roles: ['supervisor', 'unit_head', 'auditor'] },
  { to: '/objections', key: 'objections' },
  { to: '/orders', key: 'orders' },
  { to: '/register', key: 'register' },
  { to: '/duties', key: 'duties' },
  { to: '/rules', key: 'rules', roles: ['rule_editor', 'administrator'] },
  { to: '/unit', key: 'unit' },
] as const;

type Screen = (typeof screens)[number];

/** Those that have something for a post; a screen that names no roles has for all. */
export const screensFor = (role: Role): readonly Screen[] =>
  screens.filter((one) => !('roles' in one) || (one.roles as readonly Role[]).includes(role));
