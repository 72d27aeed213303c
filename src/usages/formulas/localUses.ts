/** Uses of what the file itself defines: `Swish()`, `gelu(h)`, `SwishFunction.apply(x)`, `self.sigmoid(z)`. */
import { findActivation } from '../../activations/catalogue';
import type { Found } from '../../frameworks/lookup';
import { basesOf, callArguments, calleeOf, callOf, nameOf, nameRange } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { meaningOf } from '../parameters';
import { boundBy } from '../holding/bound';
import { isAnnotation, isCompared, isTarget } from '../references';
import { spanOf, type Reading } from '../reading';
import type { Usage } from '../usage';
import { classAround, isOwnAttribute } from './bindings';
import { ownSymbol, ownSymbolsOf } from './ownSymbols';

/** The use that a Name, or an Attribute of `self`, is. */
export function findLocalUse(reading: Reading, node: Node): Usage | undefined {
  const { tree } = reading;
  const definitions = definitionsAt(reading, node);
  if (definitions.length === 0 || !definitions.every((definition) => isUse(reading, node, definition))) return undefined;
  const parent = tree.parent(node);
  const applied = tree.kind(parent) === Kind.Attribute && nameOf(tree, parent) === 'apply' ? parent : NONE;
  if (tree.kind(parent) === Kind.Attribute && !applied) return undefined;
  const found = agreedOn(reading, node, definitions);
  const span = nameRange(tree, node);
  if (found === undefined || span === undefined) return undefined;
  const call = callOf(tree, applied || node);
  const meaning = meaningOf(reading, found.symbol, applied ? [] : call ? callArguments(tree, call) : boundBy(reading, node, found.symbol));
  return meaning?.isUsual === true ? {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: nameOf(tree, node),
    form: found.symbol.form === 'module' && !applied ? 'module' : 'function',
    certainty: found.isInferred === true ? 'inferred' : found.isDerived === true ? 'resolved' : 'hand-written',
    parameters: meaning.parameters,
    span,
    expression: spanOf(tree, call || applied || node),
    scope: reading.names.scopePath(node),
  } : undefined;
}

/** What all the definitions of a name implement: a notebook defines it again and again. Where they start from different numbers, none is known. */
function agreedOn(reading: Reading, at: Node, [one = NONE, ...rest]: readonly Node[]): Found | undefined {
  const first = saidBy(reading, at, one);
  const others = first === undefined ? [] : rest.map((definition) => saidBy(reading, at, definition));
  if (first === undefined || others.some((other) => other?.symbol.activation !== first.symbol.activation)) return undefined;
  const taken = ({ symbol }: Found): string => JSON.stringify([symbol.arguments, symbol.defaults, symbol.versioned]);
  const isSame = others.every((other) => other !== undefined && taken(other) === taken(first));
  return isSame ? first : { ...first, symbol: { ...first.symbol, arguments: [], versioned: Object.keys(findActivation(first.symbol.activation)?.parameters ?? {}) } };
}

function saidBy(reading: Reading, at: Node, definition: Node): Found | undefined {
  reading.tree.dependencies?.listen(at, definition);
  return ownSymbol(reading, definition);
}

function definitionsAt(reading: Reading, node: Node): readonly Node[] {
  const { tree, names } = reading;
  if (tree.kind(node) === Kind.Attribute) {
    const owner = isOwnAttribute(tree, node) ? classAround(tree, names, node) : names.definitionOf(tree.firstChild(node));
    const method = owner ? methodOf(reading, owner, nameOf(tree, node)) : NONE;
    return method ? [method] : [];
  }
  const bindings = names.bindingsHeard(node).filter(({ role }) => role !== 'declaration');
  if (bindings.length > 1) return bindings.every(({ role }) => role === 'definition') ? bindings.map((binding) => binding.node) : [];
  const [value = NONE] = bindings.map((binding) => (binding.role === 'definition' ? binding.node : binding.value));
  const kind = tree.kind(value);
  return kind === Kind.FunctionDef || kind === Kind.ClassDef || kind === Kind.Lambda ? [value] : [];
}

/** Deeper trees of classes in one file are not followed. */
const deepest = 4;

/** The method of a class, or of one of the file that it is derived from. */
function methodOf(reading: Reading, owner: Node, name: string, depth = 0): Node {
  const { tree, names } = reading;
  const method = ownSymbolsOf(reading).definitions.bindings.methodsOf(owner)?.get(name);
  if (method || depth === deepest) return method ?? NONE;
  for (const { value } of basesOf(tree, owner)) {
    const base = names.definitionOf(value);
    const inherited = tree.kind(base) === Kind.ClassDef ? methodOf(reading, base, name, depth + 1) : NONE;
    if (inherited) return inherited;
  }
  return NONE;
}

function isUse(reading: Reading, node: Node, definition: Node): boolean {
  const { tree } = reading;
  return !isWithin(tree, node, definition) && !isTarget(tree, node) && !isAnnotation(tree, node) && !isCompared(reading, node) && !isOfSuper(tree, node);
}

function isWithin(tree: SyntaxTree, node: Node, definition: Node): boolean {
  return node >= tree.firstInside(definition) && node <= definition;
}

/** `super(Swish, self)` is no use. */
function isOfSuper(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && tree.textOf(calleeOf(tree, parent)) === 'super';
}
