/** What expressions stand for. */
import { calculate, literalValue } from '../../python/literals';
import { nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node } from '../../python/syntax';
import { join, valuesOf } from '../join';
import { constantOf, newSlots, numberOf, unknown, type Frame, type Library, type Value } from '../values';
import { isInVocabulary, vocabularyName } from '../vocabulary/lookup';
import { recordActivation, record } from './application';
import { assignName } from './assignments';
import { attributeOf } from './attributes';
import { evaluateCall } from './calls';
import { combineItems, evaluateDictionary, evaluateSubscript, itemsIn, newList } from './collections';
import { deepest, fork, isExhausted, usageAt, usageOfSymbol, type Evaluation } from './evaluation';
import { comprehend } from './iteration';
import { starredName } from './starred';
import { readsCounter } from './rounds';
import { compare, truthOf } from './truth';

export function evaluate(evaluation: Evaluation, frame: Frame, node: Node): Value {
  if (node === NONE || evaluation.depth > deepest || isExhausted(evaluation)) return unknown;
  evaluation.steps++;
  evaluation.depth++;
  const value = evaluateKind(evaluation, frame, node);
  evaluation.depth--;
  return value;
}

function evaluateKind(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  switch (tree.kind(node)) {
    case Kind.Name:
      return evaluateName(evaluation, frame, node);
    case Kind.Attribute:
      return evaluateAttribute(evaluation, frame, node);
    case Kind.Call:
      return evaluateFormula(evaluation, frame, node) ?? evaluateCall(evaluation, frame, node);
    case Kind.BinOp:
      return evaluateFormula(evaluation, frame, node) ?? evaluateBinary(evaluation, frame, node);
    case Kind.Number:
    case Kind.String:
    case Kind.Concatenation:
    case Kind.True:
    case Kind.False:
    case Kind.NoneLiteral:
      return constant(evaluation, node);
    case Kind.UnaryOp:
      return evaluateUnary(evaluation, frame, node);
    case Kind.Subscript:
      return evaluateSubscript(evaluation, frame, node);
    default:
      return evaluateDisplay(evaluation, frame, node);
  }
}

function constant({ tree, constantAt }: Evaluation, node: Node): Value {
  const known = constantAt.get(node);
  if (known) return known;
  const literal = literalValue(tree, node);
  const value: Value = literal === undefined ? unknown : { kind: 'constant', value: literal, node };
  constantAt.set(node, value);
  return value;
}

function evaluateDisplay(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  switch (tree.kind(node)) {
    case Kind.Tuple:
    case Kind.Set:
      return itemsIn(evaluation, frame, node);
    case Kind.List:
      return newList(itemsIn(evaluation, frame, node));
    case Kind.ListComprehension:
      return newList(comprehend(evaluation, frame, node));
    case Kind.Generator:
    case Kind.SetComprehension:
      return comprehend(evaluation, frame, node);
    case Kind.Dict:
      return evaluateDictionary(evaluation, frame, node);
    case Kind.DictComprehension:
      return { kind: 'dictionary', slots: newSlots(), isOpen: true };
    case Kind.Lambda:
      return { kind: 'function', node, closure: frame, self: undefined, owner: undefined };
    default:
      return evaluateControl(evaluation, frame, node);
  }
}

function evaluateControl(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  switch (tree.kind(node)) {
    case Kind.IfExp:
      return evaluateConditional(evaluation, frame, node);
    case Kind.BoolOp:
      return evaluateBoolean(evaluation, frame, node);
    case Kind.Compare:
      return evaluateCompare(evaluation, frame, node);
    case Kind.NamedExpr: {
      const value = evaluate(evaluation, frame, tree.lastChild(node));
      assignName(evaluation, frame, nameOf(tree, tree.firstChild(node)), value);
      return value;
    }
    case Kind.Await:
      return evaluate(evaluation, frame, tree.firstChild(node));
    case Kind.Yield:
    case Kind.YieldFrom:
      frame.isGenerator = true;
      evaluate(evaluation, frame, tree.firstChild(node));
      return unknown;
    default:
      return unknown;
  }
}

