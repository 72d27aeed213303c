/** A number for the text of a literal, equal for spellings that frameworks take for one. */

const DOUBLE_QUOTE = 0x22;
const QUOTE = 0x27;
const SPACE = 0x20;
const HYPHEN = 0x2d;
const UNDERSCORE = 0x5f;
const BACKSLASH = 0x5c;
const LAST_ASCII = 0x7f;
const UPPER_A = 0x41;
const UPPER_Z = 0x5a;
const TO_LOWER = 0x20;

/** Case, separators, quotes and what stands before the first quote are left out. Undefined where escapes or other alphabets want a closer look. */
export function sumOf(text: string, start: number, end: number): number | undefined {
  let sum = 0;
  let isBehindQuote = false;
  for (let place = start; place < end; place++) {
    const code = text.charCodeAt(place);
    if (code === BACKSLASH || code > LAST_ASCII) return undefined;
    if (code === DOUBLE_QUOTE || code === QUOTE) {
      if (!isBehindQuote) sum = 0;
      isBehindQuote = true;
    } else if (code !== SPACE && code !== HYPHEN && code !== UNDERSCORE) {
      sum = (Math.imul(sum, 31) + (code >= UPPER_A && code <= UPPER_Z ? code + TO_LOWER : code)) | 0;
    }
  }
  return sum;
}
