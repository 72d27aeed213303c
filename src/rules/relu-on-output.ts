import type { Application, LossUse } from '../models/facts';
import { lastActivations, lastOperation, shortName } from '../models/questions';
import { unknown, type Value } from '../models/values';
import { takenByWrittenLoss } from '../models/writtenLoss';
import type { LossInput } from '../models/vocabulary/vocabulary';
import { Kind } from '../python/syntax';
import { eitherOf } from '../usages/eitherOf';
import { linesOf, placeOf, removal } from './places';
import { defineRule, type Confidence, type Finding, type RuleFile } from './rule';
import { hasSignedTargets } from './targets';

export const reluOnOutput = defineRule({
  id: 'relu-on-output',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'An activation of the ReLU family is the last thing that happens to raw scores, whether the loss or a softmax takes them, or to values that may be negative.',
    why: 'The output cannot be negative, and where ReLU gives 0 its gradient is 0: if that happens for all samples, the network says 0 for ever. A score of at least 0 '
      + 'means a probability of at least 0.5 for a sigmoid, so that no sample can be called negative.',
    bad: `import torch.nn.functional as F
from torch import nn

model = nn.Sequential(
    nn.Linear(64, 10),
    nn.ReLU(),
)


def step(x, y):
    return F.cross_entropy(model(x), y)
`,
    good: `import torch.nn.functional as F
from torch import nn

model = nn.Sequential(
    nn.Linear(64, 10),
)


def step(x, y):
    return F.cross_entropy(model(x), y)
`,
    whenNot: 'Targets that are never negative (counts, prices, depths) may have such an output; softplus or exp keep a gradient there. What a backbone or an encoder '
      + 'returns is no output.',
    references: [
      { title: 'A network that cannot predict negative values', url: 'https://github.com/jcjohnson/pytorch-examples/issues/30' },
      { title: 'ReLU on the scores of a classifier', url: 'https://github.com/huyng/tensorflow-vgg/issues/13' },
      { title: 'Predictions that are constantly 0', url: 'https://github.com/ProteomicsML/ProteomicsML/pull/203' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      for (const last of lastActivations(scoresBehind(use), family, { selections: true })) {
        const confidence = isOutput(last) ? confidenceFor(file, use, last) : undefined;
        if (confidence === undefined) continue;
        const edits = removal(file, last);
        const name = last.activation?.id ?? '';
        yield {
          span: placeOf(file, last), message: messageFor(use, last), confidence,
          related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
          fix: edits && { title: `Remove the ${name}`, edits },
        };
      }
    }
    yield* beforeLogSoftmax(file);
    yield* beforeWrittenLoss(file);
  },
});

/** What ends with log_softmax is a classifier, whichever file its loss is in. */
function* beforeLogSoftmax(file: RuleFile): Iterable<Finding> {
  for (const { output } of file.facts.models) {
    for (const logSoftmax of lastActivations(output, ['log-softmax'])) yield* before(file, logSoftmax);
  }
}

/** `-tf.reduce_mean(y * tf.log(p))` */
function* beforeWrittenLoss(file: RuleFile): Iterable<Finding> {
  for (const application of file.facts.applications) {
    if (takenByWrittenLoss(file.tree, application)?.lossInput?.value === 'probabilities') yield* before(file, application);
  }
}

function* before(file: RuleFile, squash: Application): Iterable<Finding> {
  for (const last of lastActivations(squash.inputs[0] ?? unknown, cutOff)) {
    if (!isOutput(last)) continue;
    const id = last.activation?.id ?? '';
    const edits = removal(file, last);
    yield {
      span: placeOf(file, last), message: `These scores become probabilities, but after ${id} they cannot be negative.`,
      related: [{ span: placeOf(file, squash), message: `The ${squash.activation?.id === 'sigmoid' ? 'sigmoid' : 'softmax'} that receives them` }],
      fix: edits && { title: `Remove the ${id}`, edits },
    };
  }
}

