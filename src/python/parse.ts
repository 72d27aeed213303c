import { readModule } from './blocks';
import type { Lexer } from './lexer';
import { Parser } from './parser';
import { findStrayQuote } from './strayQuotes';
import { SyntaxTree } from './syntax';
import { tokenise, type TokeniseOptions } from './tokeniser';

export interface ParseOptions {
  /** The text is a notebook cell: lines of IPython (`%time`, `!ls`, `model?`, `%%bash`) are read as such. */
  readonly notebook?: boolean;
  /** Where further cells begin when the text is several cells of one notebook, one after the other; each at the start of a line. */
  readonly cellStarts?: readonly number[];
}

/**
 * Reads Python 3.8 to 3.14 (and tolerates `print` statements). Any text gives a tree: what is wrong in it becomes `Error` and
 * `Missing` nodes, and what stands around it is read as if it were right. Linear in the length of the text; never throws.
 */
export function parse(text: string, options: ParseOptions = {}): SyntaxTree {
  const { notebook = false, cellStarts = [] } = options;
  const lexer = readTokens(text, { notebook, cellStarts, strayQuote: -1 });
  const parser = new Parser(lexer);
  readModule(parser);
  // Quotes that closed an f-string because nothing behind them closes would open a string if it did.
  const isClosed = lexer.openStrings === 0 && lexer.brokenTriple === Infinity && lexer.strayQuote < 0;
  const tree = new SyntaxTree(text, parser.finish(), new Int32Array(lexer.comments), parser.firm, isClosed);
  lexer.release();
  return tree;
}

/**
 * Where strings never end, some triple quotes may be one too many. The text is read once more without them, and that reading
 * counts if it leaves fewer strings open.
 */
function readTokens(text: string, options: TokeniseOptions): Lexer {
  let lexer = tokenise(text, options);
  if (options.cellStarts.length > 0) return lexer;
  for (const quotes of ['"""', "'''"]) {
    const strayQuote = lexer.openStrings > 0 ? findStrayQuote(text, quotes) : -1;
    if (strayQuote < 0) continue;
    lexer.release();
    const { openStrings } = lexer;
    lexer = tokenise(text, { ...options, strayQuote });
    if (lexer.openStrings < openStrings) return lexer;
    lexer.release();
    lexer = tokenise(text, options);
  }
  return lexer;
}
