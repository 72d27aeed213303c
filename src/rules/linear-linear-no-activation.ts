import { inserted } from '../documents/edit';
import type { Application } from '../models/facts';
import { addsVariable, isProductWithVariable, sizesOfProduct } from '../models/linearMaps';
import { constantArgument, consumersOf, lastOperation, shortName } from '../models/questions';
import { unknown, type Layer, type Value } from '../models/values';
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { Kind, type Node } from '../python/syntax';
import { eitherOf } from '../usages/eitherOf';
import { addArgument, isTestFile, linesOf, nameOfCall } from './places';
import { rowsMadeInLoops } from './repeatedLayers';
import { defineRule, type Confidence, type Finding, type Fix, type RuleFile } from './rule';

export const linearLinearNoActivation = defineRule({
  id: 'linear-linear-no-activation',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'One linear layer follows another with nothing between that is not linear.',
    why: 'Two linear layers in a row are one: W2(W1 x + b1) + b2 = (W2 W1) x + (W2 b1 + b2). Between 784 and 10 features a hidden layer of 256 then costs 203,530 parameters '
      + 'for what 7,850 can do.',
    bad: `from torch import nn

model = nn.Sequential(
    nn.Linear(784, 256),
    nn.Linear(256, 10),
)
`,
    good: `from torch import nn

model = nn.Sequential(
    nn.Linear(784, 256),
    nn.ReLU(),
    nn.Linear(256, 10),
)
`,
    whenNot: 'A layer that is narrower than both sides is a factorisation of low rank, as in LoRA and adapters, and is meant so. Projections, embeddings and tied '
      + 'weights are linear on purpose.',
    references: [
      { title: 'A maintainer finds that it looks like an error', url: 'https://github.com/nutonomy/nuscenes-devkit/issues/728' },
      { title: 'Two such layers merged, with the same results', url: 'https://github.com/stanfordnlp/stanza/pull/1610' },
    ],
  },
  *check(file) {
    for (const second of file.facts.applications) {
      const first = linearLayerOf(second) && lastOperation(second.inputs[0] ?? { kind: 'unknown' });
      const confidence = first ? confidenceFor(file, first, second) : undefined;
      if (!first?.layer || !second.layer || confidence === undefined) continue;
      yield {
        span: file.spanOf(calleeOf(file.tree, second.layer.node)),
        message: `${shortName(first.layer.name)} and ${shortName(second.layer.name)} with nothing between are one linear layer${sizesOf(first.layer, second.layer)}. Put an activation between them.`,
        related: [{ span: file.spanOf(first.layer.node), message: 'The linear layer before it' }],
        confidence, fix: fixFor(file, first.layer),
      };
    }
    yield* inLoops(file);
    yield* withoutLayers(file);
    yield* madeAndApplied(file);
  },
});

/** As a hint, since how often the loop goes round, and how wide the layers are, is not known. */
function* inLoops(file: RuleFile): Iterable<Finding> {
  if (isTestFile(file)) return;
  for (const { first, second } of rowsMadeInLoops(file, (layer) => isPlain(layer) && !isMeantSo(file, layer))) {
    yield {
      span: file.spanOf(calleeOf(file.tree, second.node)), confidence: 'hint',
      message: first === second
        ? `The loop puts one ${shortName(first.name)} behind the other with nothing between: together they are one linear layer. Put an activation between them.`
        : `Behind the loop that makes linear layers, with nothing between, this ${shortName(second.name)} makes one linear layer with the last of them.`,
      related: first === second ? [] : [{ span: file.spanOf(first.node), message: 'The linear layer before it' }],
    };
  }
}

/** `tf.matmul(tf.matmul(x, w1) + b1, w2)`, where the weights and the bias are variables. */
function* withoutLayers(file: RuleFile): Iterable<Finding> {
  if (isTestFile(file)) return;
  for (const second of file.facts.applications) {
    const sum = isProductWithVariable(second) ? lastOperation(second.inputs[0] ?? unknown) : undefined;
    const first = sum && addsVariable(sum) ? lastOperation(sum.inputs[0] ?? unknown) : undefined;
    if (!sum || !first || !isProductWithVariable(first) || first.run !== second.run || isUsedElsewhere(file, sum)) continue;
    if (meant.test(targetOf(file.tree, first.node)) || isNarrowBetween(file, first, second)) continue;
    yield {
      span: nameOfCall(file, second.node),
      message: 'This product takes the result of another with nothing between that is not linear: together they are one linear layer. Put an activation between them.',
      related: [{ span: file.spanOf(first.node), message: 'The product before it' }],
    };
  }
}

