import type { WhistleAct, WhistleView } from '../../../contract/whistles.ts';
import type { Part } from '../../acts/OpenedAct.tsx';
import type { Anchor } from '../../time/ticking.ts';

/** Opens the form of an act, on the part of the whistle it is done to. */
export type Open = (act: WhistleAct, part?: Part) => void;
/** The whistle, and when its `now` was asked for. */
export type Timed = WhistleView & Anchor;
