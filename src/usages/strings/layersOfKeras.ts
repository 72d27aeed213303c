/** Layers by names that Keras alone of the usual libraries has: a string that one takes is Keras's, wherever the name comes from. */
import { findFramework } from '../../frameworks/catalogue';
import type { Found } from '../../frameworks/lookup';
import { plainPython } from '../../frameworks/ofAnyone';
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { agreedString, anyCarrier } from './meaningOfString';

const layer = /^(Dense|EinsumDense|TimeDistributed|SimpleRNN|(Separable|Depthwise|Locally)?(Conv|Connected)[123]D(Transpose)?|ConvLSTM[123]D)$/;

export function ofKerasLayer(tree: SyntaxTree, string: Node, found: Found, word: string): Found {
  const argument = tree.parent(string);
  const call = tree.kind(argument) === Kind.KeywordArgument ? tree.parent(argument) : argument;
  const isOpen = found.framework === plainPython || found.framework.id === 'pytorch';
  const isOfLayer = isOpen && tree.kind(call) === Kind.Call && layer.test(nameOf(tree, calleeOf(tree, call)));
  const keras = isOfLayer ? findFramework('keras') : undefined;
  const known = keras && agreedString([{ framework: keras, carrier: anyCarrier }], word);
  return known?.symbol.activation === found.symbol.activation ? known : found;
}
