import type { Post, ProcessEvent, StreamId } from '../process.ts';
import type { Outcome } from './state.ts';

type E<Type extends string, Data> = ProcessEvent<Type, Data>;

/** Written before the exchange hears of it: no call can have been made that nobody asked for. */
export type CallAsked = E<
  'CallAsked',
  {
    readonly about: StreamId;
    readonly case: StreamId;
    readonly call: number;
    /** The post whose right to reach the person it rests on: a stand-in's is the one away. */
    readonly post: Post;
  }
>;
/** The exchange said that it rings both. */
export type CallPlaced = E<'CallPlaced', { readonly call: number }>;
/** The exchange said no, or was not reached: nobody's telephone rang. */
export type CallRefused = E<'CallRefused', { readonly call: number }>;
export type CallTold = E<'CallTold', { readonly call: number; readonly outcome: Outcome }>;

export type RelayEvent = CallAsked | CallPlaced | CallRefused | CallTold;

export const VOCABULARY: Readonly<Record<RelayEvent['type'], number>> = {
  CallAsked: 1,
  CallPlaced: 1,
  CallRefused: 1,
  CallTold: 1,
};
