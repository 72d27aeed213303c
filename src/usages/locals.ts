/** Names that a file gives to activations, so that all its other names need not be resolved. */
import { isKnownName, isKnownString } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { assignmentOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { namedTargets } from './targets';

export interface Locals {
  /** `r` in `from torch.nn.functional import relu as r`, `Act` in `Act = nn.GELU`. */
  readonly callables: ReadonlySet<string>;
  /** `hidden` in `hidden = "relu"`. */
  readonly strings: ReadonlySet<string>;
  /** 1 for the Names and Attributes that may be a framework's name of an activation. */
  readonly known: Uint8Array;
  /** Variables, parameters and attributes whose value mentions an activation: `act` in `self.act = nn.GELU()`. */
  readonly holders: ReadonlySet<string>;
  /** All that may give a variable or attribute its value: assignments and definitions of functions. */
  readonly bindings: readonly Node[];
}

export function localsOf(tree: SyntaxTree): Locals {
  const callables = new Set<string>();
  const strings = new Set<string>();
  const holders = new Set<string>();
  const known = new Uint8Array(tree.root + 1);
  const bindings: Node[] = [];
  /** Where the last mention of an activation begins: what is bound to an expression that ends behind it may hold one. */
  let mentioned = -1;

  const nameMentions = (node: Node): boolean => {
    const name = nameOf(tree, node);
    if (isKnownName(name)) known[node] = 1;
    return known[node] === 1 || callables.has(name) || holders.has(name);
  };
  const isCallable = (node: Node): boolean => isKnownName(nameOf(tree, node)) || callables.has(nameOf(tree, node));
  const alias = (importedName: Node): void => {
    const [original = NONE, renamed] = tree.children(importedName);
    if (renamed && isCallable(original)) callables.add(nameOf(tree, renamed));
  };
  const assign = (node: Node): void => {
    const { targets, value } = assignmentOf(tree, node) ?? { targets: [], value: NONE };
    const names = isString(tree, value) ? strings : isCallable(value) ? callables : undefined;
    const held = value !== NONE && mentioned >= tree.start(value);
    for (const target of targets) {
      names?.add(nameOf(tree, target));
      if (held) for (const named of namedTargets(tree, target)) holders.add(nameOf(tree, named));
    }
  };

  for (let node = 1; node <= tree.root; node++) {
    switch (tree.kind(node)) {
      case Kind.Name:
      case Kind.Attribute:
        if (nameMentions(node)) mentioned = tree.start(node);
        break;
      case Kind.String:
        if (isString(tree, node)) mentioned = tree.start(node);
        break;
      case Kind.ImportedName:
        alias(node);
        break;
      case Kind.Parameter:
        if (mentioned >= tree.start(node)) holders.add(nameOf(tree, node));
        break;
      case Kind.Assign:
      case Kind.AnnAssign:
      case Kind.NamedExpr:
        assign(node);
        bindings.push(node);
        break;
      case Kind.AugAssign:
      case Kind.FunctionDef:
      case Kind.AsyncFunctionDef:
        bindings.push(node);
    }
  }
  return { callables, strings, known, holders, bindings };
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
