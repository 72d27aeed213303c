/**
 * Strings that stand for an activation because of where they stand: `Dense(64, "relu")`, `hidden_act="gelu"`,
 * `ACT2FN["silu"]`. A string anywhere else is only a string.
 */
import { customaryCarriers, documentedName, findCarriers, findTable, isOwnName, type FoundCarrier } from '../frameworks/lookup';
import { stringContent, stringValue } from '../python/literals';
import { assignmentOf, callArguments, calleeOf, nameOf, parametersOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { isString } from './locals';
import { agreedString } from './lookups';
import { meaningOf } from './parameters';
import { qualifiedNames, spanOf, type Reading } from './reading';
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
    return keyword === undefined || (name !== undefined && isOwnName(name)) ? [] : named(reading, keyword, found);
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
  return targets.flatMap((target) => named(reading, nameOf(reading.tree, target), strings));
}

function defaultPlaces(reading: Reading, definition: Node): Place[] {
  return parametersOf(reading.tree, definition)
    .flatMap((parameter) => named(reading, parameter.name, stringsIn(reading, parameter.default)));
}

function entryPlaces(reading: Reading, entry: Node): Place[] {
  const [key = NONE, value = NONE] = reading.tree.children(entry);
  const strings = stringsIn(reading, value);
  return strings.length === 0 ? [] : named(reading, stringValue(reading.tree, key) ?? '', strings);
}

/** Strings that are given a name by which activations are usually passed on. */
function named(reading: Reading, name: string, strings: readonly Node[]): Place[] {
  if (strings.length === 0 || name === '') return [];
  const carriers = customaryCarriers(name, reading.scope);
  return carriers.length === 0 ? [] : [{ strings, carriers, certainty: 'inferred' }];
}

const none: readonly Node[] = [];

/** The strings of an activation that an expression may be: itself, a branch of a condition, what a name is bound to. */
function stringsIn({ tree, names, locals }: Reading, node: Node): readonly Node[] {
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
    case Kind.Name: {
      const value = locals.strings.has(nameOf(tree, node)) ? names.valueOf(node) : NONE;
      return isString(tree, value) ? [value] : none;
    }
    default:
      return none;
  }
}

function usageOf(reading: Reading, string: Node, { carriers, certainty }: Place): Usage | undefined {
  const { tree, names } = reading;
  const text = stringValue(tree, string);
  const found = text === undefined ? undefined : agreedString(carriers, text);
  const meaning = found && meaningOf(reading, found.symbol, []);
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
