/** What is known of a call of the file's own function while that is gone through: its arguments, and its variables so far. */
import { literalValue, type Literal } from '../../python/literals';
import { callArguments, calleeOf, hasDefault, nameOf, operatorOf } from '../../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../../python/syntax';
import type { Holding } from '../holding/holding';
import { valueOfAttribute } from '../holding/attributes';
import { literalAt } from '../holding/settingsWritten';
import { textByCallers } from './callers';
import { knownValue, type Reading } from '../reading';

export interface Value {
  readonly literal: Literal;
  readonly holding: Holding;
  /** False where it is what a parameter is by default, which a caller may set. */
  readonly isSure?: boolean;
}

export const unknownValue: Value = { literal: undefined, holding: undefined };

export interface Frame {
  /** How the text is read where no call is gone through. */
  readonly outside: Reading;
  /** By the Parameter that gets it. */
  readonly passed: ReadonlyMap<Node, Value>;
  /** Variables that were bound on the way, by their bindings. */
  readonly variables: Map<object, Value>;
  /** Parameters whose literal was asked for: on these the answer depends. */
  readonly asked: Set<Node>;
  /** Attributes whose literal was asked for that is only the default of a parameter: with these the answer is not sure. */
  readonly assumed: Set<Node>;
  readonly depth: number;
}

/** The text as it is read where no call is gone through. */
export function outsideOf(reading: Reading): Reading {
  return reading.frame?.outside ?? reading;
}

/** The value of a variable in a call that is gone through; undefined for a name from outside. */
export function valueInFrame({ frame, tree, names }: Reading, name: Node): Value | undefined {
  if (frame === undefined || tree.kind(name) !== Kind.Name) return undefined;
  const bindings = names.bindingsOf(name);
  const value = frame.variables.get(bindings);
  const parameter = bindings.find(({ node }) => frame.passed.has(node));
  if (parameter) frame.asked.add(parameter.node);
  return value ?? (parameter && frame.passed.get(parameter.node));
}

/** The literal that an expression is in a call: `name.lower()` of what was passed as `name`. */
export function literalIn(reading: Reading, node: Node): Literal {
  const { tree } = reading;
  const literal = literalValue(tree, node);
  if (literal !== undefined) return literal;
  if (tree.kind(node) === Kind.Name) {
    const value = valueInFrame(reading, node);
    return value ? value.literal : knownValue(reading, node) ?? literalAround(reading, node);
  }
  if (tree.kind(node) === Kind.BoolOp && operatorOf(tree, node) === Operator.Or) {
    const [first, second] = tree.children(node).map((operand) => literalIn(reading, operand));
    return first === undefined || Boolean(first) ? first : second;
  }
  if (tree.kind(node) === Kind.Attribute) return literalOfAttribute(reading, node);
  const made = tree.kind(node) === Kind.Call ? textMade(reading, node) : undefined;
  return made ?? literalOfSetting(reading, node);
}

/** What a function within another reads of its parameters: their defaults, unless a call of that other one is gone through too. */
function literalAround({ tree, names, frame }: Reading, name: Node): Literal {
  const [binding, other] = frame?.depth === 1 ? names.bindingsOf(name) : [];
  if (binding === undefined || other !== undefined || tree.kind(binding.node) !== Kind.Parameter || !hasDefault(tree, binding.node)) return undefined;
  frame?.assumed.add(name);
  return literalValue(tree, tree.lastChild(binding.node));
}

/** What an attribute of `self` is given alone: a literal, or a parameter that has one for its default. */
function literalOfAttribute(reading: Reading, attribute: Node): Literal {
  const { tree, names, frame } = reading;
  const value = frame === undefined ? NONE : valueOfAttribute(reading, attribute);
  if (frame !== undefined && value === NONE) return literalOfSetting(reading, attribute);
  if (tree.kind(value) !== Kind.Name) return value === NONE ? undefined : literalValue(tree, value);
  const [binding, other] = names.bindingsOf(value);
  const parameter = other === undefined && binding && tree.kind(binding.node) === Kind.Parameter ? binding.node : NONE;
  if (parameter === NONE || tree.lastChild(parameter) === tree.firstChild(parameter)) return undefined;
  frame?.assumed.add(attribute);
  return literalValue(tree, tree.lastChild(parameter));
}

