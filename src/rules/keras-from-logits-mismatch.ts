import type { Application, LossUse } from '../models/facts';
import { lastActivations, lastOperation, givesRawScores, originOf } from '../models/questions';
import { callArguments } from '../python/parts';
import { Kind } from '../python/syntax';
import { addArgument, placeOf } from './places';
import { removalBeforeLoss } from './readers';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const kerasFromLogitsMismatch = defineRule({
  id: 'keras-from-logits-mismatch',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'What the last layer gives is not what the loss takes: probabilities with `from_logits=True`, or raw scores without it.',
    why: 'With `from_logits=True` the loss takes probabilities for raw scores. On JAX and PyTorch it applies softmax or sigmoid once more: with 10 classes it cannot fall '
      + 'below ln(1 + 9/e) = 1.461. On TensorFlow Keras warns, and takes the scores behind the last activation, as long as the loss receives what the model itself gives. '
      + 'Without it the loss takes raw scores for probabilities. A binary one clips what lies outside [0, 1], where its gradient is then 0. A categorical one divides the '
      + 'scores by their sum, so that −1, −2 and −3 become 1/6, 1/3 and 1/2; on TensorFlow the sparse one clips them before.',
    bad: `import keras
from keras import layers

model = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(10, activation="softmax"),
])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`,
    good: `import keras
from keras import layers

model = keras.Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(10),
])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
`,
    whenNot: 'Where the last operation of a model or the value of `from_logits` cannot be seen, nothing is said.',
    references: [
      { title: 'Keras: probabilistic losses', url: 'https://keras.io/api/losses/probabilistic_losses/' },
      { title: 'Keras: how the scores behind an activation are found on TensorFlow', url: 'https://github.com/keras-team/keras/blob/master/keras/src/backend/tensorflow/nn.py' },
      { title: 'One of the larger pain points in Keras', url: 'https://github.com/keras-team/keras-hub/pull/1008' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      if (use.loss.loss.fromLogits === undefined) continue;
      if (use.expects === 'logits') yield* squashedTwice(file, use);
      if (use.expects === 'probabilities') yield* neverSquashed(file, use);
    }
  },
});

function* squashedTwice(file: RuleFile, use: LossUse): Iterable<Finding> {
  for (const last of lastActivations(use.input, ['softmax', 'sigmoid'], { selections: true, combinations: true, means: true })) {
    const edits = removalBeforeLoss(file, last);
    const name = last.activation?.id ?? '';
    const given = appliedBy(use) === name ? `: ${name} is applied twice` : `, of a ${name}: ${appliedBy(use)} is applied to it`;
    yield {
      // What Keras does on TensorFlow, as most use it, is what was meant, with a warning.
      span: placeOf(file, last), severity: 'warning',
      message: `The loss has from_logits=True, but this output is already a probability${given}, or Keras warns and looks behind it, as it does on TensorFlow.`,
      related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
      fix: edits && { title: `Remove the ${name}`, edits },
    };
  }
}

function* neverSquashed(file: RuleFile, use: LossUse): Iterable<Finding> {
  const last = lastOperation(use.input);
  if (last === undefined || !(isRawLayer(last) || (last.layer === undefined && givesRawScores(last)))) return;
  yield {
    span: file.spanOf(use.node),
    message: `This loss takes probabilities, but the last layer has no activation: it gives raw scores. Pass from_logits=True, or end the model with ${appliedBy(use)}.`,
    related: [{ span: file.spanOf(originOf(last)), message: 'The last layer' }],
    fix: fromLogits(file, use),
  };
}

/** What turns raw scores into the probabilities that a loss compares. */
function appliedBy({ loss }: LossUse): string {
  return loss.loss.task === 'binary' ? 'sigmoid' : 'softmax';
}

/** A dense or convolutional layer of Keras without a function of its own. */
function isRawLayer({ kind, layer }: Application): boolean {
  return (kind === 'linear' || kind === 'convolution') && layer?.name.startsWith('keras.layers.') === true && layer.activation === undefined;
}

/** An object of a loss class is told so; a string has no place for it. */
function fromLogits({ tree }: RuleFile, { loss }: LossUse): Fix | undefined {
  const argument = loss.loss.fromLogits;
  if (argument === undefined || tree.kind(loss.node) !== Kind.Call) return undefined;
  if (callArguments(tree, loss.node).some(({ keyword }) => keyword === argument)) return undefined;
  return { title: 'Pass from_logits=True', edits: addArgument(tree, loss.node, 'from_logits=True') };
}
