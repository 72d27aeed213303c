/** What a known callable takes as an activation by position alone: the second of `Dense(3, tf.sin)`, the first of `Activation(lambda x: tf.maximum(x, 0.))`. */
import { calleeOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { carriersOf, qualifiedNames, type Reading } from './reading';

/** The argument that a value is of the call around it, where that is an activation. */
export function argumentTaken(reading: Reading, value: Node): string | undefined {
  const { tree } = reading;
  const call = tree.parent(value);
  const position = tree.kind(call) === Kind.Call ? positionOf(tree, call, value) : -1;
  if (position < 0) return undefined;
  return carriersOf(qualifiedNames(reading, calleeOf(tree, call))).find(({ carrier }) => carrier.position === position && carrier.passing === undefined)?.carrier.argument;
}

/** Behind what is starred nobody knows a position. */
function positionOf(tree: SyntaxTree, call: Node, value: Node): number {
  let argument = tree.nextSibling(calleeOf(tree, call));
  for (let position = 0; argument !== NONE && tree.kind(argument) !== Kind.Starred; position++) {
    if (argument === value) return position;
    argument = tree.nextSibling(argument);
  }
  return -1;
}
