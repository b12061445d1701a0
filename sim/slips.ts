import type { Outcome } from '../src/core/case/words.ts';
import { type Acting, NOBODY, staff } from './actors.ts';
import type { Said, Scene } from './scene.ts';

/** What people get wrong in a form, field by field; a door lets it through, the rules must not. */
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  basis: ['', 'no-such-basis'],
  reason: ['', '  ', 'no-such-reason'],
  text: ['', ' '],
  office: ['no-such-office'],
  title: ['', '  ', '占道 13800138000'],
  category: ['no-such-category', 'cleanliness'],
  urgency: ['no-such-urgency'],
  channel: ['no-such-channel', 'discipline', 'fire-119'],
  clock: ['no-such-clock', 'triage-1', 'reply-1', 'sign-for-1'],
  lead: ['nowhere', 'cangkou', 'cangkou-yishun', 'housing', 'hotline', 'governance'],
  receivedBy: ['nowhere', 'housing'],
  into: ['nowhere'],
  from: ['nowhere'],
  citation: ['', null],
  overrideReason: ['', null],
  solved: [null, 'not_contacted'],
  outcome: ['UNKNOWN', 'UNREACHABLE', 'FIXED', 'EXPLAINED_CANNOT'] satisfies readonly Outcome[],
  positions: [[]],
  panel: [
    [],
    [
      { unit: 'nowhere', role: 'arbiter' },
      { unit: 'hotline', role: 'dispatcher' },
      { unit: 'housing', role: 'unit_head' },
    ],
    [
      { unit: 'hotline', role: 'supervisor' },
      { unit: 'hotline', role: 'dispatcher' },
      { unit: 'housing', role: 'unit_head' },
    ],
  ],
  assisting: [['nowhere'], ['cangkou-yishun'], ['housing', 'urban'], ['urban', 'urban']],
  by: [
    { n: 200, unit: 'workDay' },
    { n: 0, unit: 'day' },
    { n: 11, unit: 'workDay' },
  ],
  case: ['nowhere'],
  level: [9],
  missing: [[], ['no-such-power'], ['grant-relief'], ['fine-appearance', 'permit-road']],
  tried: [[], [' ']],
  units: [[], ['urban', 'urban'], ['civil'], ['nowhere']],
  override: [' ', '汛期'],
  callOut: [1, 9],
  rank: ['no-such-rank', 'officer'],
  headCount: [0],
  mode: ['remote'],
  step: [1, 9],
  steps: [
    [],
    [{ what: '整改', owner: 'civil', power: null, dueAt: 4e12 }],
    [{ what: '整改', owner: 'urban', power: 'demolish', dueAt: 4e12 }],
    [{ what: '整改', owner: 'urban', power: null, dueAt: 1 }],
  ],
  unit: ['nowhere', 'civil'],
  result: ['DONE', 'PARTIAL'],
  instruction: [
    null,
    { by: { unit: 'civil', role: 'auditor' }, text: '请今日到场' },
    { by: { unit: 'nowhere', role: 'unit_head' }, text: '请今日到场' },
  ],
  hold: [9],
  wish: [9],
  receipt: [' '],
  measure: ['gold', 'no-provider'],
  need: ['no-such-need'],
  sponsorship: ['nowhere'],
  condition: ['no-such-condition'],
  until: [1, 4e12],
  items: [{}, { needed: 'yes', prepared: 'yes', acted: 'no', liked: 'no' }],
};

/** The same form with one field wrong, where it has one that can be. */
export function misfilled({ r, stream }: Pick<Scene, 'r' | 'stream'>, said: Said): Said {
  const field = r.any(Object.keys(said.data).filter((name) => name in WRONG));
  if (field === undefined) return said;
  if (field === 'into' && r.chance(0.5)) return { ...said, data: { ...said.data, into: stream } };
  return { ...said, data: { ...said.data, [field]: r.any(WRONG[field] ?? []) } };
}

/** Somebody who may not, or not here: another post, another's receipt, a secretary elsewhere. */
export function somebodyElse(scene: Scene, others: readonly string[]): Acting {
  const { r, district, stream } = scene;
  const post = r.any(district.posts) ?? NOBODY;
  const other = r.any(others) ?? stream;
  switch (r.weighted({ post: 5, person: 2, stranger: 1, behalf: 1, machine: 0.5 })) {
    case 'person':
      return { actor: { kind: 'person', case: stream } };
    case 'stranger':
      return { actor: { kind: 'person', case: other } };
    case 'behalf':
      return {
        actor: staff(post),
        onBehalfOf: { kind: 'post', post: r.any(district.posts) ?? NOBODY },
      };
    case 'machine':
      return { actor: { kind: 'machine', name: r.pick(['reaction', 'import', 'setup']) } };
    default:
      return { actor: staff(post, r.chance(0.5)) };
  }
}
