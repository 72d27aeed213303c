/** What a character may begin, for the tokeniser's one switch. */
export enum CharacterClass {
  Invalid,
  Space,
  Newline,
  Letter,
  Digit,
  Quote,
  Hash,
  Backslash,
  Open,
  Close,
  Operator,
}

export const CODE = {
  nul: 0, tab: 9, lineFeed: 10, formFeed: 12, carriageReturn: 13, space: 32, exclamation: 33, doubleQuote: 34, hash: 35,
  percent: 37, quote: 39, openParen: 40, closeParen: 41, plus: 43, comma: 44, minus: 45, dot: 46, zero: 48, nine: 57, colon: 58,
  less: 60, equal: 61, greater: 62, question: 63, at: 64, upperN: 78, openBracket: 91, backslash: 92, closeBracket: 93,
  underscore: 95, openBrace: 123, closeBrace: 125, byteOrderMark: 0xfeff,
} as const;

const UNICODE_SPACES = [0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, CODE.byteOrderMark];

/**
 * One entry for each UTF-16 unit, so that no look-up needs a bound. Everything beyond ASCII but spaces counts as a letter:
 * telling the rest apart would only tell one error from another.
 */
function classify(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(CharacterClass.Letter, 0x80);
  const put = (characters: string, kind: CharacterClass): void => {
    for (const character of characters) classes[character.charCodeAt(0)] = kind;
  };
  put('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', CharacterClass.Letter);
  put('0123456789', CharacterClass.Digit);
  put(' \t\f', CharacterClass.Space);
  put('\r\n', CharacterClass.Newline);
  put('"\'', CharacterClass.Quote);
  put('#', CharacterClass.Hash);
  put('\\', CharacterClass.Backslash);
  put('([{', CharacterClass.Open);
  put(')]}', CharacterClass.Close);
  put('+-*/%@<>=!&|^~,:;.', CharacterClass.Operator);
  for (const code of UNICODE_SPACES) classes[code] = CharacterClass.Space;
  for (let code = 0x2000; code <= 0x200b; code++) classes[code] = CharacterClass.Space;
  return classes;
}

export const CHARACTER_CLASS = classify();

/** 1 for what may stand inside an identifier. */
export const IDENTIFIER_PART = CHARACTER_CLASS.map((kind) => Number(kind === CharacterClass.Letter || kind === CharacterClass.Digit));

export function isDigit(code: number): boolean {
  return code >= CODE.zero && code <= CODE.nine;
}

export function isNewline(code: number): boolean {
  return code === CODE.lineFeed || code === CODE.carriageReturn;
}

export function isBlank(code: number): boolean {
  return CHARACTER_CLASS[code] === CharacterClass.Space;
}

/** The letter in lower case; nonsense for whatever is no ASCII letter. */
export function lowerCase(code: number): number {
  return code | 0x20;
}
