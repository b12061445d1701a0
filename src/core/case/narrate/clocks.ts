import { type Names, text } from './names.ts';
import type { Tellers } from './tellers.ts';

/** Clocks speak for themselves in every process. */
export const clocks: Tellers<
  | 'ClockStarted'
  | 'ClockMet'
  | 'ClockBreached'
  | 'ClockSuspended'
  | 'ClockResumed'
  | 'ClockExtended'
  | 'ClockRecomputed'
  | 'ClockHandedOn'
  | 'ClockEnded'
  | 'LadderClimbed'
  | 'LadderAnswered'
  | 'LadderLeft'
> = {
  ClockStarted({ clock }, names) {
    const [kind, unit, due] = [
      names.clock(clock.kind),
      names.unit(clock.unit),
      names.moment(clock.dueAt),
    ];
    return text(
      `“${kind.zh}”开始计时：${unit.zh}，${due.zh}到期`,
      `“${kind.en}” is running: ${unit.en}, due ${due.en}`,
    );
  },
  ClockMet(data, names) {
    const clock = names.clock(data.clock);
    return text(`“${clock.zh}”已完成`, `“${clock.en}” was done`);
  },
  ClockBreached(data, names) {
    const [clock, due] = [names.clock(data.clock), names.moment(data.dueAt)];
    return text(
      `“${clock.zh}”逾期：${due.zh}到期`,
      `“${clock.en}” is overdue: it was due ${due.en}`,
    );
  },
  ClockSuspended(data, names) {
    const [clock, reason] = [names.clock(data.clock), names.suspensionReason(data.reason)];
    return text(`“${clock.zh}”中止计时：${reason.zh}`, `“${clock.en}” was suspended: ${reason.en}`);
  },
  ClockResumed(data, names) {
    const [clock, due] = [names.clock(data.clock), names.moment(data.dueAt)];
    return text(`“${clock.zh}”恢复计时，${due.zh}到期`, `“${clock.en}” runs again, due ${due.en}`);
  },
  ClockExtended(data, names) {
    const [clock, due] = [names.clock(data.clock), names.moment(data.dueAt)];
    return text(`“${clock.zh}”延期至${due.zh}`, `“${clock.en}” was extended to ${due.en}`);
  },
  ClockRecomputed(data, names) {
    const [clock, due] = [names.clock(data.clock), names.moment(data.dueAt)];
    return text(
      `放假安排公布，“${clock.zh}”重新计算，${due.zh}到期`,
      `The calendar was published; “${clock.en}” was computed again, due ${due.en}`,
    );
  },
  ClockHandedOn(data, names) {
    const [clock, unit] = [names.clock(data.clock), names.unit(data.unit)];
    return text(`“${clock.zh}”转由${unit.zh}完成`, `“${clock.en}” is now owed by ${unit.en}`);
  },
  ClockEnded(data, names) {
    const clock = names.clock(data.clock);
    return text(`“${clock.zh}”不再需要`, `“${clock.en}” is no longer owed`);
  },
  LadderClimbed(data, names) {
    const [clock, unit] = [names.clock(data.clock), names.unit(data.unit)];
    if (data.by === null)
      return text(
        `“${clock.zh}”逾期，自动催办${unit.zh}`,
        `“${clock.en}” is overdue: ${unit.en} is reminded`,
      );
    const [by, act] = [names.unit(data.by), RUNGS[data.act]];
    return text(
      `“${clock.zh}”逾期未补，由${by.zh}${act.zh}${unit.zh}`,
      `“${clock.en}” is still missing: ${by.en} has to ${act.en} ${unit.en}`,
    );
  },
  LadderAnswered: (data, names) => again(data.clock, names),
  LadderLeft(data, names) {
    const clock = names.clock(data.clock);
    return text(`“${clock.zh}”的逐级督办结束`, `The ladder of “${clock.en}” has ended`);
  },
};

const RUNGS = {
  remind: text('催办', 'remind'),
  supervise: text('督办', 'supervise'),
  instruct: text('批示督办', 'instruct'),
} as const;

function again(id: string, names: Names) {
  const clock = names.clock(id);
  return text(
    `已督办，“${clock.zh}”须在限期内补办`,
    `Supervised; “${clock.en}” has to be made good in the time given`,
  );
}
