import { lastActivations, shortName } from '../models/questions';
import { placeOf } from './places';
import { removalBeforeLoss } from './readers';
import { defineRule } from './rule';

export const sigmoidBeforeBceWithLogits = defineRule({
  id: 'sigmoid-before-bce-with-logits',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'The output of a sigmoid is given to a loss that applies the sigmoid itself.',
    why: 'The second sigmoid maps what is between 0 and 1 to [0.5, 0.731]: no sample can be scored as negative, and the loss of a negative one '
      + 'cannot fall below ln 2 = 0.693.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(128, 1)

    def forward(self, x):
        return torch.sigmoid(self.head(x))


def step(model, x, y):
    return F.binary_cross_entropy_with_logits(model(x), y)


step(Detector(), images, labels)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(128, 1)

    def forward(self, x):
        return self.head(x)


def step(model, x, y):
    return F.binary_cross_entropy_with_logits(model(x), y)


step(Detector(), images, labels)
`,
    whenNot: 'A sigmoid beside the logits, for a threshold, a metric or the weight of a focal loss, is no fault. With `BCELoss` the sigmoid is right.',
    references: [
      { title: 'PyTorch: BCEWithLogitsLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html' },
      { title: 'Scores confined to [0.5, 0.73]', url: 'https://github.com/itakurah/focal-loss-pytorch/pull/5' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      const { task } = use.loss.loss;
      if (use.expects !== 'logits' || (task !== 'binary' && task !== 'multi-label') || use.loss.name.startsWith('keras.')) continue;
      for (const sigmoid of lastActivations(use.input, ['sigmoid'], { selections: true, combinations: true, means: true })) {
        const edits = removalBeforeLoss(file, sigmoid);
        yield {
          span: placeOf(file, sigmoid),
          message: `${shortName(use.loss.name)} applies the sigmoid itself. `
            + 'Applied twice it maps scores to [0.5, 0.731]: no sample can be scored as negative.',
          related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
          fix: edits && { title: 'Remove the sigmoid', edits },
        };
      }
    }
  },
});
