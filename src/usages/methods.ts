/** Methods of tensors: `x.sigmoid()`, where a framework that has the method is imported anywhere in the file. */
import { findMethod, type Found } from '../frameworks/lookup';
import { callArguments, calleeOf, nameOf, nameRange, type Argument } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { meaningOf } from './parameters';
import { knownValue, spanOf, type Reading } from './reading';
import type { Usage } from './usage';

export function findMethodCall(reading: Reading, call: Node): Usage | undefined {
  const callee = calleeOf(reading.tree, call);
  if (reading.tree.kind(callee) !== Kind.Attribute) return undefined;
  const found = findMethod(nameOf(reading.tree, callee));
  return found && reading.scope.includes(found.framework) ? usageOf(reading, call, found) : undefined;
}

function usageOf(reading: Reading, call: Node, { framework, symbol }: Found): Usage | undefined {
  const { tree, names } = reading;
  const callee = calleeOf(tree, call);
  const written = callArguments(tree, call);
  const span = nameRange(tree, callee);
  if (!mayBeTensor(reading, tree.firstChild(callee)) || !fitsMethod(reading, symbol.name, written)) return undefined;
  const meaning = meaningOf(reading, symbol, written);
  if (meaning === undefined || span === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: framework.id,
    symbol: `${framework.tensor}.${symbol.name}`,
    form: 'method',
    certainty: 'inferred',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call),
    scope: names.scopePath(call),
  };
}

/** Not a module or other imported thing, not an object that has the method as its own, not a literal. */
function mayBeTensor({ tree, names }: Reading, receiver: Node): boolean {
  switch (tree.kind(receiver)) {
    case Kind.Name:
      return !['self', 'cls', 'mcs'].includes(nameOf(tree, receiver))
        && names.qualifiedName(receiver) === undefined && !names.definitionOf(receiver);
    case Kind.Attribute:
      return names.qualifiedName(receiver) === undefined;
    case Kind.Call:
      return tree.textOf(calleeOf(tree, receiver)) !== 'super';
    case Kind.Subscript:
    case Kind.BinOp:
    case Kind.UnaryOp:
    case Kind.Compare:
    case Kind.IfExp:
    case Kind.NamedExpr:
    case Kind.Await:
      return true;
    default:
      return false;
  }
}

/**
 * Whether a tensor takes these arguments: `layers.relu(x)` is a call of a submodule, since a tensor's `relu` takes
 * nothing, and so is `block.softmax(x)`, since a tensor's `softmax` takes a dimension.
 */
function fitsMethod(reading: Reading, method: string, written: readonly Argument[]): boolean {
  const [first] = written;
  switch (method) {
    case 'softmax':
    case 'log_softmax':
      return written.some(({ keyword }) => keyword === 'dim') || (first?.keyword === undefined && first !== undefined && isDimension(reading, first));
    case 'hardshrink':
      return first === undefined || first.keyword === 'lambd' || typeof knownValue(reading, first.value) === 'number';
    case 'prelu':
      return first !== undefined && /weight|slope|alpha/i.test(nameOf(reading.tree, first.value));
    default:
      return first === undefined;
  }
}

function isDimension(reading: Reading, { stars, value }: Argument): boolean {
  return stars === 0 && (Number.isInteger(knownValue(reading, value)) || /dim|axis/i.test(nameOf(reading.tree, value)));
}
