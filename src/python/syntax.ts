/*
 * The tree of a Python file: what the reader hands to everything behind it.
 *
 *     const tree = parse(text);
 *     for (let node = 1; node <= tree.root; node++) {
 *       if (tree.kind(node) === Kind.Call) show(tree.textOf(calleeOf(tree, node)));
 *     }
 *
 * A node is a number. Nodes stand in post-order: children before their parent, siblings in source order, the module last, so
 * that a loop over the numbers visits every node, a loop backwards meets parents before children, and everything inside a node
 * has the numbers from `tree.firstInside(node)` to `node - 1`. No node is an object, so a tree costs one allocation.
 * Chains such as `a.b.c…` and `a + b + …` nest to the left without limit: loop over numbers, never recurse over children.
 *
 * Ranges are UTF-16 offsets, and they are those of CPython's `ast`: parentheses around an expression belong to its parent,
 * those of a tuple or generator to itself; a decorated definition begins at `def` or `class`, not at its decorators, which
 * therefore are siblings before it inside a `Decorated` node.
 */

import type { Common } from './common';
import type { Dependencies } from './dependencies';
import type { Imports, Names } from './names';
import { findParents } from './parents';
import type { Words } from './words';

/** A node's number. `NONE` (0) stands for "there is no such node", so `if (node)` asks whether there is one. */
export type Node = number;

export const NONE: Node = 0;

/** What a node is, and in brackets its children in source order: `?` may be absent, `*` any number. */
export enum Kind {
  None,

  // The file and its statements.
  /** [statement*] */
  Module,
  /** The statements below a colon. [statement*] */
  Block,
  /** [Decorator+, FunctionDef | AsyncFunctionDef | ClassDef] */
  Decorated,
  /** [expression] */
  Decorator,
  /** [Identifier, TypeParameters?, Parameters, Annotation?, Block] */
  FunctionDef,
  /** As FunctionDef. */
  AsyncFunctionDef,
  /** [Identifier, TypeParameters?, Bases?, Block] */
  ClassDef,
  /** What stands in the parentheses of a class. [argument*], as in Call. */
  Bases,
  /** [expression?] */
  Return,
  /** [target*] */
  Delete,
  /** The last child is the value, all others are targets. [target+, value] */
  Assign,
  /** `operator` says which. [target, value] */
  AugAssign,
  /** [target, annotation, value?] */
  AnnAssign,
  /** [Identifier, TypeParameters?, value] */
  TypeAlias,
  /** [target, iterable, Block, ElseClause?] */
  For,
  /** As For. */
  AsyncFor,
  /** [test, Block, ElseClause?] */
  While,
  /** [test, Block, ElifClause*, ElseClause?] */
  If,
  /** [test, Block] */
  ElifClause,
  /** [Block] */
  ElseClause,
  /** [WithItem+, Block] */
  With,
  /** As With. */
  AsyncWith,
  /** [context, target?] */
  WithItem,
  /** [subject, Case*] */
  Match,
  /** [pattern, Guard?, Block] */
  Case,
  /** [expression] */
  Guard,
  /** [exception?, cause?] */
  Raise,
  /** [Block, ExceptClause*, ElseClause?, FinallyClause?] */
  Try,
  /** `except*` is told by `tree.data(clause) === 1`. [type?, Identifier?, Block] */
  ExceptClause,
  /** [Block] */
  FinallyClause,
  /** [test, message?] */
  Assert,
  /** [ImportedModule+] */
  Import,
  /** `a.b` or `a.b as c`. [DottedName, Identifier?] */
  ImportedModule,
  /** `tree.data` is the number of leading dots. [DottedName?, ImportedName* | ImportStar] */
  ImportFrom,
  /** `a` or `a as b`. [Identifier, Identifier?] */
  ImportedName,
  ImportStar,
  /** `a.b.c` as written after `import` or `from`. */
  DottedName,
  /** [Identifier+] */
  Global,
  /** [Identifier+] */
  Nonlocal,
  /** [expression] */
  ExprStatement,
  Pass,
  Break,
  Continue,
  /** A line that IPython reads, not Python (`%matplotlib inline`, `!ls`, `model?`), or a whole cell below `%%bash`. */
  Magic,

