import { extend } from '../clock/acts.ts';
import { type Clock, clockOf } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import type { Post, UnitId } from '../process.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Duration } from '../time/duration.ts';
import { refuse } from './refusals.ts';
import { drop, meet, rule, type Scene, say, start } from './scene.ts';
import type { ExtensionRequest, Handling } from './state.ts';
import { calendarFor } from './suspension.ts';
import { textNeeded } from './text-needed.ts';

/**
 * 延期 in three steps, all before the old due time (invariant 18): asked by the lead unit, granted
 * by another account, told to the person. Only the telling moves the clock.
 */
export const askExtension = rule('ask-extension', {
  from: ['handling'],
  decide({ clock: id, by, reason }, scene) {
    const { state, law, facts } = scene;
    const clock = clockOf(state.clocks, id);
    if (clock === undefined) return refuse('case.no-such-clock', { clock: id });
    const no = notExtendable(clock) ?? usedUp(scene) ?? tooLong(scene, clock, by);
    if (no !== null) return no;
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    if (facts.actor.kind !== 'staff') throw new Error('case: a machine asked for an extension');
    const approver = approverOf(law, state.order.lead);
    const asked = say('ExtensionAsked', {
      number: state.extensionsAsked + 1,
      clock: id,
      by,
      reason: reason.trim(),
      account: facts.actor.account,
      approver,
    });
    return {
      events: [
        asked,
        ...drop(scene, 'lapsed', 'extension-decision'),
        ...start(scene, 'extension-decision', approver.unit),
      ],
    };
  },
});

export const decideExtension = rule('decide-extension', {
  from: ['handling'],
  decide({ granted, reason }, scene) {
    const { state, facts } = scene;
    const asked = state.extension;
    if (asked === null || asked.granted !== null) return refuse('case.no-extension-asked');
    const clock = clockOf(state.clocks, asked.clock);
    if (clock === undefined) throw new Error(`case: no clock ${asked.clock}`);
    const no = lapsed(clock);
    if (no !== null) return no;
    if (facts.actor.kind === 'staff' && facts.actor.account === asked.account) {
      return refuse('case.extension-by-asker');
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { dueAt } = extend(clock, asked.by, calendarFor(scene, clock)).data;
    const decided = say('ExtensionDecided', {
      number: asked.number,
      granted,
      reason: reason.trim(),
      newDueAt: granted ? dueAt : null,
    });
    return { events: [decided, ...meet(scene, 'extension-decision')] };
  },
});

export const tellExtension = rule('tell-extension', {
  from: ['handling'],
  decide({ means }, scene) {
    const { state } = scene;
    const asked = state.extension;
    if (asked === null || asked.granted === null) return refuse('case.no-extension-granted');
    const clock = clockOf(state.clocks, asked.clock);
    if (clock === undefined) throw new Error(`case: no clock ${asked.clock}`);
    const told = say('ExtensionTold', { number: asked.number, means });
    return lapsed(clock) ?? { events: [told, extend(clock, asked.by, calendarFor(scene, clock))] };
  },
});

function lapsed(clock: Clock) {
  if (clock.breachedAt !== null) {
    return refuse('case.clock-overdue', { clock: clock.id, dueAt: clock.dueAt });
  }
  return clock.status === 'running' ? null : refuse('case.clock-not-running', { clock: clock.id });
}

const notExtendable = (clock: Clock) =>
  clock.kind === 'reply' ? lapsed(clock) : refuse('case.clock-not-extendable', { clock: clock.id });

function usedUp({ state, law }: Scene<Handling>) {
  if (state.extension !== null && !isLapsed(state.extension, state.clocks)) {
    return refuse('case.extension-pending', { number: state.extension.number });
  }
  const { times } = law.extension;
  return state.extensionsTold >= times ? refuse('case.extension-used-up', { times }) : null;
}

/** A request dies with the due time it wanted to move. */
export function isLapsed(asked: ExtensionRequest, clocks: readonly Clock[]): boolean {
  const clock = clockOf(clocks, asked.clock);
  return clock === undefined || clock.breachedAt !== null || clock.endedAt !== null;
}

function tooLong(scene: Scene, clock: Clock, by: Duration) {
  const calendar = calendarFor(scene, clock);
  const { max } = scene.law.extension;
  const longest = extend(clock, max, calendar).data.dueAt;
  const without = { ...clock, legal: null, extensions: [...clock.extensions, by] };
  const asked = dueOf(without, calendar).dueAt;
  if (clock.legalDueAt !== null && asked > clock.legalDueAt) {
    return refuse('case.extension-past-legal', { legalDueAt: clock.legalDueAt });
  }
  return asked > longest || asked <= clock.dueAt
    ? refuse('case.extension-too-long', { n: max.n, unit: max.unit })
    : null;
}

/** A head decides for their own unit; any other approver sits at the dispatch centre. */
const approverOf = (law: Rulebook, lead: UnitId): Post => ({
  unit: law.extension.approver === 'unit_head' ? lead : law.dispatch.centre,
  role: law.extension.approver,
});
