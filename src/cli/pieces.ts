/** A stream of bytes as the pieces between separators, each as soon as it is complete. */

const newline = 0x0a;
const nul = 0x00;

/** A path is no longer than this on any system that separates lists by NUL, so that one of them shows by then. */
const longestPath = 4096;

/** Without the carriage return that ends a line on Windows; empty lines are left out. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const line of piecesOf(stream, newline)) {
    const text = line.toString('utf8').replace(/^\uFEFF|\r$/g, '');
    if (text.trim() !== '') yield text;
  }
}

/** The paths of a list, which are separated by NUL where any NUL is in it, else by line. */
export async function* pathsIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const chunks = stream[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  let isNul = false;
  while (!isNul && size <= longestPath) {
    const { value, done } = await chunks.next();
    if (done === true) break;
    head.push(value);
    size += value.length;
    isNul = value.includes(nul);
  }
  const whole = rejoined(head, chunks);
  if (!isNul) yield* linesOf(whole);
  else for await (const piece of piecesOf(whole, nul)) if (piece.length > 0) yield piece.toString('utf8');
}

async function* rejoined(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* piecesOf(stream: AsyncIterable<Uint8Array>, separator: number): AsyncGenerator<Buffer> {
  let unfinished: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, start)) {
      yield Buffer.concat([...unfinished, chunk.subarray(start, end)]);
      unfinished = [];
      start = end + 1;
    }
    if (start < chunk.length) unfinished.push(chunk.subarray(start));
  }
  if (unfinished.length > 0) yield Buffer.concat(unfinished);
}
