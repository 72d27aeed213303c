import type { Application, LossUse } from '../models/facts';
import { lastActivations, shortName } from '../models/questions';
import { replaced } from '../documents/edit';
import { Kind } from '../python/syntax';
import { linesOf, placeOf, placeOfValue } from './places';
import { hasMultiHotTargets, hasOneHotTargets } from './targets';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const multilabelSoftmax = defineRule({
  id: 'multilabel-softmax',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A softmax gives the probabilities of labels that are independent of each other: its output meets a binary cross-entropy, or the labels are multi-hot.',
    why: 'Softmax sums to 1, so that three labels that are all true cannot be above 1/3 each, and a threshold of 0.5 finds one at most. Binary cross-entropy asks every '
      + 'label for itself: with three true labels each of them costs −ln(1/3) = 1.099 or more on average, and a sample without any label cannot be said.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(20, activation="softmax"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(64, activation="relu"),
    layers.Dense(20, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
`,
    whenNot: 'Over two units, softmax with binary cross-entropy equals categorical cross-entropy, unless Keras on TensorFlow takes sigmoids of the scores behind it. Where exactly one label is true, keep softmax and use a categorical cross-entropy. '
      + 'A softmax inside the model, for attention or a mixture, is no output.',
    references: [
      { title: 'PyTorch: BCEWithLogitsLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html' },
      { title: 'A softmax before the metrics of a multi-label task', url: 'https://github.com/torchgeo/torchgeo/pull/791' },
    ],
  },
  *check(file) {
    const isMultiHot = hasMultiHotTargets(file);
    if (isMultiHot) yield* overLogits(file);
    for (const use of file.facts.losses) {
      // A sparse loss takes the number of one class: its labels are none of those that were made multi-hot.
      if (/sparse/i.test(use.loss.name)) continue;
      if (use.loss.loss.task !== 'binary' && !(isMultiHot && ['multi-class', 'regression'].includes(use.loss.loss.task))) continue;
      if (use.loss.name.startsWith('keras.') && use.expects !== 'probabilities' && use.expects !== 'values') continue;
      for (const softmax of lastActivations(use.input, ['softmax'])) if (!isMeantSo(file, softmax)) yield* findingsFor(file, use, softmax, isMultiHot);
    }
  },
});

/** A comment on the line says that the labels shall share a sum, as in models that predict a set. */
function isMeantSo({ tree }: RuleFile, { node }: Application): boolean {
  return /#.*\b(softmax|sums? to|distribution|normali[sz]|compete|mixture|on purpose)/i.test(linesOf(tree, node));
}

function* findingsFor(file: RuleFile, use: LossUse, softmax: Application, isMultiHot: boolean): Iterable<Finding> {
  const units = softmax.output.kind === 'tensor' ? softmax.output.features?.size : undefined;
  const isBinary = use.loss.loss.task === 'binary';
  // One unit is another rule's, and two are one of two classes.
  if (isBinary && units !== undefined && units <= 2) return;
  const reason = isBinary
    ? `${shortName(use.loss.name)} asks of every label by itself whether it is true`
    : 'The labels are multi-hot: several may be true at once';
  yield {
    span: placeOf(file, softmax),
    message: `${reason}, but softmax makes ${units === undefined ? 'them' : `the ${units} of them`} share a sum of 1. Use sigmoid, or a categorical cross-entropy where exactly one is true.`,
    related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
    confidence: isBinary && units === undefined && !isMultiHot ? 'hint' : 'likely',
    fix: isBinary && hasOneHotTargets(file) ? categorical(file, use) : sigmoid(file, use, softmax),
  };
}

/** A model of another library gives logits by that name, and takes its loss by itself. */
function* overLogits(file: RuleFile): Iterable<Finding> {
  for (const application of file.facts.applications) {
    const { activation, inputs: [input] } = application;
    if (activation?.id !== 'softmax' || input?.kind !== 'method' || input.name !== 'logits') continue;
    yield { span: placeOf(file, application), message: 'The labels are multi-hot: several may be true at once, but softmax makes them share a sum of 1. Use sigmoid.' };
  }
}

function categorical({ tree }: RuleFile, { loss }: LossUse): Fix | undefined {
  const string = tree.kind(loss.node) === Kind.String ? /^["']binary_crossentropy["']$/.exec(tree.textOf(loss.node)) : null;
  return string ? { title: 'Use categorical_crossentropy', edits: [replaced(tree.start(loss.node) + 1, tree.end(loss.node) - 1, 'categorical_crossentropy')] } : undefined;
}

function sigmoid(file: RuleFile, { expects, loss }: LossUse, { activation }: Application): Fix | undefined {
  if (activation === undefined || file.tree.kind(activation.node) !== Kind.String || expects !== 'probabilities' || loss.loss.task !== 'binary') return undefined;
  const span = placeOfValue(file, activation.node);
  return { title: 'Use sigmoid', edits: [replaced(span.start, span.end, 'sigmoid')] };
}
