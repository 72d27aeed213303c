/**
 * Strings that stand for an activation because of where they stand: `Dense(64, "relu")`, `hidden_act="gelu"`,
 * `ACT2FN["silu"]`. A string anywhere else is only a string.
 */
import { customaryCarriers, documentedName, findCarriers, findTable, isOwnName, type Found, type FoundCarrier } from '../frameworks/lookup';
import { stringContent, stringValue } from '../python/literals';
import { assignmentOf, callArguments, calleeOf, nameOf, parametersOf, type Argument } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { isString } from './locals';
import { agreedString } from './lookups';
import { meaningOf, type Meaning } from './parameters';
import { qualifiedNames, spanOf, type Reading } from './reading';
import { fieldDefault, optionAt } from './options';
import { tableOf } from './tables';
import type { Certainty, Usage } from './usage';

/** Strings in a place that takes an activation, and who says so. */
interface Place {
  readonly strings: readonly Node[];
  readonly carriers: readonly FoundCarrier[];
  readonly certainty: Certainty;
}

/** The usages that strings inside a node are because of what the node is. */
export function findStrings(reading: Reading, node: Node): Usage[] {
  return placesAt(reading, node).flatMap((place) =>
    place.strings.flatMap((string) => usageOf(reading, string, place) ?? []));
}

function placesAt(reading: Reading, node: Node): Place[] {
  switch (reading.tree.kind(node)) {
    case Kind.Call:
      return argumentPlaces(reading, node);
    case Kind.Subscript:
      return keyPlaces(reading, node);
    case Kind.Assign:
    case Kind.AnnAssign:
      return assignedPlaces(reading, node);
    case Kind.FunctionDef:
    case Kind.AsyncFunctionDef:
    case Kind.Lambda:
      return defaultPlaces(reading, node);
    case Kind.DictEntry:
      return entryPlaces(reading, node);
    default:
      return [];
  }
}

/** Arguments that a known callable takes, and arguments of any callable that are called as if they took an activation. */
function argumentPlaces(reading: Reading, call: Node): Place[] {
  const { tree } = reading;
  if (!tree.nextSibling(calleeOf(tree, call))) return [];
  const option = optionAt(reading, call);
  if (option !== undefined) return named(reading, option.name, stringsIn(reading, option.value));
  const written = callArguments(tree, call);
  const strings = written.map(({ stars, value }) => (stars > 0 ? none : stringsIn(reading, value)));
  if (strings.every(({ length }) => length === 0)) return [];
  const [name] = qualifiedNames(reading, calleeOf(tree, call));
  const known = name === undefined ? [] : findCarriers(name);
  const firstStarred = written.findIndex(({ stars }) => stars === 1);
  return written.flatMap(({ keyword }, position): Place[] => {
    const found = strings[position] ?? none;
    if (found.length === 0) return [];
    const reached = firstStarred < 0 || position < firstStarred;
    const carriers = known.filter(({ carrier }) =>
      keyword === undefined ? reached && carrier.position === position : carrier.argument === keyword);
    if (carriers.length > 0) return [{ strings: found, carriers, certainty: 'resolved' }];
    if (keyword === undefined || (name !== undefined && isOwnName(name))) return [];
    return named(reading, keyword === 'nonlinearity' && isClass(nameOf(tree, calleeOf(tree, call))) ? 'non_linearity' : keyword, found);
  });
}

/** `ACT2FN["gelu"]`: the table is known by its name even where a library imports it from its own parts. */
function keyPlaces(reading: Reading, subscript: Node): Place[] {
  const { tree, names } = reading;
  const [table = NONE, key = NONE] = tree.children(subscript);
  const found = findTable(nameOf(tree, table));
  if (found === undefined || tableOf(reading, table)) return [];
  const name = names.qualifiedName(table);
  const isResolved = name !== undefined && documentedName(name) === found.carrier.callable;
  return [{ strings: stringsIn(reading, key), carriers: [found], certainty: isResolved ? 'resolved' : 'inferred' }];
}

function assignedPlaces(reading: Reading, node: Node): Place[] {
  const { targets, value } = assignmentOf(reading.tree, node) ?? { targets: [], value: NONE };
  const strings = stringsIn(reading, value);
  return targets.flatMap((target) => named(reading, settingOf(reading.tree, target), strings));
}

/** The name in `act = …` and `self.act = …`, the key in `config["act"] = …`. */
function settingOf(tree: SyntaxTree, target: Node): string {
  return tree.kind(target) === Kind.Subscript ? stringValue(tree, tree.lastChild(target)) ?? '' : nameOf(tree, target);
}

/** PyTorch's initialisers take the activation that they scale for as `nonlinearity`; what is built with one uses it. */
function isClass(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}

function defaultPlaces(reading: Reading, definition: Node): Place[] {
  const isConstructor = nameOf(reading.tree, definition) === '__init__';
  return parametersOf(reading.tree, definition).flatMap(({ name, default: value }) =>
    named(reading, name === 'nonlinearity' && isConstructor ? 'non_linearity' : name, stringsIn(reading, value)));
}

function entryPlaces(reading: Reading, entry: Node): Place[] {
  const [key = NONE, value = NONE] = reading.tree.children(entry);
  const strings = stringsIn(reading, value);
  return strings.length === 0 ? [] : named(reading, stringValue(reading.tree, key) ?? '', strings);
}

