import type { Text } from '../core/text.ts';

/** Tells the operator something in both languages, on standard error: output belongs to data. */
export function say(text: Text): void {
  console.error(`${text.zh}  ${text.en}`);
}
