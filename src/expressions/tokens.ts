/** The words and signs of an expression, as mathematics and as Python write them. */
import { refuse } from './problem';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'text' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const patterns = {
  number: /(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/u,
  name: /[\p{L}_][\p{L}\p{Nd}_]*/u,
  text: /"[^"\n]*"|'[^'\n]*'/u,
  /** Those of Python, then those of mathematics. */
  sign: /\*\*|<=|>=|==|!=|[-+*/^()<>,.=&|~]|[−–×·⋅÷≤≥]|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/u,
};
const kinds = ['number', 'name', 'text', 'sign'] as const;
const pattern = new RegExp(kinds.map((kind) => `(?<${kind}>${patterns[kind].source})`).join('|'), 'uy');

/** Signs that mean the same as one of Python's. */
const spellings: Readonly<Record<string, string>> = { '−': '-', '–': '-', '×': '*', '·': '*', '⋅': '*', '÷': '/', '≤': '<=', '≥': '>=', '^': '**' };

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    if (at === text.length) break;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) refuse(`“${String.fromCodePoint(text.codePointAt(at) ?? 0)}” is not understood.`, { start: at, end: at + 1 });
    const kind = kinds.find((each) => found.groups?.[each] !== undefined) ?? 'sign';
    const end = at + found[0].length;
    tokens.push({ kind, text: kind === 'sign' ? spellings[found[0]] ?? found[0] : found[0], start: at, end });
    at = end;
  }
  return [...tokens, { kind: 'end', text: '', start: text.length, end: text.length }];
}
