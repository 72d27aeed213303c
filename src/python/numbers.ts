import { CODE, isDigit, lowerCase } from './characters';

const LOWER = { a: 97, b: 98, e: 101, f: 102, j: 106, l: 108, o: 111, x: 120 } as const;

/**
 * Where the number ends that begins at `start`. Whatever follows without a space is not part of it: `1if x else y` and
 * `0xfor` are Python. The suffix `L` of Python 2 is.
 */
export function numberEnd(codes: Uint16Array, start: number): number {
  if (codes[start]! === CODE.zero) {
    const radix = lowerCase(codes[start + 1]!);
    if (radix === LOWER.x || radix === LOWER.o || radix === LOWER.b) {
      const end = radixEnd(codes, start + 2, radix === LOWER.x);
      if (end > start + 2) return suffixEnd(codes, end);
    }
  }
  let position = digitsEnd(codes, start);
  if (codes[position]! === CODE.dot) position = digitsEnd(codes, position + 1);
  return suffixEnd(codes, exponentEnd(codes, position));
}

function digitsEnd(codes: Uint16Array, start: number): number {
  let position = start;
  let code = codes[position]!;
  while (isDigit(code) || (code === CODE.underscore && isDigit(codes[position + 1]!))) {
    code = codes[++position]!;
  }
  return position;
}

function radixEnd(codes: Uint16Array, start: number, hexadecimal: boolean): number {
  let position = start;
  for (;;) {
    const code = codes[position]!;
    const letter = lowerCase(code);
    const digit = isDigit(code) || code === CODE.underscore || (hexadecimal && letter >= LOWER.a && letter <= LOWER.f);
    if (!digit) return position;
    position++;
  }
}

function exponentEnd(codes: Uint16Array, position: number): number {
  if (lowerCase(codes[position]!) !== LOWER.e) return position;
  const sign = codes[position + 1]!;
  const first = sign === CODE.plus || sign === CODE.minus ? position + 2 : position + 1;
  return isDigit(codes[first]!) ? digitsEnd(codes, first) : position;
}

function suffixEnd(codes: Uint16Array, position: number): number {
  const letter = lowerCase(codes[position]!);
  return letter === LOWER.j || letter === LOWER.l ? position + 1 : position;
}
