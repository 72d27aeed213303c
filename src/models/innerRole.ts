/** What an activation is for inside its model, by what becomes of its values. */
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import type { Application } from './facts';
import { consumersOf, endingsOf, isMultiplication, lastActivations, lastOperation, shortName } from './questions';
import { isProductWithVariable } from './linearMaps';
import { canOpen, isAmbiguous, isInDerivative, isInLoss, isOfItself, isValue, normalising } from './role';
import type { Role } from './situation';
import { numberOf, unknown, type Run, type Value } from './values';
import type { OperationKind } from './vocabulary/vocabulary';

export function innerRoleOf(tree: SyntaxTree, application: Application): Exclude<Role, 'output'> {
  const consumers = consumersOf(application);
  const id = application.activation?.id;
  if (id === 'softmax' && consumers.some(({ kind }) => kind === 'product')) return 'attention';
  const isGate = !isDifferentiated(application, consumers) && consumers.some((consumer) => isGated(tree, consumer, application) || opensChanged(tree, consumer, application));
  if (!isGate) return 'hidden';
  return !normalising.has(id ?? '') ? 'gate' : consumers.flatMap(consumersOf).some(isSum) ? 'attention' : 'hidden';
}

/** Shares of one whole weigh what is added up. */
function isSum({ kind, name }: Application): boolean {
  return kind === 'reduction' && /(^|\.|_)sum$/.test(name);
}

/** `x * F.interpolate(sigmoid(y), …)`, and `x * (2 * sigmoid(y))` */
function opensChanged(tree: SyntaxTree, changed: Application, factor: Application): boolean {
  if (!/interpolate|upsample/i.test(shortName(changed.name)) && !isScaling(changed)) return false;
  return consumersOf(changed).some((consumer) => isGated(tree, consumer, { ...factor, output: changed.output }));
}

function isScaling(application: Application): boolean {
  return isMultiplication(application) && application.inputs.some((input) => numberOf(input) !== undefined);
}

/** Layers after which nothing is an output any more. */
const goesOn: ReadonlySet<OperationKind> = new Set<OperationKind>(['linear', 'convolution', 'normalisation', 'recurrent', 'attention']);

/** Undefined where nothing that follows tells: hidden is only what another layer reads. */
export function roleSeen(tree: SyntaxTree, application: Application): Exclude<Role, 'output'> | undefined {
  const inner = innerRoleOf(tree, application);
  if (inner !== 'hidden') return inner;
  const reading = readersOf(application).filter((consumer) => goesOn.has(consumer.kind) || isProductWithVariable(consumer));
  if (reading.some((consumer) => isOfOtherModel(tree, application, consumer)) || scoresAttention(application)) return undefined;
  return reading.some((reader) => !normalising.has(application.activation?.id ?? '') || isUnitsBetween(application, reader)) ? 'hidden' : undefined;
}

/** Whether a layer makes scores of its values that softmax makes weights of: the studies of hidden layers say nothing of a tanh in there. */
export function scoresAttention(application: Application): boolean {
  if (!isAmbiguous(application.activation?.id ?? '')) return false;
  const scores = consumersOf(application).filter(({ kind }) => kind === 'linear').flatMap(consumersOf);
  // What is attended to as a whole, as all nodes of one kind, is scored by the mean over them.
  const means = scores.filter(({ kind, name }) => kind === 'reduction' && /(^|\.|_)mean$/.test(name)).flatMap(consumersOf);
  const shares = [...scores, ...means].filter(({ activation }) => normalising.has(activation?.id ?? ''));
  return shares.some((share) => consumersOf(share).some((consumer) => consumer.kind === 'product' || isMultiplication(consumer)));
}

export function givesToOther(tree: SyntaxTree, application: Application): boolean {
  return readersOf(application).some((consumer) => goesOn.has(consumer.kind) && isOfOtherModel(tree, application, consumer));
}

const mostPoolings = 4;

/** What is only made smaller or larger is an output as much as before. */
function readersOf(application: Application, poolings = 0): readonly Application[] {
  return consumersOf(application).flatMap((consumer) => (consumer.kind === 'pooling' && poolings < mostPoolings ? readersOf(consumer, poolings + 1) : [consumer]));
}

/**
 * Probabilities that another part of the model reads, that are no layer's, or that a convolution takes the mean of, are what they are. Between two dense
 * layers they are units.
 */
function isUnitsBetween({ layer, inputs: [input], run }: Application, reader: Application): boolean {
  const before = input?.kind === 'tensor' ? input.source?.kind : undefined;
  return reader.kind === 'linear' && reader.layer !== undefined && reader.run === run && !isAdded(reader) && (layer?.layer.type === 'linear' || before === 'linear');
}

/** What a network thinks halfway is told to the rest of it by a sum; nothing goes through the probabilities alone. */
function isAdded(reader: Application): boolean {
  return consumersOf(reader).some(({ kind, name, inputs }) => kind === 'arithmetic' && name === '+' && inputs.every((input) => input.kind !== 'constant'));
}

/** What one model gives to another, as a generator to a discriminator, is no hidden layer of either, unless both are parts of one that is being applied. */
function isOfOtherModel(tree: SyntaxTree, giving: Application, taking: Application): boolean {
  const [inner, outer] = [runsFrom(giving.run), runsFrom(taking.run)];
  const common = inner.find((run) => outer.includes(run));
  if (common === undefined) return false;
  const [from, to] = [inner[inner.indexOf(common) - 1], outer[outer.indexOf(common) - 1]];
  const mayBeMeant = isAmbiguous(giving.activation?.id ?? '');
  if (common.self !== undefined && forward.test(nameOf(tree, common.node))) return mayBeMeant && isOfOtherClass(from, to);
  if (from?.self !== undefined && to?.self !== undefined && from.self !== to.self) return true;
  return mayBeMeant && from !== undefined && to !== undefined && from.node !== to.node;
}

