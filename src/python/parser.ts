import type { Lexer } from './lexer';
import { Kind, NODE_FIELDS, NONE, type Node } from './syntax';
import { Token } from './tokens';

/**
 * CPython refuses more than 200 nested brackets and 100 nested blocks. Beyond these limits, what is read is an Error, long
 * before the stack ends: even code that is not compiled yet takes two thirds of the usual megabyte. An expression inside
 * another counts three, and a right operand one, as they take of the stack.
 */
const DEEPEST_EXPRESSION = 800;
export const NESTED = 3;
export const OPERAND = 1;
const DEEPEST_BLOCK = 128;

const FIRST_CAPACITY = 1 << 15;
const KEPT_CAPACITY = 1 << 23;

/** Kept from file to file, as the lexer's arrays are. */
let spare = new Int32Array(FIRST_CAPACITY);

/** Where the parser stands in the tokens, and the nodes made so far. The grammar's functions take it as their first argument. */
export class Parser {
  readonly source: string;
  private readonly kinds: Uint8Array;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  index = 0;
  /** The kind of the token at `index`. */
  token: Token;
  /** Where the last token ended that was not just layout: the end of whatever was just read. */
  lastEnd = 0;
  depth = 0;
  blockDepth = 0;
  /** See SyntaxTree. */
  readonly firm: Node[] = [];

  private knownLineStart = 0;
  private knownLineEnd = 0;
  private fields = spare;
  private used = NODE_FIELDS;

  constructor(lexer: Lexer) {
    this.source = lexer.text;
    this.kinds = lexer.kinds;
    this.starts = lexer.starts;
    this.ends = lexer.ends;
    this.token = this.kinds[0]!;
    this.fields.fill(0, 0, NODE_FIELDS);
  }

  /** Where the token at `index` begins and ends. */
  start(): number {
    return this.starts[this.index]!;
  }

  end(): number {
    return this.ends[this.index]!;
  }

  /** The token some places further on. */
  peek(distance: number): Token {
    return this.kinds[this.index + distance] ?? Token.EndOfFile;
  }

  startAt(index: number): number {
    return this.starts[index]!;
  }

  endAt(index: number): number {
    return this.ends[index]!;
  }

  kindAt(index: number): Token {
    return this.kinds[index] ?? Token.EndOfFile;
  }

  /** Whether nothing stands before the token at hand on its line. */
  startsLine(): boolean {
    const before = this.kinds[this.index - 1];
    return before === undefined || before === Token.Newline || before === Token.Indent || before === Token.Dedent;
  }

  advance(): void {
    this.lastEnd = this.ends[this.index]!;
    this.token = this.kinds[++this.index]!;
  }

  /** Passes a token of layout: Newline, Indent or Dedent. */
  skipLayout(): void {
    this.token = this.kinds[++this.index]!;
  }

  at(token: Token): boolean {
    return this.token === token;
  }

  /** Passes the token if it is the one. */
  accept(token: Token): boolean {
    if (this.token !== token) return false;
    this.advance();
    return true;
  }

  /** Makes a node that ends where reading stands. Its children must have been made before, in order, and linked. */
  node(kind: Kind, start: number, firstChild: Node, data = 0): Node {
    return this.nodeTo(kind, start, this.lastEnd, firstChild, data);
  }

  nodeTo(kind: Kind, start: number, end: number, firstChild: Node, data = 0): Node {
    // A Missing operand stands before the operator that asks for it.
    const first = firstChild === NONE ? start : Math.min(start, this.startOf(firstChild));
    return this.write(kind, first, end, firstChild, data);
  }

  private write(kind: Kind, start: number, end: number, firstChild: Node, data: number): Node {
    const at = this.used;
    if (at + NODE_FIELDS > this.fields.length) this.grow();
    const { fields } = this;
    fields[at] = kind;
    fields[at + 1] = start;
    fields[at + 2] = end;
    fields[at + 3] = firstChild;
    fields[at + 4] = NONE;
    fields[at + 5] = data;
    this.used = at + NODE_FIELDS;
    return at / NODE_FIELDS;
  }

  /** A node of the token at hand alone. */
  leaf(kind: Kind): Node {
    const start = this.start();
    this.advance();
    return this.write(kind, start, this.lastEnd, NONE, 0);
  }

  /** An expression that ought to be here and is not. */
  missing(place = this.lastEnd): Node {
    return this.nodeTo(Kind.Missing, place, place, NONE);
  }

  /** The token at hand as an error. */
  errorToken(): Node {
    return this.leaf(Kind.Error);
  }

  link(node: Node, next: Node): void {
    this.fields[node * NODE_FIELDS + 4] = next;
  }

  kind(node: Node): Kind {
    return this.fields[node * NODE_FIELDS]!;
  }

  startOf(node: Node): number {
    return this.fields[node * NODE_FIELDS + 1]!;
  }

  /** Enters a nested expression; false if that is too deep, and then `skipNested` says what to read instead. */
  enter(weight: number): boolean {
    this.depth += weight;
    return this.depth <= DEEPEST_EXPRESSION;
  }

  leave(weight: number): void {
    this.depth -= weight;
  }

  mayNestBlock(): boolean {
    return this.blockDepth < DEEPEST_BLOCK;
  }

  /** The token that ends the simple statement a token belongs to: Newline, Semicolon or EndOfFile. Remembered, so linear. */
  lineEndFrom(index: number): number {
    if (index < this.knownLineEnd && index >= this.knownLineStart) return this.knownLineEnd;
    let end = index;
    while (this.kinds[end] !== Token.Newline && this.kinds[end] !== Token.Semicolon && this.kinds[end] !== Token.EndOfFile) end++;
    this.knownLineStart = index;
    this.knownLineEnd = end;
    return end;
  }

  /** Passes everything up to the closing bracket or the end of the line, without reading it. */
  skipNested(): Node {
    const start = this.start();
    let open = 0;
    while (this.token !== Token.Newline && this.token !== Token.EndOfFile) {
      if (opens(this.token)) open++;
      else if (closes(this.token) && --open < 0) break;
      this.advance();
    }
    return this.nodeTo(Kind.Error, Math.min(start, this.lastEnd), this.lastEnd, NONE);
  }

  /** The nodes, exactly as many as there are. */
  finish(): Int32Array {
    const fields = this.fields.slice(0, this.used);
    if (this.fields.length <= KEPT_CAPACITY) spare = this.fields;
    return fields;
  }

  private grow(): void {
    const larger = new Int32Array(this.fields.length * 2);
    larger.set(this.fields);
    this.fields = larger;
  }
}

/** Children that are read one after the other. */
export class Row {
  first: Node = NONE;
  last: Node = NONE;

  constructor(private readonly parser: Parser) {}

  /** Adds a node behind the others; `NONE` adds nothing. */
  add(node: Node): void {
    if (node === NONE) return;
    if (this.last === NONE) this.first = node;
    else this.parser.link(this.last, node);
    this.last = node;
  }
}

function opens(token: Token): boolean {
  return token === Token.ParenOpen || token === Token.BracketOpen || token === Token.BraceOpen
    || token === Token.FieldOpen || token === Token.FStringStart;
}

function closes(token: Token): boolean {
  return token === Token.ParenClose || token === Token.BracketClose || token === Token.BraceClose
    || token === Token.FieldClose || token === Token.FStringEnd;
}
