/** Linear maps that are written without an object of a layer: calls that make a layer and apply it at once, products with variables. */
import type { Application } from './facts';
import type { Value } from './values';

const making = /^(tf\.(layers|contrib\.layers|contrib\.slim)|tf_slim|tflearn)\./;

/** `tf.layers.dense(x, 10)`; an activation that it is given is applied behind it. */
export function isMadeAtOnce({ kind, name, layer }: Application): boolean {
  return layer === undefined && (kind === 'linear' || kind === 'convolution') && making.test(name);
}

export function isVariable(value: Value | undefined): boolean {
  return value?.kind === 'tensor' && value.source?.kind === 'fill' && /^tf\.(Variable|get_variable)$/.test(value.source.name);
}

/** `tf.matmul(x, weights)` */
export function isProductWithVariable({ kind, inputs: [, weights] }: Application): boolean {
  return kind === 'product' && isVariable(weights);
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
