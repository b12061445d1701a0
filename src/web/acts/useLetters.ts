import { useEffect, useRef } from 'react';

/** A letter typed into a field is a letter; a letter with a modifier is the browser's. */
export const isPlainLetter = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
    return false;
  const on = event.target instanceof HTMLElement ? event.target : null;
  return !on?.closest('input, textarea, select, [contenteditable], [role=dialog], dialog');
};

/** What a single key does on this screen; the first that has the letter is meant. */
export interface Lettered {
  readonly letter: string;
  readonly take: () => void;
}

export const useLetters = (choices: readonly Lettered[]): void => {
  const latest = useRef(choices);
  latest.current = choices;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPlainLetter(event)) return;
      const choice = latest.current.find(({ letter }) => letter === event.key.toLowerCase());
      if (!choice) return;
      event.preventDefault();
      choice.take();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
};
