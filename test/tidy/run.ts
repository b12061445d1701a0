import { fileURLToPath } from 'node:url';
import { findings } from './rules.ts';
import { houseFiles } from './source.ts';

const files = houseFiles(fileURLToPath(new URL('../..', import.meta.url)));
const found = findings(files);
for (const finding of found) console.error(finding);
console.log(`tidy: ${files.length} files, ${found.length} findings`);
process.exitCode = found.length === 0 ? 0 : 1;
