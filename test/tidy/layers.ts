import { posix } from 'node:path';
import type { Node } from 'oxc-parser';
import { isCode, isTest, lineAt, type SourceFile, type Violation, walk } from './source.ts';

type Layer = { may: string[]; why: string };

const DOOR = {
  may: ['core', 'engine', 'contract'],
  why: 'a door turns requests into commands; which store is behind the engine is not its business',
};

/** Who may import whom among our own folders, and why not others. ARCHITECTURE.md tells it whole. */
const LAYERS: Record<string, Layer> = {
  core: { may: [], why: 'the rules must run anywhere, be replayed and be read alone' },
  engine: { may: ['core'], why: 'the engine states what it needs as ports and knows no store' },
  memory: { may: ['core', 'engine'], why: 'a store implements the ports and knows no other store' },
  postgres: {
    may: ['core', 'engine'],
    why: 'a store implements the ports and knows no other store',
  },
  contract: { may: [], why: 'the browser loads it, and nothing of the server may come along' },
  api: DOOR,
  open311: DOOR,
  portal: DOOR,
  web: { may: ['contract'], why: 'the browser knows the wire and nothing behind it' },
  main: {
    may: ['core', 'engine', 'memory', 'postgres', 'contract', 'api', 'open311', 'portal', 'sim'],
    why: 'the composition roots put the parts together; the browser and the tests are no part',
  },
  sim: {
    may: ['core', 'engine', 'memory'],
    why: 'a seed must give one history, so nothing with a clock or a disk of its own takes part',
  },
  scripts: { may: [], why: 'it runs before anything is installed, on Node 20' },
  bin: { may: ['scripts'], why: 'it runs before anything is installed, on Node 20' },
};

/** Layers that may not use packages, Node's modules, or either. */
const OUTSIDE: Record<string, { npm: boolean; node: boolean; why: string }> = {
  core: { npm: false, node: false, why: 'the rules depend on nothing that can change under them' },
  contract: { npm: true, node: false, why: 'the browser loads it' },
  web: { npm: true, node: false, why: 'it runs in the browser' },
  scripts: { npm: false, node: true, why: 'it runs before anything is installed' },
  bin: { npm: false, node: true, why: 'it runs before anything is installed' },
};

/** The direction of imports. Tests may reach anywhere; what is shipped may not reach into tests. */
export function layers(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => isCode(path) && !isTest(path))
    .flatMap((file) => {
      const from = layerOf(file.path);
      return imports(file).flatMap(({ specifier, line }) => {
        const wrong = from && judge(file.path, from, specifier);
        return wrong ? [{ path: file.path, line, message: wrong }] : [];
      });
    });
}

function judge(path: string, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) {
    const outside = OUTSIDE[from];
    const kind = specifier.startsWith('node:') ? 'node' : 'npm';
    if (outside === undefined || outside[kind]) return undefined;
    const what = kind === 'node' ? "Node's own modules" : 'packages';
    return `${from} imports ${specifier}, and may not use ${what}: ${outside.why}`;
  }
  const target = posix.join(posix.dirname(path), specifier);
  const to = layerOf(target);
  const rule = LAYERS[from];
  if (rule === undefined || to === from || rule.may.includes(to ?? '')) return undefined;
  const may = rule.may.length === 0 ? 'nothing else of ours' : `only ${rule.may.join(', ')}`;
  return `${from} imports ${target}, and may import ${may}: ${rule.why}`;
}

function layerOf(path: string): string | undefined {
  const [first, second] = path.split('/');
  return first === 'src' ? second : first;
}

/** Where a file takes something from; `later` where it is loaded only when it is wanted. */
type Import = { specifier: string; line: number; later: boolean };

/** Every import and re-export of a file, those of types and the dynamic ones too. */
export function imports(file: SourceFile): Import[] {
  const found: Import[] = [];
  walk(file, (node) => {
    const source = sourceOf(node);
    if (source?.type === 'Literal' && typeof source.value === 'string')
      found.push({
        specifier: source.value,
        line: lineAt(file.text, node.start),
        later: node.type === 'ImportExpression',
      });
  });
  return found;
}

function sourceOf(node: Node): Node | null | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    default:
      return undefined;
  }
}
