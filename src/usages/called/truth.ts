/** Whether a test holds in a call: `name == "relu"`, `name.lower() in ("relu", "lrelu")`, `isinstance(act, str)`; undefined where that is not known. */
import type { Literal } from '../../python/literals';
import { callArguments, calleeOf, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node } from '../../python/syntax';
import { findSymbol } from '../../frameworks/lookup';
import { qualifiedNames, type Reading } from '../reading';
import { entryOf, tableOf } from '../holding/tables';
import { literalIn, valueInFrame } from './frame';

export type Truth = boolean | undefined;

/** Nobody nests a test deeper. */
const deepest = 16;

export function truthIn(reading: Reading, test: Node, depth = 0): Truth {
  const { tree } = reading;
  if (depth > deepest) return undefined;
  const inner = (node: Node): Truth => truthIn(reading, node, depth + 1);
  switch (tree.kind(test)) {
    case Kind.Name:
      return truthOfName(reading, test);
    case Kind.UnaryOp: {
      const operand = operatorOf(tree, test) === Operator.Not ? inner(tree.firstChild(test)) : undefined;
      return operand === undefined ? undefined : !operand;
    }
    case Kind.BoolOp:
      return together(tree.children(test).map(inner), operatorOf(tree, test) === Operator.Or);
    case Kind.Compare:
      return compared(reading, test);
    case Kind.Call:
      return asked(reading, test);
    default: {
      const literal = literalIn(reading, test);
      return literal === undefined ? undefined : Boolean(literal);
    }
  }
}

function truthOfName(reading: Reading, name: Node): Truth {
  const literal = literalIn(reading, name);
  if (literal !== undefined) return Boolean(literal);
  const holding = valueInFrame(reading, name)?.holding;
  return holding === undefined || holding === 'nothing' ? undefined : true;
}

/** One that decides is enough: true among alternatives, false among conditions. */
function together(truths: readonly Truth[], deciding: boolean): Truth {
  if (truths.includes(deciding)) return deciding;
  return truths.includes(undefined) ? undefined : !deciding;
}

function compared(reading: Reading, test: Node): Truth {
  const { tree } = reading;
  const [left = NONE, comparison = NONE, more] = tree.children(test);
  if (more !== undefined) return undefined;
  const right = tree.firstChild(comparison);
  switch (operatorOf(tree, comparison)) {
    case Operator.Equal:
    case Operator.Is:
      return isSame(reading, left, right);
    case Operator.NotEqual:
    case Operator.IsNot:
      return opposite(isSame(reading, left, right));
    case Operator.In:
      return isAmong(reading, literalIn(reading, left), right);
    case Operator.NotIn:
      return opposite(isAmong(reading, literalIn(reading, left), right));
    default:
      return undefined;
  }
}

function opposite(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function isSame(reading: Reading, left: Node, right: Node): Truth {
  const [a, b] = [literalIn(reading, left), literalIn(reading, right)];
  if (a !== undefined && b !== undefined) return a === b;
  // What holds an activation is no `None` and no name.
  const holding = valueInFrame(reading, left)?.holding;
  return b !== undefined && holding !== undefined && holding !== 'nothing' ? false : undefined;
}

/** Whether a literal is in `("relu", "lrelu")`, or a key of a table of the file. */
function isAmong(reading: Reading, literal: Literal, row: Node): Truth {
  const { tree } = reading;
  if (literal === undefined) return undefined;
  if ([Kind.Tuple, Kind.List, Kind.Set].includes(tree.kind(row))) {
    return together(tree.children(row).map((item) => {
      const other = literalIn(reading, item);
      return other === undefined ? undefined : other === literal;
    }), true);
  }
  const table = typeof literal === 'string' ? tableOf(reading, tree.kind(row) === Kind.Call ? tree.firstChild(calleeOf(tree, row)) : row) : NONE;
  return table && typeof literal === 'string' && entryOf(reading, table, literal) !== NONE ? true : undefined;
}

/** `isinstance(act, str)`, `callable(act)`, `name.startswith("leaky")` */
function asked(reading: Reading, call: Node): Truth {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const name = nameOf(tree, callee);
  const [first, second] = callArguments(tree, call);
  if (first === undefined) return undefined;
  if (tree.kind(callee) === Kind.Attribute) return askedOfText(name, literalIn(reading, tree.firstChild(callee)), literalIn(reading, first.value));
  if (name === 'hasattr') return has(reading, first.value, second?.value ?? NONE);
  const literal = literalIn(reading, first.value);
  const holding = valueInFrame(reading, first.value)?.holding;
  const isHeld = holding !== undefined && holding !== 'nothing';
  if (name === 'callable') return isHeld ? true : literal === undefined ? undefined : false;
  if (name !== 'isinstance' || second === undefined || tree.kind(second.value) === Kind.Tuple) return undefined;
  const isOfText = nameOf(tree, second.value) === 'str';
  if (literal === undefined) return isHeld && isOfText ? false : undefined;
  return isOfText && typeof literal === 'string';
}

function askedOfText(method: string, text: Literal, part: Literal): Truth {
  if (typeof text !== 'string' || typeof part !== 'string') return undefined;
  return method === 'startswith' ? text.startsWith(part) : method === 'endswith' ? text.endsWith(part) : undefined;
}

/** Whether a module has an activation: `hasattr(nn, "GELU")`. What it lacked long ago is not told. */
function has(reading: Reading, module: Node, name: Node): Truth {
  const text = literalIn(reading, name);
  return qualifiedNames(reading, module).some((path) => findSymbol(`${path}.${String(text)}`) !== undefined) ? true : undefined;
}
