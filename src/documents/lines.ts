/** Offsets as lines and characters, counted from 0 in UTF-16 code units, as editors count. */

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The offset at which each line begins; a line ends at `\n`, `\r\n` or a bare `\r`. */
export function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) for (const ending of text.matchAll(/\r\n|\r|\n/g)) starts.push(ending.index + ending[0].length);
  else for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

export function positionAt(lineStarts: readonly number[], offset: number): Position {
  const line = rankOf(lineStarts, offset);
  return { line, character: offset - (lineStarts[line] ?? 0) };
}

/** The place of the last of rising numbers that is not above `value`; 0 if there is none. */
export function rankOf(rising: readonly number[], value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rising[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
