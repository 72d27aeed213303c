/** Whether two inputs of a product are the branches of one gated unit: halves of one tensor, or two projections of one. */
import { callArguments, calleeOf, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { reachingBinding } from './bindings';
import type { Workshop } from './callees';
import { isMatrixFunction } from './products';
import type { Leaf } from './steps';

export function areBranches(workshop: Workshop, a: Leaf, b: Leaf): boolean {
  const { tree } = workshop.reading;
  const first = sourceOf(workshop, a.node);
  const second = sourceOf(workshop, b.node);
  if (first === undefined || second === undefined || first.node === second.node) return false;
  return first.kind === second.kind && first.of === second.of && first.of !== '' && differ(tree, first.node, second.node);
}

interface Source {
  /** `half` of a split, or `projection` by a layer or matrix. */
  readonly kind: 'half' | 'projection';
  /** What it is a half or a projection of. */
  readonly of: string;
  readonly node: Node;
}

function sourceOf(workshop: Workshop, node: Node): Source | undefined {
  const { tree, names } = workshop.reading;
  switch (tree.kind(node)) {
    case Kind.Name: {
      const binding = reachingBinding(tree, names, workshop.bindings, node);
      if (binding === undefined) return undefined;
      return binding.value ? sourceOfValue(workshop, binding.value) : halfOf(tree, binding.statement, binding.target);
    }
    default:
      return sourceOfValue(workshop, node);
  }
}

/** `a, b = x.chunk(2, dim=-1)`: exactly two targets, so that the gates of an LSTM are none. */
function halfOf(tree: SyntaxTree, statement: Node, target: Node): Source | undefined {
  if (tree.kind(statement) !== Kind.Assign) return undefined;
  const targets = tree.firstChild(statement);
  const value = tree.lastChild(statement);
  if (tree.children(targets).length !== 2 || tree.nextSibling(targets) !== value || tree.kind(value) !== Kind.Call) return undefined;
  const name = nameOf(tree, calleeOf(tree, value));
  return /chunk|split|unbind/.test(name) ? { kind: 'half', of: `split ${statement}`, node: target } : undefined;
}

/** Whether a node is a half of the variable of a name. */
export function isHalfOf(workshop: Workshop, node: Node, name: string): boolean {
  const { tree, names } = workshop.reading;
  if (tree.kind(node) === Kind.Subscript) return tree.textOf(tree.firstChild(node)) === name;
  const binding = tree.kind(node) === Kind.Name ? reachingBinding(tree, names, workshop.bindings, node) : undefined;
  if (binding === undefined) return false;
  if (binding.value) return isHalfOf(workshop, binding.value, name);
  const value = tree.lastChild(binding.statement);
  const split = tree.kind(value) === Kind.Call ? [tree.firstChild(calleeOf(tree, value)), ...callArguments(tree, value).map((argument) => argument.value)] : [];
  return split.some((part) => tree.kind(part) === Kind.Name && nameOf(tree, part) === name);
}

function sourceOfValue(workshop: Workshop, node: Node): Source | undefined {
  const { tree } = workshop.reading;
  switch (tree.kind(node)) {
    case Kind.Subscript: {
      const [value = NONE, index = NONE] = tree.children(node);
      return isHalfIndex(tree, index) ? { kind: 'half', of: tree.textOf(value).replace(/\s+/g, ''), node } : undefined;
    }
    case Kind.Call: {
      const [input, ...more] = callArguments(tree, node);
      const callee = calleeOf(tree, node);
      if (input === undefined || input.keyword !== undefined) return undefined;
      const isMatrix = isMatrixFunction(tree, callee);
      if (!isMatrix && (more.length > 0 || !isLayer(tree, callee))) return undefined;
      return { kind: 'projection', of: keyWithBindings(workshop, input.value), node };
    }
    case Kind.BinOp:
      return operatorOf(tree, node) === Operator.MatrixMultiply
        ? { kind: 'projection', of: keyWithBindings(workshop, tree.firstChild(node)), node } : undefined;
    default:
      return undefined;
  }
}

/** What does more than to project: a gate on the output of an expert is no gated linear unit. */
const wholeBlocks = /(^|_)(expert|mlp|ffn|forward|feed_?forward|block|attn|attention|encoder|decoder)s?$/i;

/** A layer of the network: `self.gate_proj(x)`, `gate(x)`, or one that is made here (`nn.Dense(4)(x)`). */
function isLayer(tree: SyntaxTree, callee: Node): boolean {
  const kind = tree.kind(callee);
  if ((kind === Kind.Name || kind === Kind.Attribute) && wholeBlocks.test(nameOf(tree, callee))) return false;
  if (kind === Kind.Attribute) return tree.textOf(tree.firstChild(callee)) === 'self' || projections.test(nameOf(tree, callee));
  return kind === Kind.Name || kind === Kind.Call || kind === Kind.Subscript;
}

/** What the layers of a feed-forward part are called, which are also those of another object: `mlp.gate_proj(x)`. */
const projections = /^(gate|up|fc|linear|lin|w|wi|dense)(_?\d)?(_proj|_projection)?$/;

/** `[..., :d]`, `[:, 0]`: a part along an axis. */
function isHalfIndex(tree: SyntaxTree, index: Node): boolean {
  const parts = tree.kind(index) === Kind.Tuple ? tree.children(index) : [index];
  return parts.some((part) => tree.kind(part) === Kind.Slice && tree.textOf(part).length > 1);
}

function keyWithBindings(workshop: Workshop, node: Node): string {
  const { tree, names } = workshop.reading;
  let key = tree.textOf(node).replace(/\s+/g, '').slice(0, 200);
  const first = Math.max(tree.firstInside(node), node - 60);
  for (let inside = first; inside <= node; inside++) {
    if (tree.kind(inside) === Kind.Name) key += ` ${reachingBinding(tree, names, workshop.bindings, inside)?.target ?? ''}`;
  }
  return key;
}

function differ(tree: SyntaxTree, a: Node, b: Node): boolean {
  return tree.textOf(a) !== tree.textOf(b);
}
