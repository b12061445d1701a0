import { DAY, HOUR, type Instant, type WallTime } from './civil.ts';

/** What a wall clock does at one reading: shows it once, skips it, or shows it twice. */
export type Reading = 'once' | 'skipped' | 'repeated';

/** One IANA time zone, read from the platform's own tables. */
export interface Zone {
  readonly name: string;
  toWall(instant: Instant): WallTime;
  /**
   * The first instant at which the wall has come to `wall`: of a repeated hour the first showing;
   * of a skipped hour the jump itself, so that a later reading is never an earlier instant.
   */
  toInstant(wall: WallTime): Instant;
  reading(wall: WallTime): Reading;
  /** Milliseconds the wall is ahead of UTC. */
  offsetAt(instant: Instant): number;
}

/** About 12 days: no zone has changed its clocks twice within one. */
const STRETCH = 2 ** 30;
const SECOND = 1000;

/** Offsets reach from -12 to +14 hours; a change of clocks that touches a reading lies within. */
const BEFORE = 15 * HOUR;
const AFTER = 13 * HOUR;

const zones = new Map<string, Zone>();

/**
 * The zone of that name; the same object each time, because asking the platform costs microseconds
 * and remembering costs nanoseconds. Throws RangeError for a name the platform does not know.
 */
export function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (zone === undefined) {
    zone = makeZone(name);
    zones.set(name, zone);
  }
  return zone;
}

/** Whether the platform knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

function makeZone(name: string): Zone {
  const offsetAt = rememberOffsets(platformOffsets(name));
  const candidates = (wall: WallTime) => {
    const before = offsetAt(wall - BEFORE);
    const after = offsetAt(wall + AFTER);
    return { before: wall - before, after: wall - after, changes: before !== after };
  };
  const shows = (instant: Instant, wall: WallTime) => instant + offsetAt(instant) === wall;
  return {
    name,
    offsetAt,
    toWall: (instant) => instant + offsetAt(instant),
    toInstant(wall) {
      const { before, after, changes } = candidates(wall);
      if (!changes || shows(before, wall)) return before;
      return shows(after, wall) ? after : changeBetween(offsetAt, after, before);
    },
    reading(wall) {
      const { before, after, changes } = candidates(wall);
      if (!changes) return 'once';
      const first = shows(before, wall);
      const second = shows(after, wall);
      if (first && second) return 'repeated';
      return first || second ? 'once' : 'skipped';
    },
  };
}

type Offsets = (instant: Instant) => number;

function platformOffsets(name: string): Offsets {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  return (instant) => {
    const text = format.format(instant);
    const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
    if (match === null) throw new Error(`cannot read the offset of ${name} in '${text}'`);
    const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
    const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return (sign === '-' ? -size : size) * SECOND;
  };
}

type Stretch =
  | number
  | { readonly change: Instant; readonly before: number; readonly after: number };

function rememberOffsets(platform: Offsets): Offsets {
  const stretches = new Map<number, Stretch>();
  return (instant) => {
    const key = Math.floor(instant / STRETCH);
    let stretch = stretches.get(key);
    if (stretch === undefined) {
      const before = platform(key * STRETCH);
      const after = platform((key + 1) * STRETCH);
      stretch =
        before === after
          ? before
          : { change: changeBetween(platform, key * STRETCH, (key + 1) * STRETCH), before, after };
      stretches.set(key, stretch);
    }
    if (typeof stretch === 'number') return stretch;
    return instant < stretch.change ? stretch.before : stretch.after;
  };
}

/** The instant, in (from, to], at which the offset of `from` ends. */
function changeBetween(offsets: Offsets, from: Instant, to: Instant): Instant {
  const before = offsets(from);
  let low = Math.floor(from / SECOND);
  let high = Math.ceil(to / SECOND);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsets(middle * SECOND) === before) low = middle;
    else high = middle;
  }
  return high * SECOND;
}

/** 00:00 of a civil day, or the moment after it where the clocks skip midnight. */
export function startOfDay(zone: Zone, date: number): Instant {
  return zone.toInstant(date * DAY);
}
