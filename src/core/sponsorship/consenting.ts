import { dueAt } from '../time/due.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { RUNNING } from './state.ts';

/** Sponsor and liaison see who the person is while the person lets them, and no longer. */
export const consentIdentity = rule('consent-identity', {
  from: ['nominated', ...RUNNING],
  anyOrder: true,
  decide: (_, tell) =>
    tell.state.identity ? refuse('sponsorship.identity-open') : tell.say('IdentityConsented', {}),
});

export const revokeIdentity = rule('revoke-identity', {
  from: ['nominated', ...RUNNING, 'closed', 'following', 'ended'],
  anyOrder: true,
  decide: (_, tell) =>
    tell.state.identity
      ? tell.say('IdentityConsentRevoked', {})
      : refuse('sponsorship.identity-closed'),
});

/** 后续联系 only if the person wants it, until a day, and until they say stop (invariant 34). */
export const consentFollowUp = rule('consent-follow-up', {
  from: ['told', 'closed'],
  atOnce: true,
  decide({ until, means }, tell) {
    const { law, facts } = tell;
    const { max } = law.sponsorship.followUp;
    const terms = { start: facts.now, duration: max, calendar: law.calendar, suspensions: [] };
    if (until <= facts.now) return refuse('sponsorship.due-in-past', { dueAt: until });
    const latest = dueAt(terms).due;
    if (until > latest) {
      return refuse('sponsorship.consent-too-long', { dueAt: until, latest });
    }
    const { status } = tell.state;
    tell.say('FollowUpConsented', { until, means });
    return status === 'closed' ? beginFollowUp(tell) : tell;
  },
});

/** Where the person has agreed, and what they agreed to has not run out. */
export function beginFollowUp(tell: Telling): Telling {
  const { known, law, facts } = tell;
  const agreed = 'followUp' in known ? known.followUp : null;
  if (agreed === null || agreed.until <= facts.now) return tell;
  tell.say('FollowUpBegun', {});
  const { max: duration, citation } = law.sponsorship.followUp;
  const { unit } = known.liaison.post;
  return tell.start('follow-up', unit, { duration, citation }, agreed.until);
}

export const revokeFollowUp = rule('revoke-follow-up', {
  from: ['told', 'following'],
  anyOrder: true,
  decide: (_, tell) =>
    tell.state.followUp === null
      ? refuse('sponsorship.no-consent')
      : tell.drop('follow-up-1', 'revoked').say('FollowUpEnded', { why: 'revoked' }),
});

export const recordFollowUp = rule('record-follow-up', {
  from: ['following'],
  decide: ({ reached, words }, tell) => tell.say('FollowUpRecorded', { reached, words }),
});
