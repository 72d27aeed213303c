/** How many hidden layers with an activation a value passes in the model around a use, where the file says it in full. */
import { findActivation } from '../activations/catalogue';
import { calleeOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Application, Facts, Model } from './facts';
import { endingsOf, hasWeights } from './questions';
import { startingWeights, type StartingWeights } from './startingWeights';
import { itemsOf, type Value } from './values';

export interface Stack {
  /** The class of the model; undefined for a container without a name of its own. */
  readonly name: string | undefined;
  /** On the longest way through the model. */
  readonly layers: number;
  /** The activations on that way, the most frequent first. */
  readonly activations: readonly { readonly activation: string; readonly count: number }[];
  /** The number of units of the layers, where all have the same. */
  readonly width: number | undefined;
  /** How its hidden layers start, where the file says it of all of them. */
  readonly start?: StartingWeights;
}

/** Undefined where the model is not followed to its end, or where a branch or a loop leaves open how often a layer is passed. */
export function stackAround(tree: SyntaxTree, facts: Facts, usage: Usage): Stack | undefined {
  if (!facts.isComplete) return undefined;
  const around = facts.models.filter(({ applications }) => applications.some((application) => isOf(tree, application, usage)));
  const whole = around.sort((a, b) => b.applications.length - a.applications.length)[0];
  const stack = whole && !holdsMore(whole) && !isPart(tree, whole) ? stackOf(whole) : undefined;
  const start = stack && whole && startingWeights(tree, facts, whole);
  return stack && { ...stack, ...(start === undefined ? {} : { start }) };
}

/** Whether an application is of a usage. A string that names an activation is known by its place, and a call of what is held elsewhere by its own. */
export function isOf(tree: SyntaxTree, { activation, node }: Application, { span, expression }: Usage): boolean {
  if (activation === undefined) return false;
  return activation.usage?.span.start === span.start || tree.start(activation.node) === expression.start || isCallOf(tree, node, expression);
}

/** The same of that activation alone. What begins where another use begins may be a part of it: `relu(x)` of `relu(x) * y`. */
export function isUse(tree: SyntaxTree, application: Application, usage: Usage): boolean {
  return application.activation?.id === usage.activation && isOf(tree, application, usage);
}

/** `self.act(x)` */
function isCallOf(tree: SyntaxTree, node: Node, { start, end }: Usage['expression']): boolean {
  if (tree.start(node) !== start || tree.kind(node) !== Kind.Call) return false;
  return tree.end(node) === end || tree.end(calleeOf(tree, node)) === end;
}

/** Whether a container may have other items than those that are known. */
function holdsMore({ value, layers }: Model): boolean {
  return [value, ...layers].some((each) => each.kind === 'layer' && itemsOf(each)?.isOpen === true);
}

/**
 * Whether the class is one that others build on: named inside another class, or handed on as a value. A network that is
 * not followed itself may then stack it as often as it likes.
 */
function isPart(tree: SyntaxTree, { value }: Model): boolean {
  if (value.kind !== 'instance') return false;
  const { name, node } = value.class;
  const [start, end] = [tree.start(node), tree.end(node)];
  for (let at = 0; at < tree.root; at++) {
    const isOutside = tree.start(at) < start || tree.start(at) >= end;
    if (tree.kind(at) === Kind.Name && isOutside && tree.textOf(at) === name && !isMadeAtTop(tree, at)) return true;
  }
  return false;
}

/** `Net()` in the module or in a function. */
function isMadeAtTop(tree: SyntaxTree, name: Node): boolean {
  const call = tree.parent(name);
  if (tree.kind(call) !== Kind.Call || calleeOf(tree, call) !== name) return false;
  for (let at = call; at !== NONE; at = tree.parent(at)) if (tree.kind(at) === Kind.ClassDef) return false;
  return true;
}

/** The way to an application that passes most hidden activations. */
interface Passage {
  readonly activations: readonly string[];
  readonly widths: readonly (number | undefined)[];
  readonly isOpen: boolean;
}

const start: Passage = { activations: [], widths: [], isOpen: false };

function stackOf({ applications, output, value }: Model): Stack | undefined {
  const outputs = new Set(endingsOf(output));
  const passages = new Map<Application, Passage>();
  for (const application of applications) {
    const before = longest(application.inputs.map((input) => passageTo(input, passages)));
    passages.set(application, continued(before, application, outputs));
  }
  const { activations, widths, isOpen } = longest([...passages.values()]);
  if (isOpen || passageTo(output, passages).isOpen || activations.length === 0) return undefined;
  const [width] = widths;
  const name = value.kind === 'instance' ? value.class.name : undefined;
  return { name, layers: activations.length, activations: counted(activations), width: widths.every((each) => each === width) ? width : undefined };
}

function continued(before: Passage, application: Application, outputs: ReadonlySet<Application | undefined>): Passage {
  const isOpen = before.isOpen || application.way !== undefined;
  const { activation } = application;
  const isHidden = activation !== undefined && activation.id !== 'identity' && findActivation(activation.id)?.kind === 'scalar' && !outputs.has(application);
  if (!isHidden) return { ...before, isOpen };
  return { activations: [...before.activations, activation.id], widths: [...before.widths, unitsBefore(application)], isOpen };
}

/** Open where the ways to a value differ in depth: an item of a list that may be there or not, a branch. */
function passageTo(value: Value, passages: ReadonlyMap<Application, Passage>): Passage {
  if (value.kind !== 'alternatives') return (value.kind === 'tensor' && value.source && passages.get(value.source)) || start;
  const ways = value.values.map((each) => passageTo(each, passages));
  const deepest = longest(ways);
  return { ...deepest, isOpen: ways.some((way) => way.isOpen || way.activations.length !== deepest.activations.length) };
}

function longest(passages: readonly Passage[]): Passage {
  return passages.reduce((most, each) => (each.activations.length > most.activations.length ? each : most), passages[0] ?? start);
}

function sourcesOf(value: Value): Application[] {
  if (value.kind === 'alternatives') return value.values.flatMap(sourcesOf);
  return value.kind === 'tensor' && value.source ? [value.source] : [];
}

/** Of the layer with weights whose result the activation takes, looked at through normalisation and dropout. */
function unitsBefore({ layer, inputs }: Application): number | undefined {
  if (layer?.units !== undefined) return layer.units;
  let at = inputs.flatMap(sourcesOf)[0];
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    if (hasWeights(at)) return at.layer?.units;
    at = at.inputs.flatMap(sourcesOf)[0];
  }
  return undefined;
}

function counted(ids: readonly string[]): Stack['activations'] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([activation, count]) => ({ activation, count })).sort((a, b) => b.count - a.count);
}
