const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Countdown =
  /** A day or more: the server's words in working days say it better than hours would. */
  | { readonly kind: 'far' }
  | { readonly kind: 'hours'; readonly hours: number; readonly minutes: string }
  | { readonly kind: 'minutes'; readonly minutes: number; readonly seconds: string };

const two = (n: number): string => String(n).padStart(2, '0');

/** Time between now and a due instant, before or after it, in the units a person acts by. */
export const countdownOf = (ms: number): Countdown => {
  // Up to the due instant a second begun is not yet gone; after it, one begun is not yet late.
  const seconds = ms > 0 ? Math.floor(ms / 1000) : Math.floor(-ms / 1000);
  if (seconds >= DAY) return { kind: 'far' };
  const minutes = Math.floor(seconds / MINUTE);
  if (seconds >= HOUR) {
    return { kind: 'hours', hours: Math.floor(seconds / HOUR), minutes: two(minutes % 60) };
  }
  return { kind: 'minutes', minutes, seconds: two(seconds % 60) };
};

/** The last fifth of a clock's time, as the server counts it. */
export const isSoon = (startedAt: string, dueAt: string, present: number): boolean => {
  const due = Date.parse(dueAt);
  return (due - present) * 5 <= due - Date.parse(startedAt);
};
