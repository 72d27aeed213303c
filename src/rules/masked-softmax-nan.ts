import type { Application, Context } from '../models/facts';
import { valuesOf } from '../models/join';
import { consumersOf } from '../models/questions';
import { numberOf, type Value } from '../models/values';
import { literalValue } from '../python/literals';
import { callArguments, calleeOf, nameOf, operatorOf } from '../python/parts';
import { Kind, NONE, Operator, type Node, type SyntaxTree } from '../python/syntax';
import { autocastAround } from './autocast';
import { defineRule, type Finding, type RuleFile } from './rule';

export const maskedSoftmaxNan = defineRule({
  id: 'masked-softmax-nan',
  severity: 'warning',
  confidence: 'likely',
  fixable: 'never',
  documentation: {
    what: 'A mask makes the scores before a softmax infinite in a way that gives NaN.',
    why: 'The product 0 · -inf is NaN, so that a mask of zeros and ones times -inf spoils every score that it should keep. A row of which all scores are -inf has the softmax '
      + '0 / 0 = NaN. In float16, which ends at 65504, -1e9 cannot be represented.',
    bad: `import torch


def attend(scores, mask):
    scores = scores + (1 - mask) * float("-inf")
    return torch.softmax(scores, dim=-1)
`,
    good: `import torch


def attend(scores, mask):
    scores = scores + (1 - mask) * torch.finfo(scores.dtype).min
    return torch.softmax(scores, dim=-1)
`,
    whenNot: '`F.scaled_dot_product_attention` of PyTorch 2.5 and later, and `nan_to_num` or `torch.where` behind the softmax, guard against rows without any key. A causal mask alone leaves each '
      + 'row its own position.',
    references: [
      { title: 'PyTorch: NaN of attention with a padding mask', url: 'https://github.com/pytorch/pytorch/issues/26098' },
      { title: 'PyTorch: a softmax for rows that are masked altogether', url: 'https://github.com/pytorch/pytorch/pull/131060' },
      { title: 'transformers: masks in float16', url: 'https://github.com/huggingface/transformers/pull/17306' },
    ],
  },
  *check(file) {
    if (!/\binf|1e/i.test(file.text)) return;
    yield* ofProducts(file);
    for (const application of file.facts.applications) {
      if (application.activation?.id === 'softmax') yield* ofFilled(file, application);
    }
  },
});

/** `(1 - mask) * float("-inf")` */
function* ofProducts(file: RuleFile): Iterable<Finding> {
  const { tree, usages } = file;
  if (!usages.some(({ activation }) => activation === 'softmax') || /nan_to_num|isnan/.test(tree.text)) return;
  for (let node = 1; node <= tree.root; node++) {
    if (tree.kind(node) !== Kind.BinOp || operatorOf(tree, node) !== Operator.Multiply) continue;
    const [left = NONE, right = NONE] = tree.children(node);
    const mask = infinityOf(file, right) === undefined ? right : left;
    const isAdded = isAddedMask(tree, node, mask);
    if (infinityOf(file, mask === left ? right : left) === undefined || !(isAdded || hasZeros(tree, mask)) || isTriangleOf(tree, node)) continue;
    yield {
      span: file.spanOf(node), confidence: isAdded ? 'likely' : 'certain', severity: 'error',
      message: `0 times infinity is NaN: wherever ${tree.textOf(mask).slice(0, 40)} is 0, the score is lost. Use masked_fill, or a large finite number.`,
    };
  }
}

/** The sign of an infinity as it is written: `float("-inf")`, `-np.inf`, `-float("inf")`. */
function infinityOf(file: RuleFile, node: Node): 1 | -1 | undefined {
  const { tree } = file;
  switch (tree.kind(node)) {
    case Kind.UnaryOp: {
      const inner = infinityOf(file, tree.firstChild(node));
      return inner === undefined || operatorOf(tree, node) !== Operator.Minus ? undefined : inner === 1 ? -1 : 1;
    }
    case Kind.Attribute:
      return /^(torch|numpy|math|jax\.numpy)\.(inf|Inf|Infinity)$/.test(file.names.qualifiedName(node) ?? '') ? 1 : undefined;
    case Kind.Call:
      return infinityOfCall(tree, node);
    default:
      return undefined;
  }
}

function infinityOfCall(tree: SyntaxTree, node: Node): 1 | -1 | undefined {
  const [only, ...others] = callArguments(tree, node);
  if (nameOf(tree, calleeOf(tree, node)) !== 'float' || only === undefined || others.length > 0) return undefined;
  const written = literalValue(tree, only.value);
  const match = typeof written === 'string' ? /^([+-]?)inf(inity)?$/i.exec(written.trim()) : null;
  return match === null ? undefined : match[1] === '-' ? -1 : 1;
}

