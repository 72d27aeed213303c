/** Which branch a test takes, where that is known. */
import { callArguments, calleeOf, nameOf, operatorOf } from '../../python/parts';
import type { Literal } from '../../python/literals';
import { Kind, Operator, type Node } from '../../python/syntax';
import { valuesOf } from '../join';
import { type Frame, type Value } from '../values';
import type { Evaluation } from './evaluation';
import { evaluate } from './expressions';

export function truthOf(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'constant':
      return Boolean(value.value);
    case 'tuple':
      return value.isOpen ? undefined : value.items.length > 0;
    case 'instance':
    case 'layer':
    case 'class':
    case 'function':
    case 'loss':
    case 'optimiser':
    case 'partial':
      return true;
    default:
      return undefined;
  }
}

/** Whether a value is None, where that is known. */
function isNone(value: Value): boolean | undefined {
  if (value.kind === 'constant') return value.value === null;
  return value.kind === 'unknown' || value.kind === 'alternatives' || value.kind === 'method' ? undefined : false;
}

/** The comparison of two values that are known, else undefined. */
export function compare(operator: Operator, left: Value, right: Value): boolean | undefined {
  if (operator === Operator.Is || operator === Operator.IsNot) return identity(operator, left, right);
  if (left.kind !== 'constant') return undefined;
  if (operator === Operator.In || operator === Operator.NotIn) return membership(operator, left, right);
  return right.kind === 'constant' ? compareConstants(operator, left.value, right.value) : undefined;
}

function identity(operator: Operator, left: Value, right: Value): boolean | undefined {
  if (right.kind !== 'constant') return undefined;
  const same = right.value === null ? isNone(left) : left.kind === 'constant' ? left.value === right.value : undefined;
  return same === undefined ? undefined : same === (operator === Operator.Is);
}

function membership(operator: Operator, left: Value, right: Value): boolean | undefined {
  if (left.kind !== 'constant' || right.kind !== 'tuple' || right.isOpen) return undefined;
  if (!right.items.every((item) => item.kind === 'constant')) return undefined;
  const found = right.items.some((item) => item.kind === 'constant' && item.value === left.value);
  return found === (operator === Operator.In);
}

function compareConstants(operator: Operator, left: Literal, right: Literal): boolean | undefined {
  if (operator === Operator.Equal) return left === right;
  if (operator === Operator.NotEqual) return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  switch (operator) {
    case Operator.Less:
      return left < right;
    case Operator.LessEqual:
      return left <= right;
    case Operator.Greater:
      return left > right;
    case Operator.GreaterEqual:
      return left >= right;
    default:
      return undefined;
  }
}

interface Narrowed {
  readonly name: string;
  readonly value: Value;
}

/** What a test that holds says of variables: `isinstance(m, (nn.Conv2d, nn.Linear))`, also as a part of an `and`. */
export function narrowed(evaluation: Evaluation, frame: Frame, test: Node): Narrowed[] {
  const { tree } = evaluation;
  if (tree.kind(test) === Kind.BoolOp && operatorOf(tree, test) === Operator.And) {
    return tree.children(test).flatMap((operand) => narrowed(evaluation, frame, operand));
  }
  if (tree.kind(test) !== Kind.Call || nameOf(tree, calleeOf(tree, test)) !== 'isinstance') return [];
  const [object, type] = callArguments(tree, test);
  if (object === undefined || type === undefined || tree.kind(object.value) !== Kind.Name) return [];
  const before = evaluate(evaluation, frame, object.value);
  if (before.kind !== 'unknown' && before.kind !== 'some-layer') return [];
  const names = typeNames(evaluate(evaluation, frame, type.value));
  return names.length === 0 ? [] : [{ name: nameOf(tree, object.value), value: { kind: 'some-layer', names } }];
}

function typeNames(type: Value): string[] {
  if (type.kind === 'tuple') return type.items.flatMap(typeNames);
  return valuesOf(type).flatMap((value) => (value.kind === 'library' || value.kind === 'class' ? [value.name] : []));
}

/** `isinstance(value, type)`, where both are known. */
export function isInstanceOf(value: Value, type: Value): boolean | undefined {
  const names = typeNames(type);
  if (value.kind === 'layer' && names.length > 0) return names.includes(value.name) ? true : isLeaf(names) ? false : undefined;
  if (value.kind === 'tensor' && names.some((name) => name === 'torch.Tensor')) return true;
  return undefined;
}

/** A class of layers from which others are not usually derived. */
function isLeaf(names: readonly string[]): boolean {
  return names.every((name) => /\.(Linear|Conv\dd|BatchNorm\dd|ReLU|LSTM|GRU|Embedding|LayerNorm|Dropout|Dense|Conv2D)$/.test(name));
}