/** A mask, an image or a code that a part of its own makes is what that part is for. */
function isOfOtherClass(from: Run | undefined, to: Run | undefined): boolean {
  return from?.self?.kind === 'instance' && !(to?.self?.kind === 'instance' && to.self.class === from.self.class);
}

function runsFrom(run: Run): readonly Run[] {
  const runs: Run[] = [];
  for (let at: Run | undefined = run; at; at = at.parent) runs.push(at);
  return runs;
}

/** What the libraries call the method that applies a model. */
const forward = /^(?:hybrid_)?forward$|^(?:__)?call(?:__)?$|^construct$/;

const bounded = ['sigmoid', 'hard-sigmoid', 'softmax'];

/**
 * A product with another tensor, which is not itself the gate of this one, nor another probability. Of what a model gives, or of probabilities, a factor of which nothing is known
 * picks some as often as it is gated.
 */
function isGated(tree: SyntaxTree, product: Application, factor: Application): boolean {
  const { inputs, run } = product;
  if (!isMultiplication(product)) return false;
  const others = inputs.filter((input) => input !== factor.output);
  if (others.some((other) => other.kind === 'constant' || isLogarithm(other) || isComparison(other) || isMadeOf(other, factor))) return false;
  const id = factor.activation?.id ?? '';
  if ((!canOpen(id) && id !== 'softmax') || isInLoss(tree, product.node) || !isWrittenWithValue(tree, product, factor)) return false;
  if (id === 'relu' && !others.some((other) => isOfLayer(other))) return false;
  const isInside = run === factor.run || forward.test(nameOf(tree, run.node));
  if ((!isInside || id === 'softmax') && others.some((other) => other.kind !== 'tensor' || lastOperation(other)?.kind === 'fill')) return false;
  const isAlike = others.some((other) => lastOperation(other)?.activation?.id === id);
  return !isAlike && (bounded.includes(id) || !others.some(isShare));
}

/** Whether the other factor is written as something that may be let through; where it is not seen which of them that is, it may. */
function isWrittenWithValue(tree: SyntaxTree, { node, inputs }: Application, factor: Application): boolean {
  const [left, right, ...more] = factorsOf(tree, node);
  if (left === undefined || right === undefined || more.length > 0) return true;
  const pairs = [[left, right], [right, left]] as const;
  if (pairs.some(([side, other]) => (side === factor.node && isOfItself(tree, side, other)) || (tree.kind(side) === Kind.Call && isInDerivative(tree, side, other)))) return false;
  const place = inputs.findIndex((input) => endingsOf(input).includes(factor));
  return inputs.length !== 2 || place < 0 || isValue(tree, place === 0 ? right : left);
}

/** `a * b`, `torch.mul(a, b)`, `a.mul(b)` */
function factorsOf(tree: SyntaxTree, product: Node): readonly Node[] {
  if (tree.kind(product) !== Kind.Call) return tree.kind(product) === Kind.BinOp ? tree.children(product) : [];
  const callee = calleeOf(tree, product);
  const given = callArguments(tree, product).map(({ value }) => value);
  return given.length === 1 && tree.kind(callee) === Kind.Attribute ? [tree.firstChild(callee), ...given] : given;
}

/** So many factors, one within the other, no derivative has. */
const mostFactors = 8;

/** A derivative has the function in each factor: `y * (1 - y)`, whatever else it is multiplied with. */
function isMadeOf(value: Value, factor: Application, depth = 0): boolean {
  const last = lastOperation(value);
  if (last === undefined || last.kind !== 'arithmetic' || depth > mostFactors) return false;
  return last.inputs.includes(factor.output) || (isMultiplication(last) && last.inputs.some((input) => isMadeOf(input, factor, depth + 1)));
}

/** `error * y * (1 - y)`: where its derivative is written out, whatever else it is multiplied with is a part of a gradient. */
function isDifferentiated(factor: Application, consumers: readonly Application[]): boolean {
  const rests = consumers.filter(({ kind, name, inputs: [left] }) => kind === 'arithmetic' && name === '-' && numberOf(left) === 1);
  return rests.some((rest) => consumersOf(rest).filter(isMultiplication).some(({ inputs }) => inputs.some((other) => other !== rest.output && (other === factor.output || isMadeOf(other, factor)))));
}

/** A rectifier that is multiplied with anything else is a spline, a hinge or a mask as often as a gate. */
function isOfLayer(value: Value): boolean {
  const last = lastOperation(value, { selections: true });
  return last !== undefined && goesOn.has(last.kind);
}

/** `(t >= least) * t` keeps some of it. */
function isComparison(value: Value): boolean {
  return lastOperation(value)?.kind === 'comparison';
}

/** What it is multiplied with gives an entropy. */
function isLogarithm(value: Value): boolean {
  const last = lastOperation(value);
  const [only, ...others] = last?.kind === 'arithmetic' ? last.inputs : [];
  return last?.kind === 'logarithm' || last?.activation?.id === 'log-softmax' || (only !== undefined && others.length === 0 && isLogarithm(only));
}

/** A gate, or what it leaves over: `1 - z`. */
function isShare(value: Value): boolean {
  const last = lastOperation(value);
  const [left, right = unknown] = last?.kind === 'arithmetic' && last.name === '-' ? last.inputs : [];
  return [value, ...(left?.kind === 'constant' ? [right] : [])].some((each) => lastActivations(each, bounded).length > 0);
}
