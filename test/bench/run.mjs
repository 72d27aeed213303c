// Runs every benchmark, or those named on the command line: `npm run bench -- python`. With --write, results.md is written too.
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { say, saidSoFar } from './report.mjs';

const all = ['python', 'scan', 'growth', 'editor', 'lab'];
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const names = all.filter((name) => asked.length === 0 || asked.includes(name));

say('# Benchmarks\n');
say(`${new Date().toISOString().slice(0, 10)}, Node.js ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, load ${loadavg()[0].toFixed(1)} at the start.`);
for (const name of names) {
  say(`\n## ${name}\n`);
  const { bench } = await import(`./${name}.mjs`);
  await bench();
}
if (process.argv.includes('--write')) writeFileSync(new URL('./results.md', import.meta.url), `${saidSoFar()}\n`);
