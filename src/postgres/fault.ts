import type { Text } from '../core/text.ts';

/** Database and program do not fit each other: told in both languages, it ends the command. */
export class StoreFault extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
