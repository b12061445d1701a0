import type { Post } from '../../../contract/session.ts';
import type {
  Affected,
  BlockedKind,
  Harm,
  NominationChoices,
} from '../../../contract/sponsorships.ts';

export interface Draft {
  readonly kind?: BlockedKind;
  readonly powers: readonly string[];
  readonly tried: readonly string[];
  readonly reason: string;
  readonly harm?: Harm;
  readonly affected?: Affected;
  readonly legalBreach: boolean;
  readonly because: string;
  readonly sponsor?: string;
  readonly lead?: string;
  readonly liaison?: string;
}
export type Lacking = Exclude<keyof Draft, 'legalBreach'>;

const written = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '');

/** What is still missing, in the order it is asked; the server checks everything again. */
export const lacks = (draft: Draft): readonly Lacking[] => {
  const asks = draft.kind === 'ASKED';
  const there: readonly (readonly [Lacking, boolean])[] = [
    ['kind', draft.kind !== undefined],
    ['powers', !asks || draft.powers.length > 0],
    ['tried', !asks || written(draft.tried).length > 0],
    ['reason', draft.reason.trim() !== ''],
    ['harm', draft.harm !== undefined],
    ['affected', draft.affected !== undefined],
    ['because', draft.because.trim() !== ''],
    ['sponsor', draft.sponsor !== undefined],
    ['lead', draft.lead !== undefined],
    ['liaison', draft.liaison !== undefined],
  ];
  return there.flatMap(([name, is]) => (is ? [] : [name]));
};

/** The body of the nomination: by the head's word, whose it is to confirm where another post enters it. */
export const bodyOf = (draft: Draft, { sponsors }: NominationChoices, post: Post): object => ({
  blocked:
    draft.kind === 'ASKED'
      ? { kind: 'ASKED', powers: draft.powers, tried: written(draft.tried) }
      : { kind: draft.kind },
  reason: draft.reason.trim(),
  grounds: {
    harm: draft.harm,
    affected: draft.affected,
    legalBreach: draft.legalBreach,
    reason: draft.because.trim(),
  },
  sponsor: draft.sponsor,
  lead: draft.lead,
  liaison: draft.liaison,
  // What stood beside the leader's name when it was chosen is kept with the act.
  shown: sponsors.find(({ login }) => login === draft.sponsor)?.load?.live ?? null,
  ...(post.role === 'unit_head'
    ? {}
    : { onBehalfOf: { kind: 'post', post: { unit: post.unit, role: 'unit_head' } } }),
});
