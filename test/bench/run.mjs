// Runs every benchmark of this folder, or those named on the command line: `npm run bench -- python`.
import { readdirSync } from 'node:fs';

const wanted = process.argv.slice(2);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => file.slice(0, -'.mjs'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

for (const name of names) {
  console.log(`\n${name}`);
  const { bench } = await import(`./${name}.mjs`);
  await bench();
}
