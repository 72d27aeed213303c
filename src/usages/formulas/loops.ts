/** Softmax over a list of numbers, written with loops, which are no formula: exponentials, their sum, and quotients. */
import { findActivation } from '../../activations/catalogue';
import { calleeOf, nameOf, operatorOf, type Parameter } from '../../python/parts';
import { Kind, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import { isCalledSo } from './naming';
import type { Recognised } from './recognise';

/** What a function that is called so computes if it does all of this; with which temperature is not read. */
export function softmaxByLoops(tree: SyntaxTree, definition: Node, [input, ...others]: readonly Parameter[]): Recognised | undefined {
  const activation = findActivation('softmax');
  if (activation === undefined || input === undefined || others.length > 1 || !isCalledSo('softmax', nameOf(tree, definition).replace(/^_*(compute|calc|calculate|stable)_/, ''))) return undefined;
  let [loops, exponentials, quotients] = [0, 0, 0];
  for (let inside = tree.firstInside(definition); inside < definition; inside++) {
    const kind = tree.kind(inside);
    if (kind === Kind.For || kind === Kind.ListComprehension) loops++;
    if (kind === Kind.Call && nameOf(tree, calleeOf(tree, inside)) === 'exp') exponentials++;
    if (kind === Kind.BinOp && operatorOf(tree, inside) === Operator.Divide) quotients++;
  }
  return loops > 0 && exponentials > 0 && quotients > 0
    ? { activation, parameters: { temperature: null }, given: {}, inputs: [{ node: definition, key: input.name, isTrained: false }], isComposite: false } : undefined;
}
