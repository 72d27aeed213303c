import type { Application, LossUse } from '../models/facts';
import { endingsOf, shortName } from '../models/questions';
import { calleeOf, nameOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { defineRule, type RuleFile } from './rule';

export const argmaxBeforeLoss = defineRule({
  id: 'argmax-before-loss',
  severity: 'error',
  confidence: 'certain',
  fixable: 'never',
  documentation: {
    what: 'A loss receives what a model decided (argmax, round, a comparison) instead of its scores.',
    why: 'A decision stays the same while the scores change a little: its gradient is 0 wherever it exists. PyTorch gives argmax and comparisons none at all, and backward() '
      + 'stops with "element 0 of tensors does not require grad"; through a rounding it gives 0, and the layers before it never change.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn

model = nn.Linear(64, 1)


def step(x, y):
    decided = torch.sigmoid(model(x)) > 0.5
    return F.binary_cross_entropy(decided.float(), y)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn

model = nn.Linear(64, 1)


def step(x, y):
    return F.binary_cross_entropy(torch.sigmoid(model(x)), y)
`,
    whenNot: 'Where gradients are off, a loss may serve as a measure of decisions. A straight-through estimator adds what has a gradient to the decision.',
    references: [
      { title: 'PyTorch: no gradient goes through argmax', url: 'https://github.com/pytorch/pytorch/issues/1339' },
      { title: 'The loss belongs before the argmax', url: 'https://github.com/LZGMatrix/BOP19_CDPN_2019ICCV/issues/4' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      if (use.expects === undefined || isWithoutGradient(use)) continue;
      const endings = endingsOf(use.input, { selections: true });
      if (!endings.every((ending) => ending !== undefined && isDecision(ending))) continue;
      if (use.expects === 'values' && !isTrainedWith(file, use)) continue;
      for (const ending of endings) {
        if (ending === undefined) continue;
        yield {
          span: file.spanOf(use.inputNode),
          message: `${shortName(use.loss.name)} receives a decision, through which no gradient goes: nothing before it learns. Give it the scores.`,
          related: [{ span: file.spanOf(ending.node), message: 'Where it is decided' }],
        };
      }
    }
  },
});

function isDecision(application: Application): boolean {
  const { kind, name, inputs: [input] } = application;
  // What a class is written as is decided as much as the class.
  if (shortName(name) === 'one_hot') return input !== undefined && endingsOf(input).every((ending) => ending !== undefined && isDecision(ending));
  const isPick = kind === 'decision' && /^(arg(max|min)|max|min|round|sign)$/.test(shortName(name));
  return (isPick || kind === 'comparison') && input?.kind === 'tensor' && input.source !== undefined;
}

function isWithoutGradient({ contexts }: LossUse): boolean {
  return contexts.some(({ name }) => /\.(no_grad|inference_mode|stop_recording|set_grad_enabled)$/.test(name));
}

/** The error of decisions is a common measure, with which few train: `loss = mse(decision, y)`, and behind it `loss.backward()`. */
function isTrainedWith({ tree, names, facts }: RuleFile, { node }: LossUse): boolean {
  const assignment = tree.parent(node);
  const target = tree.kind(assignment) === Kind.Assign ? tree.textOf(tree.firstChild(assignment)) : '';
  return /^\w+$/.test(target) && facts.methodCalls.some(({ name, node: call }) => {
    if (name !== 'backward' || nameOf(tree, tree.firstChild(calleeOf(tree, call))) !== target || names.enclosingDefinition(call) !== names.enclosingDefinition(node)) return false;
    const between = tree.text.slice(tree.end(assignment), tree.start(call));
    return call > node && !new RegExp(`\\b${target}\\s*[-+*/]?=[^=]`).test(between);
  });
}
