import { inflateSync } from 'node:zlib';

/**
 * What a PDF that Chromium prints says, page by page, as far as its fonts tell: letters and digits. Chinese
 * it draws as shapes. Enough to see that a paper is on paper, and which.
 */
export function pagesOf(pdf: Buffer): readonly string[] {
  const objects = objectsIn(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = new Map(
      [...head.matchAll(/\/(F\d+)\s+(\d+) 0 R/g)].map(([, name = '', id]) => {
        const unicode = /\/ToUnicode\s+(\d+) 0 R/.exec(objects.get(Number(id))?.head ?? '')?.[1];
        return [name, mapIn(objects.get(Number(unicode))?.stream ?? '')] as const;
      }),
    );
    const contents = /\/Contents\s+(\d+) 0 R/.exec(head)?.[1];
    return textIn(objects.get(Number(contents))?.stream ?? '', fonts);
  });
}

interface Part {
  readonly head: string;
  readonly stream: string;
}

function objectsIn(pdf: Buffer): ReadonlyMap<number, Part> {
  const text = pdf.toString('latin1');
  const found = new Map<number, Part>();
  for (const match of text.matchAll(/(?<=[\r\n])(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length;
    const body = text.slice(start, text.indexOf('endobj', start));
    const at = body.indexOf('stream');
    const head = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length\s+(\d+)/.exec(head)?.[1] ?? 0);
    const from = start + at + (body.startsWith('stream\r\n', at) ? 8 : 7);
    const bytes = at < 0 ? Buffer.alloc(0) : pdf.subarray(from, from + length);
    const stream = /FlateDecode/.test(head) ? inflateSync(bytes) : bytes;
    found.set(Number(match[1]), { head, stream: stream.toString('latin1') });
  }
  return found;
}

type Glyphs = ReadonlyMap<number, string>;

/** Glyphs of one font, as the characters they stand for. */
function mapIn(cmap: string): Glyphs {
  const glyphs = new Map<number, string>();
  const hex = (text: string) => Number.parseInt(text, 16);
  const said = (text: string) => Buffer.from(text, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', text = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      glyphs.set(hex(glyph), said(text));
    }
  }
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, low = '', high = '', text = ''] of block.matchAll(
      /<(\w+)>\s*<(\w+)>\s*<(\w+)>/g,
    )) {
      for (let n = hex(low); n <= hex(high); n += 1) {
        glyphs.set(n, String.fromCodePoint(hex(text) + n - hex(low)));
      }
    }
  }
  return glyphs;
}

function textIn(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let font: Glyphs = new Map();
  let text = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+)\s+\S+\s+Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    for (const [glyph] of (shown ?? '').matchAll(/..../g)) {
      text += font.get(Number.parseInt(glyph, 16)) ?? '';
    }
  }
  return text;
}