/** Products by way of fewer features than on both sides: a factorisation, or features to look at. */
function isNarrowBetween(file: RuleFile, first: Application, second: Application): boolean {
  const [inputs, width] = sizesOfProduct(file, first);
  const [, outputs] = sizesOfProduct(file, second);
  return inputs !== undefined && width !== undefined && outputs !== undefined && width < inputs && width < outputs;
}

/** `tf.layers.dense(tf.layers.dense(x, 64), 10)`, as in TensorFlow 1, where a call makes the layer and applies it. */
function* madeAndApplied(file: RuleFile): Iterable<Finding> {
  if (isTestFile(file)) return;
  for (const second of file.facts.applications) {
    const first = isMadeAndApplied(second) ? lastOperation(second.inputs[0] ?? unknown) : undefined;
    if (!first || !isMadeAndApplied(first) || first.run !== second.run || isUsedElsewhere(file, first) || meant.test(targetOf(file.tree, first.node))) continue;
    const [units, outputs] = [constantArgument(first, 'units'), constantArgument(second, 'units')];
    if (typeof units !== 'number' || typeof outputs !== 'number' || units < outputs) continue;
    yield {
      span: nameOfCall(file, second.node), message: 'dense and dense with nothing between are one linear layer. Put an activation between them.',
      related: [{ span: file.spanOf(first.node), message: 'The layer before it' }],
      fix: { title: 'Add activation=tf.nn.relu', edits: addArgument(file.tree, first.node, 'activation=tf.nn.relu') },
    };
  }
}

function isMadeAndApplied({ kind, name }: Application): boolean {
  return kind === 'linear' && name === 'tf.layers.dense';
}

const dense: ReadonlySet<string> = new Set([
  'torch.nn.Linear', 'torch.nn.LazyLinear', 'keras.layers.Dense', 'flax.linen.Dense', 'flax.nnx.Linear', 'haiku.Linear', 'equinox.nn.Linear',
  'paddle.nn.Linear', 'mindspore.nn.Dense', 'mlx.nn.Linear', 'mxnet.gluon.nn.Dense',
]);

/** The layer of an application that multiplies by weights, whatever activation it has behind that. */
function linearLayerOf({ kind, layer }: Application): Layer | undefined {
  return kind === 'linear' && layer && dense.has(layer.name) && !layer.mayHaveMore ? layer : undefined;
}

/** The layer of an application, if all it does is to multiply by weights. */
function plainLayerOf({ kind, layer }: Application): Layer | undefined {
  return kind === 'linear' && layer && isPlain(layer) ? layer : undefined;
}

function isPlain({ name, activation, mayHaveMore }: Layer): boolean {
  return dense.has(name) && activation === undefined && !mayHaveMore;
}

function confidenceFor(file: RuleFile, first: Application, second: Application): Confidence | undefined {
  const [before, after] = [plainLayerOf(first), linearLayerOf(second)];
  if (!before || !after || before === after || file.tree.kind(before.node) !== Kind.Call || file.tree.kind(after.node) !== Kind.Call) return undefined;
  if ((first.run !== second.run && !beginsSequential(first, second)) || (isUsedElsewhere(file, first) && !isOfHeads(first))) return undefined;
  if ([before, after].some((layer) => isMeantSo(file, layer)) || isHooked(file, before) || isHooked(file, after) || runsOverAnother(first, second) || isBehindIdentity(first, second)) return undefined;
  const isOpen = first.run !== second.run || before.node === after.node || isTakenOut(file, before.node, after.node) || isTakenOut(file, first.node, second.node);
  return isOpen ? 'hint' : bySizes(before, after);
}

