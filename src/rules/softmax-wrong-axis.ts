import type { Application, LossUse } from '../models/facts';
import { constantArgument, consumersOf, isMultiplication, lastActivations, lastOperation, shortName } from '../models/questions';
import { stringOf, type Value } from '../models/values';
import { isBatched, overPlaces } from './axisOfClasses';
import { overNodes } from './axisOfNodes';
import { leastRankOfProduct } from './leastRank';
import { linesOf, placeOf } from './places';
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
    const reached = new Set(file.facts.losses.flatMap(({ input }) => (isBatched(input) ? [] : lastActivations(input, softmaxes))));
    const picked = new Set(file.facts.losses.flatMap(rowsPicked));
    for (const application of file.facts.applications) {
      if (!isSoftmax(application) || typeof application.axis !== 'number' || isMeantSo(file, application)) continue;
      const finding = overOne(file, application)
        ?? overOneSample(file, application)
        ?? overBatch(file, application, reached)
        ?? overBatchOfProduct(file, application)
        ?? overBatchOfSum(file, application)
        ?? overRows(file, application, picked)
        ?? overOtherThanDecided(file, application)
        ?? overQueries(file, application)
        ?? overPlaces(file, application)
        ?? overNodes(file, application);
      if (finding) yield finding;
    }
  },
});

const softmaxes = ['softmax', 'log-softmax'];

function isSoftmax({ activation }: Application): boolean {
  return (activation?.id === 'softmax' || activation?.id === 'log-softmax') && activation.usage?.form !== 'formula';
}

const meant = /capsul|routing|route|slot|double_?att|\bsk|selective|sinkhorn|assign|expert|gating|\bmoe|cluster|linear_?att|external|lstm|gru|rnn|time|step/i;