/** What has zeros in it by what it is: one minus a mask, a triangle, a comparison, and casts of those. */
function hasZeros(tree: SyntaxTree, node: Node): boolean {
  switch (tree.kind(node)) {
    case Kind.BinOp: {
      const [left = NONE, right = NONE] = tree.children(node);
      // Whatever else a zero is multiplied with, or an absence joined with.
      if (operatorOf(tree, node) === Operator.Multiply || operatorOf(tree, node) === Operator.BitAnd) return hasZeros(tree, left) || hasZeros(tree, right);
      return operatorOf(tree, node) === Operator.Subtract && literalValue(tree, left) === 1 && tree.kind(right) !== Kind.Number;
    }
    case Kind.Subscript:
      return hasZeros(tree, tree.firstChild(node));
    case Kind.UnaryOp:
      return operatorOf(tree, node) === Operator.Invert;
    case Kind.Compare:
      return true;
    case Kind.Call: {
      const callee = calleeOf(tree, node);
      if (/^(triu|tril|eye|logical_not|eq|ne|gt|lt)$/.test(nameOf(tree, callee))) return true;
      const isCast = tree.kind(callee) === Kind.Attribute && /^(float|half|double|to|type|astype|type_as|int|long|cuda|unsqueeze)$/.test(nameOf(tree, callee));
      return isCast && hasZeros(tree, tree.firstChild(callee));
    }
    default:
      return false;
  }
}

/** `scores + mask * float("-inf")`: a mask without zeros would hide every score. */
function isAddedMask(tree: SyntaxTree, product: Node, mask: Node): boolean {
  const parent = tree.parent(product);
  const isSum = tree.kind(parent) === Kind.BinOp || tree.kind(parent) === Kind.AugAssign;
  return tree.kind(mask) === Kind.Name && /mask/i.test(nameOf(tree, mask)) && isSum && operatorOf(tree, parent) === Operator.Add;
}

/** `torch.triu(… * float("-inf"), 1)` takes the rest away after the product, without multiplying. */
function isTriangleOf(tree: SyntaxTree, product: Node): boolean {
  const parent = tree.parent(product);
  return tree.kind(parent) === Kind.Call && /^(triu|tril)$/.test(nameOf(tree, calleeOf(tree, parent)));
}

const steps = 6;

/** The fillings that come before a softmax, looked for through sums and the like. */
function* ofFilled(file: RuleFile, softmax: Application): Iterable<Finding> {
  const open = sourcesOf(softmax.inputs[0]);
  for (let step = 0; step < steps && open.length > 0; step++) {
    const source = open.shift()!;
    const isFilling = source.kind === 'mask' && /(^|\.)masked_fill_?$/.test(source.name);
    if (isFilling) yield* ofFilling(file, softmax, source);
    if (isFilling || ['reshape', 'dropout', 'arithmetic', 'identity'].includes(source.kind)) open.push(...sourcesOf(source.inputs[0]));
  }
}

/** On each of the ways to a value: one is enough to spoil it. */
function sourcesOf(value: Value | undefined): Application[] {
  return value === undefined ? [] : valuesOf(value).flatMap((each) => sourceOf(each) ?? []);
}

function sourceOf(value: Value | undefined): Application | undefined {
  return value?.kind === 'tensor' ? value.source : undefined;
}

function* ofFilling(file: RuleFile, softmax: Application, filling: Application): Iterable<Finding> {
  const value = filling.arguments.get('value');
  const sign = value && infinityOf(file, value.node);
  const number = numberOf(value?.value);
  const at = { span: file.spanOf(value?.node ?? filling.node), related: [{ span: file.spanOf(softmax.node), message: 'The softmax that follows' }] };
  if (sign === 1) {
    yield { ...at, confidence: 'certain', severity: 'error', message: 'This masks with +inf, and softmax of an infinite score is NaN. Masked scores are -inf.' };
  } else if (number !== undefined && number < -65504 && inHalf(filling.contexts) && isProduct(filling.inputs[0])) {
    yield { ...at, message: `${file.tree.textOf(value?.node ?? filling.node)} cannot be represented in float16, which ends at -65504: under autocast this stops with an overflow. Use torch.finfo(scores.dtype).min.` };
  } else if (sign === -1 && mayMaskRows(file, softmax, filling)) {
    yield { ...at, confidence: 'hint', message: 'A row of which every position is masked gives NaN here. Use scaled_dot_product_attention, or set such rows to 0 behind the softmax.' };
  }
}

/** Bfloat16 has the range of float32. */
function inHalf(contexts: readonly Context[]): boolean {
  const autocast = autocastAround(contexts);
  if (autocast === undefined || autocast.name.startsWith('torch.cpu.')) return false;
  const written = [...autocast.arguments.entries()];
  return !written.some(([name, { value }]) => name === 'enabled' || name === 'dtype' || (value.kind === 'constant' && (value.value === false || value.value === 'cpu')));
}

/** What autocast computes in float16. */
function isProduct(value: Value | undefined): boolean {
  let source = sourceOf(value);
  for (let step = 0; source && step < steps; step++) {
    if (source.kind === 'product') return true;
    if (source.kind !== 'arithmetic' && source.kind !== 'reshape') return false;
    source = sourceOf(source.inputs[0]);
  }
  return false;
}

const padding = /pad|length|\blen|valid|attention_mask|src_mask|key_mask/i;
const causal = /causal|triu|tril|subsequent|look_?ahead|future|\bbias\b/i;
const guards = /nan_to_num|isnan|scaled_dot_product_attention|finfo|safe_softmax/;

/** Where a mask may hide all of a row, and nothing behind the softmax sees to it. */
function mayMaskRows({ tree, names }: RuleFile, softmax: Application, filling: Application): boolean {
  const mask = tree.textOf(filling.arguments.get('mask')?.node ?? NONE);
  if (!padding.test(mask) || causal.test(mask)) return false;
  const definition = names.enclosingDefinition(filling.node);
  if (guards.test(tree.textOf(definition === NONE ? tree.root : definition))) return false;
  return !consumersOf(softmax).some(({ kind }) => kind === 'mask' || kind === 'clamp');
}
