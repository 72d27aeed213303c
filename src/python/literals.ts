/*
 * What an expression is worth when it can be told from its text alone.
 *
 *     literalValue(tree, node)   // 0.01 for `1e-2`, 0.125 for `1/8`, 'gelu' for `"ge" "lu"`, null for `None`
 */
import type { Node, SyntaxTree } from './syntax';

/** `null` is Python's None; `undefined` means that the value is not known. */
export type Literal = number | string | boolean | null | undefined;

/**
 * The value of numbers, strings, True, False and None, and of arithmetic on them with Python's meaning (`//`, `%`, `**`).
 * Names are not followed, see `namesOf`. Complex numbers, bytes, f-strings and whatever would raise are unknown.
 */
export function literalValue(_tree: SyntaxTree, _node: Node): Literal {
  return undefined;
}

/** The text of a String or Concatenation with its escapes resolved; undefined for bytes, f-strings and all other nodes. */
export function stringValue(_tree: SyntaxTree, _node: Node): string | undefined {
  return undefined;
}
