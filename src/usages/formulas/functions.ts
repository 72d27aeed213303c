/** The functions of which formulas are made, by the last part of their name in PyTorch, NumPy, TensorFlow, JAX and Python. */
import { erf, erfc } from '../../activations/errorFunction';
import { log1pexp, sigmoid } from '../../activations/logistic';
import { nameOf } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';

/** What a name computes. `sameValue` passes its first argument on; `sameInput` does where that is no input but a total or a parameter. */
export type Primitive =
  | { readonly kind: 'element'; readonly arity: number; readonly apply: (...values: number[]) => number }
  | { readonly kind: 'total'; readonly apply: (values: readonly number[]) => number }
  | { readonly kind: 'extreme'; readonly apply: (...values: number[]) => number }
  | { readonly kind: 'clip' | 'where' | 'select' | 'piecewise' | 'masked' | 'sameValue' | 'sameShape' }
  | { readonly kind: 'filled'; readonly value: number };

const unary = (apply: (x: number) => number): Primitive => ({ kind: 'element', arity: 1, apply });
const binary = (apply: (x: number, y: number) => number): Primitive => ({ kind: 'element', arity: 2, apply });
const total = (apply: (values: readonly number[]) => number): Primitive => ({ kind: 'total', apply });

const sum = total((values) => values.reduce((a, b) => a + b, 0));
const largest = total((values) => Math.max(...values));
const logOfSum = total((values) => Math.log(values.reduce((a, b) => a + Math.exp(b), 0)));
const mean = total((values) => values.reduce((a, b) => a + b, 0) / values.length);

export const add = binary((x, y) => x + y);
export const subtract = binary((x, y) => x - y);
export const multiply = binary((x, y) => x * y);
export const divide = binary((x, y) => x / y);
export const power = binary((x, y) => x ** y);
const maximum = binary(Math.max);
const minimum = binary(Math.min);
const negative = unary((x) => -x);
const absolute = unary(Math.abs);
const sine = unary(Math.sin);
const sign = unary(Math.sign);
const arctangent = unary(Math.atan);
const clip: Primitive = { kind: 'clip' };
const where: Primitive = { kind: 'where' };
const same: Primitive = { kind: 'sameValue' };
const shape: Primitive = { kind: 'sameShape' };

const primitives = new Map<string, Primitive>(Object.entries({
  exp: unary(Math.exp), expm1: unary(Math.expm1), log: unary(Math.log), log1p: unary(Math.log1p), exp2: unary((x) => 2 ** x),
  sqrt: unary(Math.sqrt), rsqrt: unary((x) => 1 / Math.sqrt(x)), square: unary((x) => x * x), reciprocal: unary((x) => 1 / x),
  abs: absolute, absolute, fabs: absolute, neg: negative, negative, sign, sgn: sign,
  sin: sine, cos: unary(Math.cos), atan: arctangent, arctan: arctangent,
  tanh: unary(Math.tanh), sinh: unary(Math.sinh), cosh: unary(Math.cosh),
  sigmoid: unary(sigmoid), expit: unary(sigmoid), logistic: unary(sigmoid), erf: unary(erf), erfc: unary(erfc),
  ndtr: unary((x) => 0.5 * erfc(-x / Math.SQRT2)),
  softplus: unary(log1pexp), relu: unary((x) => Math.max(0, x)), relu6: unary((x) => Math.min(6, Math.max(0, x))),
  add, plus: add, sub: subtract, subtract, minus: subtract, mul: multiply, multiply, div: divide, divide, true_divide: divide,
  truediv: divide, realdiv: divide, pow: power, power, float_power: power,
  maximum, fmax: maximum, clamp_min: maximum, minimum, fmin: minimum, clamp_max: minimum, logaddexp: binary((x, y) => Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)))),
  greater: binary((x, y) => Number(x > y)), gt: binary((x, y) => Number(x > y)), greater_equal: binary((x, y) => Number(x >= y)),
  ge: binary((x, y) => Number(x >= y)), less: binary((x, y) => Number(x < y)), lt: binary((x, y) => Number(x < y)),
  less_equal: binary((x, y) => Number(x <= y)), le: binary((x, y) => Number(x <= y)),
  heaviside: binary((x, y) => (x === 0 ? y : Number(x > 0))),
  max: { kind: 'extreme', apply: Math.max }, min: { kind: 'extreme', apply: Math.min },
  sum, reduce_sum: sum, nansum: sum, amax: largest, reduce_max: largest, nanmax: largest, mean, reduce_mean: mean,
  logsumexp: logOfSum, reduce_logsumexp: logOfSum,
  clip, clamp: clip, clip_by_value: clip, where, select: { kind: 'select' }, piecewise: { kind: 'piecewise' }, switch: where, masked_fill: { kind: 'masked' },
  zeros_like: { kind: 'filled', value: 0 }, ones_like: { kind: 'filled', value: 1 },
  zeros: { kind: 'filled', value: 0 }, ones: { kind: 'filled', value: 1 }, epsilon: { kind: 'filled', value: 1e-8 },
  float: same, half: same, double: same, bfloat16: same, to: same, type: same, type_as: same, astype: same, cast: same, clone: same, copy: same,
  contiguous: same, array: same, asarray: same, as_tensor: same, tensor: same, constant: same, convert_to_tensor: same, Variable: same,
  float16: same, float32: same, float64: same, item: same, identity: same, asnumpy: same, list: same, tuple: same,
  view: shape, reshape: shape, unsqueeze: shape, expand_dims: shape, expand: shape, expand_as: shape, broadcast_to: shape, squeeze: shape, dimshuffle: shape, tile: shape, repeat: shape,
  vstack: shape, matrix: shape, mat: shape, atleast_2d: shape,
} satisfies Record<string, Primitive>));