  // Parts of definitions.
  /** A name that is no expression: of a function, class, parameter, import. */
  Identifier,
  /** [(Parameter | StarParameter | DoubleStarParameter | PositionalOnlyMark | KeywordOnlyMark)*] */
  Parameters,
  /** [Identifier, Annotation?, default?] */
  Parameter,
  /** `*args`. [Identifier, Annotation?] */
  StarParameter,
  /** `**kwargs`. [Identifier, Annotation?] */
  DoubleStarParameter,
  /** The `/` among parameters. */
  PositionalOnlyMark,
  /** The bare `*` among parameters. */
  KeywordOnlyMark,
  /** `[T: bound = default, *Ts, **P]`. [(Parameter | StarParameter | DoubleStarParameter)*] */
  TypeParameters,
  /** [expression] */
  Annotation,

  // Expressions.
  Name,
  /** `nameOf` gives the name after the dot. [value] */
  Attribute,
  /** [callee, argument*]; an argument is an expression, KeywordArgument, Starred or DoubleStarred. */
  Call,
  /** `nameOf` gives the keyword. [value] */
  KeywordArgument,
  /** [value] */
  Starred,
  /** `**value` among arguments or in a dict. [value] */
  DoubleStarred,
  /** [value, index] */
  Subscript,
  /** Always two or three children, `Missing` where nothing is written. [lower, upper, step?] */
  Slice,
  Number,
  /** One literal, not an f-string. */
  String,
  Bytes,
  /** [Replacement*] */
  FString,
  /** [Replacement*] */
  TString,
  /** `{value!r:spec}`. [value, FormatSpec?] */
  Replacement,
  /** [Replacement*] */
  FormatSpec,
  /** Literals that stand side by side. [(String | Bytes | FString | TString)+] */
  Concatenation,
  True,
  False,
  NoneLiteral,
  Ellipsis,
  /** [element*] */
  List,
  /** [element*] */
  Tuple,
  /** [element+] */
  Set,
  /** [(DictEntry | DoubleStarred)*] */
  Dict,
  /** [key, value] */
  DictEntry,
  /** [element, ComprehensionFor+] */
  ListComprehension,
  /** [element, ComprehensionFor+] */
  SetComprehension,
  /** [DictEntry, ComprehensionFor+] */
  DictComprehension,
  /** [element, ComprehensionFor+] */
  Generator,
  /** `tree.data` is 1 for `async for`. [target, iterable, condition*] */
  ComprehensionFor,
  /** Flat: `a and b and c` is one node. `operator` says which. [operand+] */
  BoolOp,
  /** `operator` says which. [left, right] */
  BinOp,
  /** `operator` says which. [operand] */
  UnaryOp,
  /** [left, Comparison+] */
  Compare,
  /** One operator of a chain with what stands to its right. [operand] */
  Comparison,
  /** In source order: `body if test else orElse`. [body, test, orElse] */
  IfExp,
  /** [Parameters, body] */
  Lambda,
  /** `target := value`. [target, value] */
  NamedExpr,
  /** [value] */
  Await,
  /** [value?] */
  Yield,
  /** [value] */
  YieldFrom,

  // Patterns of `case`.
  /** A literal or dotted name. [expression] */
  MatchValue,
  /** `_` */
  MatchWildcard,
  /** [Identifier] */
  MatchCapture,
  /** [pattern, Identifier] */
  MatchAs,
  /** [pattern+] */
  MatchOr,
  /** [pattern*] */
  MatchSequence,
  /** `*rest`; no child for `*_`. [Identifier?] */
  MatchStar,
  /** [(MatchEntry | MatchRest)*] */
  MatchMapping,
  /** [key, pattern] */
  MatchEntry,
  /** `**rest` [Identifier] */
  MatchRest,
  /** [class, (pattern | MatchKeyword)*] */
  MatchClass,
  /** `nameOf` gives the keyword. [pattern] */
  MatchKeyword,

  // What is wrong in the text.
  /** An expression that ought to be here and is not; of width 0. Also an absent bound of a Slice. */
  Missing,
  /** Text that fits nowhere, with what could be read inside. [node*] */
  Error,
}

/** The operator of a BinOp, AugAssign, UnaryOp, BoolOp or Comparison, as `tree.data` holds it. */
export enum Operator {
  None,
  Add, Subtract, Multiply, MatrixMultiply, Divide, FloorDivide, Modulo, Power,
  LeftShift, RightShift, BitAnd, BitOr, BitXor,
  Plus, Minus, Invert, Not,
  And, Or,
  Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Is, IsNot, In, NotIn,
}

/** How many numbers a node takes: kind, start, end, first child, next sibling, data. */
export const NODE_FIELDS = 6;

/** 1 for the kinds whose `data` is an offset. */
export const DATA_IS_OFFSET = new Uint8Array(Kind.Error + 1);
for (const kind of [Kind.Attribute, Kind.KeywordArgument, Kind.MatchKeyword]) DATA_IS_OFFSET[kind] = 1;

