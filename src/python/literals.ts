/*
 * What an expression is worth when it can be told from its text alone.
 *
 *     literalValue(tree, node)   // 0.01 for `1e-2`, 0.125 for `1/8`, 'gelu' for `"ge" "lu"`, null for `None`
 */
import { stringValue } from './strings';
import { Kind, type Node, Operator, type SyntaxTree } from './syntax';

export { firstCodeOf, hasCode, stringContent, stringValue } from './strings';

/** `null` is Python's None; `undefined` means that the value is not known. */
export type Literal = number | string | boolean | null | undefined;

/** Nobody writes a constant deeper than this; a chain of a hundred thousand sums must not overflow the stack. */
const DEEPEST = 64;

/**
 * The value of numbers, strings, True, False and None, and of arithmetic on them with Python's meaning (`//`, `%`, `**`).
 * Names are not followed, see `namesOf`. Complex numbers, bytes, f-strings and whatever would raise are unknown.
 */
export function literalValue(tree: SyntaxTree, node: Node): Literal {
  return evaluate(tree, node, 0);
}

function evaluate(tree: SyntaxTree, node: Node, depth: number): Literal {
  switch (tree.kind(node)) {
    case Kind.Number:
      return numberValue(tree.textOf(node));
    case Kind.String:
    case Kind.Concatenation:
      return stringValue(tree, node);
    case Kind.True:
      return true;
    case Kind.False:
      return false;
    case Kind.NoneLiteral:
      return null;
    case Kind.UnaryOp:
      return depth < DEEPEST ? applySign(tree.data(node), evaluate(tree, tree.firstChild(node), depth + 1)) : undefined;
    case Kind.BinOp:
      return depth < DEEPEST ? evaluateBinary(tree, node, depth + 1) : undefined;
    default:
      return undefined;
  }
}

/**
 * The value of a number as written in Python, underscores and the `L` of Python 2 included; undefined for imaginary ones and
 * for `0777`, which was octal in Python 2 and is an error since.
 */
function numberValue(text: string): number | undefined {
  if (plainNumber.test(text)) return Number(text);
  const digits = text.replace(/_/g, '').replace(/[lL]$/, '');
  if (/^0[xXoObB]/.test(digits)) return known(Number(digits.toLowerCase()));
  return /[jJ]$|^0+[1-9]\d*$/.test(digits) ? undefined : Number(digits);
}

const plainNumber = /^(?:0|[1-9]\d*)(?:\.\d*)?$/;

function known(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function applySign(operator: Operator, operand: Literal): Literal {
  if (operator === Operator.Not) return operand === undefined ? undefined : !operand;
  const value = asNumber(operand);
  if (value === undefined) return undefined;
  if (operator === Operator.Plus) return value;
  if (operator === Operator.Minus) return -value;
  return Number.isSafeInteger(value) ? -value - 1 : undefined;
}

/** In arithmetic, True is 1 and False is 0. */
function asNumber(value: Literal): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : undefined;
}

function evaluateBinary(tree: SyntaxTree, node: Node, depth: number): Literal {
  const leftNode = tree.firstChild(node);
  const left = evaluate(tree, leftNode, depth);
  if (left === undefined) return undefined;
  const right = evaluate(tree, tree.nextSibling(leftNode), depth);
  const operator: Operator = tree.data(node);
  if (operator === Operator.Add && typeof left === 'string' && typeof right === 'string') return left + right;
  const a = asNumber(left);
  const b = asNumber(right);
  return a === undefined || b === undefined ? undefined : known(calculate(operator, a, b));
}

/** NaN or an infinity where Python would raise, or where the result is not a real number. */
export function calculate(operator: Operator, a: number, b: number): number {
  switch (operator) {
    case Operator.Add:
      return a + b;
    case Operator.Subtract:
      return a - b;
    case Operator.Multiply:
      return a * b;
    case Operator.Divide:
      return a / b;
    case Operator.FloorDivide:
      return Math.floor(a / b);
    case Operator.Modulo:
      return a - b * Math.floor(a / b);
    case Operator.Power:
      return a ** b;
    case Operator.LeftShift:
      return Number.isInteger(a) && Number.isInteger(b) && b >= 0 ? a * 2 ** b : NaN;
    case Operator.RightShift:
      return Number.isInteger(a) && Number.isInteger(b) && b >= 0 ? Math.floor(a / 2 ** b) : NaN;
    default:
      return NaN;
  }
}
