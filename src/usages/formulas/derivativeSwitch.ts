/** Functions that give their derivative instead when they are asked for it: `def sigmoid(x, derivative=False)`. */
import { literalValue, type Literal } from '../../python/literals';
import { nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node } from '../../python/syntax';
import type { Reading } from '../reading';
import { isOfDerivative } from './evidence';

/** Whether a test holds where the derivative is not asked for; undefined where it asks for anything else. */
export function holdsWithoutDerivative(reading: Reading, test: Node): boolean | undefined {
  const { tree } = reading;
  const [first = NONE, comparison = NONE, more] = tree.children(test);
  switch (tree.kind(test)) {
    case Kind.Name: {
      const value = defaultOfSwitch(reading, test);
      return value === undefined ? undefined : Boolean(value);
    }
    case Kind.UnaryOp: {
      const holds = operatorOf(tree, test) === Operator.Not ? holdsWithoutDerivative(reading, first) : undefined;
      return holds === undefined ? undefined : !holds;
    }
    case Kind.Compare: {
      const value = defaultOfSwitch(reading, first);
      const other = literalValue(tree, tree.firstChild(comparison));
      const isEquality = more === undefined && (operatorOf(tree, comparison) === Operator.Equal || operatorOf(tree, comparison) === Operator.Is);
      return value === undefined || other === undefined || !isEquality ? undefined : value === other;
    }
    default:
      return undefined;
  }
}

/** The default of a parameter that is called after a derivative. */
function defaultOfSwitch({ tree, names }: Reading, node: Node): Literal {
  if (tree.kind(node) !== Kind.Name || !isOfDerivative(nameOf(tree, node))) return undefined;
  const [binding, other] = names.bindingsOf(node);
  const parameter = binding?.node ?? NONE;
  if (other !== undefined || tree.kind(parameter) !== Kind.Parameter) return undefined;
  const value = literalValue(tree, tree.lastChild(parameter));
  return value === false || value === 0 ? value : undefined;
}