/** Where another axis is the design, names or a comment on the line tell. A shape, as `# (batch, steps)`, tells of what there is, not of the axis. */
function isMeantSo(file: RuleFile, { node }: Application): boolean {
  const lines = linesOf(file.tree, node);
  const words = lines.slice(lines.indexOf('#')).replaceAll(/[([][^()[\]]*,[^()[\]]*[)\]]/g, '');
  return meant.test(file.names.scopePath(node)) || /#.*\b(dim|axis|axes|over|across|batch|normali)/i.test(words);
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

/** What leaves axis 0 as it is: layers over the last axis, and what works on each value. */
const keepsFirstAxis = new Set(['linear', 'activation', 'dropout', 'identity', 'convolution', 'normalisation']);
const mostSteps = 24;

/** `net(state.unsqueeze(0))`, whose layers keep the axis of one sample that was added, and then a softmax over it. */
function overOneSample(file: RuleFile, application: Application): Finding | undefined {
  if (application.axis !== 0) return undefined;
  const last = sourceOf(application.inputs[0]);
  let source = last;
  for (let step = 0; source && step < mostSteps && (keepsFirstAxis.has(source.kind) || isCast(source)); step++) {
    // What takes one feature may have been given one number.
    if (source.layer?.inputs === 1) return undefined;
    source = sourceOf(source.inputs[0]);
  }
  if (source === undefined || source === last || !/(^|\.)unsqueeze$/.test(source.name) || (constantArgument(source, 'dim') ?? constantArgument(source, 'axis')) !== 0) return undefined;
  return {
    span: placeOf(file, application),
    message: 'Axis 0 was added for a batch of one sample: this softmax is always 1, and its gradient 0. Use dim=-1.',
    related: [{ span: file.spanOf(source.node), message: 'The axis of size 1' }],
  };
}

/** `x.to(device)` and its like. */
function isCast({ kind, name }: Application): boolean {
  return kind === 'reshape' && /(^|\.)(to|cuda|cpu|float|double|half|detach|clone|contiguous)$/.test(name);
}

/** Axis 0 of weights that a batched product takes is the batch, whatever they were made of. */
function overBatchOfProduct(file: RuleFile, application: Application): Finding | undefined {
  if (application.axis !== 0) return undefined;
  const product = consumersWithAxes(application).find(({ name }) => /^torch\.(bmm|baddbmm)$/.test(name));
  return product && {
    span: placeOf(file, application),
    message: 'Axis 0 is the batch of the product that takes these weights: they do not sum to 1 over what it adds up, and depend on the other samples.',
    related: [{ span: file.spanOf(product.node), message: 'The product, whose batch is axis 0' }],
  };
}

/** `(values * weights.unsqueeze(2)).sum(dim=1)` adds up along another axis than the first. */
function overBatchOfSum(file: RuleFile, application: Application): Finding | undefined {
  if (application.axis !== 0) return undefined;
  const sum = usesOf(application).filter(addsAxisBehind).flatMap((added) => usesOf(added).filter(isMultiplication).flatMap(usesOf).filter((use) => isSumBefore(use, axisIn(added))))[0];
  return sum && {
    span: placeOf(file, application),
    message: 'The values that these weights are multiplied with are added up along another axis than the weights are normalised along, so that they do not sum to 1 there.',
    related: [{ span: file.spanOf(sum.node), message: 'The sum' }],
  };
}

/** Along an axis of the weights' own, but not the first: that which was added is the features of each. */
function isSumBefore(use: Application, added: unknown): boolean {
  const axis = axisIn(use);
  return /(^|\.)sum$/.test(use.name) && typeof axis === 'number' && typeof added === 'number' && axis > 0 && axis < added;
}

function axisIn(application: Application): unknown {
  return constantArgument(application, 'dim') ?? constantArgument(application, 'axis');
}

function usesOf({ output }: Application): readonly Application[] {
  return output.kind === 'tensor' ? output.uses : [];
}

/** What takes the weights themselves, or with an axis added behind the first. */
function consumersWithAxes({ output }: Application): readonly Application[] {
  const uses = output.kind === 'tensor' ? output.uses : [];
  return uses.flatMap((use) => (use.kind === 'dropout' || addsAxisBehind(use) ? consumersWithAxes(use) : [use]));
}

function addsAxisBehind({ kind, name, arguments: written }: Application): boolean {
  const axis = constantArgument({ arguments: written }, 'dim') ?? constantArgument({ arguments: written }, 'axis');
  return kind === 'reshape' && /(^|\.)unsqueeze$/.test(name) && typeof axis === 'number' && (axis > 0 || axis === -1);
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
  const isOutput = (input.rank ?? 0) >= 2 && input.features?.size !== 1 && !pools.test(`${file.names.scopePath(application.node)} ${linesOf(file.tree, application.node)}`);
  return isOutput ? batchFinding(file, application, last) : undefined;
}

function batchFinding(file: RuleFile, application: Application, last: Application): Finding {
  return {
    span: placeOf(file, application),
    message: 'Axis 0 is the batch here: each output depends on the other samples, and with a batch of 1 it is always 1. Use dim=-1, or dim=1 for images.',
    related: [{ span: file.spanOf(last.layer?.node ?? last.node), message: 'The layer, whose outputs are on another axis' }],
  };
}

/** The softmaxes of whose result a loss over classes receives some rows: `nll_loss(out[mask], y[mask])`. */
function rowsPicked({ input, loss, expects }: LossUse): readonly Application[] {
  const isOfClasses = loss.loss.task === 'multi-class' && expects !== 'probabilities';
  return isOfClasses && isRowsOf(input) ? lastActivations(input, softmaxes, { selections: true }) : [];
}

/** Picked of what nothing else was done to: a reshape may have made the rows. */
function isRowsOf(value: Value): boolean {
  const source = sourceOf(value);
  return source?.kind === 'selection' && source.name === '[]' && sourceOf(source.inputs[0])?.kind !== 'reshape';
}

function overRows(file: RuleFile, application: Application, picked: ReadonlySet<Application>): Finding | undefined {
  if (application.axis !== 0 || !picked.has(application) || !application.name.startsWith('torch.')) return undefined;
  return { span: placeOf(file, application), message: 'The loss picks rows along axis 0 and compares the classes on axis 1, but this softmax normalises each class over all rows. Use dim=1.' };
}

/** Its result is decided along another axis: `softmax(x, dim=0).argmax(dim=1)`. */
function overOtherThanDecided(file: RuleFile, application: Application): Finding | undefined {
  const { axis } = application;
  if (axis !== 0) return undefined;
  const decision = consumersOf(application).find((consumer) => decides(consumer) && isAxisBehind(constantArgument(consumer, 'dim') ?? constantArgument(consumer, 'axis')));
  return decision && {
    span: placeOf(file, application),
    message: 'The largest is sought along another axis than the one that is normalised here: what is compared there does not sum to 1.',
    related: [{ span: file.spanOf(decision.node), message: 'The axis of the classes' }],
  };
}

/** `argmax(x, 1)`, and `max(x, 1)`, which also says where the largest is. */
function decides({ kind, name }: Application): boolean {
  return shortName(name) === 'argmax' || (kind === 'decision' && shortName(name) === 'max');
}

/** One that is not the first whatever the number of axes. */
function isAxisBehind(axis: unknown): boolean {
  return typeof axis === 'number' && axis > 0;
}

function isWeighing({ kind }: Application): boolean {
  return kind === 'arithmetic' || kind === 'product' || kind === 'reduction' || kind === 'mask';
}

/** Weights from scores that are the first factor of a product, which sums over another axis than they were normalised over. */
function overQueries(file: RuleFile, application: Application): Finding | undefined {
  const score = scoreOf(application.inputs[0]);
  if (score === undefined) return undefined;
  const product = consumersOf(application).find((consumer) => consumer.kind === 'product' && sumsOverOther(file, application, consumer, score));
  if (product === undefined) return undefined;
  return {
    span: placeOf(file, application),
    message: 'These weights are multiplied along another axis than they are normalised along, so that they do not sum to 1 where they are added up.',
    related: [{ span: file.spanOf(product.node), message: 'The product that adds them up' }],
  };
}

/** The product of two tensors that a value is, scaled, masked or viewed in other axes at most. */
function scoreOf(value: Value | undefined, steps = 6): Application | undefined {
  if (value?.kind === 'alternatives') return sameOf(value.values.map((one) => scoreOf(one, steps)));
  const source = sourceOf(value);
  if (source === undefined || steps === 0) return undefined;
  if (source.kind === 'product') return source;
  return ['arithmetic', 'mask', 'clamp', 'dropout'].includes(source.kind) || isView(source) ? scoreOf(source.inputs[0], steps - 1) : undefined;
}

/** `if mask is not None: scores = scores.masked_fill(…)`: the same product on all ways. */
function sameOf(scores: readonly (Application | undefined)[]): Application | undefined {
  return scores.every((score) => score === scores[0]) ? scores[0] : undefined;
}

/** Of several sizes, so that its first axis is not its last. */
function isView({ kind, name, output }: Application): boolean {
  return kind === 'reshape' && /(^|\.)(view|reshape)$/.test(name) && output.kind === 'tensor' && (output.rank ?? 0) >= 2;
}

/** A product sums over the last axis of its first factor, unless it is told to transpose it. */
function sumsOverOther({ tree }: RuleFile, { axis, output }: Application, { name, inputs: [first, second], arguments: written }: Application, score: Application): boolean {
  if ([...written.keys()].some((argument) => argument.startsWith('transpose'))) return false;
  const equation = stringOf(first);
  if (equation !== undefined) return isFactor(second, output, false) && typeof axis === 'number' && keepsAxis(equation, axis);
  if (!isFactor(first, output, axis === 0)) return false;
  const isBatched = /(^|\.)bmm$/.test(name);
  if (typeof axis !== 'number' || axis < 0) return axis === -2;
  return isBatched ? axis <= 1 : axis > 0 && leastRankOfProduct(tree, score) > axis + 1;
}

/** The weights themselves, through dropout at most: a transposition makes another axis of it. Views keep which axis is the last. */
function isFactor(value: Value | undefined, weights: Value, throughViews: boolean): boolean {
  const source = sourceOf(value);
  return value === weights || (source !== undefined && (source.kind === 'dropout' || (throughViews && isView(source))) && isFactor(source.inputs[0], weights, throughViews));
}

/** Whether the letter of an axis of the first factor is also in the result, and thus not summed over. What mixes the heads of the weights shares no other axis with them. */
function keepsAxis(equation: string, axis: number): boolean {
  const [, weights = '', values = '', result = ''] = /^([a-z]+),([a-z]+)->([a-z]+)$/i.exec(equation.replaceAll(' ', '')) ?? [];
  const letter = weights.at(axis);
  const isMixing = weights.length > 2 && !Array.from(values).some((each) => weights.includes(each) && result.includes(each));
  return letter !== undefined && result.includes(letter) && !isMixing;
}
