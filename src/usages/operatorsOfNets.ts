/** Operators that Caffe2 puts into a net: `net.Sigmoid("gate", "gate")`, `model.Relu(x, x)`, each called by its input and output. */
import { nameOf, callOf } from '../python/parts';
import { rootOf } from '../python/qualifiedNames';
import { Kind, NONE, type Node } from '../python/syntax';
import type { Reading } from './reading';

const operators: ReadonlyMap<string, string> = new Map([
  ['Relu', 'relu'], ['LeakyRelu', 'leaky_relu'], ['PRelu', 'prelu'], ['Elu', 'elu'], ['Selu', 'selu'], ['Gelu', 'gelu'], ['Swish', 'swish'], ['Tanh', 'tanh'], ['Sigmoid', 'sigmoid'],
  ['HardSigmoid', 'hard_sigmoid'], ['Softmax', 'softmax'], ['Softplus', 'softplus'], ['Softsign', 'softsign'],
]);

/** What others call the function of an operator that an object which is no module puts into its net. */
export function operatorOfNet({ tree, names }: Reading, node: Node): string | undefined {
  if (tree.kind(node) !== Kind.Attribute || !(names.importedRoots.has('caffe2') || names.importedRoots.has('detectron'))) return undefined;
  const [root, input] = [rootOf(tree, node), tree.nextSibling(node)];
  const isOfInputAndOutput = callOf(tree, node) !== NONE && input !== NONE && tree.nextSibling(input) !== NONE;
  return isOfInputAndOutput && root !== NONE && names.qualifiedName(root) === undefined ? operators.get(nameOf(tree, node)) : undefined;
}
