/** What was just done, said once at the foot of the screen and to screen readers. */
type Listener = (words: string) => void;
const listeners = new Set<Listener>();

export const announce = (words: string): void => {
  for (const listener of listeners) listener(words);
};

export const onAnnounce = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
