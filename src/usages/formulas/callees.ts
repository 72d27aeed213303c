/** What is called in a formula: a function of arrays, or an activation by whatever way it is held. */
import type { Activation, ParameterValues } from '../../activations/activation';
import { findActivation } from '../../activations/catalogue';
import { documentedName, findMethods, findSymbol, isKnownName, type Found } from '../../frameworks/lookup';
import { callArguments, calleeOf, nameOf, type Argument } from '../../python/parts';
import { Kind, NONE, type Node } from '../../python/syntax';
import { foundAt } from '../holding/holding';
import { meaningOf } from '../parameters';
import { isImported, qualifiedNames, type Reading } from '../reading';
import { attributeAt, isOwnAttribute, methodAt, type Bindings } from './bindings';
import { distributions, findPrimitive, numericPackages, type Primitive } from './functions';

/** An activation with all its parameters known, as a formula may be made of it. */
export interface KnownActivation {
  readonly activation: Activation;
  readonly parameters: ParameterValues;
  /** The packages whose functions compute it. */
  readonly packages: ReadonlySet<string>;
  /** Parameters that are passed an expression which is no number. */
  readonly passed?: Readonly<Record<string, Node>>;
}

/** What a variable's value is worth as a number, and what reading it came upon. */
export interface Constant {
  readonly value: number | undefined;
  readonly numbers: readonly number[];
  readonly packages: ReadonlySet<string>;
}

export interface Workshop {
  readonly reading: Reading;
  readonly bindings: Bindings;
  /** What a class, function or lambda of the file computes, where it is an activation; of a function with what a call passes to it. */
  readonly localActivation: (definition: Node, written?: readonly Argument[]) => KnownActivation | undefined;
  /** What a function of the file computes of a number. */
  readonly localFunction: (definition: Node) => ((x: number) => number) | undefined;
  /** What was found out of a node, since an expression is often read again as a part of another. */
  readonly keys: Map<Node, string>;
  readonly callees: Map<Node, Callee>;
  readonly constants: Map<Node, Constant>;
}

/** What a callee is by its imports. */
interface Callee {
  readonly symbol?: Found;
  readonly primitive?: Primitive;
  /** The qualified name, where there is one. */
  readonly name?: string;
}

/** The activation that a call computes: `F.softplus(x)`, `nn.ReLU6()(x)`, `self.relu6(x)`, `Swish.apply(x)`. */
export function activationCalled(workshop: Workshop, callee: Node, given: readonly Argument[]): KnownActivation | undefined {
  const { reading, reading: { tree }, localActivation } = workshop;
  const found = calleeAt(workshop, callee).symbol;
  if (found) return found.symbol.form === 'function' ? knownFrom(workshop, found, given) : undefined;
  switch (tree.kind(callee)) {
    case Kind.Call:
      return instance(workshop, callee);
    case Kind.Name: {
      const definition = reading.names.definitionOf(callee);
      if (definition) return tree.kind(definition) === Kind.ClassDef ? undefined : localActivation(definition, given);
      const value = reading.names.valueOf(callee);
      return value ? instance(workshop, value) : undefined;
    }
    case Kind.Attribute: {
      const receiver = tree.firstChild(callee);
      if (nameOf(tree, callee) === 'apply') return appliedByClass(workshop, receiver);
      if (!isOwnAttribute(tree, callee)) return undefined;
      const value = attributeAt(reading, callee);
      return value ? instance(workshop, value) : localActivation(methodAt(reading, callee));
    }
    default:
      return undefined;
  }
}

/** What a class of the file, or one of the project's, computes by autograd: `Swish.apply(x)`. */
function appliedByClass(workshop: Workshop, owner: Node): KnownActivation | undefined {
  const { reading, localActivation } = workshop;
  const found = isImported(reading, owner) ? foundAt(reading, owner) : undefined;
  return found?.isInferred === true ? knownFrom(workshop, found, []) : localActivation(reading.names.definitionOf(owner));
}

/** What an object computes when it is called: `nn.ReLU6(inplace=True)`, `Swish()`, `F.relu`, a lambda. */
function instance(workshop: Workshop, value: Node): KnownActivation | undefined {
  const { reading, reading: { tree }, localActivation } = workshop;
  if (tree.kind(value) === Kind.Lambda) return localActivation(value);
  if (tree.kind(value) !== Kind.Call) {
    const found = calleeAt(workshop, value).symbol;
    if (found) return found.symbol.form === 'function' ? knownFrom(workshop, found, []) : undefined;
    return tree.kind(value) === Kind.Name ? localActivation(reading.names.definitionOf(value)) : undefined;
  }
  const callee = calleeOf(tree, value);
  const found = calleeAt(workshop, callee).symbol;
  if (found) return found.symbol.form === 'module' ? knownFrom(workshop, found, callArguments(tree, value)) : undefined;
  const definition = tree.kind(callee) === Kind.Name ? reading.names.definitionOf(callee) : NONE;
  return definition && tree.kind(definition) === Kind.ClassDef ? localActivation(definition) : undefined;
}

