import type { Application } from '../models/facts';
import { guardedBy, isMultiplication, lastActivations, shortName } from '../models/questions';
import { numberOf, type Value } from '../models/values';
import { replaced, type Edit } from '../documents/edit';
import { callArguments, calleeOf, nameOf, nameRange } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { defineRule, type Finding, type Fix, type RuleFile } from './rule';
import { numbersWritten } from './writtenNumbers';

export const logOfSoftmax = defineRule({
  id: 'log-of-softmax',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'The logarithm of a softmax or sigmoid is computed in two steps.',
    why: 'In float32 PyTorch\'s softmax gives 0 to whatever is more than 104 below the largest score, and its sigmoid to whatever is below -88.73: the logarithm is -inf, '
      + 'and gradients become NaN. 1 - sigmoid(x) is 0 from x = 16.7 on. `log_softmax` and `logsigmoid` have none of these limits.',
    bad: `import torch
import torch.nn.functional as F


def surprise(scores):
    return -torch.log(F.softmax(scores, dim=-1)).mean()
`,
    good: `import torch
import torch.nn.functional as F


def surprise(scores):
    return -F.log_softmax(scores, dim=-1).mean()
`,
    whenNot: 'The logarithm of a mixture of probabilities has no such form. With a small number added, or a clamp, nothing becomes infinite; the logarithm is then '
      + 'cut off, which is said as a hint.',
    references: [
      { title: 'PyTorch: NaN gradients of log(softmax)', url: 'https://github.com/pytorch/pytorch/issues/1620' },
      { title: 'PyTorch: LogSoftmax', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.LogSoftmax.html' },
    ],
  },
  *check(file) {
    for (const application of file.facts.applications) {
      if (application.kind !== 'logarithm' || shortName(application.name) !== 'log' || isTest(file, application.node)) continue;
      const [input] = application.inputs;
      const found = input === undefined ? [] : [...findingsFor(file, application, input)];
      if (found.length === 0 || isDrawnFrom(file, application.node)) continue;
      yield* isMended(file, application.node) ? found.map((finding): Finding => ({ ...finding, confidence: 'hint' })) : found;
    }
  },
});

const squashing = ['softmax', 'sigmoid'];

function* findingsFor(file: RuleFile, logarithm: Application, input: Value): Iterable<Finding> {
  const source = writtenSource(input);
  const guarded = source ? lastActivations(guardedBy(source), squashing) : [];
  for (const application of guarded) {
    if (isHarmless(logarithm, application)) continue;
    yield { ...findingAt(file, logarithm, application.node, 'The guard keeps the logarithm finite, but cuts it off and stops its gradient. The logarithm as one function needs none.'), confidence: 'hint' };
  }
  if (guarded.length > 0) return;
  const whole = lastActivations(input, squashing);
  // Of one that was picked, the entry may be one that was drawn, which is never 0.
  const isPicked = whole.length === 0;
  for (const { activation, node } of (isPicked ? lastActivations(input, squashing, { selections: true }) : whole).filter((application) => isComputedSo(file, application))) {
    const isSoftmax = activation?.id === 'softmax';
    const finding = findingAt(file, logarithm, node, isSoftmax
      ? 'log(softmax(x)) is -inf for scores more than 104 below the largest (float32); log_softmax has no such limit.'
      : 'log(sigmoid(x)) is -inf below x = -88.73 (float32); the logarithm of the sigmoid as one function has no such limit.', fixFor(file, logarithm, node));
    yield isPicked ? { ...finding, confidence: 'hint' } : finding;
  }
  for (const { node } of source ? lastActivations(complementOf(source), ['sigmoid']).filter((application) => isComputedSo(file, application)) : []) {
    yield findingAt(file, logarithm, node, 'log(1 - sigmoid(x)) is -inf from x = 16.7 on (float32); it is the logarithm of the sigmoid of -x.');
  }
}

/** Where no gradient is asked for, a guarded logarithm is one; and p log p, which is near 0 where p is, is not cut off by what is added to p. */
function isHarmless({ output, contexts }: Application, probability: Application): boolean {
  if (contexts.some(({ name }) => /^torch\.(no_grad|inference_mode)$/.test(name))) return true;
  const uses = output.kind === 'tensor' ? output.uses : [];
  return uses.length > 0 && uses.every((use) => isMultiplication(use) && use.inputs.includes(probability.output));
}

