/** Whether what computes an activation is meant as one: the same arithmetic clips boxes and measures errors. */
import { findActivation } from '../../activations/catalogue';
import { callArguments, basesOf, calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Reading } from '../reading';
import { classAround } from './bindings';
import { distinctness } from './peculiarities';

/** A name that says activation: of a function, a class, or the variable that gets the value. */
const activationWords = /sigm|relu|tanh|elu$|gelu|silu|swish|mish|soft_?plus|soft_?max|soft_?sign|soft_?shrink|hard_?shrink|glu$|activat|(^|_)act(_|$|\d|iv)|nonlin|non_lin|non-lin|logistic|squash/i;
const lowerWords = /^(act|actv|nonlinearity)$/i;

/** Functions whose formulas are of derivatives or of errors, and those that clip what is no hidden value. */
const derivativeWords = /deriv|grad|backward|backprop|prime|_back$|^d_?(sigm|relu|tanh|soft|gelu|swish|silu|act)|(^|_)(d|diff)$|jacob/i;
const lossWords = /loss|criterion|entropy|nll|(^|_)bce|(^|_)dice|focal|(^|_)kl(_|$)|kl_?div|likelihood|hinge|penalty|regulari|log_?prob|elbo|objective|cost|margin/i;
const otherWords = /iou|inter|overlap|box|area|clip|crop|schedul|anneal|warm|color|colour|image|pixel|noise|plot|draw|metric|accuracy|distance|(^|_)dist|perturb|advers|attack|pgd|fgsm|augment|reward|advantage|ratio|(^|_)lr(_|$)|quanti|prun|threshold|proximal|prox(_|$)|lasso|ista|nms|keypoint|render|normaliz|sample|coord/i;

export interface Place {
  readonly node: Node;
  /** Names around it, the nearest first: variable, function, class. */
  readonly names: readonly string[];
}

export function placeOf(reading: Reading, node: Node): Place {
  const names = [...assignedNames(reading.tree, node), ...namesAround(reading, node)];
  return { node, names };
}

function namesAround({ tree, names }: Reading, node: Node): string[] {
  const found: string[] = [];
  let around = names.enclosingDefinition(node);
  for (let level = 0; around && level < 4; level++, around = names.enclosingDefinition(around)) found.push(nameOf(tree, around));
  return found;
}

/** The variable or argument that gets the value of an expression, directly or as a lambda. */
function assignedNames(tree: SyntaxTree, node: Node): string[] {
  let child = node;
  let parent = tree.parent(node);
  for (let level = 0; level < 6 && parent; level++) {
    const kind = tree.kind(parent);
    if (kind === Kind.Assign || kind === Kind.AnnAssign || kind === Kind.NamedExpr) return child === tree.firstChild(parent) ? [] : [nameOf(tree, tree.firstChild(parent))];
    if (kind === Kind.KeywordArgument) return [nameOf(tree, parent)];
    if (kind === Kind.DictEntry && child !== tree.firstChild(parent)) return [tree.textOf(tree.firstChild(parent)).replace(/^['"]|['"]$/g, '')];
    if (kind !== Kind.Lambda && kind !== Kind.Call) return [];
    child = parent;
    parent = tree.parent(parent);
  }
  return [];
}

/** Whether a formula at a place is meant as the activation that it computes. */
export function isMeant(reading: Reading, activation: string, place: Place): boolean {
  const { names } = place;
  if (names.some((name) => derivativeWords.test(name))) return false;
  if (names.some((name) => isNameOf(activation, name))) return true;
  const kind = distinctness(activation);
  if (kind === 'plain') return false;
  const isNamed = names.some(saysActivation);
  if (kind === 'unmistakable') return isNamed || reading.scope.length > 0 || (reading.names.importedRoots.has('numpy') && isNeural(reading.tree.text));
  if (names.some((name) => lossWords.test(name) || otherWords.test(name))) return false;
  return isNamed || isHidden(reading, place);
}

export function saysActivation(name: string): boolean {
  return activationWords.test(name) || lowerWords.test(name) || /Act$|Activation|Nonlinear/.test(name);
}

export function isOfDerivative(name: string): boolean {
  return derivativeWords.test(name);
}

/** Whether a name is, or contains, one of those that an activation is known by. */
export function isNameOf(id: string, name: string): boolean {
  const squeezed = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const activation = findActivation(id);
  const known = [id, activation?.name ?? '', ...(activation?.aliases ?? [])]
    .map((alias) => alias.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((alias) => alias.length >= 4 || (alias.length === 3 && squeezed === alias));
  return known.some((alias) => squeezed.includes(alias)) && !lossWords.test(name);
}

/** In the method of a network that computes its output, where the input is a hidden value, or a variable named as one. */
function isHidden(reading: Reading, { node, names }: Place): boolean {
  const { tree } = reading;
  if (/^((h|hid|z|a)\d?|hidden\w*)$/.test(names[0] ?? '') && isNeural(tree.text)) return true;
  const isForward = names.some((name) => /^(forward|call|__call__|apply|feed_?forward|predict)$/.test(name));
  if (!isForward || !isOutputOrHidden(tree, node)) return false;
  const owner = classAround(tree, reading.names, node);
  return owner !== NONE && basesOf(tree, owner).some(({ value }) => /Module$|Layer$|Model$|Block$|Cell$/.test(nameOf(tree, value)))
    && takesLayer(tree, node);
}

/** `x = …`, `return …`, or the argument of a layer. */
function isOutputOrHidden(tree: SyntaxTree, node: Node): boolean {
  const kind = tree.kind(tree.parent(node));
  return kind === Kind.Assign || kind === Kind.Return || kind === Kind.Call;
}

/** Whether the value comes from a layer, or goes into one: `clamp(self.fc(x), min=0)`. */
function takesLayer(tree: SyntaxTree, node: Node): boolean {
  const isLayer = (call: Node): boolean => tree.kind(call) === Kind.Call && /^self\.\w*(fc|conv|lin|dense|layer|bn|norm|proj|embed)\w*$/i.test(tree.textOf(calleeOf(tree, call)));
  const inputs = tree.kind(node) === Kind.Call ? [...callArguments(tree, node).map(({ value }) => value), tree.firstChild(calleeOf(tree, node))] : tree.children(node);
  return isLayer(tree.parent(node)) || inputs.some(isLayer);
}

const neuralWords = ['forward', 'backward', 'backprop', 'weights', 'bias', 'neural', 'neuron', 'layer', 'hidden', 'activation', 'perceptron', 'epoch', 'logit', 'attention', 'softmax', 'sigmoid', 'relu'];
const isNeuralText = new Map<string, boolean>();

/** Whether a text without a framework is of neural networks all the same: at least three of the words that such code has. */
export function isNeural(text: string): boolean {
  const known = isNeuralText.get(text);
  if (known !== undefined) return known;
  const lower = text.toLowerCase();
  const found = neuralWords.filter((word) => lower.includes(word)).length >= 3;
  isNeuralText.clear();
  isNeuralText.set(text, found);
  return found;
}
