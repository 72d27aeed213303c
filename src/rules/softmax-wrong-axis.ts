import type { Application } from '../models/facts';
import { constantArgument, consumersOf, lastActivations, lastOperation } from '../models/questions';
import { stringOf, type Value } from '../models/values';
import type { Node } from '../python/syntax';
import { placeOf } from './places';
import { defineRule, type Finding, type RuleFile } from './rule';

export const softmaxWrongAxis = defineRule({
  id: 'softmax-wrong-axis',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'A softmax normalises along an axis that its result is not summed over: the batch, the queries of an attention, or an axis of size 1.',
    why: 'Over the batch the outputs of one sample depend on the others, and with a batch of 1 every value is e^x / e^x = 1. Attention weights that are normalised over the '
      + 'queries do not sum to 1 for any query: with n keys the result is off by a factor between 0 and n.',
    bad: `import torch
import torch.nn.functional as F


def attend(query, key, value):
    scores = torch.bmm(query, key.transpose(1, 2))
    weights = F.softmax(scores, dim=1)
    return torch.bmm(weights, value)
`,
    good: `import torch
import torch.nn.functional as F


def attend(query, key, value):
    scores = torch.bmm(query, key.transpose(1, 2))
    weights = F.softmax(scores, dim=2)
    return torch.bmm(weights, value)
`,
    whenNot: 'Capsules, slot attention, selective kernels and double attention normalise over another axis on purpose. A vector of one sample has only the axis 0, and what '
      + 'a recurrent network returns has the steps there.',
    references: [
      { title: 'Attention weights that are always 1 with a batch of 1', url: 'https://github.com/PetrochukM/PyTorch-NLP/issues/2' },
      { title: 'Attention pooling whose weights are all 1', url: 'https://github.com/catalyst-team/catalyst/pull/285' },
    ],
  },
  *check(file) {
    const reached = new Set(file.facts.losses.flatMap(({ input }) => lastActivations(input, ['softmax', 'log-softmax'])));
    for (const application of file.facts.applications) {
      if (!isSoftmax(application) || typeof application.axis !== 'number' || isMeantSo(file, application)) continue;
      const finding = overOne(file, application) ?? overBatch(file, application, reached) ?? overQueries(file, application);
      if (finding) yield finding;
    }
  },
});

function isSoftmax({ activation }: Application): boolean {
  return (activation?.id === 'softmax' || activation?.id === 'log-softmax') && activation.usage?.form !== 'formula';
}

const meant = /capsul|routing|route|slot|double_?att|\bsk|selective|sinkhorn|assign|expert|gating|\bmoe|cluster|linear_?att|external|lstm|gru|rnn|time|step/i;

/** Where another axis is the design, names or a comment on the line tell. */
function isMeantSo(file: RuleFile, { node }: Application): boolean {
  return meant.test(file.names.scopePath(node)) || /#.*\b(dim|axis|axes|over|across|batch|normali)/i.test(lineOf(file, node));
}

function lineOf({ tree }: RuleFile, node: Node): string {
  const end = tree.text.indexOf('\n', tree.end(node));
  return tree.text.slice(tree.text.lastIndexOf('\n', tree.start(node)) + 1, end < 0 ? undefined : end);
}

/** `x.unsqueeze(1)` and then a softmax over axis 1. */
function overOne(file: RuleFile, application: Application): Finding | undefined {
  const source = sourceOf(application.inputs[0]);
  if (source?.kind !== 'reshape' || !/(^|\.)(unsqueeze|expand_dims)$/.test(source.name)) return undefined;
  const added = constantArgument(source, 'dim') ?? constantArgument(source, 'axis');
  if (added !== application.axis) return undefined;
  return {
    span: placeOf(file, application), confidence: 'certain',
    message: `The axis ${String(added)} was just added and has one value: this softmax is always 1, and its gradient 0.`,
    related: [{ span: file.spanOf(source.node), message: 'The axis of size 1' }],
  };
}

