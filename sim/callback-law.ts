import type { Rulebook } from '../src/core/rulebook/rulebook.ts';

const hours = (n: number) => ({ n, unit: 'hour' as const });

/** The shipped one asks after weeks; here days pass, more are drawn, and much is looked at again. */
export function withQuickCallbacks(law: Rulebook): Rulebook {
  if (law.callback === null) throw new Error('the shipped rulebook calls nobody back');
  const { callback, extension } = law;
  return {
    ...law,
    callback: {
      ...callback,
      samples: callback.samples.map((sample) => ({ ...sample, share: 0.7 })),
      delay: { from: hours(1), to: hours(30) },
      within: { n: 2, unit: 'workDay' },
      window: hours(60),
      attempts: 2,
      pressure: { n: 1, unit: 'workDay' },
      recheck: [
        {
          categories: law.categories
            .filter(({ parent }) => parent === null)
            .map(({ code }) => code),
          after: [hours(24), hours(48)],
          citation: extension.citation,
        },
      ],
    },
  };
}

/** Later versions ask from the centre alone, and the last ones ask nobody. */
export function otherCallback({ callback, dispatch }: Rulebook, version: number) {
  if (callback === null || version >= 4) return null;
  return version % 2 === 0 ? { ...callback, units: [dispatch.centre] } : callback;
}
