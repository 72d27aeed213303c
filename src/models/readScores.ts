/** What shows the raw scores that a loss takes as probabilities: to be looked at, and nothing learns by it. */
import { callArguments, calleeOf, isDefinition, nameOf } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Application, Facts, LossUse } from './facts';
import { consumersOf, endingsOf, givesRawScores, originOf, shortName } from './questions';
import { nearest } from './region';
import { isInLoss } from './role';
import type { Fact, Situation, Task } from './situation';
import { unknown, type Value } from './values';

/** For which losses that apply the function themselves. */
const tasks: Readonly<Record<string, readonly Task[]>> = { softmax: ['multi-class'], sigmoid: ['binary', 'multi-label'] };

export function readingScores(tree: SyntaxTree, { losses }: Facts, application: Application): Pick<Situation, 'role' | 'task' | 'lossInput'> | undefined {
  const fitting = tasks[application.activation?.id ?? ''];
  if (fitting === undefined || !consumersOf(application).every(isLooking) || isInLoss(tree, application.node) || isGivenToLoss(tree, application)) return undefined;
  const use = losses.find((loss) => loss.expects === 'logits' && fitting.some((task) => task === loss.loss.loss.task) && takesTheSame(tree, loss, application));
  const task = fitting.find((each) => each === use?.loss.loss.task);
  if (use === undefined || task === undefined) return undefined;
  const evidence = { offset: tree.start(use.node), text: shortName(use.loss.name) };
  const fact = <T extends string>(value: T): Fact<T> => ({ value, sureness: 'read', evidence });
  return { role: fact('output'), task: fact(task), lossInput: fact('beside') };
}

/** What picks from probabilities, or decides by them. */
function isLooking({ kind, name }: Application): boolean {
  return kind === 'selection' || kind === 'decision' || kind === 'comparison' || (kind === 'reduction' && /^(max|amax|item)$/.test(shortName(name)));
}

/** By the layer that gives them, or, of a model that stands in another file, by the name that holds them for both. */
function takesTheSame(tree: SyntaxTree, { input, inputNode }: LossUse, application: Application): boolean {
  const scores = application.inputs[0] ?? unknown;
  const [taken, read] = [layersOf(input), layersOf(scores)];
  if (taken.length > 0 || read.length > 0) return read.length > 0 && read.every((layer) => layer !== undefined && taken.includes(layer));
  return tree.kind(inputNode) === Kind.Name && isSameName(tree, inputNode, argumentOf(tree, application.node));
}

/** The layers that give raw scores; undefined stands for anything else that is known. */
function layersOf(value: Value): readonly (Node | undefined)[] {
  const endings = endingsOf(value, { selections: true });
  return endings.every((ending) => ending === undefined) ? [] : endings.map((ending) => (ending && givesRawScores(ending) ? originOf(ending) : undefined));
}

/** `softmax(scores, dim=1)`, `scores.softmax(1)` */
function argumentOf(tree: SyntaxTree, call: Node): Node {
  if (tree.kind(call) !== Kind.Call) return NONE;
  const first = callArguments(tree, call)[0]?.value ?? NONE;
  const callee = calleeOf(tree, call);
  const receiver = tree.kind(callee) === Kind.Attribute ? tree.firstChild(callee) : NONE;
  return tree.kind(first) === Kind.Name ? first : receiver;
}

/** In one function, where it is given a value at one place alone. */
function isSameName(tree: SyntaxTree, one: Node, other: Node): boolean {
  const around = functionAround(tree, one);
  if (tree.kind(other) !== Kind.Name || around === NONE || around !== functionAround(tree, other) || nameOf(tree, one) !== nameOf(tree, other)) return false;
  let given = 0;
  for (let node = tree.firstInside(around); node < around; node++) if (tree.kind(node) === Kind.Assign && isTarget(tree, node, nameOf(tree, one))) given++;
  return given === 1;
}

function isTarget(tree: SyntaxTree, assignment: Node, name: string): boolean {
  const target = tree.firstChild(assignment);
  const places = tree.kind(target) === Kind.Tuple ? tree.children(target) : [target];
  return places.some((place) => tree.kind(place) === Kind.Name && nameOf(tree, place) === name);
}

function functionAround(tree: SyntaxTree, node: Node): Node {
  return nearest(tree, node, isDefinition);
}

/** What compares, by its name, whether it trains or only measures. */
const comparing = /loss|crit|entropy|dice|jaccard|iou|focal|tversky|penal|\bkl|div|b?ce$|nll|mse|objective/i;

/** Whether something that is not followed takes the probabilities and may be a loss. */
function isGivenToLoss(tree: SyntaxTree, { node }: Application): boolean {
  const assignment = nearest(tree, node, (kind) => kind === Kind.Assign || isDefinition(kind));
  const target = tree.kind(assignment) === Kind.Assign ? tree.firstChild(assignment) : NONE;
  const name = tree.kind(target) === Kind.Name ? nameOf(tree, target) : '';
  const around = functionAround(tree, node) || tree.root;
  for (let call = tree.firstInside(around); call < around; call++) {
    if (tree.kind(call) !== Kind.Call || !comparing.test(tree.textOf(calleeOf(tree, call)))) continue;
    if (callArguments(tree, call).some(({ value }) => value === node || (name !== '' && tree.textOf(value) === name))) return true;
  }
  return false;
}
