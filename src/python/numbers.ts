import { CODE, isDigit, lowerCase } from './characters';

const LOWER = { a: 97, b: 98, e: 101, f: 102, j: 106, l: 108, o: 111, x: 120 } as const;

/**
 * Where the number ends that begins at `start`. Whatever follows without a space is not part of it: `1if x else y` and
 * `0xfor` are Python. The suffix `L` of Python 2 is.
 */
export function numberEnd(source: string, start: number): number {
  if (source.charCodeAt(start) === CODE.zero) {
    const radix = lowerCase(source.charCodeAt(start + 1));
    if (radix === LOWER.x || radix === LOWER.o || radix === LOWER.b) {
      const end = radixEnd(source, start + 2, radix === LOWER.x);
      if (end > start + 2) return suffixEnd(source, end);
    }
  }
  let position = digitsEnd(source, start);
  if (source.charCodeAt(position) === CODE.dot) position = digitsEnd(source, position + 1);
  return suffixEnd(source, exponentEnd(source, position));
}

function digitsEnd(source: string, start: number): number {
  let position = start;
  let code = source.charCodeAt(position);
  while (isDigit(code) || (code === CODE.underscore && isDigit(source.charCodeAt(position + 1)))) {
    code = source.charCodeAt(++position);
  }
  return position;
}

function radixEnd(source: string, start: number, hexadecimal: boolean): number {
  let position = start;
  for (;;) {
    const code = source.charCodeAt(position);
    const letter = lowerCase(code);
    const digit = isDigit(code) || code === CODE.underscore || (hexadecimal && letter >= LOWER.a && letter <= LOWER.f);
    if (!digit) return position;
    position++;
  }
}

function exponentEnd(source: string, position: number): number {
  if (lowerCase(source.charCodeAt(position)) !== LOWER.e) return position;
  const sign = source.charCodeAt(position + 1);
  const first = sign === CODE.plus || sign === CODE.minus ? position + 2 : position + 1;
  return isDigit(source.charCodeAt(first)) ? digitsEnd(source, first) : position;
}

function suffixEnd(source: string, position: number): number {
  const letter = lowerCase(source.charCodeAt(position));
  return letter === LOWER.j || letter === LOWER.l ? position + 1 : position;
}