function sourceOf(value: Value | undefined): Application | undefined {
  return value?.kind === 'tensor' ? value.source : undefined;
}

/** Weights that pool, whoever does it. */
const pools = /att|pool|weight|alpha|beta|gate|graph|node|instance|\bmil/i;

/** Only of outputs: weights that pool over axis 0 have the items of a set or the nodes of a graph there. */
function overBatch(file: RuleFile, application: Application, reached: ReadonlySet<Application>): Finding | undefined {
  const [input] = application.inputs;
  if (application.axis !== 0 || input?.kind !== 'tensor' || !application.name.startsWith('torch.') || consumersOf(application).some(isWeighing)) return undefined;
  const last = lastOperation(input);
  if (last?.layer === undefined || (last.kind !== 'linear' && last.kind !== 'convolution') || input.rank === 1) return undefined;
  if (reached.has(application)) return batchFinding(file, application, last);
  const isOutput = (input.rank ?? 0) >= 2 && input.features?.size !== 1 && !pools.test(`${file.names.scopePath(application.node)} ${lineOf(file, application.node)}`);
  return isOutput ? batchFinding(file, application, last) : undefined;
}

function batchFinding(file: RuleFile, application: Application, last: Application): Finding {
  return {
    span: placeOf(file, application),
    message: 'Axis 0 is the batch here: each output depends on the other samples, and with a batch of 1 it is always 1. Use dim=-1, or dim=1 for images.',
    related: [{ span: file.spanOf(last.layer?.node ?? last.node), message: 'The layer, whose outputs are on another axis' }],
  };
}

function isWeighing({ kind }: Application): boolean {
  return kind === 'arithmetic' || kind === 'product' || kind === 'reduction' || kind === 'mask';
}

/** Weights from scores that are the first factor of a product, which sums over another axis than they were normalised over. */
function overQueries(file: RuleFile, application: Application): Finding | undefined {
  if (!isScore(application.inputs[0])) return undefined;
  const product = consumersOf(application).find((consumer) => consumer.kind === 'product' && sumsOverOther(application, consumer));
  if (product === undefined) return undefined;
  return {
    span: placeOf(file, application),
    message: 'These weights are multiplied along another axis than they are normalised along, so that they do not sum to 1 where they are added up.',
    related: [{ span: file.spanOf(product.node), message: 'The product that adds them up' }],
  };
}

/** A product of two tensors that was scaled or masked at most. */
function isScore(value: Value | undefined): boolean {
  let source = sourceOf(value);
  for (let step = 0; source && step < 6; step++) {
    if (source.kind === 'product') return true;
    if (!['arithmetic', 'mask', 'clamp', 'dropout'].includes(source.kind)) return false;
    source = sourceOf(source.inputs[0]);
  }
  return false;
}

function sumsOverOther({ axis, output }: Application, { name, inputs: [first, second] }: Application): boolean {
  const equation = stringOf(first);
  if (equation !== undefined) return isFactor(second, output) && typeof axis === 'number' && keepsAxis(equation, axis);
  if (!isFactor(first, output)) return false;
  return axis === -2 || (axis === 1 && /(^|\.)bmm$/.test(name));
}

/** The weights themselves, through dropout at most: a transposition makes another axis of it. */
function isFactor(value: Value | undefined, weights: Value): boolean {
  const source = sourceOf(value);
  return value === weights || (source?.kind === 'dropout' && source.inputs[0] === weights);
}

/** Whether the letter of an axis of the first factor is also in the result, and thus not summed over. */
function keepsAxis(equation: string, axis: number): boolean {
  const match = /^([a-z]+),[a-z]+->([a-z]+)$/i.exec(equation.replaceAll(' ', ''));
  const letter = match?.[1]?.at(axis);
  return letter !== undefined && match?.[2]?.includes(letter) === true;
}
