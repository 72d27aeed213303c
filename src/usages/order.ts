/** What the order of statements says of a variable that is bound more than once. */
import { nameOf } from '../python/parts';
import type { Binding } from '../python/scopes';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';

/** `act = nn.Tanh` right above `act = nn.ReLU`: what is tried out and bound anew by the next statement. */
export function isOvertaken(tree: SyntaxTree, { node, role, value }: Binding): boolean {
  const statement = tree.parent(node);
  const next = tree.nextSibling(statement);
  if (role !== 'value' || tree.kind(statement) !== Kind.Assign || tree.kind(next) !== Kind.Assign) return false;
  return [value, tree.lastChild(next)].every((bound) => plain.includes(tree.kind(bound)))
    && tree.kind(tree.firstChild(next)) === Kind.Name && nameOf(tree, tree.firstChild(next)) === nameOf(tree, node)
    && nameOf(tree, tree.lastChild(next)) !== nameOf(tree, node);
}

/** What is bound as it is, and asks for no variable that it is bound to. */
const plain: readonly Kind[] = [Kind.Name, Kind.Attribute];

/**
 * The binding above the use of a variable that is bound again and again in one block of a function, one statement after the other:
 * `act = ACTS[first]`, layers with `act()`, `act = ACTS[last]`. Undefined where anything else binds it, or the use is another function's.
 */
export function latestBinding(tree: SyntaxTree, name: Node, bindings: readonly Binding[]): Binding | undefined {
  if (bindings.length < 2) return undefined;
  const block = blockOf(tree, bindings[0]);
  if (tree.kind(block) !== Kind.Block || !bindings.every((binding) => blockOf(tree, binding) === block)) return undefined;
  const user = statementIn(tree, name, block);
  if (user === NONE) return undefined;
  let latest: Binding | undefined;
  for (const binding of bindings) {
    const statement = tree.parent(binding.node);
    if (statement < user && (latest === undefined || statement > tree.parent(latest.node))) latest = binding;
  }
  return latest;
}

/** The block in which `name = value` stands, or `NONE`. */
function blockOf(tree: SyntaxTree, binding: Binding | undefined): Node {
  const statement = binding?.role === 'value' ? tree.parent(binding.node) : NONE;
  return tree.kind(statement) === Kind.Assign ? tree.parent(statement) : NONE;
}

/** The statement of a block that a node is in, with no function between that may run at another time. */
function statementIn(tree: SyntaxTree, node: Node, block: Node): Node {
  for (let inside = node; inside; inside = tree.parent(inside)) {
    if (tree.parent(inside) === block) return later.includes(tree.kind(inside)) ? NONE : inside;
    if (later.includes(tree.kind(inside))) return NONE;
  }
  return NONE;
}

const later: readonly Kind[] = [Kind.FunctionDef, Kind.AsyncFunctionDef, Kind.Lambda, Kind.ClassDef, Kind.Decorated];
