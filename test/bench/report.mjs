// What the benchmarks say: on the terminal, and kept for the file of results.

const said = [];

export function say(text) {
  console.log(text);
  said.push(text);
}

/** All that was said, as Markdown. */
export function saidSoFar() {
  return said.join('\n');
}
