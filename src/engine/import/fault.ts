import type { Text } from '../../core/text.ts';

/** The ledger cannot be read as a whole; the text says what to do. */
export class LedgerFault extends Error {
  override name = 'LedgerFault';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
