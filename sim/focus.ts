import type { HumanCommand } from './habits.ts';

export interface Focus {
  /** How much oftener or seldomer than usual a turn comes. */
  readonly turns: Readonly<Record<string, number>>;
  /** How much oftener a case is brought on than anything else is done to it. */
  readonly haste: number;
}

const SELDOM = 0.15;
const seldom = (...turns: readonly string[]): Focus['turns'] =>
  Object.fromEntries(turns.map((turn) => [turn, SELDOM]));

const WHISTLES = ['whistle', 'blow', 'rush'];
const PETITIONS = ['petition', 'ask'];
const SPONSORSHIPS = ['nominate', 'sponsor'];
const OVER = ['keep', 'callback'];

/**
 * What a history is mostly about. All processes at once crowd one another out before any gets far;
 * histories that each leave most of them aside reach deeper together ("Swarm Testing", Groce et al.,
 * ISSTA 2012).
 */
const FOCI: readonly Focus[] = [
  { turns: {}, haste: 1 },
  { turns: { whistle: 2, blow: 2, ...seldom(...PETITIONS, ...SPONSORSHIPS, ...OVER) }, haste: 1 },
  { turns: { petition: 3, ask: 2, ...seldom(...WHISTLES, ...SPONSORSHIPS, ...OVER) }, haste: 1 },
  { turns: { sponsor: 2, nominate: 2, ...seldom(...WHISTLES, ...PETITIONS, ...OVER) }, haste: 1 },
  // What is over: asked about again, kept, held, erased.
  {
    turns: {
      act: 1.5,
      arrival: 2,
      callback: 2,
      keep: 1.5,
      ...seldom(...WHISTLES, ...PETITIONS, ...SPONSORSHIPS),
    },
    haste: 6,
  },
  // A law that changes again and again, until it says nothing of what had begun under it.
  { turns: { law: 6, office: 1.5, desk: 4, callback: 2, keep: 2 }, haste: 2 },
];

export const focusOf = (seed: number): Focus => FOCI[seed % FOCI.length] as Focus;

/** What brings an ordinary case to its end. */
const FORWARD: ReadonlySet<string> = new Set<HumanCommand>([
  'triage',
  'dispatch',
  'sign-for',
  'reply',
  'agree-reply',
  'verify',
  'close',
]);

export const hasty = <Weights extends Readonly<Record<string, number | undefined>>>(
  weights: Weights,
  { haste }: Focus,
): Weights =>
  Object.fromEntries(
    Object.entries(weights).map(([act, n = 0]) => [act, FORWARD.has(act) ? n * haste : n]),
  ) as Weights;
