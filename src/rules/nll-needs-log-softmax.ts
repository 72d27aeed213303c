import { findSymbol } from '../frameworks/lookup';
import type { Application, LossUse } from '../models/facts';
import { endingsOf, lossName } from '../models/questions';
import { calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { placeOf, renaming } from './places';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const nllNeedsLogSoftmax = defineRule({
  id: 'nll-needs-log-softmax',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'A loss that takes log-probabilities (NLLLoss, CTCLoss, KLDivLoss) is given probabilities or raw scores.',
    why: 'NLLLoss only picks the value of the right class and changes its sign. Of probabilities it lies in [-1, 0] and of raw scores it has no lower '
      + 'bound; neither has the gradient of cross-entropy. At p = 0.01 the slope is -1, where that of -ln p is -100.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn

fc = nn.Linear(64, 10)


def step(x, y):
    output = F.softmax(fc(x), dim=1)
    return F.nll_loss(output, y)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn

fc = nn.Linear(64, 10)


def step(x, y):
    output = F.log_softmax(fc(x), dim=1)
    return F.nll_loss(output, y)
`,
    whenNot: 'Where `torch.log` is applied in between the loss is right, if less stable than `log_softmax`. skorch takes the logarithm itself.',
    references: [
      { title: 'PyTorch: NLLLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html' },
      { title: 'A loss that is always negative', url: 'https://github.com/AnubhavGupta3377/Text-Classification-Models-Pytorch/issues/9' },
    ],
  },
  *check(file) {
    if (file.names.importedRoots.has('skorch')) return;
    for (const use of file.facts.losses) {
      if (use.expects !== 'log-probabilities') continue;
      const endings = endingsOf(use.input, { selections: true, combinations: true });
      if (!endings.every((ending) => ending !== undefined && (isProbability(ending) || isRaw(ending)))) continue;
      for (const ending of endings) if (ending) yield findingFor(file, use, ending);
    }
  },
});

function isProbability({ activation }: Application): boolean {
  return activation?.id === 'softmax';
}

/** A linear or convolutional layer of a library with such a loss, or over a graph of one built on it, whose result nothing has been done to. */
function isRaw({ kind, layer }: Application): boolean {
  return (kind === 'linear' || kind === 'convolution') && layer !== undefined && layersWithLoss.test(layer.name);
}

const layersWithLoss = /^(torch|torch_geometric|paddle|mlx|mxnet\.gluon|mindspore)\.nn\./;

function findingFor(file: RuleFile, use: LossUse, ending: Application): Finding {
  const loss = lossName(use);
  if (isProbability(ending)) {
    return {
      span: placeOf(file, ending),
      message: `${loss} takes log-probabilities and receives probabilities: its value and its gradient are not those of cross-entropy.`,
      related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
      fix: logSoftmax(file, ending),
    };
  }
  return {
    span: file.spanOf(use.inputNode),
    message: `${loss} takes log-probabilities and receives the raw scores of a layer: nothing keeps the loss from falling without end.`,
    related: [{ span: file.spanOf(ending.layer?.node ?? ending.node), message: 'The layer whose scores it receives' }],
    confidence: use.loss.loss.task === 'divergence' ? 'likely' : 'certain',
    fix: crossEntropy(file, use),
  };
}

/** `F.softmax` becomes `F.log_softmax`; a name that is imported by itself would need another import. */
function logSoftmax(file: RuleFile, { activation, layer }: Application): Fix | undefined {
  const call = activation?.usage ? file.nodeOf(activation.usage) : 0;
  if (!call || file.tree.kind(call) !== Kind.Attribute || !hasLogarithm(activation?.usage?.symbol ?? '')) return undefined;
  const edits = renaming(file.tree, call, { softmax: 'log_softmax', Softmax: 'LogSoftmax' });
  return edits && { title: layer ? 'Use LogSoftmax' : 'Use log_softmax', edits };
}

/** Whether the library has it in the same place; MLX has `mlx.core.softmax` alone. */
function hasLogarithm(symbol: string): boolean {
  return findSymbol(symbol.replace(/softmax$/, 'log_softmax').replace(/Softmax$/, 'LogSoftmax')) !== undefined;
}

/** That of PaddlePaddle and others looks for the classes on another axis. */
function crossEntropy(file: RuleFile, { loss }: LossUse): Fix | undefined {
  if (file.tree.kind(loss.node) !== Kind.Call || !loss.name.startsWith('torch.')) return undefined;
  const edits = renaming(file.tree, calleeOf(file.tree, loss.node), { NLLLoss: 'CrossEntropyLoss', nll_loss: 'cross_entropy' });
  return edits && { title: 'Use cross-entropy, which takes raw scores', edits };
}
