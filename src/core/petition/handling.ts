import * as clockActs from '../clock/acts.ts';
import { liveOf } from '../clock/clock.ts';
import { delivering } from './accepting.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import type { Working } from './state.ts';

type Handling = Telling<Working>;

/** 延期 in three steps, all before the old due time: asked, granted by the head, told (article 34). */
export const askExtension = rule('ask-extension', {
  from: ['working'],
  decide({ more, reason }, tell) {
    const { actor } = tell.facts;
    const clock = extendable(tell);
    if ('refusal' in clock) return clock;
    if (tell.state.extension !== null) return refuse('petition.extension-pending');
    const { duration: max } = tell.law.petition.limits.extension;
    if (more < 1 || more > max.n) {
      return refuse('petition.extension-too-long', { n: max.n, unit: max.unit });
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    if (actor.kind !== 'staff') throw new Error('petition: a machine asked for an extension');
    return tell.say('ExtensionAsked', {
      extension: tell.state.extensions + 1,
      by: { ...max, n: more },
      reason: reason.trim(),
      account: actor.account,
    });
  },
});

export const decideExtension = rule('decide-extension', {
  from: ['working'],
  atOnce: true,
  decide({ granted, reason }, tell) {
    const { actor } = tell.facts;
    const clock = extendable(tell);
    if ('refusal' in clock) return clock;
    const { extension, letters } = tell.state;
    if (extension === null || extension.letter !== null) {
      return refuse('petition.no-extension-asked');
    }
    if (actor.kind === 'staff' && actor.account === extension.account) {
      return refuse('petition.extension-by-asker');
    }
    const empty = textNeeded({ reason });
    if (empty !== null) return empty;
    const { dueAt } = clockActs.extend(clock, extension.by, tell.law.calendar).data;
    return tell.say('ExtensionDecided', {
      extension: extension.n,
      granted,
      reason: reason.trim(),
      newDueAt: granted ? dueAt : null,
      letter: granted ? letters.length + 1 : null,
    });
  },
});

/** Only the telling moves the due time, and only while it has not passed (invariant 18). */
export function tellExtension(tell: Handling) {
  const clock = extendable(tell);
  if ('refusal' in clock) return clock;
  const { extension } = tell.state;
  if (extension === null) throw new Error('petition: no extension to tell of');
  return tell.add(clockActs.extend(clock, extension.by, tell.law.calendar));
}

function extendable({ state }: Handling) {
  if (state.stage !== 'handling') return refuse('petition.not-in-handling', { stage: state.stage });
  const clock = liveOf(state.clocks, 'handling');
  if (clock === undefined) throw new Error('petition: nobody is held to handle it');
  if (clock.breachedAt !== null) return refuse('petition.clock-overdue', { dueAt: clock.dueAt });
  return clock.extensions.length > 0 ? refuse('petition.extended-before') : clock;
}

/** 调解: by consent, and beside the clocks, which it neither stops nor ends (article 33). */
export const recordMediation = rule('record-mediation', {
  from: ['working'],
  decide({ consented, agreed, note }, tell) {
    if (!consented) return refuse('petition.no-consent');
    return tell.say('MediationRecorded', { unit: tell.state.unit, agreed, note });
  },
});

/** 听证: its days are not counted in a re-review, and nowhere else (article 36). */
export const openHearing = rule('open-hearing', {
  from: ['working'],
  decide(_data, tell) {
    const { stage, hearing, unit } = tell.state;
    if (stage !== 're-review') return refuse('petition.not-in-re-review', { stage });
    if (hearing !== null) return refuse('petition.hearing-open');
    const clock = liveOf(tell.state.clocks, 're-review');
    // One hearing after another: entered late, it would overlap the one before.
    const since = clock?.suspensions.at(-1)?.to ?? null;
    const { occurredAt } = tell.facts;
    if (since !== null && occurredAt < since) {
      return refuse('petition.before-last-step', { occurredAt, since });
    }
    tell.say('HearingOpened', { unit });
    // What is late already does not stand still for it.
    if (clock === undefined || clock.breachedAt !== null) return tell;
    return tell.add(clockActs.suspend(clock, 'hearing'));
  },
});

export const closeHearing = rule('close-hearing', {
  from: ['working'],
  decide({ record }, tell) {
    const { hearing, unit } = tell.state;
    if (hearing === null) return refuse('petition.no-hearing-open');
    if (tell.facts.occurredAt < hearing) {
      const { occurredAt } = tell.facts;
      return refuse('petition.before-last-step', { occurredAt, since: hearing });
    }
    tell.say('HearingClosed', { unit, record });
    const clock = liveOf(tell.state.clocks, 're-review');
    if (clock?.status !== 'suspended') return tell;
    return tell.add(clockActs.resume(clock, tell.facts.occurredAt, tell.law.calendar));
  },
});

/** 办理、复查、复核意见: request, facts, opinion and legal basis, one of three words (article 32). */
export const giveOpinion = rule('give-opinion', {
  from: ['working'],
  decide({ verdict, request, facts, opinion, basis }, tell) {
    const { stage, unit, hearing, letters } = tell.state;
    if (hearing !== null) return refuse('petition.hearing-open');
    const empty = textNeeded({ basis });
    if (empty !== null) return empty;
    const letter = letters.length + 1;
    const texts = { request, facts, opinion };
    tell.meetKind(stage);
    tell.say('OpinionGiven', { stage, unit, verdict, ...texts, basis: basis.trim(), letter });
    return delivering(tell, letter);
  },
});
