import type { ProcessCommand } from '../process.ts';
import type { RetiredWhy } from './state.ts';

export type DeskKeyCommand =
  /** The officer, with the public half; the door works the fingerprint out from it. */
  | ProcessCommand<
      'offer',
      { readonly alg: string; readonly publicKey: string; readonly fingerprint: string }
    >
  /** A second person, with the fingerprint that the officer read out to them. */
  | ProcessCommand<'agree', { readonly fingerprint: string }>
  | ProcessCommand<'retire', { readonly why: RetiredWhy }>;

export type CommandType = DeskKeyCommand['type'];
