/** Modules whose customary name a script binds to something else as well: `import theano.tensor as T`, and at its end `T = 100`. */
import { findSymbol, type Found } from '../frameworks/lookup';
import { calleeOf } from '../python/parts';
import { attributesOf, importedName, joined, rootOf } from '../python/qualifiedNames';
import type { Binding } from '../python/scopes';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Reading } from './reading';

/** `T.nnet.sigmoid` above all else that `T` is bound to, which may not have it either. */
export function throughRebound(reading: Reading, node: Node): Found | undefined {
  const { tree, names } = reading;
  const root = rootOf(tree, node);
  if (root === NONE || root === node) return undefined;
  const bindings = names.bindingsOf(root);
  const [imported, other] = bindings.filter(({ role }) => role === 'import');
  if (bindings.length < 2 || imported === undefined || other !== undefined) return undefined;
  const mayBeMeant = (binding: Binding): boolean => tree.start(binding.node) < tree.start(node) || mayHaveItToo(reading, binding);
  if (bindings.some((binding) => binding !== imported && mayBeMeant(binding))) return undefined;
  return findSymbol(joined(importedName(tree, imported.node), attributesOf(tree, node)));
}

/** A class or an object of one has methods of its own, and another module may have the same. */
function mayHaveItToo({ tree, names }: Reading, { role, value }: Binding): boolean {
  return role !== 'value' || value === NONE || (tree.kind(value) === Kind.Call ? names.qualifiedName(firstCalled(tree, value)) === undefined : !plain.includes(tree.kind(value)));
}

/** `np.ones` of `np.ones((3, 3)).astype("float32")` */
function firstCalled(tree: SyntaxTree, value: Node): Node {
  let inner = value;
  for (let level = 0; level < longest && tree.kind(inner) === Kind.Call; level++) {
    const callee = calleeOf(tree, inner);
    if (tree.kind(callee) !== Kind.Attribute || tree.kind(tree.firstChild(callee)) !== Kind.Call) return callee;
    inner = tree.firstChild(callee);
  }
  return NONE;
}

/** Nobody writes longer chains. */
const longest = 8;

/** What is computed, or written out. */
const plain: readonly Kind[] = [Kind.Number, Kind.String, Kind.List, Kind.Tuple, Kind.Dict, Kind.BinOp, Kind.UnaryOp, Kind.Subscript, Kind.ListComprehension, Kind.True, Kind.False];
