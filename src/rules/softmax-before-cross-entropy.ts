import type { Application, LossUse } from '../models/facts';
import { classesOf, guardedBy, lastActivations, lastOperation, shortName } from '../models/questions';
import type { Value } from '../models/values';
import { placeOf } from './places';
import { removalBeforeLoss } from './readers';
import { defineRule } from './rule';

export const softmaxBeforeCrossEntropy = defineRule({
  id: 'softmax-before-cross-entropy',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'The output of a softmax is given to a cross-entropy loss that applies softmax itself.',
    why: 'Softmax is applied twice. The loss then sees scores between 0 and 1, so that with 10 classes even a perfect prediction costs '
      + 'ln(1 + 9/e) = 1.461 (0.313 with 2 classes, 3.622 with 100), and gradients shrink with it.',
    bad: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(784, 10), nn.Softmax(dim=1))
criterion = nn.CrossEntropyLoss()


def step(images, labels):
    return criterion(model(images), labels)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(784, 10))
criterion = nn.CrossEntropyLoss()


def step(images, labels):
    return criterion(model(images), labels)
`,
    whenNot: 'A softmax that only feeds metrics, a prediction or the target is no fault. If the model must return probabilities, return '
      + '`log_softmax` and train with `NLLLoss`.',
    references: [
      { title: 'PyTorch: CrossEntropyLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html' },
      { title: 'A validation loss stuck at 0.74 with 4 classes', url: 'https://github.com/ariecattan/SciCo/issues/2' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      if (use.expects !== 'logits' || use.loss.loss.task !== 'multi-class' || use.loss.name.startsWith('keras.')) continue;
      for (const softmax of softmaxesBehind(use.input)) {
        const edits = removalBeforeLoss(file, softmax);
        yield {
          span: placeOf(file, softmax),
          message: messageFor(softmax, use),
          related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
          fix: edits && { title: 'Remove the softmax', edits },
        };
      }
    }
  },
});

/** A small number added, as for a logarithm, leaves a softmax one. */
function softmaxesBehind(input: Value): readonly Application[] {
  const found = lastActivations(input, ['softmax'], { selections: true, combinations: true, means: true });
  const last = lastOperation(input);
  return found.length === 0 && last?.kind === 'arithmetic' ? lastActivations(guardedBy(last), ['softmax']) : found;
}

function messageFor({ output }: Application, use: LossUse): string {
  const name = shortName(use.loss.name);
  const classes = classesOf(use, output);
  const floor = classes !== undefined && classes > 1 ? `With ${classes} classes the loss cannot fall below ${lossFloor(classes).toFixed(3)}.` : 'The loss cannot come near 0, and gradients shrink.';
  return `${name} applies softmax itself, so it is applied twice. ${floor}`;
}

/** The least cross-entropy of a softmax over values of a softmax: one class at 1, all others at 0. */
function lossFloor(classes: number): number {
  return Math.log(1 + (classes - 1) / Math.E);
}
