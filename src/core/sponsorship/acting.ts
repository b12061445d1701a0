import { mayInstruct } from '../authority/posts.ts';
import { unitIn } from '../authority/units.ts';
import { isLive } from '../clock/clock.ts';
import { waiting } from '../clock/ladder.ts';
import { place, unfitWith } from './nominating.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule } from './scene.ts';
import { mayBeLead, mayBeSponsor, sponsoring } from './seats.ts';
import { isHeld, RUNNING, seatOf } from './state.ts';

/** Somebody left, or has an interest: another takes the seat, and it is still three people. */
export const replaceSeat = rule('replace-seat', {
  from: ['nominated', ...RUNNING],
  atOnce: true,
  decide({ seat, to, reason }, tell) {
    const { state, law, post, facts } = tell;
    const from = seatOf(state, seat);
    if (from === null || (seat === 'sponsor' && !isHeld(state))) {
      return refuse('sponsorship.no-sponsor-yet');
    }
    const { actor } = facts;
    const own = actor.kind === 'staff' && actor.account === from.account;
    if (seat === 'sponsor' && (own || post.role === 'sponsor')) {
      return refuse('sponsorship.not-own-seat');
    }
    const near = to.post.unit === from.post.unit;
    if (seat === 'sponsor' && !(near || mayBeSponsor(law.law, to, state.nominator))) {
      return refuse('sponsorship.not-above', { unit: to.post.unit });
    }
    if (seat === 'sponsor' && to.post.role !== 'sponsor') {
      return refuse('sponsorship.not-above', { unit: to.post.unit });
    }
    if (seat === 'lead' && !(near && mayBeLead(law.sponsorship, to))) {
      return refuse('sponsorship.lead-elsewhere', { unit: to.post.unit });
    }
    if (seat === 'liaison' && !(near && to.post.role === 'liaison')) {
      return refuse('sponsorship.liaison-elsewhere', { unit: to.post.unit });
    }
    const no = textNeeded({ reason }) ?? unfitWith(tell, { [seat]: to });
    if (no !== null) return no;
    tell.say('SeatReplaced', { seat, from, to, reason: reason.trim() });
    // Agreed to for these two people: whoever comes after them asks anew.
    if (seat !== 'lead' && state.identity) tell.say('IdentityConsentLapsed', { seat });
    if (seat !== 'sponsor' || from.account === null) return tell;
    tell.claim({ op: 'release', name: sponsoring(from.account) }).claim(place(tell, to, null));
    return tell.handOn('term', to.post.unit);
  },
});

/** 听汇报、研究案情、调动进展、会见、下访: what the sponsor did in person, on its day. */
export const recordAct = rule('record-act', {
  from: RUNNING,
  anyOrder: true,
  decide({ kind, unit, duty, note, words }, tell) {
    const { state, law } = tell;
    if (kind === 'unblocked' && unit === null) return refuse('sponsorship.unit-needed');
    if (unit !== null && unitIn(law.law, unit) === null) {
      return refuse('sponsorship.unknown-unit', { unit });
    }
    if (duty !== null && !law.sponsorship.duties.some(({ code }) => code === duty)) {
      return refuse('sponsorship.unknown-duty', { duty });
    }
    const act = state.acts + 1;
    return (
      textNeeded({ note }) ??
      tell.say('SponsorActed', { act, kind, unit, duty, note: note.trim(), words })
    );
  },
});

/**
 * 督办 of a unit that missed what it promised here. Where its ladder waits for this post, or the
 * sponsor speaks, the act meets it; a rung of instruction needs the leader's written word 批示.
 */
export const supervise = rule('supervise', {
  from: RUNNING,
  atOnce: true,
  decide({ unit, text, instruction }, tell) {
    const { known, post, law } = tell;
    if (!known.clocks.some((clock) => isLive(clock) && clock.unit === unit)) {
      return refuse('sponsorship.nothing-missed', { unit });
    }
    const rungs = waiting(known.ladders).filter(
      (one) => one.unit === unit && (one.by === post.unit || post.role === 'sponsor'),
    );
    const empty =
      textNeeded({ text }) ??
      (instruction === null ? null : textNeeded({ instruction: instruction.text }));
    if (empty !== null) return empty;
    if (instruction === null && rungs.some(({ act }) => act === 'instruct')) {
      return refuse('sponsorship.instruction-needed', { unit });
    }
    if (instruction !== null && !mayInstruct(law.law, instruction.by, post.unit)) {
      return refuse('sponsorship.instruction-not-a-leader', { unit: instruction.by.unit });
    }
    const written =
      instruction === null ? null : { by: instruction.by, text: instruction.text.trim() };
    tell.say('Supervised', { unit, by: post, text: text.trim(), instruction: written });
    for (const rung of rungs) tell.answer(rung);
    return tell;
  },
});
