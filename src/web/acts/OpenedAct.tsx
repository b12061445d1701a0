import { lazy, Suspense, useEffect, useRef } from 'react';
import type { CaseAct } from '../../contract/cases.ts';
import type { PetitionAct } from '../../contract/petitions.ts';
import type { SponsorshipAct } from '../../contract/sponsorships.ts';
import type { SupportAct } from '../../contract/supports.ts';
import type { WhistleAct } from '../../contract/whistles.ts';

/** Which of a whistle's call-outs or steps the act is done to, or which unit. */
export interface Part {
  readonly callOut?: number;
  readonly step?: number;
  readonly unit?: string;
}

interface OpenCaseAct {
  readonly process: 'case';
  readonly id: string;
  readonly act: CaseAct;
}

export interface OpenWhistleAct {
  readonly process: 'whistle';
  readonly id: string;
  readonly act: WhistleAct;
  /** Where it is not said, the one that waits for this post. */
  readonly part?: Part;
}

export interface OpenSupportAct {
  readonly process: 'support';
  readonly id: string;
  readonly act: SupportAct;
}

export interface OpenPetitionAct {
  readonly process: 'petition';
  readonly id: string;
  readonly act: PetitionAct;
}

export interface OpenSponsorshipAct {
  readonly process: 'sponsorship';
  readonly id: string;
  readonly act: SponsorshipAct;
  /** The step or commitment; where it is not said, the nearest that waits for this post. */
  readonly n?: number;
}

export type OpenAct =
  | OpenCaseAct
  | OpenWhistleAct
  | OpenSupportAct
  | OpenPetitionAct
  | OpenSponsorshipAct;

interface OpenedActProps<Open extends OpenAct> {
  readonly open: Open | null;
  readonly close: () => void;
  readonly done?: (open: Open) => void;
}

const load = () => import('./ActDrawer/ActDrawer.tsx');
const ActDrawer = lazy(async () => ({ default: (await load()).ActDrawer }));

/** The act under way, if any. Forms are fetched once the screen stands, not before. */
export const OpenedAct = <Open extends OpenAct>({ open, close, done }: OpenedActProps<Open>) => {
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
        <ActDrawer open={open} close={close} done={() => done?.(open)} />
      </Suspense>
    )
  );
};