/** The literal that a setting has as the file writes it, unless the call that is gone through passes the configuration. */
function literalOfSetting(reading: Reading, node: Node): Literal {
  const { frame } = reading;
  if (frame === undefined || valueInFrame(reading, reading.tree.firstChild(node))) return undefined;
  const literal = literalAt(reading, node);
  if (literal !== undefined) frame.assumed.add(node);
  return literal;
}

/** The literal that is passed where an expression is: that of a parameter may be another. */
export function literalPassed(reading: Reading, node: Node): Pick<Value, 'literal' | 'isSure'> {
  const { tree, names } = reading;
  const kept = keptIn(tree, node);
  if (kept !== node) {
    const passed = literalPassed(reading, kept);
    return { ...passed, literal: typeof passed.literal === 'string' ? madeAlike(tree, node, passed.literal) : undefined };
  }
  const value = valueInFrame(reading, node);
  if (value) return { literal: value.literal, isSure: value.isSure ?? true };
  if (tree.kind(node) === Kind.Attribute && reading.frame === undefined) return literalKept(reading, node);
  if (tree.kind(node) === Kind.Subscript) return { literal: literalIn(reading, node) ?? literalAt(reading, node), isSure: false };
  const [binding, other] = names.bindingsOf(node);
  const parameter = other === undefined && binding && tree.kind(binding.node) === Kind.Parameter ? binding.node : NONE;
  const text = parameter === NONE ? undefined : textByCallers(reading, parameter);
  if (text === undefined && (parameter === NONE || tree.lastChild(parameter) === tree.firstChild(parameter))) return { literal: literalIn(reading, node), isSure: true };
  return { literal: text ?? literalValue(tree, tree.lastChild(parameter)), isSure: false };
}

/** The literal that an attribute of `self` is given alone: a field of a dataclass may be given another. */
function literalKept(reading: Reading, attribute: Node): Pick<Value, 'literal' | 'isSure'> {
  const { tree } = reading;
  const value = valueOfAttribute(reading, attribute);
  if (tree.kind(value) === Kind.Name || keptIn(tree, value) !== value) return literalPassed(reading, value);
  if (value === NONE) return { literal: literalAt(reading, attribute), isSure: false };
  return { literal: literalValue(tree, value), isSure: tree.kind(tree.parent(value)) === Kind.Assign };
}

/** Methods of strings that names are made alike with. */
const methods: Readonly<Record<string, (text: string, from: string, to: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
  replace: (text, from, to) => text.replaceAll(from, to),
};

/** `act` in `act.lower()`: the variable whose text another is made from, or the expression itself. */
export function keptIn(tree: SyntaxTree, node: Node): Node {
  const callee = tree.kind(node) === Kind.Call ? calleeOf(tree, node) : NONE;
  const isMade = tree.kind(callee) === Kind.Attribute && tree.nextSibling(callee) === NONE && Object.hasOwn(methods, nameOf(tree, callee));
  return isMade ? tree.firstChild(callee) : node;
}

/** What a call of a method makes of a text that takes nothing beside it. */
export function madeAlike(tree: SyntaxTree, call: Node, text: string): string {
  return methods[nameOf(tree, calleeOf(tree, call))]?.(text, '', '') ?? text;
}

function textMade(reading: Reading, call: Node): Literal {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const [first, second] = callArguments(tree, call).map(({ value }) => literalIn(reading, value));
  if (tree.kind(callee) === Kind.Name) return nameOf(tree, callee) === 'str' && typeof first === 'string' ? first : undefined;
  const method = tree.kind(callee) === Kind.Attribute && Object.hasOwn(methods, nameOf(tree, callee)) ? methods[nameOf(tree, callee)] : undefined;
  const text = method && literalIn(reading, tree.firstChild(callee));
  return method && typeof text === 'string' ? method(text, String(first ?? ''), String(second ?? '')) : undefined;
}