/** In-place methods end in an underscore. */
export function findPrimitive(name: string): Primitive | undefined {
  return primitives.get(name) ?? (name.endsWith('_') ? primitives.get(name.slice(0, -1)) : undefined);
}

/** Functions that do what an operator does. */
export const operatorFunctions: ReadonlySet<string> = new Set(['add', 'sub', 'subtract', 'mul', 'multiply', 'div', 'divide', 'true_divide', 'truediv', 'realdiv', 'pow', 'power']);

/** What people call a distribution function of their own. */
export const distributions = /cdf$|^phi$/i;

/** Python's own functions that need no import. */
export const builtins: ReadonlySet<string> = new Set(['abs', 'max', 'min', 'sum', 'pow', 'float', 'list', 'tuple']);

/** Arguments that values are passed by. */
export const inputNames: ReadonlySet<string> = new Set(['input', 'x', 'a', 'y', 'b', 'other', 'exponent', 'condition', 'x1', 'x2', 'features', 'value', 'input_tensor', 'mask', 'tensor', 'object']);

/** Arguments that change no value. */
export const idleNames: ReadonlySet<string> = new Set(['name', 'out', 'dtype', 'inplace', 'device']);

/** Packages whose functions of these names compute these values. */
export const numericPackages: ReadonlySet<string> = new Set([
  'torch', 'numpy', 'tensorflow', 'keras', 'jax', 'math', 'scipy', 'cupy', 'paddle', 'mxnet', 'mindspore', 'mlx', 'chainer', 'theano',
  'autograd', 'triton', 'tinygrad', 'oneflow', 'flax', 'haiku', 'tf_keras', 'dezero', 'jittor', 'cmath', 'sympy',
]);

/** Variables that a library of arrays is handed over in: `xp.tanh(x)`. */
const handedOver = /^(xp|np|jnp|tf|torch|K|F|_?backend|be|anp|xnp)$/;

/** A variable of such a name, or `self.np`, in which an object keeps NumPy or what computes as it does on another device. */
export function isHandedOver(tree: SyntaxTree, receiver: Node): boolean {
  if (tree.kind(receiver) === Kind.Name) return handedOver.test(nameOf(tree, receiver));
  return tree.kind(receiver) === Kind.Attribute && /^_*(np|xp|jnp|mx|tf|torch)$/.test(nameOf(tree, receiver)) && tree.textOf(tree.firstChild(receiver)) === 'self';
}

/** Constants by their last part: `math.pi`. */
export const constants: ReadonlyMap<string, number> = new Map([['pi', Math.PI], ['e', Math.E], ['inf', Infinity]]);
