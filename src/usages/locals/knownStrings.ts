/** Strings that stand for an activation somewhere, whatever takes them. */
import { isKnownString, mayBeKnownString } from '../../frameworks/lookup';
import { stringValue } from '../../python/literals';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

/** Longer than the longest string that a framework knows, quotes included. */
const tooLong = 40;

/** Whether a node is a string that stands for an activation somewhere. */
export function isString({ tree, locals: { texts } }: { readonly tree: SyntaxTree; readonly locals: { readonly texts: Uint8Array } }, node: Node): boolean {
  return texts[node] === 1 || (tree.kind(node) === Kind.Concatenation && isKnownLiteral(tree, node));
}

export function isKnownLiteral(tree: SyntaxTree, node: Node): boolean {
  const start = tree.start(node);
  const end = tree.end(node);
  if (end - start > tooLong || (tree.kind(node) === Kind.String && !mayBeKnownString(tree.text, start, end))) return false;
  const text = stringValue(tree, node);
  return text !== undefined && isKnownString(text);
}
