import * as of from '../case/given.fixture.ts';
import type { CaseState } from '../case/state.ts';
import type { Actor, Facts, Instant, Recorded, Refusal } from '../process.ts';
import type { SecrecyLaw } from '../rulebook/secrecy.ts';
import { smallRulebook } from '../rulebook/small.fixture.ts';
import type { SecrecyCommand } from './commands.ts';
import { decide } from './decide.ts';
import type { SecrecyEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { secrecyOf } from './index.ts';
import type { SecrecyState } from './state.ts';

/** Given what was asked, when an officer acts, then this follows. For tests only. */

export const { HOUR, MONDAY } = of;
export const DAY = 24 * HOUR;

const { citation } = smallRulebook().extension;
export const secrecy: SecrecyLaw = {
  max: { n: 30, unit: 'day' },
  times: 2,
  approver: { unit: 'centre', role: 'supervisor' },
  bases: [{ code: 'impede', name: { zh: '妨碍履职', en: 'would impede a duty' }, citation }],
  citation,
};

/** The case that street s1 handles. */
export const handled = (): CaseState => of.usually('handling').state;
export const head = of.head('s1');
export const second = of.supervisor;

export interface Story {
  readonly state: SecrecyState;
  readonly events: readonly Recorded<SecrecyEvent>[];
  readonly now: Instant;
}

export const nothing: Story = { state: { status: 'none' }, events: [], now: MONDAY + DAY };

export interface Act {
  readonly by: Actor;
  readonly command: SecrecyCommand;
  /** How long after the act before; an hour unless said. */
  readonly later?: number;
  readonly more?: Partial<Facts>;
}

export const did = (by: Actor, command: SecrecyCommand, more: Partial<Act> = {}): Act => ({
  by,
  command,
  ...more,
});

type Asked = Extract<SecrecyCommand, { type: 'ask' }>['data'];
export const asks = (change: Partial<Asked> = {}, by = head): Act =>
  did(by, {
    type: 'ask',
    data: {
      case: of.CASE,
      basis: 'impede',
      reason: '核查期间',
      until: MONDAY + 10 * DAY,
      ...change,
    },
  });
export const agrees: Act = did(second, { type: 'agree', data: {} });
export const turnsDown: Act = did(second, { type: 'turn-down', data: { reason: '无依据' } });
export const lifts = (by = head): Act => did(by, { type: 'lift', data: { reason: '核查完毕' } });
export const due = (clock = 'hold-1'): Act =>
  did(of.machine('tick'), { type: 'clock-due', data: { clock, revision: 1 } });

/** What one act brings: the longer story, or the refusal. */
export function when(story: Story, { by, command, later = HOUR, more = {} }: Act): Story | Refusal {
  const now = story.now + later;
  const facts: Facts = {
    now,
    occurredAt: now,
    stream: secrecyOf(of.CASE),
    actor: by,
    institution: of.district({ secrecy }),
    lot: 0,
    others: new Map([[of.CASE, handled()]]),
    ...more,
  };
  const decision = decide(command, story.state, facts);
  if ('refusal' in decision) return decision.refusal;
  const events = decision.events.map(
    (event, n) =>
      ({
        ...event,
        stream: facts.stream,
        version: story.events.length + n + 1,
        occurredAt: event.occurredAt ?? facts.occurredAt,
        recordedAt: now,
        actedBy: by,
      }) as Recorded<SecrecyEvent>,
  );
  return { events: [...story.events, ...events], state: events.reduce(evolve, story.state), now };
}

/** A story in which every act must succeed. */
export const given = (...acts: readonly Act[]): Story =>
  acts.reduce<Story>((story, act) => {
    const next = when(story, act);
    if ('code' in next) throw new Error(`${act.command.type}: ${next.code}`);
    return next;
  }, nothing);
