/** So many NULs stand behind the text. */
const SENTINELS = 8;
const FIRST_CAPACITY = 1 << 16;
const KEPT_CAPACITY = 1 << 22;

const encoder = new TextEncoder();
/** As much as is encoded at once. */
const PIECE = 1 << 14;
const bytes = new Uint8Array(PIECE);
/** Kept from text to text. */
let spare = new Uint16Array(FIRST_CAPACITY);

/**
 * A text's UTF-16 units as numbers, valid until the next call. Reading them from an array is twice as fast as asking the
 * string for each, and where all are ASCII the encoder writes them as fast as memory allows.
 */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  const codes = reserve(length + SENTINELS);
  for (let start = 0; start < length; start += PIECE) copyPiece(text, start, Math.min(start + PIECE, length), codes);
  return codes.fill(0, length, length + SENTINELS);
}

/** One letter beyond ASCII slows down its own piece alone. */
function copyPiece(text: string, start: number, end: number, codes: Uint16Array): void {
  const { read, written } = encoder.encodeInto(text.slice(start, end), bytes);
  if (read === end - start && written === end - start) codes.set(bytes.subarray(0, written), start);
  else for (let i = start; i < end; i++) codes[i] = text.charCodeAt(i);
}

function reserve(capacity: number): Uint16Array {
  if (spare.length >= capacity) return spare;
  const larger = 2 ** Math.ceil(Math.log2(capacity));
  const codes = new Uint16Array(larger);
  if (larger <= KEPT_CAPACITY) spare = codes;
  return codes;
}
