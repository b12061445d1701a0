import { useSyncExternalStore } from 'react';
import { client } from './client.ts';
import { paths } from './paths.ts';
import { MATTERS } from './queries.ts';

export type Standing = 'live' | 'reconnecting';

/** After which a stream that the server refused is asked for again. */
const AGAIN = 10_000;

const listeners = new Set<() => void>();
let standing: Standing = 'reconnecting';
let source: EventSource | undefined;
let waiting: number | undefined;

const become = (next: Standing): void => {
  if (next === standing) return;
  standing = next;
  for (const told of listeners) told();
};

/** What changed is never said: whoever shows something asks again, and is shown what they may see. */
const askAgain = (): void => {
  void client.invalidateQueries({ predicate: ({ queryKey }) => MATTERS.has(String(queryKey[0])) });
};

function open(): void {
  window.clearTimeout(waiting);
  const opened = new EventSource(paths.live);
  source = opened;
  opened.onopen = () => become('live');
  opened.addEventListener('changed', askAgain);
  opened.onerror = () => {
    become('reconnecting');
    // Cut off, the browser comes back by itself and says what it heard last; refused, it does not.
    if (opened.readyState !== EventSource.CLOSED) return;
    waiting = window.setTimeout(() => {
      askAgain();
      open();
    }, AGAIN);
  };
}

function close(): void {
  window.clearTimeout(waiting);
  source?.close();
  source = undefined;
  become('reconnecting');
}

/** A screen nobody looks at gives its connection back: browsers allow a site only a few. */
function look(): void {
  if (document.visibilityState === 'hidden') close();
  else if (source === undefined) {
    askAgain();
    open();
  }
}

const listen = (changed: () => void): (() => void) => {
  listeners.add(changed);
  if (listeners.size === 1) {
    open();
    document.addEventListener('visibilitychange', look);
  }
  return () => {
    listeners.delete(changed);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', look);
    close();
  };
};

/** Keeps what this screen shows up to date, and says whether it does. One stream for all of them. */
export const useLive = (): Standing => useSyncExternalStore(listen, () => standing);
