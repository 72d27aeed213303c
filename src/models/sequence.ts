/** Layers that follow one another in a `Sequential`, listed or as its arguments, and what their names say of them. */
import { calleeOf, isRow, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { anyOf } from '../usages/eitherOf';

export function isSequence(tree: SyntaxTree, node: Node): boolean {
  if (isRow(tree, node)) return sequenceCallOfList(tree, node) !== NONE;
  return tree.kind(node) === Kind.Call && isSequenceName(tree, node);
}

function isSequenceName(tree: SyntaxTree, call: Node): boolean {
  return /^Sequential$/.test(nameOf(tree, calleeOf(tree, call)));
}

function sequenceCallOfList(tree: SyntaxTree, list: Node): Node {
  const parent = tree.parent(list);
  return tree.kind(parent) === Kind.Call && isSequenceName(tree, parent) ? parent : NONE;
}

export function sequenceCall(tree: SyntaxTree, element: Node): Node {
  const parent = tree.parent(element);
  return tree.kind(parent) === Kind.Call ? parent : sequenceCallOfList(tree, parent);
}

export function nextElement(tree: SyntaxTree, element: Node): Node {
  const next = tree.nextSibling(element);
  return next && tree.kind(next) !== Kind.KeywordArgument ? next : NONE;
}

const computing = /conv|linear|dense|norm|lstm|gru|rnn|attention|transformer|block|layer|affine|fc|embed/i;

/** Of another layer nobody knows whether it only changes the shape. */
export function goesOn(tree: SyntaxTree, layer: Node): boolean {
  return computing.test(layerName(tree, layer));
}

/** Layers that put values into another shape or at other places, or leave some of them out. */
const shaping = new RegExp(`^${anyOf(`
  Reshape Flatten Unflatten Permute Lambda Identity Dropout ActivityRegularization
  Upsample UpSampling[123]D Resizing ZeroPadding[123]D Cropping[123]D CenterCrop Rescaling
`)}$`, 'i');

export function changesNothing(tree: SyntaxTree, layer: Node): boolean {
  return tree.kind(layer) === Kind.Lambda || shaping.test(layerName(tree, layer));
}

function layerName(tree: SyntaxTree, layer: Node): string {
  return nameOf(tree, tree.kind(layer) === Kind.Call ? calleeOf(tree, layer) : layer);
}
