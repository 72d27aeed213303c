/** Uses of what the file itself defines: `Swish()`, `gelu(h)`, `SwishFunction.apply(x)`, `self.sigmoid(z)`. */
import type { Parameter as ActivationParameter } from '../../activations/activation';
import { literalValue } from '../../python/literals';
import { assignmentOf, basesOf, callArguments, calleeOf, nameOf, nameRange, type Argument, type Parameter } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { isAnnotation, isTarget } from '../references';
import { knownValue, spanOf, type Reading } from '../reading';
import type { Usage, UsageParameter } from '../usage';
import { classAround, isOwnAttribute } from './bindings';
import type { Definition, Definitions } from './definitions';
import { frameworkOf } from './origin';
import type { Leaf } from './steps';

/** Longer definitions implement more than an activation. */
const longest = 4000;
const words = /sigm|exp|tanh|erf|max|min|where|clamp|clip|elu|glu|abs|soft|swish|silu|mish|[<>]|apply|act|hard|sin/i;

/** Names of definitions that may implement an activation, so that all other names need not be resolved. */
export function localNames(tree: SyntaxTree): ReadonlySet<string> {
  const found = new Set<string>();
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    const isDefinition = kind === Kind.FunctionDef || kind === Kind.ClassDef;
    const isLambda = kind === Kind.Assign && tree.kind(tree.lastChild(node)) === Kind.Lambda;
    if ((isDefinition || isLambda) && tree.end(node) - tree.start(node) <= longest && words.test(tree.textOf(node))) {
      found.add(isDefinition ? nameOf(tree, node) : nameOf(tree, assignmentOf(tree, node)?.targets[0] ?? NONE));
    }
  }
  return found;
}

/** Names of variables and attributes that are given what such a definition makes: `act` in `self.act = Swish()`. */
export function localHolders({ tree, locals }: Reading, definitions: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of definitions.size === 0 ? [] : locals.bindings) {
    const { targets, value } = assignmentOf(tree, node) ?? { targets: [], value: NONE };
    if (value === NONE || !definitions.has(nameOf(tree, tree.kind(value) === Kind.Call ? calleeOf(tree, value) : value))) continue;
    for (const target of targets) found.add(nameOf(tree, target));
  }
  return found;
}

/** The use that a call is of what a variable or attribute holds: `self.act(x)` after `self.act = Swish()`. */
export function findLocalCall(reading: Reading, definitions: Definitions, call: Node): Usage | undefined {
  const { tree } = reading;
  const callee = calleeOf(tree, call);
  const value = valueHeldBy(reading, definitions, callee);
  const isMade = tree.kind(value) === Kind.Call;
  const definition = value === NONE ? NONE : definitionAt(reading, definitions, isMade ? calleeOf(tree, value) : value);
  if (definition === NONE || (tree.kind(definition) === Kind.ClassDef) !== isMade) return undefined;
  const found = definitions.find(definition);
  const span = nameRange(tree, callee);
  const written = callArguments(tree, isMade ? value : call);
  return found && span && !setsAssumed(reading, definitions, found, definition, written) ? {
    ...usageOf(reading, definitions, found, definition, written),
    symbol: nameOf(tree, definition),
    form: 'instance',
    span,
    expression: spanOf(tree, call),
    scope: reading.names.scopePath(call),
  } : undefined;
}

/** Deeper trees of classes in one file are not followed. */
const deepest = 8;

/** The only value that a Name, or an Attribute of `self`, is given. */
function valueHeldBy({ tree, names }: Reading, { bindings }: Definitions, callee: Node): Node {
  if (tree.kind(callee) === Kind.Name) return names.definitionOf(callee) ? NONE : names.valueOf(callee);
  if (!isOwnAttribute(tree, callee)) return NONE;
  const name = nameOf(tree, callee);
  let owner = classAround(tree, names, callee);
  for (let level = 0; level < deepest && owner !== NONE; level++) {
    const own = bindings.attributes.get(owner);
    if (own?.has(name)) return own.get(name) ?? NONE;
    const base = basesOf(tree, owner)[0]?.value;
    owner = base === undefined ? NONE : names.definitionOf(base);
  }
  return NONE;
}

/** The use that a Name, or an Attribute of `self`, is. */
export function findLocalUse(reading: Reading, definitions: Definitions, node: Node): Usage | undefined {
  const { tree } = reading;
  const definition = definitionAt(reading, definitions, node);
  if (definition === NONE || isWithin(tree, node, definition) || isTarget(tree, node) || isAnnotation(tree, node) || isOfSuper(tree, node)) return undefined;
  const parent = tree.parent(node);
  const applied = tree.kind(parent) === Kind.Attribute && nameOf(tree, parent) === 'apply' ? parent : NONE;
  if (tree.kind(parent) === Kind.Attribute && !applied) return undefined;
  const found = definitions.find(definition);
  const span = nameRange(tree, node);
  if (found === undefined || span === undefined) return undefined;
  const call = callOf(tree, applied || node);
  const written = call ? callArguments(tree, call) : [];
  if (setsAssumed(reading, definitions, found, definition, written)) return undefined;
  const isModule = tree.kind(definition) === Kind.ClassDef && !applied;
  return {
    ...usageOf(reading, definitions, found, definition, written),
    symbol: nameOf(tree, node),
    form: isModule ? 'module' : 'function',
    span,
    expression: spanOf(tree, call || applied || node),
    scope: reading.names.scopePath(node),
  };
}