/** `# nn.ReLU(),` between the two: somebody has tried it without. */
function isTakenOut({ tree }: RuleFile, before: Node, after: Node): boolean {
  return /^[ \t]*#.*(relu|elu|silu|swish|mish|tanh|sigmoid|softplus|activation|\bact)\w*\(/im.test(tree.text.slice(tree.end(before), tree.start(after)));
}

/** What a hook returns takes the place of what the layer was given or gives. */
function isHooked({ facts }: RuleFile, layer: Layer): boolean {
  return facts.methodCalls.some(({ name, receiver }) => receiver === layer && /^register_forward_(pre_)?hook$/.test(name));
}

/** Over another axis than the first: behind a transposition, or where one feature is squeezed away. */
function runsOverAnother(first: Application, second: Application): boolean {
  return stepsBetween(first, second).some(({ name }) => turning.test(shortName(name)) || (shortName(name) === 'squeeze' && first.layer?.units === 1));
}

/** An identity stands where an activation might: somebody chose it. */
function isBehindIdentity(first: Application, second: Application): boolean {
  return stepsBetween(first, second).some(({ kind, activation }) => kind === 'identity' || activation?.id === 'identity');
}

/** What leaves the values as they are between two layers, the last first. */
function stepsBetween(first: Application, second: Application): readonly Application[] {
  const steps: Application[] = [];
  for (let value = second.inputs[0]; value?.kind === 'tensor' && value.source !== undefined && value.source !== first; value = value.source.inputs[0]) steps.push(value.source);
  return steps;
}

const turning = /^(transpose|permute|swapaxes|swapdims|movedim|moveaxis|t|rearrange|einsum)$/;

/** A layer that is narrower than both sides is a factorisation; where a size is not known it may be one. What expects other features stands behind a reshape. */
function bySizes(before: Layer, after: Layer): Confidence | undefined {
  const { inputs, units } = before;
  if (units === undefined || before.arguments.has('activation')) return 'hint';
  if (after.inputs !== undefined && after.inputs !== units) return undefined;
  if (units < (inputs ?? Infinity) && units < (after.units ?? Infinity)) return inputs !== undefined && after.units !== undefined ? undefined : 'hint';
  return 'likely';
}

/** `self.head(self.fc(x))`, where the head is a Sequential that begins with a linear layer. */
function beginsSequential(first: Application, second: Application): boolean {
  return second.run.self?.kind === 'layer' && second.run.parent === first.run && first.run.self?.kind !== 'layer';
}

/** Several linear layers read it, each of which ends the model, as actor and critic do: at most an activation follows. */
function isOfHeads({ output }: Application): boolean {
  if (output.kind !== 'tensor' || output.uses.length < 2) return false;
  return output.uses.every((use) => plainLayerOf(use) && consumersOf(use).every(({ kind, output: last }) => kind === 'activation' && last.kind === 'tensor' && last.uses.length === 0));
}

/** Queries, keys and values, branches of a gate, or features that the model gives as well. */
function isUsedElsewhere({ facts }: RuleFile, { output }: Application): boolean {
  if (output.kind !== 'tensor') return true;
  const readers = new Set(output.uses.map(({ node }) => node));
  return readers.size > 1 || facts.models.some((model) => holds(model.output, output, 0));
}

function holds(value: Value, sought: Value, depth: number): boolean {
  if (value === sought) return true;
  if (depth > 4) return false;
  if (value.kind === 'tuple') return value.items.some((item) => holds(item, sought, depth + 1));
  if (value.kind === 'alternatives') return value.values.some((item) => holds(item, sought, depth + 1));
  return (value.kind === 'list' || value.kind === 'dictionary') && [...value.slots.values.values()].some((item) => holds(item, sought, depth + 1));
}

const meant = eitherOf(
  /lora|low_?rank|rank|adapter|bottleneck|proj|embed|emb\b|latent/i,
  /quer|key|value|qkv|\bto_|_[qkv]\b|\b[qkv]\b/,
  /down|up\b|linear_?(net|model|probe|auto)|deep_?linear|factor|tie|merge|compress|reduc|squeeze|encoder/,
);
/** A network of values or keys is none of an attention. */
const meantAround = /lora|low_?rank|adapter|bottleneck|proj|embed|attention|linear_?(net|model|probe|auto)|deep_?linear|factor|compress|encoder/i;

