/** Bytes as text: UTF-8 as Python wants it, UTF-16 where a mark says so, and Latin 1 for old sources. */
import type { Failure } from './failure';

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** A file with a zero byte in it is no text, unless it is marked as UTF-16. */
export function decodeText(bytes: Uint8Array): string | Failure {
  const marked = marks.find((mark) => mark.bytes.every((byte, place) => bytes[place] === byte));
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  if (bytes.includes(0)) return { reason: 'The file is binary, not text.' };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
