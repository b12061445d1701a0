import { type KeyboardEvent, useRef } from 'react';
import type { ActView } from '../../../contract/cases.ts';
import { letterOf } from '../../acts/owed.ts';

/**
 * Up and down move between rows, the act's letter does the act of the row in focus; Enter is the
 * row's own link. Only while the list has the focus, so that no letter acts by surprise.
 */
export const useRowKeys = (rows: readonly ActView[], choose: (row: ActView) => void) => {
  const list = useRef<HTMLUListElement>(null);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a.row-title') ?? [])];
    const item = (event.target as HTMLElement).closest('li');
    const at = links.findIndex((link) => item?.contains(link));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      links[Math.max(0, Math.min(at + step, links.length - 1))]?.focus();
      return;
    }
    const row = rows[at];
    if (!row || letterOf(row) !== event.key.toLowerCase()) return;
    event.preventDefault();
    choose(row);
  };
  return { list, press };
};
