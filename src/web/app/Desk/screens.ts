import type { Role } from '../../../contract/session.ts';

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
] as const;

type Screen = (typeof screens)[number];

/** Those that have something for a post; a screen that names no roles has for all. */
export const screensFor = (role: Role): readonly Screen[] =>
  screens.filter((one) => !('roles' in one) || (one.roles as readonly Role[]).includes(role));
