// Runs every benchmark, or those named on the command line: `npm run bench -- python`.
const wanted = process.argv.slice(2);
const all = ['python', 'scan', 'growth', 'editor', 'lab'];
const names = all.filter((name) => wanted.length === 0 || wanted.includes(name));

for (const name of names) {
  console.log(`\n${name}`);
  const { bench } = await import(`./${name}.mjs`);
  await bench();
}
