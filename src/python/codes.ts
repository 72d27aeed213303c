/** So many NULs stand behind the text. */
const SENTINELS = 8;
const FIRST_CAPACITY = 1 << 16;
const KEPT_CAPACITY = 1 << 22;

const encoder = new TextEncoder();
/** Kept from text to text. */
let bytes = new Uint8Array(FIRST_CAPACITY);
let spare = new Uint16Array(FIRST_CAPACITY);

/**
 * A text's UTF-16 units as numbers, valid until the next call. Reading them from an array is twice as fast as asking the
 * string for each, and where all are ASCII the encoder writes them as fast as memory allows.
 */
export function codesOf(text: string): Uint16Array {
  const { length } = text;
  const codes = reserve(length + SENTINELS);
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === length && written === length) codes.set(bytes.subarray(0, length));
  else for (let i = 0; i < length; i++) codes[i] = text.charCodeAt(i);
  return codes.fill(0, length, length + SENTINELS);
}

function reserve(capacity: number): Uint16Array {
  if (spare.length >= capacity) return spare;
  const larger = 2 ** Math.ceil(Math.log2(capacity));
  const codes = new Uint16Array(larger);
  if (larger <= KEPT_CAPACITY) {
    spare = codes;
    bytes = new Uint8Array(larger);
  }
  return codes;
}
