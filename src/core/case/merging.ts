import { recompute } from '../clock/acts.ts';
import { lateness } from './lateness.ts';
import { refuse } from './refusals.ts';
import { later, rule, say } from './scene.ts';
import { rested } from './sponsorships.ts';
import { type CaseState, KNOWN, type Known, type Status } from './state.ts';
import { textNeeded } from './text-needed.ts';
import { upstreamClock } from './upstream-clock.ts';
import { SAME_CATEGORY_AND_PLACE } from './words.ts';

/** A reply is still to come, so that whoever joins will hear it. */
const JOINABLE = ['received', 'triaged', 'assigned', 'objected', 'handling'] as const;

/** 并单: two people, one matter. Each keeps their own request and gets the reply (invariant 11). */
export const merge = rule('merge', {
  from: ['received', 'triaged', 'assigned', 'handling'],
  decide({ into, basis }, scene) {
    const { state, facts } = scene;
    if (into === facts.stream) return refuse('case.merge-into-itself');
    const target = facts.others.get(into) as CaseState | undefined;
    if (target === undefined || target.status === 'none') {
      return refuse('case.merge-target-unknown', { into });
    }
    if (target.status === 'merged' || state.joined.length > 0) {
      return refuse('case.merge-chain', { into });
    }
    if (!JOINABLE.some((status: Status) => status === target.status)) {
      return refuse('case.merge-target-ended', { into, status: target.status });
    }
    const stated = basis.trim();
    if (stated === '' && !sameMatter(state, target)) return refuse('case.merge-different-matter');
    return {
      events: [say('Merged', { into, basis: stated === '' ? SAME_CATEGORY_AND_PLACE : stated })],
    };
  },
});

/** The other half of a merge, in the same write. */
export const joinRequest = rule('join-request', {
  from: JOINABLE,
  anyOrder: true,
  decide: ({ from, basis }, { state }) =>
    state.joined.includes(from)
      ? refuse('case.already-joined', { from })
      : { events: [say('RequestJoined', { from, basis })] },
});

/** Everything comes back as if the merge had not been, what fell due meanwhile included. */
export const unmerge = rule('unmerge', {
  from: ['merged'],
  decide({ from, reason }, scene) {
    const { state } = scene;
    if (from !== state.into) return refuse('case.not-merged-there', { from });
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const unmerged = say('Unmerged', { from, reason: reason.trim(), clocks: state.before.clocks });
    // A clock keeps the calendar it began on, in whatever law it comes back to.
    const calendars = [...scene.facts.institution.calendars.values()];
    const recounted = calendars.flatMap((calendar) => recompute(state.before.clocks, calendar));
    const before = [unmerged, ...recounted];
    // The system above may have named another time meanwhile.
    const back = [...before, ...upstreamClock(later(scene, before))];
    // A leader may have taken it on meanwhile.
    const all = [...back, ...lateness(later(scene, back))];
    return { events: [...all, ...rested(later<Known>(scene, all))] };
  },
});

export const leaveRequest = rule('leave-request', {
  from: KNOWN,
  anyOrder: true,
  decide: ({ left, reason }, { state }) =>
    state.joined.includes(left)
      ? { events: [say('RequestLeft', { left, reason })] }
      : refuse('case.not-joined', { left }),
});

export const tellMerged = rule('tell-merged', {
  from: ['merged'],
  anyOrder: true,
  decide: ({ into, reply }, { state }) =>
    into === state.into
      ? { events: [say('MergedPersonTold', { into, reply })] }
      : refuse('case.not-merged-there', { from: into }),
});

const sameMatter = (one: Known, other: Known): boolean =>
  one.triage !== null &&
  one.triage.category === other.triage?.category &&
  one.place.unit === other.place.unit;
