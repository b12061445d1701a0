import type { Role } from '../../../contract/session.ts';

/** Whoever receives, dispatches or handles, under the unit's head. */
export const SHIFTS = [
  'intake_agent',
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
] as const satisfies readonly Role[];
const BOARD = [...SHIFTS, 'arbiter', 'supervisor', 'auditor'] as const;
const HANDLING = [...SHIFTS, 'arbiter', 'supervisor', 'callback_agent'] as const;
const WORKERS = [...HANDLING, 'sponsor', 'liaison'] as const;
/** Who offers, gives or watches over supports; a desk that dispatches has no part in one. */
const SUPPORTERS = [
  'intake_agent',
  'unit_handler',
  'office_head',
  'unit_head',
  'supervisor',
  'liaison',
  'auditor',
] as const;
/** Who holds a seat of a sponsorship, or may read it. */
const SPONSORING = [
  'dispatcher',
  'unit_handler',
  'office_head',
  'unit_head',
  'arbiter',
  'supervisor',
  'sponsor',
  'liaison',
  'auditor',
] as const satisfies readonly Role[];
const READERS = [...WORKERS, 'auditor'] as const;

interface Limits {
  /** Nobody else has anything there; left out, it is for all. */
  readonly roles?: readonly Role[];
}

const open = <Screen extends Limits>(all: readonly Screen[], role: Role): readonly Screen[] =>
  all.filter(({ roles }) => roles?.includes(role) ?? true);

const ofUnit = [
  { to: '/handover', key: 'handover', roles: SHIFTS },
  { to: '/week', key: 'week', roles: ['unit_head', 'arbiter', 'supervisor'] },
  { to: '/entered', key: 'entered', roles: WORKERS },
  { to: '/stand-ins', key: 'standIns' },
] as const satisfies readonly (Limits & { readonly to: string; readonly key: string })[];

/** The screens one can go to, in the order of the header and of the palette. */
const screens = [
  { to: '/', key: 'next', roles: [...WORKERS, 'archivist'] },
  { to: '/cases', key: 'cases', roles: READERS },
  { to: '/dispatch', key: 'dispatch', roles: ['intake_agent', 'dispatcher'] },
  { to: '/whistles', key: 'whistles', roles: BOARD },
  { to: '/sponsorships', key: 'sponsorships', roles: SPONSORING },
  { to: '/supports', key: 'supports', roles: SUPPORTERS },
  { to: '/callbacks', key: 'callbacks', roles: ['callback_agent', 'supervisor', 'auditor'] },
  { to: '/petitions', key: 'petitions', roles: BOARD },
  { to: '/supervision', key: 'supervision', roles: ['supervisor', 'unit_head', 'auditor'] },
  { to: '/retention', key: 'retention', roles: ['archivist', 'supervisor', 'auditor'] },
  { to: '/objections', key: 'objections', roles: HANDLING },
  { to: '/orders', key: 'orders', roles: ['dispatcher'] },
  { to: '/register', key: 'register', roles: SHIFTS },
  { to: '/sealed-desk', key: 'sealedDesk', roles: ['sealed_officer'] },
  { to: '/desk-keys', key: 'deskKeys', roles: ['sealed_officer', 'auditor'] },
  { to: '/rules', key: 'rules', roles: ['rule_editor', 'administrator'] },
  { to: '/duties', key: 'duties' },
  { to: '/unit', key: 'unit' },
] as const satisfies readonly (Limits & { readonly to: string; readonly key: string })[];

type Screen = Omit<(typeof screens)[number], 'roles'>;
type UnitScreen = Omit<(typeof ofUnit)[number], 'roles'>;

/** Those a post may use. */
export const screensFor = (role: Role): readonly Screen[] => open<Screen & Limits>(screens, role);

/** Pages of one's own unit: behind one word in the header, by their names in the palette. */
export const unitScreensFor = (role: Role): readonly UnitScreen[] =>
  open<UnitScreen & Limits>(ofUnit, role);

/** Where a post arrives: its next acts, or the first page it may use where it owes none. */
export const homeFor = (role: Role): Screen['to'] => screensFor(role)[0]?.to ?? '/duties';
