import { refuse } from './refusals.ts';
import { LOOK, rule, SETTLE } from './scene.ts';
import { ANSWERS } from './words.ts';

/**
 * 拆阅. The log names nobody a report is about, so only who has read it can say whether they have an
 * interest: taking it in is saying that they have none.
 */
export const takeIn = rule('take-in', {
  from: ['received'],
  decide({ noInterest }, tell) {
    if (!noInterest) return refuse('report.interest-undeclared');
    return tell.say('ReportTakenIn', {}).meet(LOOK).start(SETTLE);
  },
});

/** From here on the account neither reads nor acts; another officer goes on, on the same clock. */
export const declareInterest = rule('declare-interest', {
  from: ['received', 'looked-at'],
  decide(_data, tell) {
    const { actor } = tell.facts;
    if (actor.kind !== 'staff') throw new Error('report: an interest of nobody’s account');
    return tell.say('InterestDeclared', { account: actor.account });
  },
});

/** 移送 to the body that may look into it; what the desk passes on there is on paper, not here. */
export const handOver = rule('hand-over', {
  from: ['looked-at'],
  decide({ channel }, tell) {
    if (!tell.law.desk.handTo.includes(channel)) return refuse('report.not-a-channel');
    return tell.say('ReportHandedOver', { channel }).meet(SETTLE);
  },
});

export const conclude = rule('conclude', {
  from: ['looked-at'],
  decide({ answer }, tell) {
    if (!ANSWERS.includes(answer)) return refuse('report.unknown-answer');
    return tell.say('ReportConcluded', { answer }).meet(SETTLE);
  },
});
