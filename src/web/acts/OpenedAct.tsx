import { lazy, Suspense, useEffect, useRef } from 'react';
import type { CaseAct } from '../../contract/cases.ts';

export interface OpenAct {
  readonly id: string;
  readonly act: CaseAct;
}

interface OpenedActProps {
  readonly open: OpenAct | null;
  readonly close: () => void;
  readonly done?: (open: OpenAct) => void;
}

const load = () => import('./ActDrawer/ActDrawer.tsx');
const ActDrawer = lazy(async () => ({ default: (await load()).ActDrawer }));

/** The act under way, if any. Forms are fetched once the screen stands, not before. */
export const OpenedAct = ({ open, close, done }: OpenedActProps) => {
  const cameFrom = useRef<Element | null>(null);
  const is = open !== null;
  useEffect(() => void load(), []);
  useEffect(() => {
    if (!is) return;
    cameFrom.current = document.activeElement;
    return () => {
      // Back to where the person was, unless the screen has already led them on.
      const left = document.activeElement;
      if (left !== document.body && !left?.closest('[role=dialog]')) return;
      if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
    };
  }, [is]);
  return (
    open && (
      <Suspense>
        <ActDrawer open={open} close={close} {...(done ? { done } : {})} />
      </Suspense>
    )
  );
};