const BEYOND_ASCII = /[^\0-\x7f]/;

/** A file as nodes. Made by `parse`; never changes. */
export class SyntaxTree {
  /** Kept here by `namesOf`: a WeakMap would cost the garbage collector a third of all reading. */
  names: Names | undefined;
  /** What it imports, by the same. */
  imports: Imports | undefined;
  /** The same by `wordsOf`. */
  words: Words | undefined;
  /** Where it is noted what depends on what, while somebody wants to know. */
  dependencies: Dependencies | undefined;
  /** What is as it was in the tree that it was made of, if it was made of one. */
  common: Common | undefined;
  /** The Module: the last node, so also the number of nodes. */
  readonly root: Node;
  /** Kept here by `parent`. */
  parents: Int32Array | undefined;

  constructor(
    readonly text: string,
    /** Of interest to who makes trees alone. */
    readonly fields: Int32Array,
    readonly commentOffsets: Int32Array,
    /** The top-level statements at which reading could begin anew: those at the start of a line, outside of all brackets and blocks. */
    readonly firm: readonly Node[],
    /** Whether all strings end as they are written, so that none can change how what is around it is read. */
    readonly isClosed: boolean,
  ) {
    this.root = fields.length / NODE_FIELDS - 1;
  }

  kind(node: Node): Kind {
    return this.fields[node * NODE_FIELDS]!;
  }

  start(node: Node): number {
    return this.fields[node * NODE_FIELDS + 1]!;
  }

  end(node: Node): number {
    return this.fields[node * NODE_FIELDS + 2]!;
  }

  firstChild(node: Node): Node {
    return this.fields[node * NODE_FIELDS + 3]!;
  }

  nextSibling(node: Node): Node {
    return this.fields[node * NODE_FIELDS + 4]!;
  }

  /** A number whose meaning the kind says: an `Operator`, a count, an offset. */
  data(node: Node): number {
    return this.fields[node * NODE_FIELDS + 5]!;
  }

  /** `NONE` for the module. The first call costs one pass over the tree. */
  parent(node: Node): Node {
    this.parents ??= findParents(this);
    return this.parents[node]!;
  }

  /** A new array at every call: in hot loops, step with `firstChild` and `nextSibling`. */
  children(node: Node): Node[] {
    const children: Node[] = [];
    for (let child = this.firstChild(node); child; child = this.nextSibling(child)) children.push(child);
    return children;
  }

  lastChild(node: Node): Node {
    return this.firstChild(node) ? node - 1 : NONE;
  }

  /** The smallest number inside the node; the node itself if it has no children. */
  firstInside(node: Node): Node {
    let first = node;
    for (let child = this.firstChild(first); child; child = this.firstChild(first)) first = child;
    return first;
  }

  textOf(node: Node): string {
    return this.text.slice(this.start(node), this.end(node));
  }

  /** A stretch of the text as a name: two spellings beyond ASCII may be one to Python (PEP 3131). */
  nameBetween(start: number, end: number): string {
    const name = this.text.slice(start, end);
    return BEYOND_ASCII.test(name) ? name.normalize('NFKC') : name;
  }

  /** Every comment from its `#` to the end of its line, in source order. */
  comments(): { start: number; end: number }[] {
    const comments = [];
    for (let i = 0; i < this.commentOffsets.length; i += 2) {
      comments.push({ start: this.commentOffsets[i]!, end: this.commentOffsets[i + 1]! });
    }
    return comments;
  }

  /** Whether a statement of this tree stands in another one, moved on by some offsets and nodes. The link to the next statement is left out. */
  isSame({ first, root }: { readonly first: Node; readonly root: Node }, other: SyntaxTree, byOffset: number, byNode: number): boolean {
    for (let node = first; node <= root; node++) {
      const kind = this.kind(node);
      const there = node + byNode;
      if (other.kind(there) !== kind || other.start(there) !== this.start(node) + byOffset || other.end(there) !== this.end(node) + byOffset) return false;
      if (other.data(there) !== this.data(node) + (DATA_IS_OFFSET[kind] === 1 ? byOffset : 0)) return false;
      if (!isLinked(this.firstChild(node), other.firstChild(there), byNode)) return false;
      if (node !== root && !isLinked(this.nextSibling(node), other.nextSibling(there), byNode)) return false;
    }
    return true;
  }
}

function isLinked(one: Node, other: Node, byNode: number): boolean {
  return one === NONE ? other === NONE : other === one + byNode;
}
