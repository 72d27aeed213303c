import type { Interval } from '../activations/activation';
import type { Application, LossUse } from '../models/facts';
import { constantArgument, consumersOf, endingsOf, givesRawScores, isMultiplication, lastOperation, lossName, originOf, rangeOf } from '../models/questions';
import { unknown, type Value } from '../models/values';
import { callArguments, calleeOf } from '../python/parts';
import { Kind } from '../python/syntax';
import { distributionsOfScores, scalesOfScores } from './distributionsOfScores';
import { placeOf, renaming } from './places';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';

export const missingOutputActivation = defineRule({
  id: 'missing-output-activation',
  severity: 'error',
  confidence: 'certain',
  fixable: 'sometimes',
  documentation: {
    what: 'A loss or a distribution that takes probabilities, or rates and scales above 0, is given values that may be any number.',
    why: 'The loss takes a logarithm, and below 0 there is none. PyTorch stops with "all elements of input should be between 0 and 1", on a GPU with a device-side assert; '
      + 'the binary loss of Keras clips to [0.0000001, 0.9999999], outside of which its gradient is 0: a model that starts there learns nothing. A distribution '
      + 'of PyTorch raises ValueError, or divides the scores by their sum.',
    bad: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 1))
criterion = nn.BCELoss()


def step(x, y):
    return criterion(model(x), y)
`,
    good: `import torch
from torch import nn

model = nn.Sequential(nn.Linear(20, 64), nn.ReLU(), nn.Linear(64, 1))
criterion = nn.BCEWithLogitsLoss()


def step(x, y):
    return criterion(model(x), y)
`,
    whenNot: 'A loss that takes raw scores (`BCEWithLogitsLoss`, `from_logits=True`, `PoissonNLLLoss` with its `log_input`) needs no activation. Where the last operation '
      + 'is not seen, or is a clamp or arithmetic, nothing is said.',
    references: [
      { title: 'PyTorch: BCELoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html' },
      { title: 'PyTorch: PoissonNLLLoss', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html' },
    ],
  },
  *check(file) {
    for (const use of file.facts.losses) {
      const wanted = wantedBy(use);
      if (wanted === undefined) continue;
      const endings = endingsOf(use.input, { selections: true });
      for (const ending of endings) {
        if (ending === undefined || !endings.every((other) => other !== undefined && leaves(other, use, wanted))) continue;
        yield findingFor(file, use, ending, wanted);
      }
    }
    yield* inWrittenEntropies(file);
    yield* distributionsOfScores(file);
    yield* scalesOfScores(file);
  },
});

/** `-tf.reduce_mean(labels * tf.log(scores))`: a cross-entropy that is written out takes the logarithm of raw scores. */
function* inWrittenEntropies(file: RuleFile): Iterable<Finding> {
  for (const logarithm of file.facts.applications) {
    const scores = logarithm.kind === 'logarithm' ? lastOperation(unclipped(logarithm.inputs[0])) : undefined;
    const what = scores && withoutLogarithm(scores);
    if (scores === undefined || what === undefined || !isWeighedAndSummed(logarithm)) continue;
    yield {
      span: file.spanOf(logarithm.node), confidence: 'likely',
      message: `This cross-entropy takes the logarithm of ${what}. End the model with softmax or a sigmoid, or use the loss that takes logits.`,
      related: [scores.activation
        ? { span: placeOf(file, scores), message: 'The activation whose values it receives' }
        : { span: file.spanOf(originOf(scores)), message: 'The layer whose scores it receives' }],
    };
  }
}

/** What gives values at 0 or below it, of which there is no logarithm. */
function withoutLogarithm(scores: Application): string | undefined {
  if (givesRawScores(scores)) return 'the raw scores of a layer: below 0 there is none';
  const range = scores.activation && rangeOf(scores.activation);
  const isOutside = range !== undefined && (range.from < 0 ? range.to > 0 : range.from === 0 && range.to > 1 && /both|left/.test(range.closed));
  return isOutside ? `what ${scores.activation?.id ?? ''} gives: ${range.from < 0 ? 'below 0 there is none' : 'at 0 it is minus infinity, and above 1 the loss is negative'}` : undefined;
}

/** What is clipped to probabilities before the logarithm has no gradient where it is clipped. */
function unclipped(value: Value | undefined): Value {
  const source = value?.kind === 'tensor' ? value.source : undefined;
  return (source?.kind === 'clamp' ? source.inputs[0] : value) ?? unknown;
}

/** Multiplied by something, and added up or averaged then. */
function isWeighedAndSummed(logarithm: Application): boolean {
  const products = consumersOf(logarithm).filter(isMultiplication);
  return products.some((product) => isSummed(product, 0));
}

function isSummed(term: Application, depth: number): boolean {
  return consumersOf(term).some((consumer) => consumer.kind === 'reduction' || (depth < 4 && consumer.kind === 'arithmetic' && isSummed(consumer, depth + 1)));
}

interface Wanted {
  readonly below: number;
  readonly above: number;
  readonly text: string;
  readonly activation: string;
}

const probabilities: Wanted = { below: 0, above: 1, text: 'values between 0 and 1', activation: 'a sigmoid' };
const rates: Wanted = { below: 0, above: Infinity, text: 'rates above 0', activation: 'softplus or exp' };

/** What the loss takes, where it takes less than every number. Without an activation Keras's crossentropies are another rule's. */
function wantedBy({ expects, loss }: LossUse): Wanted | undefined {
  if (expects === 'probabilities') return loss.loss.task === 'binary' ? probabilities : { ...probabilities, activation: 'softmax' };
  if (loss.loss.task !== 'counts') return undefined;
  return loss.name.startsWith('keras.') || constantArgument(loss, 'log_input') === false ? rates : undefined;
}

function leaves(ending: Application, { loss }: LossUse, wanted: Wanted): boolean {
  if (ending.activation) {
    const range = rangeOf(ending.activation);
    return range !== undefined && (range.from < wanted.below || range.to > wanted.above) && !isBoundedBefore(ending);
  }
  return isRaw(ending) && !(loss.name.startsWith('keras.') && loss.loss.fromLogits !== undefined);
}

/** `relu(sigmoid(x))` and `tanh(softmax(x))` stay between 0 and 1. */
function isBoundedBefore({ inputs: [input] }: Application): boolean {
  const before = input && lastOperation(input)?.activation;
  const range = before && rangeOf(before);
  return range !== undefined && range.from >= 0 && range.to <= 1;
}

function isRaw(ending: Application): boolean {
  return givesRawScores(ending) || isProductOfScores(ending);
}

/** `(user * item).sum(-1)` of what layers give, which may be any number as they may. */
function isProductOfScores({ kind, name, inputs: [input] }: Application): boolean {
  const product = kind === 'reduction' && /(^|\.)(reduce_)?sum$/.test(name) && input ? lastOperation(input) : undefined;
  return product !== undefined && isMultiplication(product) && product.inputs.some(isUnbounded);
}

function isUnbounded(factor: Value): boolean {
  const last = lastOperation(factor);
  return last !== undefined && (givesRawScores(last) || last.kind === 'embedding');
}

function findingFor(file: RuleFile, use: LossUse, ending: Application, wanted: Wanted): Finding {
  const loss = lossName(use);
  const { activation } = ending;
  const range = activation && rangeOf(activation);
  if (activation && range) {
    const message = `${loss} takes ${wanted.text}, but the output of ${activation.id} ${interval(range)}. End the model with ${wanted.activation}.`;
    return { span: placeOf(file, ending), message, related: [{ span: file.spanOf(use.node), message: 'The loss that receives it' }] };
  }
  const isOfLayer = givesRawScores(ending);
  const received = isOfLayer ? 'the raw scores of a layer' : 'a sum of products, which may be any number';
  const otherwise = use.loss.loss.task === 'binary' ? ', or use the loss that takes logits' : '';
  return {
    span: file.spanOf(use.inputNode),
    ...(!isOfLayer && { confidence: 'likely' as const }),
    message: `${loss} takes ${wanted.text} and receives ${received}. End the model with ${wanted.activation}${otherwise}.`,
    related: [{ span: file.spanOf(ending.layer?.node ?? ending.node), message: isOfLayer ? 'The layer whose scores it receives' : 'The sum' }],
    fix: hasBoth(file, use) ? withLogits(file, use) : undefined,
  };
}

function interval({ from, to }: Interval): string {
  if (from === -Infinity && to <= 0) return 'is never positive';
  if (to === Infinity) return from < 0 ? 'may be negative and has no upper bound' : 'has no upper bound';
  return from < 0 ? 'may be negative' : `reaches ${to}`;
}

/** Only where its library also has the loss that takes logits, with the same arguments. PaddlePaddle calls the first of them otherwise. */
function hasBoth({ tree }: RuleFile, { loss: { name }, node }: LossUse): boolean {
  if (!name.startsWith('paddle.nn.')) return name.startsWith('torch.');
  return tree.kind(node) !== Kind.Call || callArguments(tree, node).every(({ keyword }) => keyword !== 'input');
}

/** Not where the same loss also receives something else. */
function withLogits(file: RuleFile, { loss }: LossUse): Fix | undefined {
  const { tree, facts } = file;
  const isAlwaysRaw = facts.losses.filter((other) => other.loss.node === loss.node)
    .every(({ input }) => endingsOf(input, { selections: true }).every((ending) => ending !== undefined && isRaw(ending)));
  if (tree.kind(loss.node) !== Kind.Call || !isAlwaysRaw) return undefined;
  const edits = renaming(tree, calleeOf(tree, loss.node), { BCELoss: 'BCEWithLogitsLoss', binary_cross_entropy: 'binary_cross_entropy_with_logits' });
  return edits && { title: 'Use the loss that takes logits', edits };
}
