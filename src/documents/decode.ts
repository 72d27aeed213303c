/** Bytes as text, as Python reads its sources: UTF-8, or the encoding that the first lines declare; UTF-16 where a mark says so. */
import type { Failure } from './failure';

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** A file with a zero byte in it is no text, unless it is marked as UTF-16. */
export function decodeText(bytes: Uint8Array): string | Failure {
  const marked = markOf(bytes);
  if (marked) return new TextDecoder(marked.encoding).decode(bytes);
  if (bytes.includes(0)) return { reason: 'The file is binary, not text.' };
  const declared = declaredEncoding(bytes);
  return declared === undefined ? decodeUtf8(bytes) : decodeDeclared(bytes, declared);
}

/** The name that the web has for the encoding of a file, and the mark at its beginning that is no part of the text. */
export function encodingOf(bytes: Uint8Array): { readonly encoding: string; readonly mark: readonly number[] } {
  const marked = markOf(bytes);
  return marked ? { encoding: marked.encoding, mark: marked.bytes } : { encoding: webName(declaredEncoding(bytes) ?? 'utf-8'), mark: [] };
}

function markOf(bytes: Uint8Array) {
  return marks.find((mark) => mark.bytes.every((byte, place) => bytes[place] === byte));
}

function decodeUtf8(bytes: Uint8Array): string | Failure {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { reason: 'The file is not valid UTF-8, and declares no other encoding.' };
  }
}

function decodeDeclared(bytes: Uint8Array, encoding: string): string | Failure {
  try {
    return new TextDecoder(webName(encoding), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // A decoder that cannot be made is a range error, bytes that do not fit it are a type error.
    if (error instanceof RangeError) return { reason: `The file declares the encoding ${encoding}, which is not known.` };
    return { reason: `The file is not valid ${encoding}, which it declares.` };
  }
}

/** The declaration must stand in one of the first two lines (https://docs.python.org/3/reference/lexical_analysis.html). */
const longestDeclaration = 512;
const declaration = /^(?:[ \t\f]*(?:#.*)?\r?\n)?[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const mark = bytes[0] === 0xef ? 3 : 0;
  if (!isBlankOrComment(bytes[mark])) return undefined;
  const head = String.fromCharCode(...bytes.subarray(mark, longestDeclaration));
  return declaration.exec(head)?.[1];
}

/** Most files begin with something else and need not be looked at further. */
function isBlankOrComment(byte: number | undefined): boolean {
  return byte !== undefined && '# \t\f\r\n'.includes(String.fromCharCode(byte));
}

/** Python's names of encodings as the web has them; windows-1252 differs from Latin 1 in control characters alone. */
function webName(encoding: string): string {
  // What editors put behind a name counts for nothing, `utf-8-unix`, nor do signs at its end, `utf-8-*-`.
  const name = encoding.toLowerCase().replace(/[-_.]+/g, '-').replace(/-$/, '');
  if (/^(utf-8(-.*)?|utf8|utf|u8)$/.test(name)) return 'utf-8';
  if (/^(latin-?1?|(latin-1|iso-8859-1|iso-latin-1)(-.*)?|l1|iso-?8859-?1|8859)$/.test(name)) return 'latin1';
  if (name === 'cp932' || name === 'ms932') return 'shift_jis';
  if (name === 'cp949') return 'euc-kr';
  if (name === 'cp936') return 'gbk';
  return name.replace(/^cp(125\d)$/, 'windows-$1').replace(/^cp(866)$/, 'ibm$1').replace(/^iso(8859-\d+)$/, 'iso-$1');
}
