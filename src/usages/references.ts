/** Names that are an activation: `nn.GELU()`, `F.relu(x)`, and the same without a call, as in `act_layer=nn.GELU`. */
import { findSymbol, isKnownName, type Found } from '../frameworks/lookup';
import { callArguments, calleeOf, nameOf, nameRange, type Argument } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { meaningOf } from './parameters';
import { qualifiedNames, spanOf, type Reading } from './reading';
import type { Usage } from './usage';

/** The usage that a Name or Attribute is. */
export function findReference(reading: Reading, node: Node): Usage | undefined {
  const { tree, locals } = reading;
  const name = nameOf(tree, node);
  if (!isKnownName(name) && !(tree.kind(node) === Kind.Name && locals.callables.has(name))) return undefined;
  if (tree.kind(tree.parent(node)) === Kind.Attribute || isTarget(tree, node)) return undefined;
  const found = foundAt(reading, node);
  return found === undefined || isAnnotation(tree, node) ? undefined : usageOf(reading, node, found);
}

function usageOf(reading: Reading, node: Node, found: Found): Usage | undefined {
  const { tree, names } = reading;
  const call = callOf(tree, node);
  const meaning = meaningOf(reading, found.symbol, call ? callArguments(tree, call) : boundByPartial(reading, node));
  const span = nameRange(tree, node);
  if (meaning === undefined || span === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: found.symbol.form,
    certainty: meaning.certain ? 'resolved' : 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call || node),
    scope: names.scopePath(node),
  };
}

function foundAt(reading: Reading, node: Node): Found | undefined {
  for (const name of qualifiedNames(reading, node)) {
    const found = findSymbol(name);
    if (found) return found;
  }
  return undefined;
}

/** The call of which a node is the callee, or `NONE`. */
function callOf(tree: SyntaxTree, node: Node): Node {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === node ? parent : NONE;
}

/** The arguments that `partial(nn.LeakyReLU, 0.2)` passes on. */
function boundByPartial({ tree, names }: Reading, node: Node): readonly Argument[] {
  const parent = tree.parent(node);
  if (tree.kind(parent) !== Kind.Call || names.qualifiedName(calleeOf(tree, parent)) !== 'functools.partial') return [];
  const [first, ...rest] = callArguments(tree, parent);
  return first?.node === node ? rest : [];
}

/** Whether a name is bound here, not used: the left side of an assignment, the variable of a loop. */
function isTarget(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  switch (tree.kind(parent)) {
    case Kind.Tuple:
    case Kind.List:
    case Kind.Starred:
      return isTarget(tree, parent);
    case Kind.Assign:
      return tree.lastChild(parent) !== node;
    case Kind.AnnAssign:
    case Kind.AugAssign:
    case Kind.NamedExpr:
    case Kind.For:
    case Kind.AsyncFor:
    case Kind.ComprehensionFor:
      return tree.firstChild(parent) === node;
    case Kind.WithItem:
      return tree.firstChild(parent) !== node;
    case Kind.Delete:
      return true;
    default:
      return false;
  }
}

/** Whether an expression says of which type something is. */
function isAnnotation(tree: SyntaxTree, node: Node): boolean {
  let child = node;
  for (let parent = tree.parent(node); parent; parent = tree.parent(parent)) {
    const kind = tree.kind(parent);
    if (kind === Kind.Annotation) return true;
    if (kind === Kind.AnnAssign) return tree.nextSibling(tree.firstChild(parent)) === child;
    if (kind !== Kind.Subscript && kind !== Kind.Tuple && kind !== Kind.List && kind !== Kind.BinOp) return false;
    child = parent;
  }
  return false;
}