/** PaddlePaddle clips what a softmax exponentiates; of the others the arithmetic was not read. Cosines never are 104 apart. */
function isComputedSo(file: RuleFile, { activation, inputs: [scores], node }: Application): boolean {
  return !/^(paddle|mxnet|mlx|mindspore)$/.test(activation?.usage?.framework ?? '') && !(scores !== undefined && isOfCosines(scores)) && !isOfSmallNumbers(file, node);
}

/** `torch.sigmoid(torch.tensor([2.0]))`, as those write who show what a loss is: of scores of a few units nothing becomes 0. */
function isOfSmallNumbers(file: RuleFile, node: Node): boolean {
  const { tree } = file;
  if (tree.kind(node) !== Kind.Call) return false;
  const callee = calleeOf(tree, node);
  const isMethod = tree.kind(callee) === Kind.Attribute && /^(softmax|sigmoid)$/.test(nameOf(tree, callee)) && file.names.qualifiedName(callee) === undefined;
  const scores = isMethod ? tree.firstChild(callee) : callArguments(tree, node)[0]?.value;
  return scores !== undefined && (numbersWritten(file, scores)?.every((score) => Math.abs(score) < 16) ?? false);
}

/** Products of normalised vectors, whatever temperature they are divided by. */
function isOfCosines(scores: Value): boolean {
  let source = sourceOf(scores);
  for (let step = 0; source && step < 6; step++) {
    if (source.kind === 'product') return source.inputs.length > 1 && source.inputs.every(isNormalised);
    if (!['arithmetic', 'exponential', 'mask', 'reshape', 'selection', 'custom'].includes(source.kind)) return false;
    if (/(^|\.)cosine_similarity$/.test(source.name)) return true;
    source = sourceOf(source.inputs[0]);
  }
  return false;
}

/** `F.normalize(x)`, or `x / x.norm()`, perhaps transposed. */
function isNormalised(value: Value): boolean {
  const source = sourceOf(value);
  if (source === undefined) return false;
  if (source.kind === 'reshape' || source.kind === 'selection') return source.inputs[0] !== undefined && isNormalised(source.inputs[0]);
  const by = source.kind === 'arithmetic' && source.name === '/' ? sourceOf(source.inputs[1]) : undefined;
  return /(^|\.)(normalize|l2_normalize)$/.test(source.name) || (by !== undefined && /(^|\.)norm$/.test(by.name));
}

function sourceOf(value: Value | undefined): Application | undefined {
  return value?.kind === 'tensor' ? value.source : undefined;
}

/** What made a value. A softmax with a small number added is a softmax too; here it matters that the number is there. */
function writtenSource(value: Value | undefined): Application | undefined {
  const source = value?.kind === 'tensor' ? value.source : undefined;
  return source?.activation?.usage?.form === 'formula' ? writtenSource(source.inputs[0]) : source;
}

function findingAt(file: RuleFile, logarithm: Application, activation: Node, message: string, fix?: Fix): Finding {
  const { tree } = file;
  const isInside = tree.start(logarithm.node) <= tree.start(activation) && tree.end(activation) <= tree.end(logarithm.node);
  return {
    span: file.spanOf(logarithm.node), message, fix,
    related: isInside ? [] : [{ span: file.spanOf(activation), message: 'Where the probability is computed' }],
  };
}

const nothing: Value = { kind: 'unknown' };

/** The `p` of `1 - p`. */
function complementOf({ kind, name, inputs: [left, right = nothing] }: Application): Value {
  return kind === 'arithmetic' && name === '-' && numberOf(left) === 1 ? right : nothing;
}

/** That both are equal is what such a function shows. */
function isTest({ tree, names }: RuleFile, node: Node): boolean {
  const definition = names.enclosingDefinition(node);
  return definition !== NONE && /^test|_test$/i.test(nameOf(tree, definition));
}

/** `tf.random.categorical(tf.math.log(p), 1)`, at once or by way of a variable: nothing is ever drawn that has -inf, and no gradient goes through. */
function isDrawnFrom(file: RuleFile, node: Node): boolean {
  const { tree } = file;
  const parent = tree.parent(node);
  const call = tree.kind(parent) === Kind.KeywordArgument ? tree.parent(parent) : parent;
  if (tree.kind(call) === Kind.Call) return calleeOf(tree, call) !== node && drawing.test(nameOf(tree, calleeOf(tree, call)));
  const statement = tree.kind(parent) === Kind.BinOp ? tree.parent(parent) : parent;
  return isGivenTo(file, statement, '(?:categorical|multinomial)\\(\\s*(?:logits\\s*=\\s*)?');
}

