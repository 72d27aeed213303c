/** How far a line is indented, and the blocks that begin or end with it. */
import { CODE, isBlank, isNewline } from './characters';
import type { Lexer } from './lexer';
import { afterContinuation, afterNewline, readComment } from './lines';
import { readMagic } from './magics';
import { Token } from './tokens';

const TAB_WIDTH = 8;

/** Begins a logical line: passes blank lines, comments and magics, then compares the indentation with the lines before. */
export function startLine(lexer: Lexer): void {
  const { codes } = lexer;
  while (lexer.position < lexer.length) {
    const column = readIndentation(lexer);
    const code = codes[lexer.position]!;
    if (isNewline(code)) lexer.position = afterNewline(codes, lexer.position);
    else if (code === CODE.hash) readComment(lexer);
    else if (lexer.position < lexer.length) {
      applyIndentation(lexer, column);
      lexer.statement = lexer.count;
      if (!lexer.notebook || !readMagic(lexer)) return;
    }
  }
}

/** The column that indentation leads to. A form feed begins it anew; after a backslash the first line's column counts. */
function readIndentation(lexer: Lexer): number {
  const { codes } = lexer;
  let column = 0;
  let firstColumn = -1;
  for (;;) {
    let code = codes[lexer.position]!;
    for (; code === CODE.space; code = codes[lexer.position]!) {
      lexer.position++;
      column++;
    }
    if (code === CODE.tab) column += TAB_WIDTH - (column % TAB_WIDTH);
    else if (code === CODE.formFeed) column = 0;
    else if (isBlank(code)) column += code === CODE.byteOrderMark ? 0 : 1;
    else {
      const next = code === CODE.backslash ? afterContinuation(lexer, lexer.position) : -1;
      if (next < 0) return firstColumn < 0 ? column : firstColumn;
      if (firstColumn < 0) firstColumn = column;
      lexer.position = next;
      column = 0;
      continue;
    }
    lexer.position++;
  }
}

/** Emits what the column means. Where it lies between two known ones, the block ends and another, unasked for, begins. */
export function applyIndentation(lexer: Lexer, column: number): void {
  const { indents, position } = lexer;
  while (indents.length > 1 && indents.at(-1)! > column) {
    indents.pop();
    lexer.push(Token.Dedent, position, position);
  }
  if (column > indents.at(-1)!) {
    indents.push(column);
    lexer.push(Token.Indent, position, position);
  }
}

/** The column of a place on its line, for lines inside brackets, where it is rarely asked for. */
export function columnOf(lexer: Lexer, position: number): number {
  let start = position;
  while (start > 0 && isBlank(lexer.codes[start - 1]!)) start--;
  let column = 0;
  for (let place = start; place < position; place++) {
    const code = lexer.codes[place]!;
    column += code === CODE.tab ? TAB_WIDTH - (column % TAB_WIDTH) : 1;
  }
  return column;
}
