/**
 * A class, function or lambda of the file that implements an activation, as a library would offer it: with the arguments that its
 * calls take, so that all that follows a library's activations follows the file's own.
 */
import type { Argument, FrameworkSymbol, Variant } from '../../frameworks/framework';
import type { Found } from '../../frameworks/lookup';
import type { ParameterValue } from '../../activations/activation';
import { literalValue } from '../../python/literals';
import { nameOf } from '../../python/parts';
import { Kind, type Node } from '../../python/syntax';
import { knownValue, type Reading } from '../reading';
import { isOwnAttribute } from './bindings';
import { definitionsOf, type Definition, type Definitions } from './definitions';
import { derivedSymbol, handedSymbol } from './derived';
import { isOfDerivative } from './evidence';
import { namedSymbol } from './namedSo';
import { originOf } from './origin';
import type { Leaf } from './steps';

/** What the finders share of a reading: each definition is looked at once. */
export interface OwnSymbols {
  readonly definitions: Definitions;
  readonly symbols: Map<Node, Found | undefined>;
}

export function ownSymbolsOf(reading: Reading): OwnSymbols {
  reading.shared.own ??= { definitions: definitionsOf(reading), symbols: new Map() };
  return reading.shared.own;
}

/** The symbol that a ClassDef, FunctionDef or Lambda is, if it implements an activation. */
export function ownSymbol(reading: Reading, definition: Node): Found | undefined {
  const { definitions, symbols } = ownSymbolsOf(reading);
  if (symbols.has(definition)) return symbols.get(definition);
  const found = definitions.find(definition);
  const symbol = found && { framework: originOf(reading, found.packages), symbol: symbolOf(reading, definitions, found, definition), isOwn: true };
  const own = symbol ?? derivedSymbol(definitions.workshop, definition) ?? byName(reading, definitions, definition);
  symbols.set(definition, own);
  return own;
}

function byName(reading: Reading, { workshop }: Definitions, definition: Node): Found | undefined {
  const symbol = namedSymbol(workshop, definition) ?? handedSymbol(workshop, definition);
  return symbol && { framework: originOf(reading, new Set()), symbol, isOwn: true, isInferred: true };
}

function symbolOf(reading: Reading, definitions: Definitions, found: Definition, definition: Node): FrameworkSymbol {
  const { tree } = reading;
  const behind = new Map(Object.entries(found.given).map(([name, leaf]) => [argumentBehind(reading, definitions, definition, leaf), name]));
  const defaults: Record<string, ParameterValue> = {};
  const versioned: string[] = [];
  for (const name of Object.keys(found.activation.parameters)) {
    const accepted = found.parametersOfCall.find((parameter) => behind.get(parameter.name) === name);
    const value = found.parameters[name] ?? (accepted?.default ? knownValue(reading, accepted.default) : undefined);
    if (typeof value === 'number' || typeof value === 'string') defaults[name] = value;
    else versioned.push(name);
  }
  return {
    name: tree.kind(definition) === Kind.Lambda ? 'lambda' : nameOf(tree, definition),
    form: tree.kind(definition) === Kind.ClassDef ? 'module' : 'function',
    activation: found.activation.id,
    arguments: found.parametersOfCall.map(({ name, passedBy }): Argument => {
      const parameter = behind.get(name);
      return { name, ...(parameter === undefined ? {} : { parameter }), ...(passedBy === 'keyword' ? { keywordOnly: true } : {}) };
    }),
    defaults,
    versioned,
    variants: [...assumedArguments(reading, definitions, found, definition), ...derivativeSwitches(found, tree.kind(definition) === Kind.ClassDef)],
  };
}

/** What makes the derivative of it where it is set; what a function takes first is its input, `d` or `diff` too. */
function derivativeSwitches({ parametersOfCall }: Definition, isClass: boolean): Variant[] {
  return parametersOfCall.slice(isClass ? 0 : 1).flatMap(({ name }): Variant[] => (isOfDerivative(name) ? [{ argument: name, neutral: false }] : []));
}

/** A number for which a definition is an activation only by default makes another function of it: `selu(x, alpha=1)`. */
function assumedArguments(reading: Reading, definitions: Definitions, found: Definition, definition: Node): Variant[] {
  return (found.assumed ?? []).flatMap((leaf): Variant[] => {
    const argument = argumentBehind(reading, definitions, definition, leaf);
    return argument === undefined ? [] : [{ argument }];
  });
}

/** The argument by which a call sets a number of the formula: its own name, or what `__init__` keeps of it. */
function argumentBehind({ tree }: Reading, { bindings }: Definitions, definition: Node, { node, key }: Leaf): string | undefined {
  if (tree.kind(node) === Kind.Name) return key;
  const value = bindings.attributesOf(definition)?.get(nameOf(tree, node));
  if (value === undefined || !isOwnAttribute(tree, node)) return undefined;
  return tree.kind(value) === Kind.Name && literalValue(tree, value) === undefined ? nameOf(tree, value) : undefined;
}
