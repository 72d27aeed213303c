/**
 * Strings that stand for an activation because of where they stand: `Dense(64, "relu")`, `hidden_act="gelu"`,
 * `ACT2FN["silu"]`. A string anywhere else is only a string.
 */
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { customaryCarriers, documentedName, findCarriers, findString, findTable, isKnownString, isOwnName, type FoundCarrier } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { assignmentOf, callArguments, calleeOf, nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { meaningOf } from './parameters';
import { qualifiedNames, spanOf, type Reading } from './reading';
import type { Certainty, Span, Usage } from './usage';

/** An expression in a place that takes an activation, and who says so. */
interface Place {
  readonly value: Node;
  readonly carriers: readonly FoundCarrier[];
  readonly certainty: Certainty;
}

/** The usages that strings inside a node are because of what the node is. */
export function findStrings(reading: Reading, node: Node): Usage[] {
  return placesAt(reading, node).flatMap((place) =>
    stringsIn(reading, place.value).flatMap((string) => usageOf(reading, string, place) ?? []));
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
  const written = callArguments(tree, call);
  if (!written.some(({ value }) => mayBeString(tree, value))) return [];
  const [name] = qualifiedNames(reading, calleeOf(tree, call));
  const known = name === undefined ? [] : findCarriers(name);
  const firstStarred = written.findIndex(({ stars }) => stars === 1);
  return written.flatMap(({ keyword, stars, value }, position): Place[] => {
    if (stars > 0 || !mayBeString(tree, value)) return [];
    const reached = firstStarred < 0 || position < firstStarred;
    const carriers = known.filter(({ carrier }) =>
      keyword === undefined ? reached && carrier.position === position : carrier.argument === keyword);
    if (carriers.length > 0) return [{ value, carriers, certainty: 'resolved' }];
    return keyword === undefined || (name !== undefined && isOwnName(name)) ? [] : named(reading, keyword, value);
  });
}

/** `ACT2FN["gelu"]`: the table is known by its name even where a library imports it from its own parts. */
function keyPlaces({ tree, names }: Reading, subscript: Node): Place[] {
  const [table = NONE, key = NONE] = tree.children(subscript);
  const found = findTable(nameOf(tree, table));
  if (found === undefined) return [];
  const name = names.qualifiedName(table);
  const isResolved = name !== undefined && documentedName(name) === found.carrier.callable;
  return [{ value: key, carriers: [found], certainty: isResolved ? 'resolved' : 'inferred' }];
}

function assignedPlaces(reading: Reading, node: Node): Place[] {
  const assignment = assignmentOf(reading.tree, node);
  if (assignment === undefined || !assignment.value) return [];
  return assignment.targets.flatMap((target) => named(reading, nameOf(reading.tree, target), assignment.value));
}

function defaultPlaces(reading: Reading, definition: Node): Place[] {
  return parametersOf(reading.tree, definition).flatMap((parameter) => named(reading, parameter.name, parameter.default));
}

function entryPlaces(reading: Reading, entry: Node): Place[] {
  const [key = NONE, value = NONE] = reading.tree.children(entry);
  const name = stringValue(reading.tree, key);
  return name === undefined ? [] : named(reading, name, value);
}

/** A value that is given a name by which activations are usually passed on. */
function named(reading: Reading, name: string, value: Node): Place[] {
  if (name === '' || !mayBeString(reading.tree, value)) return [];
  const carriers = customaryCarriers(name, reading.scope);
  return carriers.length === 0 ? [] : [{ value, carriers, certainty: 'inferred' }];
}

/** A cheap test before anything is resolved. */
function mayBeString(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(node);
  return kind === Kind.String || kind === Kind.Name || kind === Kind.IfExp || kind === Kind.BoolOp || kind === Kind.Concatenation;
}

/** The string literals that an expression may be: itself, either branch of a condition, what a name is bound to. */
function stringsIn({ tree, names }: Reading, node: Node): readonly Node[] {
  switch (tree.kind(node)) {
    case Kind.String:
    case Kind.Concatenation:
      return [node];
    case Kind.IfExp: {
      const [body = NONE, , orElse = NONE] = tree.children(node);
      return [body, orElse].filter((branch) => tree.kind(branch) === Kind.String);
    }
    case Kind.BoolOp:
      return tree.children(node).filter((operand) => tree.kind(operand) === Kind.String);
    case Kind.Name: {
      const value = names.valueOf(node);
      return tree.kind(value) === Kind.String ? [value] : [];
    }
    default:
      return [];
  }
}

function usageOf(reading: Reading, string: Node, { carriers, certainty }: Place): Usage | undefined {
  const { tree, names } = reading;
  const text = stringValue(tree, string);
  if (text === undefined || !isKnownString(text)) return undefined;
  const found = agreed(carriers.map(({ framework }) => framework), text);
  const meaning = found && meaningOf(reading, found.symbol, []);
  if (found === undefined || meaning === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: 'string',
    certainty,
    parameters: meaning.parameters,
    span: contentOf(tree, string),
    expression: spanOf(tree, string),
    scope: names.scopePath(string),
  };
}

/** What the frameworks mean by a string; nothing where they disagree. */
function agreed(frameworks: readonly Framework[], text: string): { framework: Framework; symbol: FrameworkSymbol } | undefined {
  const found = frameworks.flatMap((framework) => {
    const symbol = findString(framework, text);
    return symbol ? [{ framework, symbol }] : [];
  });
  const meanings = new Set(found.map(({ symbol }) => JSON.stringify([symbol.activation, symbol.defaults, symbol.versioned])));
  return meanings.size === 1 ? found[0] : undefined;
}

/** The text between the quotes of one literal; all of several that stand side by side. */
function contentOf(tree: SyntaxTree, string: Node): Span {
  const span = spanOf(tree, string);
  const quotes = tree.kind(string) === Kind.String ? /^([a-zA-Z]*)('''|"""|'|")[^]*\2$/.exec(tree.textOf(string)) : null;
  if (quotes === null) return span;
  const [, prefix = '', quote = ''] = quotes;
  return { start: span.start + prefix.length + quote.length, end: span.end - quote.length };
}
