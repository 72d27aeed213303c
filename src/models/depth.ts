/** How often the layer of an activation is stacked, where a literal says so. */
import { callArguments, calleeOf, isDefinition, isRow, nameOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { nearest } from './region';
import type { Fact } from './situation';

/** The count of a loop that builds the layer, else how often its function stands in the same list of layers, if more than once. */
export function depthOf(tree: SyntaxTree, usage: Usage, node: Node, usages: readonly Usage[]): Fact<number> | undefined {
  const isBuilt = usage.form === 'module' || usage.form === 'string';
  return (isBuilt ? loopDepth(tree, node) : undefined) ?? sequenceDepth(tree, usage, node, usages);
}

/** `for _ in range(12)` in a statement or a comprehension. */
function loopDepth(tree: SyntaxTree, node: Node): Fact<number> | undefined {
  for (let at = node; at !== NONE && !isDefinition(tree.kind(at)); at = tree.parent(at)) {
    for (const iterable of iterablesOf(tree, at)) {
      const count = rangeLength(tree, iterable);
      if (count === undefined) continue;
      return { value: count, sureness: 'likely', evidence: { offset: tree.start(iterable), text: tree.textOf(iterable) } };
    }
  }
  return undefined;
}

/** What a loop or comprehension runs over: the second child of each `for`. */
function iterablesOf(tree: SyntaxTree, node: Node): Node[] {
  const loops = tree.kind(node) === Kind.For ? [node] : tree.children(node).filter((child) => tree.kind(child) === Kind.ComprehensionFor);
  return loops.map((loop) => tree.children(loop)[1] ?? NONE);
}

function rangeLength(tree: SyntaxTree, iterable: Node): number | undefined {
  if (tree.kind(iterable) !== Kind.Call || nameOf(tree, calleeOf(tree, iterable)) !== 'range') return undefined;
  const bounds = callArguments(tree, iterable).map(({ value }) => literalValue(tree, value));
  const [first, second] = bounds;
  if (bounds.length === 1 && typeof first === 'number') return first;
  return bounds.length === 2 && typeof first === 'number' && typeof second === 'number' ? second - first : undefined;
}

function sequenceDepth(tree: SyntaxTree, usage: Usage, node: Node, usages: readonly Usage[]): Fact<number> | undefined {
  const list = nearest(tree, node, (kind, at) => kind === Kind.Call && nameOf(tree, calleeOf(tree, at)) === 'Sequential');
  if (list === NONE) return undefined;
  const inside = usages.filter(
    ({ activation, span }) => activation === usage.activation && span.start >= tree.start(list) && span.end <= tree.end(list) && !isAtEnd(tree, list, span),
  );
  if (inside.length < 2) return undefined;
  return { value: inside.length, sureness: 'read', evidence: { offset: tree.start(list), text: 'Sequential' } };
}

/** What stands in the last layer is an output, or not seen to be anything else. */
function isAtEnd(tree: SyntaxTree, sequence: Node, { start }: Usage['span']): boolean {
  const [first] = callArguments(tree, sequence);
  const elements = first && isRow(tree, first.value) ? tree.children(first.value) : callArguments(tree, sequence).flatMap(({ keyword, value }) => (keyword === undefined ? [value] : []));
  const last = elements.at(-1);
  return last !== undefined && elements.length > 1 && start >= tree.start(last) && start < tree.end(last);
}
