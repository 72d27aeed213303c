import type { Interval } from '../activations/activation';
import { sigmoid } from '../activations/logistic';
import type { Application, LossUse } from '../models/facts';
import { classesOf, endingsOf, rangeOf, shortName } from '../models/questions';
import { placeOf, removal } from './places';
import { defineRule } from './rule';

export const boundedLogits = defineRule({
  id: 'bounded-logits',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A bounded function such as tanh is the last thing that happens to the scores of a loss that takes raw ones.',
    why: 'Scores between -1 and 1 are never certain: the sigmoid of one stays between 0.269 and 0.731, and with 10 classes even a perfect prediction costs '
      + 'ln(1 + 9/e²) = 0.797 (0.127 with 2 classes, 2.667 with 100). The nearer a score comes to its bound, the smaller its gradient is.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn

net = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 10), nn.Tanh())


def step(x, y):
    return F.cross_entropy(net(x), y)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn

net = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 10))


def step(x, y):
    return F.cross_entropy(net(x), y)
`,
    whenNot: 'Where bounded scores are multiplied by a temperature or a scale behind the function, as in 10 · tanh(x), nothing is said, nor of a clip that is wide.',
    references: [
      { title: 'PyTorch: CrossEntropyLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html' },
      { title: 'TensorFlow: sigmoid_cross_entropy_with_logits', url: 'https://www.tensorflow.org/api_docs/python/tf/nn/sigmoid_cross_entropy_with_logits' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      if (use.expects !== 'logits') continue;
      const endings = endingsOf(use.input, { selections: true, combinations: true });
      for (const ending of endings) {
        const range = ending && boundsOf(ending);
        if (!range || !endings.every((other) => other && boundsOf(other))) continue;
        const edits = removal(file, ending);
        yield {
          span: placeOf(file, ending), message: messageFor(use, ending, range),
          related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
          fix: edits && { title: `Remove the ${ending.activation?.id ?? ''}`, edits },
        };
      }
    }
  },
});

/** Those of which other rules speak. */
const others = new Set(['sigmoid', 'softmax', 'log-softmax', 'relu6']);
/** e⁻⁴ leaves 2 % to the other class. */
const narrow = 4;

function boundsOf({ activation }: Application): Interval | undefined {
  if (activation === undefined || others.has(activation.id)) return undefined;
  const range = rangeOf(activation);
  return range && range.to - range.from <= narrow ? range : undefined;
}

function messageFor(use: LossUse, { activation, output }: Application, { from, to }: Interval): string {
  const { loss } = use;
  const start = `${shortName(loss.name)} takes raw scores, but ${activation?.id ?? ''} keeps them between ${from} and ${to}`;
  if (loss.loss.task !== 'multi-class') return `${start}: probabilities stay between ${sigmoid(from).toFixed(3)} and ${sigmoid(to).toFixed(3)}.`;
  const classes = classesOf(use, output);
  return classes !== undefined && classes > 1
    ? `${start}: with ${classes} classes the loss cannot fall below ${Math.log(1 + (classes - 1) * Math.exp(from - to)).toFixed(3)}.`
    : `${start}: the loss cannot come near 0.`;
}
