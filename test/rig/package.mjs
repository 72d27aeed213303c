/** Packages the extension and checks what is inside: everything it needs, nothing that nobody named here. */
import { createVSIX } from '@vscode/vsce';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { out } from './paths.mjs';
import { layOutShipped } from './shipped.mjs';
import { filesInZip } from './zip.mjs';

const limit = 4_000_000;

const needed = [
  'extension.vsixmanifest', '[Content_Types].xml', 'extension/package.json', 'extension/readme.md', 'extension/changelog.md',
  'extension/LICENSE.txt', 'extension/dist/extension/package.json', 'extension/dist/extension/node.js',
  'extension/dist/extension/lens.js', 'extension/dist/extension/web.js', 'extension/dist/webview/main.js', 'extension/dist/webview/style.css',
  'extension/dist/webview/simulationWorker.js',
];

const allowed = [
  /^extension\/package\.nls(\.[a-z-]+)?\.json$/i,
  /^extension\/dist\/formulas\/[\w/-]+\.(svg|json)$/,
  /^extension\/media\/[\w/.-]+\.(png|svg|md|json|woff2)$/,
];

const vsix = join(out, 'activation-lens.vsix');
// vsce looks at every file below its folder, of which the repository has a hundred thousand once tools are installed.
const folder = join(out, 'package');
await layOutShipped(folder);
await createVSIX({ cwd: folder, packagePath: vsix, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });

const zip = await readFile(vsix);
const files = filesInZip(zip);
const names = new Set(files.map(({ name }) => name));
const faults = [
  ...needed.filter((name) => !names.has(name)).map((name) => `missing: ${name}`),
  ...[...names].filter((name) => !needed.includes(name) && !allowed.some((form) => form.test(name))).map((name) => `unexpected: ${name}`),
  ...(zip.length > limit ? [`too large: ${zip.length} bytes, the limit is ${limit}`] : []),
];

for (const { name, size, packed } of files) console.log(`${String(size).padStart(9)} ${String(packed).padStart(9)}  ${name}`);
console.log(`${vsix}: ${files.length} files, ${zip.length} bytes (limit ${limit})`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
