import type { Text } from '../../core/text.ts';

/** What can keep the embedded server from running, each with what to do about it. */
export type EmbeddedCode =
  | 'embedded.no-binaries'
  | 'embedded.no-account'
  | 'embedded.other-host'
  | 'embedded.not-owner'
  | 'embedded.closed'
  | 'embedded.other-version'
  | 'embedded.damaged'
  | 'embedded.init-failed'
  | 'embedded.start-failed'
  | 'embedded.not-answering'
  | 'embedded.stop-failed';

/** A fault of the machine or its data, told in both languages: it ends the command. */
export class EmbeddedFault extends Error {
  readonly code: EmbeddedCode;
  readonly text: Text;

  constructor(code: EmbeddedCode, text: Text, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'EmbeddedFault';
    this.code = code;
    this.text = text;
  }
}
