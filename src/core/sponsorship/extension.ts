import { extend } from '../clock/acts.ts';
import { type Clock, clockOf } from '../clock/clock.ts';
import { dueOf } from '../clock/due.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import type { Accepted, Agreed, Told } from './state.ts';

const OPEN = ['accepted', 'agreed'] as const;
const DECISION = 'extension-decision';

/**
 * 延期 in three steps, all before the end date (invariant 18): asked with a reason, granted by another
 * account than asked and than the sponsor's, told to the person. Only the telling moves the date.
 */
export const askExtension = rule('ask-extension', {
  from: OPEN,
  atOnce: true,
  decide({ by, reason }, tell) {
    const { state, law, facts } = tell;
    const term = termOf(tell);
    const over = lapsed(term);
    if (over !== null) return over;
    const { extension } = law.sponsorship;
    const pending = state.extension !== null;
    if (pending) return refuse('sponsorship.extension-pending');
    if (state.extensionsTold > 0) return refuse('sponsorship.extension-used-up');
    const longest = extend(term, extension.max, law.calendar).data.dueAt;
    const asked = dueOf({ ...term, extensions: [...term.extensions, by] }, law.calendar).dueAt;
    if (asked > longest || asked <= term.dueAt) {
      const { n, unit } = extension.max;
      return refuse('sponsorship.extension-too-long', { n, unit });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { approver, within, citation } = extension;
    tell.say('ExtensionAsked', {
      number: state.extensionsAsked + 1,
      clock: term.id,
      by,
      reason: reason.trim(),
      account: facts.actor.kind === 'staff' ? facts.actor.account : null,
      approver,
    });
    return tell.start(DECISION, approver.unit, { duration: within, citation });
  },
});

export const decideExtension = rule('decide-extension', {
  from: OPEN,
  atOnce: true,
  decide({ granted, reason }, tell) {
    const { state, law, facts } = tell;
    const asked = state.extension;
    if (asked === null || asked.granted !== null) return refuse('sponsorship.no-extension-asked');
    const term = termOf(tell);
    const over = lapsed(term);
    if (over !== null) return over;
    const account = facts.actor.kind === 'staff' ? facts.actor.account : null;
    if (account === asked.account || account === state.sponsor.account) {
      return refuse('sponsorship.extension-by-asker');
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const newDueAt = granted ? extend(term, asked.by, law.calendar).data.dueAt : null;
    const { number } = asked;
    tell.say('ExtensionDecided', { number, granted, reason: reason.trim(), newDueAt });
    return tell.meetKind(DECISION);
  },
});

export const tellExtension = rule('tell-extension', {
  from: OPEN,
  atOnce: true,
  decide({ means }, tell) {
    const asked = tell.state.extension;
    if (asked === null || asked.granted === null) {
      return refuse('sponsorship.no-extension-granted');
    }
    const term = termOf(tell);
    return (
      lapsed(term) ??
      tell
        .say('ExtensionTold', { number: asked.number, means })
        .add(extend(term, asked.by, tell.law.calendar))
    );
  },
});

export function termOf({ known }: Telling): Clock {
  const term = clockOf(known.clocks, 'term-1');
  if (term === undefined) throw new Error('sponsorship: taken on without an end date');
  return term;
}

const lapsed = ({ breachedAt, dueAt }: Clock) =>
  breachedAt === null ? null : refuse('sponsorship.term-over', { dueAt });

/** A request dies with the date it wanted to move. */
export const isLapsed = (state: Accepted | Agreed | Told): boolean =>
  state.extension !== null &&
  (clockOf(state.clocks, state.extension.clock)?.breachedAt ?? null) !== null;
