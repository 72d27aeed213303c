/** The names around a formula, which say what it is meant as. */
import { stringValue } from '../../python/literals';
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { argumentTaken } from '../takenByPosition';
import { maskedAssignment } from './masked';

export interface Place {
  readonly node: Node;
  /** Names around it, the nearest first: variable, function, class. */
  readonly names: readonly string[];
}

export function placeOf(reading: Reading, node: Node): Place {
  const names = [...namesBeside(reading.tree, node), ...namesTaken(reading, node), ...assignedNames(reading.tree, node), ...namesAround(reading, node)];
  return { node, names };
}

function namesAround({ tree, names }: Reading, node: Node): string[] {
  const found: string[] = [];
  let around = names.enclosingDefinition(node);
  for (let level = 0; around && level < 4; level++, around = names.enclosingDefinition(around)) found.push(nameOf(tree, around));
  return found;
}

/** What a lambda is called where it is handed over: `Activation(lambda x: T.maximum(0, x), "relu")`. */
function namesBeside(tree: SyntaxTree, node: Node): string[] {
  const lambda = tree.parent(node);
  const call = tree.parent(lambda);
  if (tree.kind(lambda) !== Kind.Lambda || tree.kind(call) !== Kind.Call || tree.lastChild(lambda) !== node) return [];
  const names = tree.children(call).flatMap((argument) => stringValue(tree, argument) ?? []);
  return names.length === 0 ? [] : [...names, nameOf(tree, calleeOf(tree, call))];
}

/** What a known layer calls a lambda that it takes: `Activation(lambda x: tf.maximum(x, 0.))`. */
function namesTaken(reading: Reading, node: Node): string[] {
  const lambda = reading.tree.parent(node);
  const taken = reading.tree.kind(lambda) === Kind.Lambda ? argumentTaken(reading, lambda) : undefined;
  return taken === undefined ? [] : [taken];
}

/** The variable or argument that gets the value of an expression, directly or as a lambda. */
function assignedNames(tree: SyntaxTree, node: Node): string[] {
  const masked = maskedAssignment(tree, node);
  if (masked) return [nameOf(tree, masked.changed)];
  let child = node;
  let parent = tree.parent(node);
  for (let level = 0; level < 6 && parent; level++) {
    const kind = tree.kind(parent);
    if (kind === Kind.Assign || kind === Kind.AnnAssign || kind === Kind.NamedExpr) return child === tree.firstChild(parent) ? [] : [nameOf(tree, tree.firstChild(parent))];
    if (kind === Kind.KeywordArgument) return [nameOf(tree, parent), ...namesOfMade(tree, tree.parent(parent))];
    if (kind === Kind.Parameter) return [nameOf(tree, parent)];
    if (kind === Kind.DictEntry && child !== tree.firstChild(parent)) return [tree.textOf(tree.firstChild(parent)).replace(/^['"]|['"]$/g, '')];
    const isOneOfSeveral = tree.kind(child) === Kind.Lambda && (kind === Kind.List || kind === Kind.Tuple || kind === Kind.IfExp);
    if (kind !== Kind.Lambda && kind !== Kind.Call && !isOneOfSeveral) return [];
    child = parent;
    parent = tree.parent(parent);
  }
  return [];
}

/** What a lambda is passed to, and what that makes: `RELU = Activation(f=lambda x: np.maximum(0, x))`. */
function namesOfMade(tree: SyntaxTree, call: Node): string[] {
  const assignment = tree.parent(call);
  const made = nameOf(tree, calleeOf(tree, call));
  return tree.kind(assignment) === Kind.Assign ? [made, nameOf(tree, tree.firstChild(assignment))] : [made];
}
