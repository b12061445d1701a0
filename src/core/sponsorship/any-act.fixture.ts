import type { StreamId, UnitId } from '../process.ts';
import * as g from './given.fixture.ts';
import { type Held, isHeld, type SponsorshipState } from './state.ts';

/** Somebody puts one of the cases up; not always rightly. */
export const anyNomination = (about: StreamId): readonly g.Act[] =>
  [g.SPONSOR, g.OTHER].flatMap((sponsor) =>
    (['ASKED', 'CLOCK', 'RULED', 'WHISTLE_ESCALATED'] as const).flatMap((kind) => {
      const blocked =
        kind === 'ASKED' ? { kind, powers: ['fine'], tried: ['约谈'] } : ({ kind } as const);
      return [g.head('s1'), g.head('urban')].map((by) =>
        g.nominates({ case: about, sponsor, blocked }, by),
      );
    }),
  );

const room = (units: readonly UnitId[], now: number): g.Act =>
  g.meets({
    present: units,
    positions: units.map((unit) => ({ unit, position: '同意' })),
    commitments: units
      .slice(0, 1)
      .map((unit) => ({ unit, what: '办理', dueAt: now + 4 * g.DAY, load: 0 })),
  });

function running(state: Held, now: number): readonly g.Act[] {
  const { steps, commitments } = state;
  const owners = steps.map(({ owner, n }) => g.finishes(owner, n));
  const kept = commitments.map(({ unit, n }) => g.keeps(unit, n));
  return [
    g.needs(),
    g.needs([]),
    g.plans({ dueAt: now + 5 * g.DAY }),
    g.plans({ owner: 's1', power: null, dueAt: now + 9 * g.DAY }),
    g.convenes({ until: now + 10 * g.DAY }),
    room(['urban', 'market'], now),
    room(['urban'], now),
    g.joins('housing'),
    g.leaves(),
    ...owners,
    ...owners,
    ...kept,
    ...kept,
    ...steps.map(({ n }) => g.drops(n)),
    ...commitments.map(({ n }) => g.unpromises(n)),
    g.delegates('coordinate', 'market', now + 5 * g.DAY),
    g.delegates('demolish'),
    g.acts(),
    g.acts({ kind: 'met-person', duty: 'law', words: g.sealed('said') }),
    g.hears(),
    g.answersClaim(),
    g.answersClaim('SUPPORT', null),
    g.tellsResult,
    g.tellsResult,
    g.closes(),
    g.closes(),
    g.asksExtension(),
    g.asksExtension(20, g.sponsor),
    g.decidesExtension(),
    g.decidesExtension(false),
    g.tellsExtension,
    g.supervises('market'),
    g.supervises('urban', g.sponsor, { by: g.SPONSOR.post, text: '即办' }),
    g.replaces('sponsor', state.sponsor.account === 'deputy' ? g.OTHER : g.SPONSOR),
    g.replaces('lead', { ...g.LEAD, account: `bureau-${now % 2}` }, g.sponsor),
    g.letsSee,
    g.hides,
    g.dissents,
    g.wantsFollowUp(),
    g.stopsFollowUp,
  ];
}

function choices(state: SponsorshipState, now: number, about: StreamId): readonly g.Act[] {
  if (state.status === 'none') return anyNomination(about);
  if (state.status === 'nominated') {
    return [
      g.accepts(),
      g.accepts(g.other),
      g.accepts(),
      g.passes(),
      g.passes(g.other),
      g.designates(),
      g.takesBack(),
      g.letsSee,
    ];
  }
  if (!isHeld(state)) return [g.takesBack()];
  if (state.status === 'closed' || state.status === 'following') {
    const until = { type: 'consent-follow-up', data: { until: now + 20 * g.DAY, means: 'phone' } };
    return [
      g.did(g.person(), until as never),
      g.did(g.person(), until as never),
      g.followsUp,
      g.stopsFollowUp,
      g.dissents,
      g.hides,
    ];
  }
  const onward = onwards(state, now);
  return [...running(state, now), ...onward, ...onward, ...onward, ...onward];
}

/** What brings it nearer to its end. */
const onwards = (state: Held, now: number): readonly g.Act[] =>
  state.status === 'told'
    ? [g.closes(), g.closes(), g.wantsFollowUp()]
    : [
        ...(state.needs === null ? [g.needs()] : [g.plans({ dueAt: now + 5 * g.DAY })]),
        ...(state.claim === null ? [g.answersClaim()] : [g.tellsResult, g.tellsResult]),
        ...state.steps.flatMap(({ owner, n }) => [g.finishes(owner, n), g.drops(n)]),
        ...state.commitments.map(({ n }) => g.unpromises(n)),
      ];

/** What somebody might do next; `pick` chooses. The seats' acts are done by whoever has the seat now. */
export function anyAct(state: SponsorshipState, pick: number, now: number, about: StreamId): g.Act {
  const all = choices(state, now, about);
  const act = all[(pick >> 8) % Math.max(1, all.length)] ?? g.accepts();
  if (state.status === 'none') return act;
  if (act.by.kind === 'person') return { ...act, by: g.person(state.case) };
  if (!isHeld(state)) return act;
  if (act.by === g.sponsor) return { ...act, by: g.holding(state.sponsor) };
  return act.by === g.lead ? { ...act, by: g.holding(state.lead) } : act;
}