/** Strings that are given a name by which activations are usually passed on. */
function named(reading: Reading, name: string, strings: readonly Node[]): Place[] {
  if (strings.length === 0 || name === '') return [];
  const told = isPlain.test(name) ? strings : strings.filter((string) => !everyday.has(stringValue(reading.tree, string) ?? ''));
  const carriers = customaryCarriers(name, reading.scope);
  return carriers.length === 0 ? [] : [{ strings: told, carriers, certainty: 'inferred' }];
}

/** Words that a schedule or quantiser of activations may have too: of these the name must be that of an activation itself. */
const everyday = new Set(['linear', 'identity', 'threshold', 'exponential']);
const isPlain = /(^|_)act(ivation)?(_(fn|func|function|layer|name|type))?$/;

const none: readonly Node[] = [];

/** The strings of an activation that an expression may be: itself, a branch of a condition, what a name is bound to. */
function stringsIn(reading: Reading, node: Node): readonly Node[] {
  const { tree, names, locals } = reading;
  switch (tree.kind(node)) {
    case Kind.String:
    case Kind.Concatenation:
      return isString(tree, node) ? [node] : none;
    case Kind.IfExp: {
      const [body = NONE, , orElse = NONE] = tree.children(node);
      return [body, orElse].filter((branch) => isString(tree, branch));
    }
    case Kind.BoolOp:
      return tree.children(node).filter((operand) => isString(tree, operand));
    case Kind.Call:
    case Kind.Dict:
    case Kind.Tuple: {
      const value = wrappedIn(reading, node);
      return isString(tree, value) ? [value] : none;
    }
    case Kind.Name: {
      const value = locals.strings.has(nameOf(tree, node)) ? names.valueOf(node) : NONE;
      return isString(tree, value) ? [value] : none;
    }
    default:
      return none;
  }
}

/** The string that a field has as its default, or that something is built by; or `NONE`. */
function wrappedIn(reading: Reading, node: Node): Node {
  const { tree } = reading;
  if (tree.kind(node) !== Kind.Tuple) return (tree.kind(node) === Kind.Call && fieldDefault(reading, node)) || typeOf(tree, node);
  // MONAI writes the name, then what it is called with.
  const [name = NONE, options = NONE] = tree.children(node);
  return tree.kind(options) === Kind.Dict ? name : NONE;
}

/** The value of the key `type` in `dict(type="ReLU", …)` and `{"type": "ReLU"}`, as OpenMMLab writes what to build; or `NONE`. */
function typeOf(tree: SyntaxTree, node: Node): Node {
  if (tree.kind(node) !== Kind.Dict && tree.kind(node) !== Kind.Call) return NONE;
  if (tree.kind(node) === Kind.Dict) {
    const entry = tree.children(node).find((each) => stringValue(tree, tree.firstChild(each)) === 'type');
    return entry === undefined ? NONE : tree.lastChild(entry);
  }
  if (nameOf(tree, calleeOf(tree, node)) !== 'dict') return NONE;
  return callArguments(tree, node).find(({ keyword }) => keyword === 'type')?.value ?? NONE;
}

/** What a string means with arguments: those of the framework's module that is called so. */
function meaningWith(reading: Reading, { framework, symbol }: Found, written: readonly Argument[]): Meaning | undefined {
  const layer = written.length > 0 && framework.symbols.find(({ form, name }) => form === 'module' && name.endsWith(`.${symbol.name}`));
  return meaningOf(reading, layer || symbol, layer ? written : []);
}

/** The arguments in `dict(type="LeakyReLU", negative_slope=0.2)` and its kin. */
function argumentsBeside(tree: SyntaxTree, string: Node): Argument[] {
  const part = tree.parent(string);
  const whole = tree.parent(part);
  if (tree.kind(part) === Kind.Tuple) return tree.kind(tree.nextSibling(string)) === Kind.Dict ? entriesAsArguments(tree, tree.nextSibling(string)) : [];
  if (typeOf(tree, whole) !== string) return [];
  const all = tree.kind(whole) === Kind.Dict ? entriesAsArguments(tree, whole) : callArguments(tree, whole);
  return all.filter(({ keyword }) => keyword !== 'type');
}

function entriesAsArguments(tree: SyntaxTree, dict: Node): Argument[] {
  return tree.children(dict).map((node) => {
    const keyword = stringValue(tree, tree.firstChild(node));
    return { stars: keyword === undefined ? 2 : 0, keyword, value: tree.lastChild(node), node };
  });
}

function usageOf(reading: Reading, string: Node, { carriers, certainty }: Place): Usage | undefined {
  const { tree, names } = reading;
  const text = stringValue(tree, string);
  const found = text === undefined ? undefined : agreedString(carriers, text);
  const meaning = found && meaningWith(reading, found, argumentsBeside(reading.tree, string));
  if (found === undefined || meaning === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: 'string',
    certainty,
    parameters: meaning.parameters,
    span: tree.kind(string) === Kind.String ? stringContent(tree, string) : spanOf(tree, string),
    expression: spanOf(tree, string),
    scope: names.scopePath(string),
  };
}
