/**
 * Instants come as ISO strings and are shown in the district's zone, wherever the reader's device
 * believes it is: a due time is one instant for everybody.
 */
interface Wall {
  readonly date: string;
  readonly time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string): Intl.DateTimeFormat => {
  const kept = formatters.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(zone, made);
  return made;
};

/** The civil date and time of day of an instant in a zone. */
export const wall = (instant: number, zone: string): Wall => {
  const part: Record<string, string> = {};
  for (const { type, value } of formatter(zone).formatToParts(instant)) part[type] = value;
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
  };
};

const MINUTE = 60_000;

/**
 * The instant at which a zone's clocks show `YYYY-MM-DDTHH:mm`; where they show it twice the first,
 * where never the instant the shift skipped to.
 */
export const instantAt = (typed: string, zone: string): number => {
  const guess = Date.parse(`${typed}Z`);
  const shown = (at: number): number => {
    const { date, time } = wall(at, zone);
    return Date.parse(`${date}T${time}Z`);
  };
  const earlier = guess - (shown(guess - 12 * 60 * MINUTE) - (guess - 12 * 60 * MINUTE));
  if (shown(earlier) === guess) return earlier;
  return guess - (shown(guess + 12 * 60 * MINUTE) - (guess + 12 * 60 * MINUTE));
};
