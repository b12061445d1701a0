/** What the seeded runs cannot reach, and why. Anything else at zero is a gap. */
export const UNREACHABLE: Readonly<Record<string, string>> = {
  'case.in-the-future': 'the engine refuses a time that has not come before the case is asked',
  'engine.limit-reached': 'no process takes a claim yet; the contract of the stores tests it',
  'engine.no-such-stream': 'one case process and one institution: no stream can be mistaken',
  'engine.reaction-failed': 'stands for a bug in a reaction; the tests of tick plant one',
};
