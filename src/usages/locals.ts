/** Names that a file gives to activations, so that all its other names need not be resolved. */
import { isKnownName, isKnownString } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { assignmentOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

export interface Locals {
  /** `r` in `from torch.nn.functional import relu as r`, `Act` in `Act = nn.GELU`. */
  readonly callables: ReadonlySet<string>;
  /** `hidden` in `hidden = "relu"`. */
  readonly strings: ReadonlySet<string>;
}

export function localsOf(tree: SyntaxTree): Locals {
  const callables = new Set<string>();
  const strings = new Set<string>();
  const isKnown = (node: Node): boolean => isKnownName(nameOf(tree, node)) || callables.has(nameOf(tree, node));
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.ImportedName) {
      const [original = NONE, alias] = tree.children(node);
      if (alias && isKnown(original)) callables.add(nameOf(tree, alias));
    } else if (kind === Kind.Assign || kind === Kind.AnnAssign) {
      const value = kind === Kind.Assign ? tree.lastChild(node) : assignmentOf(tree, node)?.value ?? NONE;
      const names = isString(tree, value) ? strings : isKnown(value) ? callables : undefined;
      for (const target of names ? assignmentOf(tree, node)?.targets ?? [] : []) names?.add(nameOf(tree, target));
    }
  }
  return { callables, strings };
}

/** Longer than the longest string that a framework knows, quotes included. */
const tooLong = 40;

/** Whether a node is a string that stands for an activation somewhere. */
export function isString(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  if ((kind !== Kind.String && kind !== Kind.Concatenation) || tree.end(node) - tree.start(node) > tooLong) return false;
  const text = stringValue(tree, node);
  return text !== undefined && isKnownString(text);
}
