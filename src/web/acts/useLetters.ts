import { useEffect } from 'react';
import type { CaseAct } from '../../contract/cases.ts';
import { forms } from './forms.ts';

/** A letter typed into a field is a letter; a letter with a modifier is the browser's. */
export const isPlainLetter = (event: KeyboardEvent): boolean => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat)
    return false;
  const on = event.target instanceof HTMLElement ? event.target : null;
  return !on?.closest('input, textarea, select, [contenteditable], [role=dialog], dialog');
};

/** Opens an allowed act by its letter. */
export const useLetters = (acts: readonly CaseAct[], choose: (act: CaseAct) => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPlainLetter(event)) return;
      const act = acts.find((one) => forms[one].letter === event.key.toLowerCase());
      if (!act) return;
      event.preventDefault();
      choose(act);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [acts, choose]);
};
