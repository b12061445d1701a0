/**
 * Text in GB18030, which government offices' spreadsheets take CSV for. The platform only decodes
 * it, so its own decoder is turned round: two bytes for what GBK has, four for the rest.
 */
export function toGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else bytes.push(...(pairs().get(point) ?? four(point)));
  }
  return Uint8Array.from(bytes);
}

const decoder = new TextDecoder('gb18030');
const FOUR = { first: 0x81, second: 0x30, third: 0x81, fourth: 0x30 };

let twoBytes: ReadonlyMap<number, readonly number[]> | undefined;
let fourBytes: ReadonlyMap<number, readonly number[]> | undefined;

function pairs(): ReadonlyMap<number, readonly number[]> {
  twoBytes ??= turned(
    range(0x81, 0xfe).flatMap((lead) =>
      range(0x40, 0xfe)
        .filter((trail) => trail !== 0x7f)
        .map((trail) => [lead, trail]),
    ),
  );
  return twoBytes;
}

/** Beyond the basic plane four bytes count on from 0x90308130; within it they fill gaps. */
function four(point: number): readonly number[] {
  if (point > 0xffff) return counted(point - 0x10000 + 189_000);
  fourBytes ??= turned(range(0, 39_419).map(counted));
  const found = fourBytes.get(point);
  if (found === undefined) throw new RangeError(`U+${point.toString(16)} is no character`);
  return found;
}

const counted = (n: number): readonly number[] => [
  FOUR.first + Math.floor(n / 12_600),
  FOUR.second + (Math.floor(n / 1_260) % 10),
  FOUR.third + (Math.floor(n / 10) % 126),
  FOUR.fourth + (n % 10),
];

/** Each sequence by the one character it decodes to; the first of several stands. */
function turned(sequences: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  for (const sequence of sequences) {
    const text = decoder.decode(Uint8Array.from(sequence));
    const point = text.codePointAt(0) ?? 0xfffd;
    const one = String.fromCodePoint(point) === text && point !== 0xfffd;
    if (one && !found.has(point)) found.set(point, sequence);
  }
  return found;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);
