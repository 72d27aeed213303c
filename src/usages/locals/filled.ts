/** Entries that a file gives to tables one by one: `cfg["act"] = "tanh"`. */
import { stringValue } from '../../python/literals';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

/** What is asked for by who asks whether an entry is given anywhere; no name is written so. */
export function entryNamed(key: string): string {
  return `[${key}]`;
}

/** The key of an entry that an assignment gives, where that is a literal text. */
export function keyFilled(tree: SyntaxTree, target: Node): string | undefined {
  return tree.kind(target) === Kind.Subscript ? stringValue(tree, tree.lastChild(target)) : undefined;
}
