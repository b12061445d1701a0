import type { Upcaster } from '../process.ts';

export const upcasters: readonly Upcaster[] = [
  {
    // Until proposals were events of their own, a version was proposed and adopted in one.
    type: 'RulebookAdopted',
    from: 1,
    step: (data) => ({ ...(data as object), proposal: null }),
  },
];