/** What a layer is called, and the class and function around it, tell a linear map that is wanted; so do weights that the program sets. */
function isMeantSo({ tree, names }: RuleFile, { node, slots }: Layer): boolean {
  if (slots.values.has('weight')) return true;
  if (meant.test(targetOf(tree, node)) || meantAround.test(names.scopePath(node))) return true;
  if (callArguments(tree, node).some(({ keyword, value }) => isNarrowName(tree, value) || isMisspelt(keyword))) return true;
  return /#.*\b(linear|no activation|bottleneck|project)/i.test(linesOf(tree, node)) || isCalledLinear(tree, node);
}

/** `activaton="relu"` is refused when it runs: what is missing is a letter. */
function isMisspelt(keyword: string | undefined): boolean {
  return keyword !== undefined && /^activ/.test(keyword) && keyword !== 'activation' && keyword !== 'activity_regularizer';
}

/** `nn.Linear(width, bottleneck_size)`. */
function isNarrowName(tree: RuleFile['tree'], size: Node): boolean {
  return [Kind.Name, Kind.Attribute].includes(tree.kind(size)) && /lora|rank|bottleneck/i.test(nameOf(tree, size));
}

/** `# our linear model`, above the statement. */
function isCalledLinear(tree: RuleFile['tree'], node: Node): boolean {
  let statement = node;
  while (tree.kind(tree.parent(statement)) !== Kind.Block && tree.parent(statement) !== tree.root && tree.parent(statement)) statement = tree.parent(statement);
  const before = /(?:^[ \t]*#.*\n)+[ \t]*$/m.exec(tree.text.slice(Math.max(0, tree.start(statement) - 400), tree.start(statement)))?.[0];
  return before !== undefined && /\blinear (model|map|network|net|classifier|regression)\b/i.test(before);
}

/** What the statement that makes it assigns to. */
function targetOf(tree: RuleFile['tree'], node: Node): string {
  for (let at = node; at; at = tree.parent(at)) {
    if (tree.kind(at) === Kind.Assign) return tree.textOf(tree.firstChild(at));
  }
  return '';
}

function sizesOf({ inputs, units }: Layer, { units: outputs }: Layer): string {
  const sides = [inputs, units, outputs].filter((size) => size !== undefined);
  return inputs !== undefined && outputs !== undefined ? ` from ${inputs} to ${outputs} features, of rank ${Math.min(...sides)} at most` : '';
}

/** In a list of layers an nn.ReLU behind the first; a Dense of Keras is told so. */
function fixFor(file: RuleFile, { node, name }: Layer): Fix | undefined {
  const { tree } = file;
  if (name === 'keras.layers.Dense' && callArguments(tree, node).some(({ keyword }) => keyword === 'activation')) return undefined;
  if (name === 'keras.layers.Dense') return { title: 'Add activation="relu"', edits: addArgument(tree, node, 'activation="relu"') };
  const callee = calleeOf(tree, node);
  if (!isItemInOrder(tree, node) || tree.kind(callee) !== Kind.Attribute || nameOf(tree, callee) !== 'Linear' || !name.startsWith('torch.')) return undefined;
  const module = tree.textOf(tree.firstChild(callee));
  const indent = /\n[ \t]*$/.exec(tree.text.slice(0, tree.start(node)))?.[0];
  return { title: 'Put a ReLU between them', edits: [inserted(tree.end(node), `,${indent ?? ' '}${module}.ReLU()`)] };
}

/** Of a Sequential, or of a list; who holds modules in a ModuleList asks for them by their places. */
function isItemInOrder(tree: RuleFile['tree'], node: Node): boolean {
  const parent = tree.parent(node);
  const holder = tree.kind(parent) === Kind.List ? tree.parent(parent) : parent;
  const holds = tree.kind(holder) === Kind.Call ? nameOf(tree, calleeOf(tree, holder)) : undefined;
  return holds === undefined ? tree.kind(parent) === Kind.List : holds === 'Sequential';
}
