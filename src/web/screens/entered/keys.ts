import { type KeyboardEvent, useRef } from 'react';
import type { ConfirmationView } from '../../../contract/unit.ts';

/** Confirms the row in focus. */
export const CONFIRMS = 'c';

/** Up and down move, C confirms the row in focus, N contests it. */
export const useEnteredKeys = (
  waiting: readonly ConfirmationView[],
  confirm: (row: ConfirmationView) => void,
  contest: (id: string) => void,
) => {
  const list = useRef<HTMLUListElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])];
    const at = items.findIndex((item) => item.contains(event.target as Node));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const to = items[Math.max(0, Math.min(at + step, items.length - 1))];
      to?.querySelector<HTMLElement>('button')?.focus();
      return;
    }
    const row = waiting.find(({ id }) => id === items[at]?.dataset.row);
    if (!row) return;
    if (event.key.toLowerCase() === CONFIRMS) confirm(row);
    else if (event.key.toLowerCase() === 'n') contest(row.id);
    else return;
    event.preventDefault();
  };
  return { list, press };
};
