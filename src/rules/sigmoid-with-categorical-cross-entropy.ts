import type { Application, LossUse } from '../models/facts';
import { classesOf, lastActivations, shortName } from '../models/questions';
import { replaced } from '../documents/edit';
import { Kind } from '../python/syntax';
import { placeOf, placeOfValue } from './places';
import { removalBeforeLoss } from './readers';
import { hasMultiHotTargets } from './targets';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const sigmoidWithCategoricalCrossEntropy = defineRule({
  id: 'sigmoid-with-categorical-cross-entropy',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'The output of a sigmoid is given to a cross-entropy over classes that exclude each other.',
    why: 'Over one unit the classes are one: Keras divides the output by itself, PyTorch takes the softmax of one value, the probability is 1 and the loss 0 whatever the '
      + 'model says. Over several units PyTorch applies softmax to scores between 0 and 1, so that with 10 classes the loss cannot fall below ln(1 + 9/e) = 1.461; '
      + 'Keras rescales the sigmoids to sum to 1, or on TensorFlow takes the softmax of the scores behind them, and what the model then predicts are not the probabilities '
      + 'it was trained with.',
    bad: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy")
`,
    good: `from keras import Sequential, layers

model = Sequential([
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy")
`,
    whenNot: 'With a binary cross-entropy the sigmoid is right: for one unit of a yes or no, and for several labels that may all be true.',
    references: [
      { title: 'Keras: probabilistic losses', url: 'https://keras.io/api/losses/probabilistic_losses/' },
      { title: 'A sigmoid that should have been a softmax', url: 'https://github.com/cbenge509/BERTVision/pull/96' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      if (use.loss.loss.task !== 'multi-class' || use.expects !== (isKeras(use) ? 'probabilities' : 'logits')) continue;
      for (const sigmoid of lastActivations(use.input, ['sigmoid'], { selections: true })) yield findingFor(file, use, sigmoid);
    }
  },
});

function isKeras({ loss }: LossUse): boolean {
  return loss.name.startsWith('keras.');
}

function findingFor(file: RuleFile, use: LossUse, sigmoid: Application): Finding {
  const loss = shortName(use.loss.name);
  // A reshape forgets the axis: scores of one unit each may then be the classes.
  const units = use.input.kind === 'tensor' ? use.input.features?.size : undefined;
  const related = [{ span: file.spanOf(use.node), message: 'The loss that receives it' }];
  if (units === 1) {
    return { span: placeOf(file, sigmoid), message: `${loss} over one unit has one class, of probability 1: the loss is 0 whatever this sigmoid gives.`, related, fix: binary(file, use) };
  }
  if (isKeras(use) && givesBackInput(file, use)) {
    return {
      span: placeOf(file, sigmoid), related, severity: 'warning', confidence: 'likely', fix: binary(file, use),
      message: `${loss} is for classes that exclude each other, but this model gives back its input. Use binary_crossentropy, or an error.`,
    };
  }
  return isKeras(use)
    ? {
      span: placeOf(file, sigmoid), related, severity: 'warning', confidence: 'likely', fix: hasMultiHotTargets(file) ? binary(file, use) : softmax(file, sigmoid),
      message: `${loss} is for classes that exclude each other and makes shares of one whole of these sigmoids, or of the scores behind them. Use softmax, or binary_crossentropy where several labels may be true.`,
    }
    : { span: placeOf(file, sigmoid), related, message: `${loss} applies softmax itself, here to scores between 0 and 1. ${floor(classesOf(use, use.input))}`, fix: without(file, sigmoid) };
}

/** `model.fit(x, x)` */
function givesBackInput({ tree, facts }: RuleFile, { model }: LossUse): boolean {
  return model !== undefined && facts.methodCalls.some(({ name, receiver, arguments: written }) => {
    const [given, wanted] = [written.get('0') ?? written.get('x'), written.get('1') ?? written.get('y')];
    return name === 'fit' && receiver === model && given !== undefined && wanted !== undefined && tree.textOf(given.node) === tree.textOf(wanted.node);
  });
}

/** The least cross-entropy of a softmax over one score of 1 and others of 0. */
function floor(units: number | undefined): string {
  return units === undefined ? 'The loss cannot come near 0, and gradients shrink.' : `With ${units} classes the loss cannot fall below ${Math.log(1 + (units - 1) / Math.E).toFixed(3)}.`;
}

/** Only a string among the arguments of `compile` is one loss for one model. */
function binary(file: RuleFile, { via, node }: LossUse): Fix | undefined {
  if (via !== 'compile' || file.tree.kind(node) !== Kind.String) return undefined;
  const span = placeOfValue(file, node);
  return { title: 'Use binary_crossentropy', edits: [replaced(span.start, span.end, 'binary_crossentropy')] };
}

function softmax(file: RuleFile, { activation }: Application): Fix | undefined {
  if (activation === undefined || file.tree.kind(activation.node) !== Kind.String) return undefined;
  const span = placeOfValue(file, activation.node);
  return { title: 'Use softmax', edits: [replaced(span.start, span.end, 'softmax')] };
}

function without(file: RuleFile, sigmoid: Application): Fix | undefined {
  const edits = removalBeforeLoss(file, sigmoid);
  return edits && { title: 'Remove the sigmoid', edits };
}
