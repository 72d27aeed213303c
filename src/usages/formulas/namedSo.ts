/** What the file defines under the name of an activation, where its formula is not read: by loops, by a kernel, with a switch for the derivative. */
import { findActivation } from '../../activations/catalogue';
import type { FrameworkSymbol } from '../../frameworks/framework';
import { usualSymbols, type Found } from '../../frameworks/lookup';
import { calleeOf, childOf, nameOf, type Parameter } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { saysOneActivation, trimmed } from '../tellingNames';
import type { Workshop } from './callees';
import { callableOf, inputsFor } from './definitions';
import { isOfDerivative, isOfLoss, isOfNetworks } from './evidence';
import { readReturned } from './readBody';
import { neededFor, type Step } from './steps';

/** What a loss is given beside its predictions. */
const truths = /label|target|^y(_true)?$/i;
/** What is given a shape makes its values itself, as tests of an activation do. */
const shapes = /^(\w+_)?(shapes?|sizes?)$/i;
/** What makes another function of the one that is named: its logarithm, or that of the negative. */
const turned = /^(is_|use_|return_|take_)?(log|neg|negate)$/i;

export function namedSymbol(workshop: Workshop, definition: Node): FrameworkSymbol | undefined {
  const { tree } = workshop.reading;
  const name = tree.kind(definition) === Kind.Lambda ? '' : nameOf(tree, definition);
  const usual = usualSymbol(name);
  const isClass = tree.kind(definition) === Kind.ClassDef;
  const callable = isClass ? callableOf(workshop, definition) : definition;
  if (usual === undefined || callable === NONE || (usual.symbol.activation === 'tanh' && !isOfNetworks(workshop.reading))) return undefined;
  const inputs = inputsFor(tree, definition, callable);
  if (!isOfInputs(inputs)) return undefined;
  const { activation } = usual.symbol;
  const isMore = isClass ? findActivation(activation)?.kind !== 'gate' && makesLayers(tree, definition) : name.startsWith('_') && givesSeveral(tree, callable);
  if (isMore || givesLoss(tree, callable) || saysOtherwise(workshop, callable, inputs, activation)) return undefined;
  return {
    name,
    form: isClass ? 'module' : 'function',
    activation,
    arguments: isClass ? [] : inputs.map((input) => ({ name: input.name })),
    versioned: Object.keys(findActivation(activation)?.parameters ?? {}),
    variants: isClass ? [] : inputs.slice(1).filter((input) => isOfDerivative(input.name)).map((input) => ({ argument: input.name, neutral: false })),
  };
}

function usualSymbol(name: string): Found | undefined {
  return saysOneActivation(name) ? usualSymbols(name)[0] ?? usualSymbols(trimmed(name) ?? '')[0] : undefined;
}

function isOfInputs(inputs: readonly Parameter[]): boolean {
  return inputs.length > 0 && !shapes.test(inputs[0]?.name ?? '') && !inputs.some(({ name }) => truths.test(name) || turned.test(name));
}

/** A body that was read whole is no activation. `def selu(x, alpha=1.67, scale=1.05)` has two numbers, which people round where a caller may choose them. */
function saysOtherwise(workshop: Workshop, callable: Node, inputs: readonly Parameter[], activation: string): boolean {
  const hasItsNumbers = activation === 'selu' && inputs.length === 3;
  return !hasItsNumbers && isReadWhole(workshop, callable, inputs);
}

/** A block of several layers is named after the activation that it applies between them, and is more; gated units may have their own. */
function makesLayers(tree: SyntaxTree, definition: Node): boolean {
  let made = 0;
  for (let inside = tree.firstInside(definition); inside < definition; inside++) {
    if (tree.kind(inside) === Kind.Call && layers.test(nameOf(tree, calleeOf(tree, inside)))) made++;
  }
  return made > 1;
}

const layers = /^(Linear|Dense|Conv(Transpose)?[123]?[dD])$/;

/** What a private function gives several of may be parts of an activation: its sum, its exponentials. */
function givesSeveral(tree: SyntaxTree, callable: Node): boolean {
  for (let inside = tree.firstInside(callable); inside < callable; inside++) {
    if (tree.kind(inside) === Kind.Return && tree.kind(tree.firstChild(inside)) === Kind.Tuple) return true;
  }
  return false;
}

/** What ends a network may be named after the activation that it applies on the way to the loss that it gives. */
function givesLoss(tree: SyntaxTree, callable: Node): boolean {
  for (let inside = tree.firstInside(callable); inside < callable; inside++) {
    const value = tree.kind(inside) === Kind.Return ? tree.firstChild(inside) : NONE;
    if ((tree.kind(value) === Kind.Name || tree.kind(value) === Kind.Attribute) && isOfLoss(nameOf(tree, value))) return true;
  }
  return false;
}

/** Whether all that a body returns is a formula of its inputs: then its values said already what it is not. */
function isReadWhole(workshop: Workshop, callable: Node, inputs: readonly Parameter[]): boolean {
  const { tree } = workshop.reading;
  const body = childOf(tree, callable, Kind.Block);
  const read = changesParts(tree, body) ? undefined : readReturned(workshop, body);
  if (read === undefined) return false;
  const { list } = read.steps;
  const needed = neededFor(list, read.root, new Set());
  return list.every((step, index) => needed[index] !== 1 || isRead(step, inputs));
}

/** Not what stands for a call that was not looked into, nor one of two ways between which nothing decides. */
function isRead(step: Step, inputs: readonly Parameter[]): boolean {
  if (step.kind === 'leaf') return inputs.some(({ name }, place) => name === step.leaf.key && (place === 0 || !isOfDerivative(name)));
  return step.kind !== 'element' || step.name !== 'either';
}

/** `out[mask] = 0` */
function changesParts(tree: SyntaxTree, body: Node): boolean {
  return tree.children(body).some((statement) => tree.kind(statement) === Kind.Assign && tree.kind(tree.firstChild(statement)) === Kind.Subscript);
}
