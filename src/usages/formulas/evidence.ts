/** Whether what computes an activation is meant as one: the same arithmetic clips boxes and measures errors. */
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { eitherOf } from '../eitherOf';
import type { Reading } from '../reading';
import { bindingsOf, classAround, reachingBinding } from './bindings';
import { chosenFor } from './chosen';
import { commentsOf } from './commented';
import { isOfList } from './comprehensions';
import { isCount } from './counts';
import { isCalledSo, isNameOf } from './naming';
import { hiddenValues, isHidden, isOfForward, isOfLayerOfSelf, isOfLayers } from './amongLayers';
import { isTextNeural } from './neural';
import { sciences } from './origin';
import { distinctness, isAsymmetric, isCommon, isRectifier } from './peculiarities';
import { isBiasedProduct, isShare, operandsOf } from './products';
import { isBareCurve, isPicturedAs } from './pictured';
import type { Place } from './place';
import { isWholeLayer } from './wholeLayer';
import type { Recognised } from './recognise';

/** A name that says activation: of a function, a class, or the variable that gets the value. */
const families = /sigm(?!a)|relu|tanh|elu$|gelu|silu|swish|mish|soft_?plus|square_?plus|sparse_?plus|soft_?max|soft_?sign|soft_?shrink|hard_?shrink|glu$|logistic/i;
/** Equations have nonlinear terms, and nonlinear systems. */
const activationWords = /activat|activac|ativac|attivaz|aktivier|aktivas|aktywac|(^|_)activ(_|$)|(^|_)act(_|$|\d)|non[_-]?lin(?!ear_(?!f(?:n|unc)|layer|unit|transform|map))|squash/i;
const lowerWords = /^(act|actv|nonlinearity)$/i;

/** Functions whose formulas are of derivatives or of errors, and those that clip what is no hidden value. */
const derivativeWords = /deriv|grad|backward|(^|_)bwd|backprop|prime|_back$|^d_?(sigm|relu|tanh|soft|gelu|swish|silu|act)|(^|_)(d|diff)$|jacob/i;
const lossWords = /loss|criterion|entropy|nll|(^|_)bce|(^|_)dice|focal|(^|_)kl(_|$)|kl_?div|likelihood|hinge|penalty|regulari|log_?prob|elbo|objective|cost|margin/i;
const otherWords = eitherOf(
  // Boxes and pictures.
  /iou|(?<![a-z])inter(?![a-z]|_?mediate)|intersect|overlap|box|area|clip|crop/i,
  /schedul|anneal|warm|color|colour|image|pixel|noise|plot|draw|(?<![a-z])metric|accuracy|distance|(^|_)dist/,
  // Attacks, the rewards of an agent, and what makes a model smaller.
  /perturb|advers|attack|pgd|fgsm|augment|reward|advantage|(?<![a-z])ratios?(?![a-z])|(^|_)lr(_|$)|quanti|q_?params?(?![a-z])|prun|threshold|(^|_)ranges?(_|$)/,
  // Sparse coding, and detection.
  /proximal|prox(_|$)|lasso|ista|nms|keypoint|render|normaliz|sample|coord/,
);

/** What has to be positive, as what a softplus gives is, `sigma = torch.log1p(torch.exp(rho))`, and what is kept from falling below 0 by rounding. */
const scales = /^_*(\w+_)?(sigmas?|std|stddev|stds|scales?|var|variances?|precision|concentration)(_\w+)?$/i;

/** What an agent does is kept within what it may do, in a method that is called `act`. */
const ofAgents = /(?<![a-z])actions?(?![a-z])/i;

