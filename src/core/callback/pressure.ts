import { ancestorsOf } from '../authority/units.ts';
import type { Post } from '../process.ts';
import { refuse } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { KNOWN } from './state.ts';

/**
 * 施压: somebody wanted the person to answer well. It goes to a supervisor above or beside the units
 * concerned and to none of them, and may be said whether or not the closing was drawn.
 */
export const reportPressure = rule('report-pressure', {
  from: KNOWN,
  decide({ text }, tell) {
    const to = hearerOf(tell);
    if (to === null) return refuse('callback.nobody-to-hear');
    const report = tell.known.reports.length + 1;
    const { pressure: duration, citation } = tell.law.callback;
    tell.say('PressureReported', { report, by: tell.speaker, to, text });
    return tell.start('pressure', to.unit, { duration, citation });
  },
});

/** The centre's supervisor, or where the centre is a party, that of the first unit above the lead. */
function hearerOf({ known, law: { law } }: Telling): Post | null {
  const above = known.lead === null ? [] : ancestorsOf(law, known.lead).map(({ id }) => id);
  const unit = [law.dispatch.centre, ...above].find((one) => !known.parties.includes(one));
  return unit === undefined ? null : { unit, role: 'supervisor' };
}

export const answerPressure = rule('answer-pressure', {
  from: KNOWN,
  anyOrder: true,
  decide({ report: n, done }, tell) {
    const report = tell.known.reports.find((one) => one.n === n);
    if (report === undefined) return refuse('callback.no-such-report', { report: n });
    if (report.done !== null) return refuse('callback.report-answered', { report: n });
    tell.meet(report.clock);
    return tell.say('PressureAnswered', { report: n, unit: report.to.unit, done });
  },
});
