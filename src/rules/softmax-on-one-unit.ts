import type { Application, LossUse } from '../models/facts';
import { givesRawScores, lastActivations, lastOperation, originOf, shortName } from '../models/questions';
import { callArguments } from '../python/parts';
import { Kind } from '../python/syntax';
import { replaced } from '../documents/edit';
import { placeOf, removal } from './places';
import { defineRule, type Confidence, type Finding, type Fix, type RuleFile } from './rule';

export const softmaxOnOneUnit = defineRule({
  id: 'softmax-on-one-unit',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'A softmax runs over an axis that has one value.',
    why: 'Softmax of one value is e^x / e^x = 1, whatever x is. The output is always 1.0 and its gradient always 0, so that nothing is learned through it. '
      + 'Only a cross-entropy of Keras on TensorFlow looks behind it: there the model learns, and still predicts 1.0 for everything.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="softmax"),
])
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
`,
    whenNot: 'Attention pooling gives each step one score and normalises over the steps: there the axis is that of the steps, and nothing is wrong.',
    references: [
      { title: 'Keras: softmax over one value is always 1', url: 'https://github.com/keras-team/keras/issues/500' },
      { title: 'Keras: asked to be an error', url: 'https://github.com/keras-team/keras/issues/18909' },
    ],
  },
  *check(file) {
    for (const application of file.facts.applications) {
      const confidence = confidenceFor(file, application);
      if (confidence === undefined) continue;
      const isValue = isPredictedValue(file, application);
      const outcome = looksBehind(file, application) ? 'predicts the same for everything' : 'cannot learn';
      const instead = isValue ? 'A value that is predicted needs none.' : 'Use a sigmoid, or one unit for each class.';
      yield {
        span: placeOf(file, application),
        message: `Softmax over one value is always 1.0, and its gradient 0: the model ${outcome}. ${instead}`,
        related: unitRelated(file, application),
        confidence,
        fix: isValue ? without(file, application) : sigmoidFor(file, application),
      };
    }
    yield* insideLosses(file);
  },
});

/** A cross-entropy applies its softmax to scores of one class: `CrossEntropyLoss()(nn.Linear(8, 1)(x), y)`. */
function* insideLosses(file: RuleFile): Iterable<Finding> {
  for (const use of file.facts.losses) {
    const last = use.expects === 'logits' && use.loss.loss.task === 'multi-class' && /cross_?entropy/i.test(use.loss.name) ? lastOperation(use.input) : undefined;
    const confidence = last && givesRawScores(last) ? confidenceOfClasses(use) : undefined;
    if (last === undefined || confidence === undefined) continue;
    yield {
      span: file.spanOf(use.node), confidence,
      message: `${shortName(use.loss.name)} applies softmax to one value, which gives 1.0: the loss is 0 whatever the model says. Use a binary cross-entropy with logits, or one unit for each class.`,
      related: [{ span: file.spanOf(originOf(last)), message: 'The layer with one unit' }],
    };
  }
}

/** Classes stand on axis 1 in PyTorch and on the last in other libraries; with more axes a layer over the last may have something else on axis 1. */
function confidenceOfClasses({ input, loss }: LossUse): Confidence | undefined {
  if (input.kind !== 'tensor' || input.features?.size !== 1) return undefined;
  const { features: { axis }, rank } = input;
  if (!/^(torch|paddle|mindspore|chainer)\./.test(loss.name)) return axis === -1 ? 'certain' : undefined;
  if (axis === 1 || rank === 2) return 'certain';
  return axis === -1 && rank === undefined ? 'likely' : undefined;
}

function confidenceFor({ facts }: RuleFile, application: Application): Confidence | undefined {
  const { activation, axis, inputs: [input] } = application;
  if (activation?.id !== 'softmax' && activation?.id !== 'log-softmax') return undefined;
  if (input?.kind !== 'tensor' || input.features?.size !== 1) return undefined;
  const { axis: unitAxis } = input.features;
  const over = axis === 'missing' ? defaultAxis(application) : axis;
  if (over === undefined) return undefined;
  if (over === unitAxis || (input.rank !== undefined && normal(over, input.rank) === normal(unitAxis, input.rank))) return 'certain';
  // Weights of attention pooling over axis 1 never are what a loss compares with a target.
  const reachesLoss = facts.losses.some((use) => lastActivations(use.input, [activation.id]).includes(application));
  return over === 1 && unitAxis === -1 && input.rank === undefined && reachesLoss ? 'likely' : undefined;
}

/** A cross-entropy of Keras takes the scores behind an activation on TensorFlow, so that the model learns what it never says. */
function looksBehind({ facts }: RuleFile, { activation }: Application): boolean {
  return facts.losses.some(({ loss, input }) => loss.name.startsWith('keras.') && loss.loss.fromLogits !== undefined
    && lastActivations(input, [activation?.id ?? '']).some((last) => last.activation?.node === activation?.node));
}

/** Compared with a target that may be any number. */
function isPredictedValue({ facts }: RuleFile, { activation, node }: Application): boolean {
  const receiving = facts.losses.filter(({ input }) => lastActivations(input, [activation?.id ?? '']).some((last) => last.node === node));
  return receiving.length > 0 && receiving.every(({ loss }) => loss.loss.task === 'regression');
}

/** Chainer takes the second axis, and all others but PyTorch and the core of MLX the last. */
function defaultAxis({ name, activation }: Application): number | undefined {
  if (name.startsWith('chainer.')) return 1;
  return /^(torch|mlx\.core)\./.test(name) || activation?.usage?.framework === 'pytorch' ? undefined : -1;
}

function normal(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}

function unitRelated(file: RuleFile, { inputs: [input] }: Application) {
  const layer = input?.kind === 'tensor' ? input.source?.layer : undefined;
  return layer ? [{ span: file.spanOf(layer.node), message: 'The layer with one unit' }] : [];
}

function without(file: RuleFile, softmax: Application): Fix | undefined {
  const edits = removal(file, softmax);
  return edits && { title: 'Remove the softmax', edits };
}

/** `activation="softmax"` becomes `activation="sigmoid"`, where the layer itself says that it has one unit: a parameter may have another value elsewhere. */
function sigmoidFor({ tree, usageOf }: RuleFile, { activation, inputs: [input] }: Application): Fix | undefined {
  const layer = input?.kind === 'tensor' ? input.source?.layer : undefined;
  const isWritten = layer !== undefined && tree.kind(layer.node) === Kind.Call && callArguments(tree, layer.node).some(({ value }) => tree.textOf(value) === '1');
  if (activation?.id !== 'softmax' || tree.kind(activation.node) !== Kind.String || !isWritten) return undefined;
  const span = (usageOf(activation.node) ?? activation.usage)?.span;
  return span && { title: 'Use sigmoid', edits: [replaced(span.start, span.end, 'sigmoid')] };
}
