/** Linear maps that are written without an object of a layer: calls that make a layer and apply it at once, products with variables. */
import { literalValue } from '../python/literals';
import type { Names } from '../python/names';
import { callArguments, isRow } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Application } from './facts';
import type { Value } from './values';

interface Text {
  readonly tree: SyntaxTree;
  readonly names: Names;
}

const making = /^(tf\.(layers|contrib\.layers|contrib\.slim)|tf_slim|tflearn)\./;

/** `tf.layers.dense(x, 10)`; an activation that it is given is applied behind it. */
export function isMadeAtOnce({ kind, name, layer }: Application): boolean {
  return layer === undefined && (kind === 'linear' || kind === 'convolution') && making.test(name);
}

function isVariable(value: Value | undefined): boolean {
  return value?.kind === 'tensor' && value.source?.kind === 'fill' && /^tf\.(Variable|get_variable)$/.test(value.source.name);
}

/** `tf.matmul(x, weights)` */
export function isProductWithVariable({ kind, inputs: [, weights] }: Application): boolean {
  return kind === 'product' && isVariable(weights);
}

/** How many features a product with a variable takes and gives, where the variable is made from a shape of numbers. */
export function sizesOfProduct(text: Text, { inputs: [, weights] }: Application): readonly (number | undefined)[] {
  const { tree } = text;
  const made = weights?.kind === 'tensor' ? weights.source?.arguments : undefined;
  const shape = made?.get('shape')?.node ?? shapeOfFill(tree, made?.get('initial_value')?.node);
  const isWritten = shape !== undefined && isRow(tree, shape);
  return isWritten ? tree.children(shape).map((size) => numberAt(text, size)) : [];
}

/** `tf.truncated_normal([784, 256])` and its like are told the shape first. */
function shapeOfFill(tree: SyntaxTree, call: Node | undefined): Node | undefined {
  return call !== undefined && tree.kind(call) === Kind.Call ? callArguments(tree, call).find(({ keyword }) => keyword === undefined || keyword === 'shape')?.value : undefined;
}

/** A number, or a name that is given one once. */
function numberAt({ tree, names }: Text, node: Node): number | undefined {
  const [binding, ...others] = tree.kind(node) === Kind.Name ? names.bindingsOf(node) : [];
  const value = literalValue(tree, binding?.role === 'value' && others.length === 0 ? binding.value : node);
  return typeof value === 'number' ? value : undefined;
}

/** `… + biases` */
export function addsVariable({ kind, name, inputs: [, bias] }: Application): boolean {
  return isVariable(bias) && ((kind === 'arithmetic' && /(^|\.)(\+|add)$/.test(name)) || name === 'tf.nn.bias_add');
}

/** `tf.matmul(x, weights) + biases`, with the biases or without. */
export function isWrittenOut(application: Application): boolean {
  if (isProductWithVariable(application)) return true;
  if (application.name === 'tf.nn.xw_plus_b') return isVariable(application.inputs[1]);
  const [product] = application.inputs;
  return addsVariable(application) && product?.kind === 'tensor' && product.source !== undefined && isProductWithVariable(product.source);
}
