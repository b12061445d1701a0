import type { Text } from '../core/text.ts';

/** Tells the operator something in both languages, on standard error: output belongs to data. */
export function say(text: Text): void {
  console.error(`${text.zh}  ${text.en}`);
}

/** Tells how far something has come, at the start and at every quarter. */
export function progressOf(what: Text): (done: number, total: number) => void {
  let told = -1;
  return (done, total) => {
    const quarter = Math.floor((done / total) * 4);
    if (quarter <= told) return;
    told = quarter;
    say({ zh: `${what.zh} ${quarter * 25}%`, en: `${what.en} ${quarter * 25}%` });
  };
}
