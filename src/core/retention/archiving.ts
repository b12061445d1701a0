import { liveOf } from '../clock/clock.ts';
import { refuse, textNeeded } from './refusals.ts';
import { rule, type Telling } from './scene.ts';
import { KEEPING, type Known } from './state.ts';

/** All that is held was written out; the door digested it, salted, so that nothing can be tried by it. */
export const takePackage = rule('take-package', {
  from: KEEPING,
  decide: ({ digest }, tell) => barred(tell) ?? tell.say('PackageTaken', { digest }),
});

/** The archive took it over and gave a receipt; only then may it be erased here. */
export const recordTransfer = rule('record-transfer', {
  from: KEEPING,
  decide({ receipt }, tell) {
    const bar = barred(tell);
    if (bar !== null) return bar;
    const { package: taken, clocks } = tell.state;
    if (taken === null) return refuse('retention.no-package');
    const empty = textNeeded({ receipt });
    if (empty !== null) return empty;
    const clock = liveOf(clocks, 'transfer');
    if (clock !== undefined) tell.meet(clock.id);
    const { digest } = taken;
    return tell.say('Transferred', { receipt: receipt.trim(), digest, account: tell.account });
  },
});

function barred({ state }: Telling<Known>) {
  if (!state.class.archive) return refuse('retention.nothing-to-archive');
  return state.transfer === null ? null : refuse('retention.transferred-before');
}