/** Where the model ends with the softmax or sigmoid that the loss wants, or with a softmax that it applies itself, the scores are what that was given. */
const squashing: Partial<Record<LossInput, readonly string[]>> = {
  'log-probabilities': ['log-softmax'], probabilities: ['softmax', 'sigmoid'], logits: ['softmax'],
};

function scoresBehind(use: LossUse): Value {
  const { input, expects } = use;
  const wanted = expects && squashing[expects];
  if (!wanted) return isTurnedRound(use) ? use.target ?? unknown : input;
  return lastActivations(input, wanted, { selections: true })[0]?.inputs[0] ?? (expects === 'logits' ? input : unknown);
}

/** `mse(reward + gamma * next_value, value)`: an error is the same either way, and what is computed from numbers is the target. */
function isTurnedRound({ input, target, loss }: LossUse): boolean {
  const isComputed = input.kind === 'tensor' && lastOperation(input)?.kind === 'arithmetic';
  return isComputed && loss.loss.task === 'regression' && target?.kind === 'tensor';
}

/** Those that end at 0 and those that go a little below. */
const cutOff = ['relu', 'relu6'];
const family = [...cutOff, 'leaky-relu', 'gelu', 'gelu-tanh', 'silu'];

/** Behind a layer with weights, or a product that may have some, so that it is the model that ends with it. */
function isOutput({ inputs: [input] }: Application): boolean {
  const before = input && lastOperation(input);
  return before !== undefined && (['linear', 'convolution', 'normalisation', 'product'].includes(before.kind) || addsBias(before));
}

/** `tf.matmul(x, weights) + biases` */
function addsBias({ kind, name, inputs: [left] }: Application): boolean {
  return kind === 'arithmetic' && /(^|\.)(\+|add)$/.test(name) && left?.kind === 'tensor' && left.source?.kind === 'product';
}

const signed = /q_?(net|value|func|table|learn)|\bdqn|critic|advantage|\bbox|bbox|delta|offset|regress|residual|displace|veloc|potential|return_?pred/i;
/** What is counted or measured, pictures, and what another network goes on with. */
const positive = eitherOf(
  /(?<![a-z])(counts?|ages?|rates?)(?![a-z])|price|cost|depth|heat_?map|density|distance|duration|amount|sales|demand/i,
  /intens|image|pixel|spectr|energy|magnitude|mask/,
  /recon|encod|feature|embed|backbone|perceptual|style/,
);

function confidenceFor(file: RuleFile, use: LossUse, last: Application): Confidence | undefined {
  const { task } = use.loss.loss;
  if (use.expects !== 'values') return last.activation?.id === 'leaky-relu' ? 'hint' : 'likely';
  if (task !== 'regression') return undefined;
  const words = wordsAround(file, use, last);
  if (positive.test(words) || !(signed.test(words) || hasSignedTargets(file))) return undefined;
  return cutOff.includes(last.activation?.id ?? '') ? 'likely' : 'hint';
}

/** What the model and the values of the loss are called. */
function wordsAround({ tree, names }: RuleFile, use: LossUse, last: Application): string {
  const definition = names.scopePath(last.node);
  const isCall = tree.kind(use.node) === Kind.Call;
  return `${definition} ${names.scopePath(use.node)} ${isCall ? tree.textOf(use.node) : ''} ${linesOf(tree, last.node)}`;
}

function messageFor({ loss, expects }: LossUse, last: Application): string {
  const id = last.activation?.id ?? '';
  const low = cutOff.includes(id) ? 'cannot be negative' : 'can hardly be negative';
  if (expects === 'logits') return `${shortName(loss.name)} takes raw scores, but after ${id} they ${low}.`;
  if (expects !== 'values') return `These scores become probabilities, but after ${id} they ${low}.`;
  return `After ${id} this output ${low}${cutOff.includes(id) ? ', and has no gradient where it is 0' : ''}.`;
}