/** What all uses of a definition tell alike. */
function usageOf(
  reading: Reading, definitions: Definitions, found: Definition, definition: Node, written: readonly Argument[],
): Pick<Usage, 'activation' | 'framework' | 'certainty' | 'parameters'> {
  return {
    activation: found.activation.id,
    framework: frameworkOf(reading, found.packages),
    certainty: 'hand-written',
    parameters: Object.entries(found.activation.parameters)
      .map(([name, parameter]) => parameterOf(reading, definitions, found, definition, name, parameter, written)),
  };
}

function definitionAt({ tree, names }: Reading, { bindings }: Definitions, node: Node): Node {
  if (tree.kind(node) === Kind.Attribute) {
    return isOwnAttribute(tree, node) ? bindings.methods.get(classAround(tree, names, node))?.get(nameOf(tree, node)) ?? NONE : NONE;
  }
  const value = names.definitionOf(node) || names.valueOf(node);
  const kind = tree.kind(value);
  return kind === Kind.FunctionDef || kind === Kind.ClassDef || kind === Kind.Lambda ? value : NONE;
}

function isWithin(tree: SyntaxTree, node: Node, definition: Node): boolean {
  return node >= tree.firstInside(definition) && node <= definition;
}

/** `super(Swish, self)` is no use. */
function isOfSuper(tree: SyntaxTree, node: Node): boolean {
  const parent = tree.parent(node);
  return tree.kind(parent) === Kind.Call && tree.textOf(calleeOf(tree, parent)) === 'super';
}

function callOf(tree: SyntaxTree, callee: Node): Node {
  const parent = tree.parent(callee);
  return tree.kind(parent) === Kind.Call && calleeOf(tree, parent) === callee ? parent : NONE;
}

function parameterOf(
  reading: Reading, definitions: Definitions, found: Definition, definition: Node, name: string, parameter: ActivationParameter, written: readonly Argument[],
): UsageParameter {
  const fixed = found.parameters[name];
  if (fixed !== undefined && fixed !== null) return { name, value: fixed, source: 'default' };
  const unknown: UsageParameter = { name, value: parameter.default, source: 'unknown' };
  const leaf = found.given[name];
  const argument = leaf && argumentBehind(reading, definitions, definition, leaf);
  const place = found.parametersOfCall.findIndex((candidate) => candidate.name === argument);
  const accepted = found.parametersOfCall[place];
  if (accepted === undefined || written.some(({ stars }) => stars > 0)) return unknown;
  return givenParameter(reading, unknown, accepted, written.find(({ keyword }) => keyword === accepted.name) ?? byPosition(written, place));
}

/** Whether a call sets a number for which its definition is an activation only by default: `selu(x, alpha=1)`. */
function setsAssumed(reading: Reading, definitions: Definitions, found: Definition, definition: Node, written: readonly Argument[]): boolean {
  return (found.assumed ?? []).some((leaf) => {
    const name = argumentBehind(reading, definitions, definition, leaf);
    const place = found.parametersOfCall.findIndex((parameter) => parameter.name === name);
    return place >= 0 && (written.some(({ keyword, stars }) => keyword === name || stars > 0) || byPosition(written, place) !== undefined);
  });
}

function byPosition(written: readonly Argument[], place: number): Argument | undefined {
  return written[place]?.keyword === undefined ? written[place] : undefined;
}

function givenParameter(reading: Reading, unknown: UsageParameter, accepted: Parameter, argument: Argument | undefined): UsageParameter {
  const node = argument?.value ?? accepted.default;
  const value = node ? knownValue(reading, node) : undefined;
  if (typeof value === 'number') return { name: unknown.name, value, source: argument ? 'written' : 'default', ...(argument ? { span: spanOf(reading.tree, node) } : {}) };
  return argument ? { ...unknown, span: spanOf(reading.tree, node) } : unknown;
}

/** The argument by which a call sets a number of the formula: its own name, or what `__init__` keeps of it. */
function argumentBehind({ tree }: Reading, { bindings }: Definitions, definition: Node, { node, key }: Leaf): string | undefined {
  if (tree.kind(node) === Kind.Name) return key;
  const value = bindings.attributes.get(definition)?.get(nameOf(tree, node));
  if (value === undefined || !isOwnAttribute(tree, node)) return undefined;
  return tree.kind(value) === Kind.Name && literalValue(tree, value) === undefined ? nameOf(tree, value) : undefined;
}