/** An expression that is an activation written by hand. What it is made of is followed too. */
function evaluateFormula(evaluation: Evaluation, frame: Frame, node: Node): Value | undefined {
  const { tree, usageOfExpression } = evaluation;
  if (usageOfExpression.size === 0) return undefined;
  const usage = usageOfExpression.get(tree.start(node));
  if (usage?.form !== 'formula' || usage.expression.end !== tree.end(node)) return undefined;
  const plain = tree.kind(node) === Kind.Call ? evaluateCall(evaluation, frame, node) : evaluateBinary(evaluation, frame, node);
  return recordActivation(evaluation, { id: usage.activation, node, usage }, { frame, node, name: usage.symbol, input: plain });
}

function evaluateName(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const name = nameOf(evaluation.tree, node);
  const variable = variableOf(frame, name);
  return variable ?? importedOr(evaluation, node) ?? (name === '__name__' ? { kind: 'constant', value: '__main__', node } : builtin(evaluation, node, name));
}

function variableOf(from: Frame, name: string): Value | undefined {
  for (let frame: Frame | undefined = from; frame; frame = frame.parent) {
    if (frame.kind === 'class' && frame !== from) continue;
    const value = frame.slots.values.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What a name or dotted name is through imports; through a star import only if that is known to a vocabulary. */
function importedOr(evaluation: Evaluation, node: Node): Value | undefined {
  let library = evaluation.libraryAt.get(node);
  if (library === undefined) {
    library = imported(evaluation, node);
    evaluation.libraryAt.set(node, library);
  }
  return library ?? undefined;
}

function imported(evaluation: Evaluation, node: Node): Library | null {
  const { tree, names } = evaluation;
  const usage = usageAt(evaluation, node);
  const written = names.qualifiedName(node);
  if (written !== undefined) return { kind: 'library', name: vocabularyName(written), node, usage };
  const customary = starredName(tree, names, node);
  if (customary !== undefined) return { kind: 'library', name: vocabularyName(customary), node, usage };
  const star = names.starNames(node).map(vocabularyName).find((name) => usage !== undefined || isInVocabulary(name));
  return star === undefined ? null : { kind: 'library', name: star, node, usage };
}

const builtins = new Set([
  'range', 'len', 'list', 'tuple', 'dict', 'isinstance', 'super', 'zip', 'enumerate', 'reversed', 'getattr', 'setattr', 'hasattr', 'int', 'float', 'str',
  'round', 'print', 'max', 'min', 'sum', 'abs',
]);

function builtin(evaluation: Evaluation, node: Node, name: string): Value {
  return builtins.has(name) && evaluation.tree.kind(node) === Kind.Name ? { kind: 'library', name: `builtins.${name}`, node, usage: undefined } : unknown;
}

function evaluateAttribute(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const objectNode = tree.firstChild(node);
  const object = evaluate(evaluation, frame, objectNode);
  if (object.kind === 'library' && !object.name.startsWith('builtins.')) {
    // What is imported under a name stays the same; what a variable holds does not.
    const isImported = evaluation.libraryAt.get(objectNode) === object;
    const known = isImported ? evaluation.libraryAt.get(node) : undefined;
    if (known) return known;
    const name = vocabularyName(`${object.name}.${nameOf(tree, node)}`);
    const value: Library = { kind: 'library', name, node, usage: usageOfSymbol(evaluation, node, name) };
    if (isImported) evaluation.libraryAt.set(node, value);
    return value;
  }
  return attributeOf(evaluation, object, nameOf(tree, node), node);
}

function evaluateConditional(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const [body = NONE, test = NONE, orElse = NONE] = evaluation.tree.children(node);
  const truth = truthOf(evaluate(evaluation, frame, test));
  if (truth !== undefined) return evaluate(evaluation, frame, truth ? body : orElse);
  return evaluateEither(evaluation, frame, [body, orElse]);
}

/** Each as if the others were not evaluated. */
function evaluateEither(evaluation: Evaluation, frame: Frame, nodes: readonly Node[]): Value {
  const values: Value[] = [];
  fork(evaluation, nodes.map((node) => () => {
    values.push(evaluate(evaluation, frame, node));
    return true;
  }));
  return values.length === 0 ? unknown : values.reduce(join);
}

/** `a or b` is `a` where that is true; what is not known of `a` leaves both. */
function evaluateBoolean(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const stopsAt = operatorOf(tree, node) === Operator.Or;
  const possible: Value[] = [];
  for (const operand of tree.children(node)) {
    const value = evaluate(evaluation, frame, operand);
    const truth = truthOf(value);
    if (truth === stopsAt) return [...possible, value].reduce(join);
    if (truth === undefined || operand === tree.lastChild(node)) possible.push(value);
  }
  return possible.length === 0 ? unknown : possible.reduce(join);
}

function evaluateCompare(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const [leftNode = NONE, ...comparisons] = tree.children(node);
  const left = evaluate(evaluation, frame, leftNode);
  const [first = NONE] = comparisons;
  const right = evaluate(evaluation, frame, tree.firstChild(first));
  const operator = operatorOf(tree, first);
  if (comparisons.length > 1) return unknown;
  const result = compare(operator, left, right);
  if (result !== undefined) return readsCounter(evaluation, frame, node) ? unknown : { kind: 'constant', value: result, node };
  if (!isTensor(left) && !isTensor(right)) return unknown;
  const sign = tree.text.slice(tree.end(leftNode), tree.start(tree.firstChild(first))).trim();
  return record(evaluation, { kind: 'comparison', name: sign, node, frame, inputs: [left, right] });
}

/** Whether a value is a tensor on any of the ways to here. */
export function isTensor(value: Value): boolean {
  return valuesOf(value).some(({ kind }) => kind === 'tensor');
}

function evaluateUnary(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const operand = evaluate(evaluation, frame, tree.firstChild(node));
  if (operatorOf(tree, node) === Operator.Not) {
    const truth = truthOf(operand);
    return truth === undefined ? unknown : { kind: 'constant', value: !truth, node };
  }
  const written = literalValue(tree, node);
  if (written !== undefined) return { kind: 'constant', value: written, node };
  const number = numberOf(operand);
  if (number !== undefined && operatorOf(tree, node) === Operator.Minus) return { kind: 'constant', value: -number, node };
  if (!isTensor(operand)) return unknown;
  return record(evaluation, { kind: 'arithmetic', name: operatorOf(tree, node) === Operator.Minus ? 'negative' : 'unary', node, frame, inputs: [operand] });
}

function evaluateBinary(evaluation: Evaluation, frame: Frame, node: Node): Value {
  const { tree } = evaluation;
  const left = evaluate(evaluation, frame, tree.firstChild(node));
  const right = evaluate(evaluation, frame, tree.lastChild(node));
  return applyOperator(evaluation, frame, node, left, right, false);
}

const signs: Partial<Record<Operator, string>> = {
  [Operator.Add]: '+', [Operator.Subtract]: '-', [Operator.Multiply]: '*', [Operator.Divide]: '/', [Operator.Power]: '**', [Operator.MatrixMultiply]: '@',
};

/** The operator of a BinOp or AugAssign on values. */
export function applyOperator(evaluation: Evaluation, frame: Frame, node: Node, left: Value, right: Value, isInPlace: boolean): Value {
  const operator = operatorOf(evaluation.tree, node);
  if (isTensor(left) || isTensor(right)) {
    const kind = operator === Operator.MatrixMultiply ? 'product' : 'arithmetic';
    return record(evaluation, { kind, name: signs[operator] ?? '?', node, frame, inputs: [left, right], isInPlace: isInPlace && isTensor(left) });
  }
  const [a, b] = [constantOf(left), constantOf(right)];
  if (typeof a === 'number' && typeof b === 'number') {
    const value = calculate(operator, a, b);
    return Number.isFinite(value) ? { kind: 'constant', value, node } : unknown;
  }
  if (operator === Operator.Add && typeof a === 'string' && typeof b === 'string') return { kind: 'constant', value: a + b, node };
  return combineItems(operator, left, right);
}