/** Whether what a statement assigns to a variable is given to a function by the pattern of its call, in the same definition. */
function isGivenTo({ tree, names }: RuleFile, statement: Node, call: string): boolean {
  const target = tree.kind(statement) === Kind.Assign ? tree.firstChild(statement) : NONE;
  if (target === NONE || tree.kind(target) !== Kind.Name) return false;
  const definition = names.enclosingDefinition(statement);
  const text = definition === NONE ? tree.text : tree.textOf(definition);
  return new RegExp(`\\b${call}${tree.textOf(target)}\\b`).test(text);
}

const mending = /^(where|select|nansum|nanmean|nan_to_num)$/;

/** `where(p == 0, 0, log(p))`, and `nansum` of what is made of the logarithm: whoever writes so has seen the infinity, and leaves its gradient alone. */
function isMended(file: RuleFile, node: Node): boolean {
  const { tree } = file;
  let at = tree.parent(node);
  for (; tree.kind(at) === Kind.BinOp || tree.kind(at) === Kind.UnaryOp || tree.kind(at) === Kind.Call; at = tree.parent(at)) {
    if (tree.kind(at) === Kind.Call && mending.test(nameOf(tree, calleeOf(tree, at)))) return true;
  }
  return isGivenTo(file, at, '(?:nansum|nanmean|nan_to_num)\\(\\s*');
}

const drawing = /^(categorical|multinomial)$/;

const logarithms: Readonly<Record<string, string>> = {
  'torch.nn.functional.softmax': 'log_softmax', 'torch.softmax': 'log_softmax', 'tf.nn.softmax': 'log_softmax', 'jax.nn.softmax': 'log_softmax', 'Tensor.softmax': 'log_softmax',
  'torch.nn.functional.sigmoid': 'logsigmoid', 'torch.sigmoid': 'nn.functional.logsigmoid', 'tf.sigmoid': 'math.log_sigmoid', 'jax.nn.sigmoid': 'log_sigmoid',
  'flax.linen.softmax': 'log_softmax', 'flax.linen.sigmoid': 'log_sigmoid',
};

/** `torch.log(F.softmax(x, dim=1))` and `F.softmax(x, dim=1).log()` become `F.log_softmax(x, dim=1)`. */
function fixFor(file: RuleFile, { node: outer }: Application, inner: Node): Fix | undefined {
  const { tree } = file;
  if (tree.kind(outer) !== Kind.Call || tree.kind(inner) !== Kind.Call) return undefined;
  const name = file.usageOf(calleeOf(tree, inner));
  const range = tree.kind(calleeOf(tree, inner)) === Kind.Attribute ? nameRange(tree, calleeOf(tree, inner)) : undefined;
  const other = name && Object.hasOwn(logarithms, name.symbol) ? logarithms[name.symbol] : undefined;
  const around = edgesAround(file, outer, inner);
  if (range === undefined || other === undefined || around === undefined) return undefined;
  const [before, after] = around;
  return { title: `Use ${shortName(other)}`, edits: [before, replaced(range.start, range.end, other), after].filter(({ span, newText }) => span.start < span.end || newText !== '') };
}

/** What stands before and behind the inner call: `torch.log(` and `)`, or nothing and `.log()`. */
function edgesAround({ tree }: RuleFile, outer: Node, inner: Node): readonly [Edit, Edit] | undefined {
  const callee = calleeOf(tree, outer);
  const [only, ...others] = callArguments(tree, outer);
  const isArgument = only?.node === inner && others.length === 0;
  const isReceiver = only === undefined && tree.kind(callee) === Kind.Attribute && tree.firstChild(callee) === inner;
  if (!isArgument && !isReceiver) return undefined;
  const rest = tree.text.slice(tree.start(outer), tree.start(inner)) + tree.text.slice(tree.end(inner), tree.end(outer));
  if (rest.includes('#')) return undefined;
  return [replaced(tree.start(outer), tree.start(inner), ''), replaced(tree.end(inner), tree.end(outer), '')];
}
