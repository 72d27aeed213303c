/** What is to be known of single activations when one is recognised by its formula. */

/**
 * Nobody writes these as one formula of their own, or everybody does without meaning an activation: the identity, a product,
 * the logarithms of sums of exponentials that losses are made of.
 */
const neverWritten: ReadonlySet<string> = new Set([
  'identity', 'affine', 'bilinear', 'glu-generic', 'logsumexp', 'logcosh', 'maxout', 'gumbel-softmax', 'adaptive-log-softmax', 'meta-acon-c', 'rrelu', 'crelu', 'frelu', 'tlu',
]);

export function isNeverWritten(id: string): boolean {
  return neverWritten.has(id);
}

/** Arithmetic that is an activation only where it is all that a function or layer computes, which is called so. */
const plain: ReadonlySet<string> = new Set([
  'abs', 'exponential', 'expm1', 'erf', 'sine', 'arctan', 'gaussian', 'binary-step', 'hardmax', 'softabs', 'isru', 'laplace',
  'threshold', 'softmin', 'bent-identity', 'shrink', 'soft-exponential', 'sigmoid-range', 'softplus-parametric', 'star-relu', 'clip',
  'acon-c', 'solu', 'scaled-tanh',
]);

/** Arithmetic that often is no activation: a hinge, a box that is clipped, a threshold of an optimiser. */
const ambiguous: ReadonlySet<string> = new Set([
  'relu', 'relu6', 'clipped-relu', 'hard-tanh', 'hard-sigmoid', 'softsign', 'softshrink', 'hardshrink', 'thresholded-relu',
  'relu-squared', 'squareplus', 'sparse-plus', 'sparse-sigmoid', 'tanhshrink', 'softplus', 'shifted-softplus', 'log-sigmoid', 'log-softmax', 'smelu', 'sqrt-softplus', 'gcu',
]);

type Distinctness = 'plain' | 'ambiguous' | 'unmistakable';

export function distinctness(id: string): Distinctness {
  if (plain.has(id)) return 'plain';
  return ambiguous.has(id) ? 'ambiguous' : 'unmistakable';
}

/** Functions of mathematics, which libraries call by their names: only a layer of the name, or a name that says activation, means more. */
const mathematical: ReadonlySet<string> = new Set(['abs', 'exponential', 'expm1', 'erf', 'sine', 'arctan', 'clip']);

export function isMathematical(id: string): boolean {
  return mathematical.has(id);
}

/** One function less a number, which elsewhere is no formula of its own. */
const moved: ReadonlySet<string> = new Set(['shifted-softplus']);

export function isMoved(id: string): boolean {
  return moved.has(id);
}

/** Curves that other sciences know too, so that one of plain numbers needs a name. */
const common: ReadonlySet<string> = new Set(['sigmoid', 'leaky-relu', 'prelu']);

export function isCommon(id: string): boolean {
  return common.has(id);
}

/** Of different slopes on both sides, as asymmetric losses are. */
const asymmetric: ReadonlySet<string> = new Set(['leaky-relu', 'prelu', 'xielu']);

export function isAsymmetric(id: string): boolean {
  return asymmetric.has(id);
}

/** What a hidden value is bounded by from below; from both sides it is rather kept within what is allowed. */
const rectifiers: ReadonlySet<string> = new Set(['relu', 'relu-squared']);

export function isRectifier(id: string): boolean {
  return rectifiers.has(id);
}

/** Of two that fit, the less general one is meant: larger is more general. */
const general: Readonly<Record<string, number>> = {
  celu: 2, prelu: 5, 'acon-c': 8, 'soft-exponential': 8, 'sigmoid-range': 8, shrink: 8, xielu: 8, 'softplus-parametric': 8, 'star-relu': 8, threshold: 7,
  clip: 3, softabs: 8, 'scaled-tanh': 3,
};

export function generality(id: string): number {
  return general[id] ?? 0;
}
