import { CODE } from './characters';
import type { Lexer } from './lexer';
import { afterContinuation, lineEnd } from './lines';
import { Token } from './tokens';

/**
 * Cell magics below which another language or text stands. Below all others Python goes on, also below those that a
 * notebook registers itself (`%%backend jax`) and where the cell is written to a Python file.
 */
const FOREIGN_MAGICS = [
  'bash', 'sh', 'script', 'system', 'sx', 'cmd', 'powershell', '!', 'html', 'HTML', 'javascript', 'js', 'latex', 'markdown', 'svg', 'SVG', 'mermaid',
  'perl', 'ruby', 'R', 'julia', 'octave', 'matlab', 'scala', 'rust', 'fortran', 'stan', 'sql', 'bigquery', 'cypher', 'ai', 'configure',
  String.raw`(?:writefile|file)(?![^\r\n]*\.py\b)`,
];
const FOREIGN_CELL = new RegExp(String.raw`^%%(?:${FOREIGN_MAGICS.join('|')})(?![\w.])`);
/** Line magics behind which, after their options, stands a Python statement. */
const PYTHON_LINE = /^%(?:time|timeit|prun|memit|debug)[ \t]+(?:-\w+(?:[ \t]+\d+)?[ \t]+)*(?=[^-\s])/;
/** `?name`, `name?`, `module.name??`: a request for help. */
const HELP_LINE = /^(?:\?{1,2}[ \t]*[%\w.*]+|[%\w.*]+\?{1,2})[ \t]*$/;
const LONGEST_HELP = 200;

/** Reads a line of IPython where a statement would begin; false if Python begins here. */
export function readMagic(lexer: Lexer): boolean {
  const { codes, position } = lexer;
  const code = codes[position]!;
  if (code === CODE.percent) readPercent(lexer, codes[position + 1]! === CODE.percent);
  else if (code === CODE.exclamation || code === CODE.question || asksForHelp(lexer)) readMagicLine(lexer);
  return lexer.position > position && lexer.lastKind() === Token.Newline;
}

function asksForHelp(lexer: Lexer): boolean {
  const line = lexer.text.slice(lexer.position, Math.min(lexer.length, lexer.position + LONGEST_HELP));
  return HELP_LINE.test(line.split(/[\r\n]/, 1)[0]!);
}

function readPercent(lexer: Lexer, cell: boolean): void {
  const line = lexer.text.slice(lexer.position, lexer.position + LONGEST_HELP);
  if (cell) {
    const python = !FOREIGN_CELL.test(line) || lexer.count > lexer.cellStart;
    pushMagic(lexer, python ? magicEnd(lexer) : lexer.length);
    return;
  }
  const prefix = PYTHON_LINE.exec(line);
  if (prefix) lexer.position += prefix[0].length;
  else readMagicLine(lexer);
}

function readMagicLine(lexer: Lexer): void {
  pushMagic(lexer, magicEnd(lexer));
}

function pushMagic(lexer: Lexer, end: number): void {
  lexer.push(Token.Magic, lexer.position, end);
  lexer.push(Token.Newline, end, end);
  lexer.position = end;
}

/** Behind the `=` of `files = !ls` or `t = %timeit -o f()`: the rest of the line, if it is a magic. */
export function readAssignedMagic(lexer: Lexer): void {
  const { codes } = lexer;
  let start = lexer.position;
  while (codes[start]! === CODE.space) start++;
  const code = codes[start]!;
  if (code !== CODE.exclamation && code !== CODE.percent) return;
  lexer.position = start;
  const end = magicEnd(lexer);
  lexer.push(Token.Magic, start, end);
  lexer.position = end;
}

function magicEnd(lexer: Lexer): number {
  let end = lineEnd(lexer, lexer.position);
  while (lexer.codes[end - 1]! === CODE.backslash) {
    const next = afterContinuation(lexer, end - 1);
    if (next < 0) break;
    end = lineEnd(lexer, next);
  }
  return end;
}
