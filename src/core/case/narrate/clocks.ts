import { text } from './names.ts';
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
};
