import { propose } from '../src/core/authority/propose.ts';
import type { CaseState } from '../src/core/case/index.ts';
import type { Rulebook } from '../src/core/rulebook/rulebook.ts';
import { receiptAlias, receiptCode } from '../src/engine/receipt.ts';
import { privateText, type Said, type Scene } from './scene.ts';
import { TENANT } from './world.ts';

/** Somebody says something: at a counter, on the telephone, on the web, or a grid worker for them. */
export function register({ r, world, district, stream }: Scene, receivedBy: string): Said {
  const intake = r.weighted({ counter: 3, phone: 3, web: 3, paper: 1, grid: 1, upstream: 2 });
  const contact = r.chance(0.85);
  const external =
    intake === 'upstream'
      ? [{ system: '12345', number: `A${r.int(1, 40)}`, dueAt: null, state: 'sent' }]
      : [];
  const detail = r.chance(0.7);
  return {
    type: 'register',
    data: {
      kind: r.weighted({ consult: 2, help: 4, complaint: 4, suggestion: 1 }),
      intake,
      words: null,
      place: { unit: r.any(district.places), detail: null },
      contact: null,
      confidential: r.chance(0.2),
      external,
      receivedBy,
      title: null,
      receipt: receiptAlias(world.crypto, TENANT, receiptCode(world.crypto, TENANT, stream)).key,
    },
    texts: {
      words: privateText(r, '诉求'),
      ...(contact ? { contact: privateText(r, '电话') } : {}),
      ...(detail ? { 'place.detail': privateText(r, '地址') } : {}),
    },
  };
}

export function triage({ r, district }: Scene): Said {
  return {
    type: 'triage',
    data: {
      category: r.any(r.chance(0.25) ? district.awkward : district.categories) ?? '',
      title: r.pick(['楼道照明', '占道经营', '下水堵塞', '噪声']),
      urgency: r.chance(0.3) ? r.pick(['urgent', 'critical', 'complex', 'utility']) : null,
      automatic: r.chance(0.3),
    },
  };
}

export const showEmergency = ({ r, law, state }: Scene): Said => ({
  type: 'show-emergency',
  data: {
    channel:
      r.any(law.channels.filter(({ kind }) => kind === 'emergency'))?.code ??
      (state.status === 'none' ? '' : 'police-110'),
  },
});

export const confirmHandover = ({ r }: Scene): Said => ({
  type: 'confirm-handover',
  data: { remains: r.chance(0.5) },
});

export const answerAtOnce = ({ r }: Scene): Said => ({
  type: 'answer-at-once',
  data: { answer: null },
  texts: { answer: privateText(r, '答复') },
});

export const redirect = ({ r, law }: Scene): Said => ({
  type: 'redirect',
  data: { channel: r.any(law.channels)?.code ?? '' },
});

/** By the duty list; now and then against it, with or without a reason. */
export function dispatch({ r, institution, state, law, world }: Scene): Said {
  const category = state.status === 'none' ? '' : (state.triage?.category ?? '');
  const place = state.status === 'none' ? '' : state.place.unit;
  const proposal = propose(institution, category, place, world.now);
  // One bureau leads more than its share, so that what is peculiar to its offices happens.
  const some = r.any(law.units.filter(({ type }) => type === 'department'))?.id ?? '';
  const designated = r.chance(0.5) ? 'urban' : some;
  if (r.chance(0.04)) return { type: 'dispatch', data: allHands(state, law) };
  // A desk keeps what lies in its streets, whatever was taken from them.
  const own = r.chance(0.06) ? law.units.find(({ id }) => id === place)?.parent : null;
  const lead = own ?? (proposal.none || r.chance(0.25) ? designated : proposal.lead);
  const assisting = proposal.none ? [] : proposal.assisting;
  return {
    type: 'dispatch',
    data: {
      lead,
      assisting: assisting.filter((unit) => unit !== lead && r.chance(0.7)),
      overrideReason: r.chance(0.9) ? '情况特殊，另行指定' : null,
    },
  };
}

/** Everybody has a hand in it: nobody is left to ask the person whether it is solved. */
function allHands(state: CaseState, { dispatch, objection, verification }: Rulebook) {
  const receivedBy = state.status === 'none' ? dispatch.centre : state.receivedBy;
  const others = new Set([dispatch.centre, verification.unit, receivedBy]);
  return {
    lead: objection.ruler,
    assisting: [...others].filter((unit) => unit !== objection.ruler),
    overrideReason: '重大事项，各方到场',
  };
}

export function updateExternal({ r, state, world }: Scene): Said {
  const known = state.status === 'none' ? undefined : r.any(state.external);
  const number = known?.number ?? `A${r.int(1, 60)}`;
  const dueAt = r.chance(0.5) ? null : world.now + r.int(-48, 240) * 3_600_000;
  const reference = { system: '12345', number, dueAt, state: 'handled' };
  return { type: 'update-external', data: { reference } };
}

const numberIn = ({ r, state }: Scene): string =>
  (state.status === 'none' ? undefined : r.any(state.external)?.number) ?? `A${r.int(1, 60)}`;

export const askUpstreamReturn = (_: Scene): Said => ({
  type: 'ask-upstream-return',
  data: { reason: '不在本区' },
});

export const askUpstreamExtension = ({ r }: Scene): Said => ({
  type: 'ask-upstream-extension',
  data: { by: { n: r.int(1, 5), unit: 'workDay' }, reason: '等待检测结果' },
});

export const tellUpstream = (scene: Scene): Said => ({
  type: 'tell-upstream',
  data: {
    system: '12345',
    number: numberIn(scene),
    upTo:
      (scene.state.status === 'none' ? 0 : scene.state.upstream.said) +
      (scene.r.chance(0.2) ? 1 : 0),
    state: 'sent',
  },
});

export const hearUpstream = (scene: Scene): Said => ({
  type: 'hear-upstream',
  data: {
    reference: { system: '12345', number: numberIn(scene), dueAt: null, state: 'verified' },
    // Before a reply there is little else to hear than that they take it back.
    word: scene.r.pick(
      scene.state.status === 'replied'
        ? ['FIXED', 'PARTLY', 'NOT_SOLVED', 'UNREACHABLE', 'TAKEN_BACK']
        : ['TAKEN_BACK', 'TAKEN_BACK', 'FIXED'],
    ),
  },
});

/** With the same matter where there is one, with another case where there is not. */
export function merge({ r, state, stream, world }: Scene, others: readonly string[]): Said {
  const same = others.filter((other) => {
    const its = world.state(other);
    if (its.status === 'none' || state.status === 'none' || other === stream) return false;
    return its.triage?.category === state.triage?.category && its.place.unit === state.place.unit;
  });
  const into = (r.chance(0.7) ? r.any(same) : undefined) ?? r.any(others) ?? stream;
  return { type: 'merge', data: { into, basis: r.chance(0.7) ? '同一路灯' : '' } };
}

export function unmerge({ r, state }: Scene, others: readonly string[]): Said {
  const from = state.status === 'merged' ? state.into : (r.any(others) ?? '');
  return { type: 'unmerge', data: { from, reason: '并非同一事项' } };
}
