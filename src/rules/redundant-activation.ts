import { applicationsAt } from '../models/applicationsAt';
import type { Application } from '../models/facts';
import { constantArgument, endingsOf, hasWeights, lastActivations, shortName } from '../models/questions';
import type { Run, Value } from '../models/values';
import { nameOf } from '../python/parts';
import { placeOf, removal } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

export const redundantActivation = defineRule({
  id: 'redundant-activation',
  severity: 'hint',
  confidence: 'hint',
  fixable: 'sometimes',
  documentation: {
    what: 'An activation changes nothing where it stands: log_softmax before cross-entropy, ReLU of what is not negative, softmax before argmax. '
      + 'Or the same activation is applied twice, which is not the same as once.',
    why: 'A log_softmax of log_softmax is itself, as ReLU of ReLU is, and softmax keeps the order of scores; they cost a pass over the tensor and mislead the reader. '
      + 'Twice a leaky ReLU is none of that: the slope 0.01 becomes 0.0001.',
    bad: `import torch
import torch.nn.functional as F
from torch import nn

fc = nn.Linear(64, 10)


def step(x, y):
    scores = fc(x)
    scores = F.log_softmax(scores, dim=1)
    return F.cross_entropy(scores, y)
`,
    good: `import torch
import torch.nn.functional as F
from torch import nn

fc = nn.Linear(64, 10)


def step(x, y):
    scores = fc(x)
    return F.cross_entropy(scores, y)
`,
    whenNot: 'Where the probabilities themselves are used too, beside the largest of them, the softmax is needed.',
    references: [
      { title: 'log_softmax before cross_entropy', url: 'https://github.com/speedinghzl/Pytorch-Deeplab/issues/2' },
      { title: 'Asked why the results do not change', url: 'https://github.com/bhanML/Co-teaching/issues/4' },
    ],
  },
  *check(file) {
    yield* beforeCrossEntropy(file);
    for (const application of file.facts.applications) {
      if (application.kind === 'decision') yield* beforeArgmax(file, application);
      if (application.activation) yield* afterAnother(file, application);
    }
  },
});

function found(file: RuleFile, application: Application, message: string, title: string): Finding {
  const edits = removal(file, application);
  return { span: placeOf(file, application), message, fix: edits && { title, edits }, tag: 'unnecessary' };
}

function* beforeCrossEntropy(file: RuleFile): Iterable<Finding> {
  for (const use of file.facts.losses) {
    if (use.expects !== 'logits' || use.loss.loss.task !== 'multi-class') continue;
    for (const last of lastActivations(use.input, ['log-softmax'], { selections: true, combinations: true })) {
      yield {
        ...found(file, last, `${shortName(use.loss.name)} applies log_softmax itself. Twice it is the same as once: nothing changes but the cost.`, 'Remove the log_softmax'),
        related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }],
      };
    }
  }
}

/** Only where the softmax is written inside the argmax: elsewhere its value may be used for more. */
function* beforeArgmax(file: RuleFile, decision: Application): Iterable<Finding> {
  if (shortName(decision.name) !== 'argmax') return;
  for (const softmax of lastActivations(decision.inputs[0] ?? nothing, ['softmax', 'log-softmax'])) {
    const isInside = file.tree.start(decision.node) <= file.tree.start(softmax.node) && file.tree.end(softmax.node) <= file.tree.end(decision.node);
    if (!isInside || axisOf(decision) !== softmax.axis) continue;
    yield found(file, softmax, 'Softmax keeps the order of the scores, so that argmax gives the same without it.', 'Remove the softmax');
  }
}

const nothing: Value = { kind: 'unknown' };

function axisOf(decision: Application): unknown {
  return constantArgument(decision, 'axis') ?? constantArgument(decision, 'dim');
}

/** What is never negative. */
const notNegative = ['relu', 'relu6', 'sigmoid', 'softmax', 'softplus', 'hard-sigmoid', 'relu-squared', 'clipped-relu'];
/** What is not the same when it is applied twice. */
const notIdempotent = ['leaky-relu', 'elu', 'selu', 'gelu', 'gelu-tanh', 'silu', 'mish', 'sigmoid', 'tanh', 'softplus', 'softmax'];

function* afterAnother(file: RuleFile, application: Application): Iterable<Finding> {
  const id = application.activation?.id ?? '';
  const [input = nothing] = application.inputs;
  const before = id === 'relu' && !isAppliedInLoop(file, application) ? lastActivations(input, notNegative) : [];
  if (!before.every(({ run }) => isWithin(run, application.run))) return;
  for (const { activation } of before) {
    yield found(file, application, `What comes from ${activation?.id ?? ''} is never negative: ReLU leaves it as it is.`, 'Remove the ReLU');
  }
  if (notIdempotent.includes(id) && isTwice(application, input) && isOfNetwork(file, application)) {
    yield {
      ...found(file, application, `${id} is applied to its own result, which is not the same as applying it once.`, 'Apply it once'),
      severity: 'warning', confidence: 'likely', tag: undefined,
    };
  }
}

/** In a loop over layers each of them is told of where it is made. */
function isAppliedInLoop({ facts }: RuleFile, { node, layer, run }: Application): boolean {
  return layer !== undefined && run.self?.kind !== 'layer' && applicationsAt(facts, node).some((other) => other.run === run && other.layer !== layer);
}

/** Whether it happens in a function or in one that it calls. What a caller has done, another caller may not do. */
function isWithin(inner: Run, outer: Run): boolean {
  return inner === outer || (inner.parent !== undefined && isWithin(inner.parent, outer));
}

/** Of what layers and weights give, or in a model once it is made: elsewhere it is a formula. */
function isOfNetwork({ tree }: RuleFile, { run, layer, inputs: [input = nothing] }: Application): boolean {
  if (layer !== undefined || (run.self !== undefined && nameOf(tree, run.node) !== '__init__')) return true;
  const before = endingsOf(input)[0];
  return before?.layer !== undefined || endingsOf(before?.inputs[0] ?? nothing).some((ending) => ending !== undefined && (ending.layer !== undefined || hasWeights(ending)));
}

/** Directly one after the other, nothing in between; those of two modules of the file may be meant so. */
function isTwice(application: Application, input: Value): boolean {
  const endings = endingsOf(input);
  const [ending] = endings;
  if (ending === undefined || endings.length > 1) return false;
  const isAlike = ending.activation?.id === application.activation?.id && ending.axis === application.axis;
  return isAlike && ending.node !== application.node && ownerOf(ending.run) === ownerOf(application.run);
}

/** The object whose method does it; a row of layers belongs to whoever applies it. */
function ownerOf(run: Run): Value | undefined {
  return run.self?.kind === 'layer' && run.parent ? ownerOf(run.parent) : run.self;
}
