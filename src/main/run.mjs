/**
 * The command line, for a Node 24 that is already running. What is stripped of its types and
 * compiled is kept for the next start. That must begin before the first TypeScript is read, or the
 * stripper itself is loaded, which holds 20 MiB from then on.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Never in the system's folder for temporary files, where anybody may put code for us to run.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)));
await import('./cli.ts');
