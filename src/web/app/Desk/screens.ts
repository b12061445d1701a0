/** The screens one can go to, in the order of the header and of the palette. */
export const screens = [
  { to: '/', key: 'next' },
  { to: '/cases', key: 'cases' },
  { to: '/dispatch', key: 'dispatch' },
  { to: '/objections', key: 'objections' },
  { to: '/orders', key: 'orders' },
  { to: '/register', key: 'register' },
  { to: '/duties', key: 'duties' },
] as const;
