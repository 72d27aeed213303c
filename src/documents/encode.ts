/** Text as bytes, in the encoding in which a file has been read. */
import { decodeText, encodingOf } from './decode';
import type { Failure } from './failure';

/** `before` are the bytes that the file has now. What cannot be written so that it reads the same is refused. */
export function encodeText(text: string, before: Uint8Array): Uint8Array | Failure {
  const { encoding, mark } = encodingOf(before);
  const bytes = bytesIn(encoding, text);
  const whole = bytes && Uint8Array.from([...mark, ...bytes]);
  return whole !== undefined && decodeText(whole) === text ? whole : { reason: `The text cannot be written in ${encoding}, the encoding of the file.` };
}

function bytesIn(encoding: string, text: string): Uint8Array | number[] | undefined {
  switch (encoding) {
    case 'utf-8': return new TextEncoder().encode(text);
    case 'utf-16le': return unitsOf(text).flatMap((unit) => [unit & 0xff, unit >> 8]);
    case 'utf-16be': return unitsOf(text).flatMap((unit) => [unit >> 8, unit & 0xff]);
    default: return singleBytes(encoding, text);
  }
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, place) => text.charCodeAt(place));
}

/** By what each byte alone reads as; a character of several bytes has none. */
function singleBytes(encoding: string, text: string): number[] | undefined {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  const bytes = Array.from({ length: text.length }, (_, place) => byteOf.get(text[place] ?? ''));
  return bytes.every((byte) => byte !== undefined) ? bytes : undefined;
}
