/** What the seeded runs cannot reach, and why. Anything else at zero is a gap. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  'case.in-the-future': 'the engine refuses a time that has not come before the case is asked',
  'whistle.in-the-future':
    'the engine refuses a time that has not come before the whistle is asked',
  'callback.in-the-future':
    'the engine refuses a time that has not come before the callback is asked',
  'sponsorship.in-the-future':
    'the engine refuses a time that has not come before the sponsorship is asked',
  'engine.limit-reached':
    'every claim there is brings its own answer; the stores’ contract tests it',
  'engine.reaction-failed': 'stands for a bug in a reaction; the tests of tick plant one',
};