/** `own_cdf(x)`: what a distribution function of the file computes of a number. */
export function functionCalled({ reading: { tree, names }, localFunction }: Workshop, callee: Node, given: readonly Argument[]): ((x: number) => number) | undefined {
  return tree.kind(callee) === Kind.Name && given.length === 1 && distributions.test(nameOf(tree, callee)) ? localFunction(names.definitionOf(callee)) : undefined;
}

export function calleeAt({ callees, reading }: Workshop, node: Node): Callee {
  const kind = reading.tree.kind(node);
  if (kind !== Kind.Name && kind !== Kind.Attribute) return unknownCallee;
  const known = callees.get(node) ?? calleeOfNode(reading, node);
  callees.set(node, known);
  return known;
}

/** By its imports; else by what its name most likely is. */
function calleeOfNode(reading: Reading, node: Node): Callee {
  const named = calleeNamed(qualifiedNames(reading, node));
  if (named.symbol || reading.locals.known[node] !== 1) return named === unknownCallee ? operationKept(reading, node) : named;
  const symbol = foundAt(reading, node);
  return symbol ? { ...named, symbol } : named;
}

/** `self.exp` after `self.exp = ops.Exp()`: operations of MindSpore are made before they are applied. */
function operationKept(reading: Reading, node: Node): Callee {
  const { tree, names, scope } = reading;
  const isKept = isOwnAttribute(tree, node) && scope.some(({ id }) => id === 'mindspore');
  const made = isKept ? attributeAt(reading, node) : NONE;
  const path = tree.kind(made) === Kind.Call ? documentedName(names.qualifiedName(calleeOf(tree, made)) ?? '') : '';
  const operation = /^mindspore\.ops\.(?:Tensor)?([A-Z]\w*)$/.exec(path)?.[1];
  return operation === undefined ? unknownCallee : calleeNamed(operationNames(operation).map((name) => `mindspore.ops.${name}`));
}

/** What the functions are called that do the same: `reduce_sum` for `ReduceSum`, `realdiv` for `RealDiv`. */
function operationNames(operation: string): readonly string[] {
  return [operation.replace(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase(), operation.toLowerCase()];
}

function knownFrom({ reading }: Workshop, { framework, symbol }: Found, given: readonly Argument[]): KnownActivation | undefined {
  const meaning = meaningOf(reading, symbol, given);
  const activation = meaning?.certain ? findActivation(meaning.activation) : undefined;
  if (meaning === undefined || activation === undefined) return undefined;
  const packages = new Set([framework.roots[0] ?? '']);
  const passed: Record<string, Node> = {};
  for (const { name, source, span } of meaning.parameters) {
    const argument = given.find(({ value }) => span !== undefined && reading.tree.start(value) === span.start);
    if (source === 'unknown' && argument === undefined) return undefined;
    if (source === 'unknown' && argument) passed[name] = argument.value;
  }
  return { activation, packages, parameters: Object.fromEntries(meaning.parameters.map(({ name, value }) => [name, value])), passed };
}

/** What the tensors of the file's libraries have under a name: `gate.gelu()`. */
export function methodCalled(workshop: Workshop, callee: Node, given: readonly Argument[]): KnownActivation | undefined {
  const { tree, names, scope } = workshop.reading;
  const receiver = tree.kind(callee) === Kind.Attribute ? tree.firstChild(callee) : NONE;
  if (receiver === NONE || given.length > 0 || tree.textOf(receiver) === 'self' || names.qualifiedName(receiver) !== undefined) return undefined;
  const [found, other] = findMethods(nameOf(tree, callee)).filter(({ framework }) => scope.includes(framework));
  return found === undefined || other !== undefined ? undefined : knownFrom(workshop, found, given);
}

/** Whether a name leads into a package of arrays, or into what others put before one: `fastmath.numpy.exp`, `.backend.exp`. */
function isNumeric(name: string): boolean {
  return numericPackages.has(firstPart(name)) || fronts.test(name);
}

/** fastai hands on what makes a tensor, and no other function of arrays. */
const fronts = /(^|\.)(numpy|backend|jnp|np|ops|fastmath|math)\.\w+$|^fast(ai|book)\.([\w.]+\.)?tensor$/;

/** The distribution function of the standard normal distribution, by which GELU is defined. */
const normal = /(^|\.)norm\.cdf$/;

const unknownCallee: Callee = {};

function calleeNamed(names: readonly string[]): Callee {
  for (const name of names) {
    const last = lastPart(name);
    const symbol = isKnownName(last) ? findSymbol(name) : undefined;
    const primitive = isNumeric(name) ? findPrimitive(normal.test(name) ? 'ndtr' : last) : undefined;
    if (symbol || primitive) return { name, ...(symbol ? { symbol } : {}), ...(primitive ? { primitive } : {}) };
  }
  return unknownCallee;
}

export function firstPart(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
