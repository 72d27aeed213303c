/** The name that a lookup is asked with: a string, or what a variable, a parameter or an attribute holds that is one. */
import { textByCallers } from '../called/callers';
import { isReached } from '../called/defaults';
import { keptIn, literalIn, madeAlike, valueInFrame } from '../called/frame';
import { stringValue, type Literal } from '../../python/literals';
import { calleeOf, nameOf, type Argument } from '../../python/parts';
import type { Binding } from '../../python/scopes';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { mayHold } from '../locals/locals';
import { passedAs } from '../strings/passed';
import type { Reading } from '../reading';
import { valueOfAttribute } from './attributes';
import { literalAt, literalByDefault, tableAsked } from './settingsWritten';

export interface Word {
  readonly text: string;
  /** False where a caller may pass another. */
  readonly certain: boolean;
  /** What is passed with it: `{"inplace": True}` in `("relu", {"inplace": True})`. */
  readonly written?: readonly Argument[];
}

/** What applies where options say nothing: `getattr(args, "activation_fn", "relu")`, `cfg.get("act", "relu")`. */
export function fallbackOf({ tree }: Reading, call: Node): string | undefined {
  const callee = tree.kind(call) === Kind.Call ? calleeOf(tree, call) : NONE;
  const last = callee !== NONE && /^(getattr|get|pop)$/.test(nameOf(tree, callee)) ? tree.lastChild(call) : NONE;
  return last === NONE || tree.children(call).length !== (tree.kind(callee) === Kind.Name ? 4 : 3) ? undefined : stringValue(tree, last);
}

/** The text of a string, of a variable that is bound once to one, or of a parameter's default. */
export function wordOf(reading: Reading, node: Node): Word | undefined {
  const { tree, frame } = reading;
  const text = frame ? literalIn(reading, node) : stringValue(tree, node);
  if (typeof text === 'string') return { text, certain: true };
  const kept = keptIn(tree, node);
  if (kept !== node) {
    const word = wordOf(reading, kept);
    return word && { ...word, text: madeAlike(tree, node, word.text) };
  }
  const fallback = fallbackOf(reading, node);
  if (fallback !== undefined) return { text: fallback, certain: false };
  if (valueInFrame(reading, node)) return undefined;
  if (tree.kind(node) === Kind.Subscript || tree.kind(node) === Kind.Call) return wordOfSetting(reading, node);
  if (!mayHold(reading, node)) return undefined;
  if (tree.kind(node) === Kind.Attribute) return wordOfAttribute(reading, node);
  const binding = bindingAt(reading, node);
  return binding && wordBound(reading, node, binding);
}

function wordBound(reading: Reading, node: Node, binding: Binding): Word | undefined {
  const { tree, names } = reading;
  const isParameter = tree.kind(binding.node) === Kind.Parameter;
  // What stands behind `if act == "relu":` in another clause is reached with another name.
  if (isParameter && !isReached(reading, node, nameOf(tree, node))) return undefined;
  const value = isParameter ? tree.lastChild(binding.node) : binding.value;
  const passed = passedAs(tree, 'pair', value) ?? passedAs(tree, 'dictionary', value);
  const bound = stringValue(tree, passed?.string ?? value) ?? (isParameter ? textByCallers(reading, binding.node) : undefined);
  return bound === undefined ? undefined : { text: bound, certain: !isParameter && names.bindingsOf(node).length === 1, written: passed?.written ?? [] };
}

/** What an attribute of `self` is given alone: a string, or a parameter that has one for its default; and what a field of a configuration has by default. */
function wordOfAttribute(reading: Reading, attribute: Node): Word | undefined {
  const { tree } = reading;
  const value = valueOfAttribute(reading, attribute);
  if (value === NONE) return wordOfSetting(reading, attribute);
  if (tree.kind(value) === Kind.Name || keptIn(tree, value) !== value) return wordOf(reading, value);
  const text = stringValue(tree, value);
  return text === undefined ? undefined : { text, certain: tree.kind(tree.parent(value)) === Kind.Assign };
}

/** The configuration that a call passes may have another. */
function wordOfSetting(reading: Reading, node: Node): Word | undefined {
  const text = valueInFrame(reading, reading.tree.firstChild(node)) ? undefined : literalAt(reading, node) ?? wordByDefault(reading, node);
  return typeof text === 'string' ? { text, certain: false } : undefined;
}

function wordByDefault(reading: Reading, node: Node): Literal {
  return valueInFrame(reading, tableAsked(reading.tree, node)) ? undefined : literalByDefault(reading, node);
}

/** What a variable is bound to where it is read: in `act = ACTS[act]` the parameter, before the only other value that it gets. */
function bindingAt({ tree, names }: Reading, name: Node): Binding | undefined {
  const bindings: Binding[] = [];
  // What is bound again and again is not looked through for each place that reads it.
  for (const binding of names.bindingsOf(name)) {
    if (binding.role !== 'declaration' && bindings.push(binding) > 2) return undefined;
  }
  if (bindings.length < 2) return bindings[0];
  const parameter = bindings.find(({ node }) => tree.kind(node) === Kind.Parameter);
  const other = bindings.find((binding) => binding !== parameter && binding.role === 'value');
  if (parameter !== undefined && other !== undefined && isSetWhereLeftOut(tree, parameter, other)) return other;
  const isBefore = bindings.some(({ role, value }) => role === 'value' && tree.start(value) <= tree.start(name) && tree.end(name) <= tree.end(value));
  return isBefore ? parameter : undefined;
}

/** `if act is None: act = "relu"`, for a parameter that is `None` where a caller leaves it out. */
function isSetWhereLeftOut(tree: SyntaxTree, parameter: Binding, { node, value }: Binding): boolean {
  const block = tree.parent(tree.parent(node));
  const statement = tree.parent(block);
  if (tree.kind(tree.lastChild(parameter.node)) !== Kind.NoneLiteral || tree.kind(statement) !== Kind.If || tree.lastChild(statement) !== block) return false;
  const name = nameOf(tree, node);
  return tree.lastChild(tree.parent(node)) === value && [`${name} is None`, `${name} == None`, `not ${name}`].includes(tree.textOf(tree.firstChild(statement)));
}