/** Random and counted numbers, and logarithms of what is a probability already: they are brought to a sum of one without a network. */
const ofChance = /rand(n|int)?\b|random|normal\(|uniform\(|sample|arange|linspace|prior|posterior|log_?(prob|weight|lik|joint|dens|pdf)|log_?[pw]\b/i;

/** What is computed with symbols is mathematics, unless the text is about networks. */
export function isForeign(reading: Reading, packages: ReadonlySet<string>): boolean {
  return packages.has('sympy') && !isTextNeural(reading.tree);
}

/** Whether a formula at a place is meant as the activation that it computes. */
export function isMeant(reading: Reading, recognised: Recognised, place: Place, isOfArrays: boolean): boolean {
  if (isShare(reading.tree, place.node)) return false;
  if (isMeantByNames(reading, recognised, place, isOfArrays)) return true;
  if (distinctness(recognised.activation.id) === 'plain') return false;
  return commentsOf(reading.tree, place.node).some((comment) => isSaidBy(comment, recognised)) || (isOfArrays && !place.names.some(isOfDerivative) && isPicturedAs(reading, recognised, place.node));
}

/** `h = np.maximum(z, 0)  # ReLU` */
function isSaidBy(comment: string, { activation }: Recognised): boolean {
  return isNameOf(activation.id, comment) && !isOfDerivative(comment) && !isOfLoss(comment) && !otherWords.test(comment);
}

function isMeantByNames(reading: Reading, recognised: Recognised, place: Place, isOfArrays: boolean): boolean {
  const { names } = place;
  const activation = recognised.activation.id;
  const kind = distinctness(activation);
  if (kind === 'plain') return isPlainMeant(reading, recognised, place);
  if (names.some(isOfDerivative)) return kind === 'unmistakable' && isComputedAnew(reading.tree, activation, place);
  if (names[0] !== undefined && isCalledSo(activation, names[0])) return true;
  if (kind === 'ambiguous' && isOfCounts(reading, recognised)) return false;
  if (isBeforeLoss(reading, recognised, place)) return true;
  if ((kind === 'ambiguous' || isAsymmetric(activation)) && names.some(isOfLoss)) return false;
  if (names.some((name) => isNameOf(activation, name)) || chosenFor(reading.tree, place.node).some((name) => isNameOf(activation, name))) return true;
  if (activation === 'softplus' && scales.test(names[0] ?? '')) return isOfNetworks(reading);
  return kind === 'unmistakable' ? isMeantAnyhow(reading, recognised, place, isOfArrays) : isMeantHere(reading, recognised, place);
}

/** `max(0, int(limit))` */
function isOfCounts(reading: Reading, { inputs }: Recognised): boolean {
  return inputs.some(({ node }) => isCount(reading.tree, valueOf(reading, node)));
}

/** `s = 1 / (1 + np.exp(-z))` on the way to the derivative of the same: in `sigmoid_backward`, in what goes back through a `Sigmoid`, or by its own name. */
function isComputedAnew(tree: SyntaxTree, activation: string, { node, names: [variable = '', ...around] }: Place): boolean {
  return tree.kind(tree.parent(node)) === Kind.Assign && !isOfDerivative(variable) && [variable, ...around].some((name) => isNameOf(activation, name));
}

/** Whether arithmetic that often is no activation stands where it is one. */
function isMeantHere(reading: Reading, recognised: Recognised, place: Place): boolean {
  const { activation: { id: activation } } = recognised;
  const { names } = place;
  if (names.some((name) => otherWords.test(name) || ofAgents.test(name)) || isOfAgent(reading.tree, place.node)) return false;
  if (names.some((name) => speaksOf(activation, name))) return true;
  if (activation === 'softplus') return isOfForward(reading, place) && recognised.inputs.some(({ node: input }) => isOfLayerOfSelf(reading.tree, valueOf(reading, input)));
  return isRectifier(activation) && (isHidden(reading, recognised, place) || isOfLayer(reading, recognised, place) || isWholeLayer(reading.tree, recognised, place.node));
}

/** Whether a formula is of an action, or a part of what becomes one. */
function isOfAgent(tree: SyntaxTree, node: Node): boolean {
  const value = [Kind.BinOp, Kind.IfExp].includes(tree.kind(tree.parent(node))) ? tree.parent(node) : node;
  const statement = tree.kind(tree.parent(value)) === Kind.IfExp ? tree.parent(tree.parent(value)) : tree.parent(value);
  return ofAgents.test(tree.textOf(node)) || (tree.kind(statement) === Kind.Assign && ofAgents.test(tree.textOf(tree.firstChild(statement))));
}

/** What a network computes on the way to its loss, in a method that gives the loss: its hidden values, and the logarithms of a softmax. */
function isBeforeLoss(reading: Reading, recognised: Recognised, { node, names }: Place): boolean {
  const { tree } = reading;
  const { activation: { id } } = recognised;
  if (id === 'log-softmax') return names.some((name) => /soft_?max/i.test(name)) || (!names.some(isOfErrorsAlone) && isOfScores(reading, recognised));
  return isRectifier(id) && hiddenValues.test(names[0] ?? '') && tree.kind(node) === Kind.Call && operandsOf(tree, node).some((operand) => isOfLinearMap(reading, operand));
}

/** What a log-softmax gives is called a logarithm of probabilities, as terms of a loss are. */
function isOfErrorsAlone(name: string): boolean {
  return isOfLoss(name) && !/log_?p/i.test(name);
}

/** `logits - logsumexp(logits)`, or of what a layer gives: the weights of a mixture are normalised so too. */
function isOfScores(reading: Reading, { inputs: [input], isComposite }: Recognised): boolean {
  if (input === undefined || isComposite || !isOfNetworks(reading)) return false;
  const value = valueOf(reading, input.node);
  return logits.test(nameOf(reading.tree, input.node)) || isBiasedProduct(reading.tree, value) || isOfLayerOfSelf(reading.tree, value);
}

/** `activation = np.where(summation > 0, 1, 0)`: one of two numbers, which is called the activation of a unit; what counts active ones is none. */
function isFired(reading: Reading, { inputs: [input] }: Recognised, { node, names: [name = ''] }: Place): boolean {
  const { tree } = reading;
  const chooses = tree.kind(node) === Kind.IfExp || nameOf(tree, calleeOf(tree, node)) === 'where';
  return chooses && [name, tree.textOf(input?.node ?? NONE)].some((each) => /^activation$/i.test(each)) && isOfNetworks(reading);
}

/** Arithmetic that only a few places say is an activation. */
function isPlainMeant(reading: Reading, recognised: Recognised, place: Place): boolean {
  const { activation: { id } } = recognised;
  const chosen = isOfNetworks(reading) ? chosenFor(reading.tree, place.node) : [];
  // Of a kernel, a schedule or a window there is one of each name too.
  if (chosen.some((name) => isCalledSo(id, name)) && (id === 'binary-step' || [...place.names, ...chosen].some(saysAnyActivation))) return true;
  switch (id) {
    case 'binary-step':
      return isFired(reading, recognised, place);
    case 'scaled-tanh':
      return place.names.some((name, at) => (at === 0 && isCalledSo(id, name)) || bareActivation.test(name)) && isOfNetworks(reading);
    default:
      return id === 'sine' && isOfSine(reading, place.node);
  }
}

/** A function that is called an activation and nothing else; what it computes is meant for one. */
const bareActivation = /^_*(self_)?activat(e|ion)(_?f(n|unc|unction))?$/i;

/** `torch.sin(self.omega * self.linear(x))` in a layer that is called after its sine, as in networks that represent a signal. */
function isOfSine({ tree, names }: Reading, node: Node): boolean {
  const owner = classAround(tree, names, node);
  return owner !== NONE && isCalledSo('sine', nameOf(tree, owner)) && isOfLayers(tree, owner);
}

function isMeantAnyhow(reading: Reading, recognised: Recognised, { node: formula, names }: Place, isOfArrays: boolean): boolean {
  const { activation, inputs } = recognised;
  if (names.some(saysActivation) || inputs.some(({ node }) => reading.tree.textOf(node) === 'activation')) return true;
  if (((isCommon(activation.id) && !isOfArrays) || isOfList(reading.tree, formula)) && !isOfUnits(reading.tree, recognised, names)) return false;
  if (activation.kind === 'scalar' && !isCommon(activation.id) && isOfErrors(reading.tree, recognised, names)) return false;
  if (activation.id === 'gelu' && isOfExpectation(reading.tree, formula)) return false;
  if ((isCommon(activation.id) || activation.kind === 'vector') && [formula, ...inputs.map(({ node }) => node)].some((node) => ofChance.test(reading.tree.textOf(node)))) return false;
  if (activation.kind === 'vector' && inputs.some(({ node }) => logits.test(reading.tree.textOf(node)))) return true;
  return isOfNetworks(reading) || (isCommon(activation.id) && (isBareCurve(reading, recognised) || isOfUnit(reading, recognised, formula, names)));
}

/** `a1 = 1 / (1 + np.exp(-n1))` of `n1 = np.dot(w1, p) + b1`, in a script that says nothing else: a unit. Statistics call what it gives a probability. */
function isOfUnit(reading: Reading, { inputs: [input], isComposite }: Recognised, formula: Node, [name = '']: readonly string[]): boolean {
  if (input === undefined || /^(p|pi|pr|prob\w*|prop\w*)$/i.test(name) || reading.names.importedRoots.has('scipy')) return false;
  return isComposite ? isOfWrittenLayer(reading.tree, formula) : isBiasedProduct(reading.tree, valueOf(reading, input.node));
}

/** `1 / (1 + np.exp(-(w.dot(h) + b)))` */
function isOfWrittenLayer(tree: SyntaxTree, formula: Node): boolean {
  for (let inside = tree.firstInside(formula); inside < formula; inside++) {
    if (isBiasedProduct(tree, inside)) return true;
  }
  return false;
}

/** Lists of plain numbers are of anything, unless they are scores, or of what networks are made of. */
function isOfUnits(tree: SyntaxTree, { inputs: [input] }: Recognised, names: readonly string[]): boolean {
  const isOfUnit = names.some((name) => units.test(name)) && names.some((name) => forwards.test(name)) && !names.some((name) => otherWords.test(name));
  return isOfUnit || (input !== undefined && logits.test(tree.textOf(input.node)));
}

const units = /(neuron|perceptron|network|neural_?net|layer|nn)$/i;
const forwards = /^_*(forward|feed|call|activat|output|out$|predict|fire|run|compute|calc|propagat|think|guess|query)|_output$/i;
const logits = /(^|_)logits?$/i;

/** `sigmoid(mse_loss / 5) * mse_loss`: an error that is weighed by its size. */
function isOfErrors(tree: SyntaxTree, { inputs }: Recognised, [name = '']: readonly string[]): boolean {
  return isOfLoss(name) || inputs.some(({ node }) => isOfLoss(tree.textOf(node)));
}

/** `z * norm.cdf(z) + norm.pdf(z)`: by how much a random number exceeds another, as Bayesian optimisation asks. */
function isOfExpectation(tree: SyntaxTree, formula: Node): boolean {
  const parent = tree.parent(formula);
  return tree.kind(parent) === Kind.BinOp && /pdf|phi/i.test(tree.textOf(parent));
}

export function saysActivation(name: string): boolean {
  return families.test(name) || saysAnyActivation(name);
}

function saysAnyActivation(name: string): boolean {
  return activationWords.test(name) || lowerWords.test(name) || /Act$|Activation|Nonlinear/.test(name);
}

/** Whether a name says activation, and no other than this one: what is clipped in `hard_sigmoid` is no clipped ReLU. */
export function speaksOf(activation: string, name: string): boolean {
  const family = families.exec(name)?.[0].toLowerCase().replace('_', '');
  return family === undefined ? saysAnyActivation(name) : activation.replaceAll('-', '').includes(family);
}

export function isOfDerivative(name: string): boolean {
  return derivativeWords.test(name);
}

export function isOfLoss(name: string): boolean {
  return lossWords.test(name);
}

function isOfLayer(reading: Reading, { inputs: [input], isComposite }: Recognised, { node, names }: Place): boolean {
  const { tree } = reading;
  if (input === undefined || [...names, reading.tree.textOf(input.node)].some((name) => scales.test(name))) return false;
  if (isComposite) return isOfNetworks(reading) && isLayerInTurn(tree, node);
  return isOfLinearMap(reading, input.node) || (isOfNetworks(reading) && isLayer(reading.tree, valueOf(reading, input.node)));
}

/** `x = np.maximum(0, np.dot(w, x) + b)`: layer after layer takes what the one before gives. */
function isLayerInTurn(tree: SyntaxTree, node: Node): boolean {
  const target = tree.firstChild(tree.parent(node));
  if (tree.kind(node) !== Kind.Call || tree.kind(tree.parent(node)) !== Kind.Assign || tree.kind(target) !== Kind.Name) return false;
  const isOfTarget = new RegExp(`\\b${tree.textOf(target)}\\b`);
  return operandsOf(tree, node).some((operand) => isBiasedProduct(tree, operand) && isOfTarget.test(tree.textOf(operand)));
}

/** `conv(x, 5, 1, 16)`, `dense(x, 128)`: a layer that is a function. */
function isLayer(tree: SyntaxTree, call: Node): boolean {
  return tree.kind(call) === Kind.Call && layerFunction.test(nameOf(tree, calleeOf(tree, call)));
}

const layerFunction = /^_*(de)?(conv([123]d)?|convolution([123]d)?|lin|linear|dense|fc|fully_?connected|affine)(_?layer|_forward)?$/i;

/** Whether a value is a product of matrices with its bias, written there or bound to the variable. */
function isOfLinearMap(reading: Reading, node: Node): boolean {
  return isOfNetworks(reading) && isBiasedProduct(reading.tree, valueOf(reading, node));
}

/** What a variable was given last; of anything else itself. */
function valueOf(reading: Reading, node: Node): Node {
  const { tree, names } = reading;
  const binding = tree.kind(node) === Kind.Name ? reachingBinding(tree, names, bindingsOf(reading), node) : undefined;
  return binding?.value || node;
}

/** Whether networks are what a file is about, so that a function of arrays needs no name to be one of theirs. */
export function isOfNetworks(reading: Reading): boolean {
  return reading.scope.some(({ id }) => !sciences.has(id)) || (['numpy', 'cupy', 'autograd'].some((root) => reading.names.importedRoots.has(root)) && isTextNeural(reading.tree));
}
