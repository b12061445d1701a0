/** Pages of one's own unit: behind one word in the header, by their names in the palette. */
export const unitScreens = [
  { to: '/handover', key: 'handover' },
  { to: '/week', key: 'week' },
  { to: '/entered', key: 'entered' },
  { to: '/stand-ins', key: 'standIns' },
] as const;

/** The screens one can go to, in the order of the header and of the palette. */
export const screens = [
  { to: '/', key: 'next' },
  { to: '/cases', key: 'cases' },
  { to: '/dispatch', key: 'dispatch' },
  { to: '/objections', key: 'objections' },
  { to: '/register', key: 'register' },
  { to: '/duties', key: 'duties' },
  { to: '/unit', key: 'unit' },
] as const;
