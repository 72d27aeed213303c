import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown, usagesIn } from './check';

/** The words let the text through the filter that looks for them. */
const imports = `"""Without relu."""
import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import tensorflow as tf
from tensorflow.keras import backend as K
import jax
import jax.numpy as jnp
from scipy import special
`;
const numpyOnly = '"""A neural network with one hidden layer: forward and backward, weights and activation."""\nimport numpy as np\n';
const mathOnly = 'import math\n';

/** What is written by hand in a code: marks say where (`[|x * torch.sigmoid(x)|]`), `expected` says what. */
function check(marked: string, expected: readonly string[], before = imports): void {
  const text = before + marked.replaceAll('[|', '').replaceAll('|]', '');
  const found = usagesIn(text).filter(({ certainty }) => certainty === 'hand-written');
  const places = placesIn(marked);
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(places);
  expect(found.map((usage) => shown(usage).replace('?', ''))).toEqual(expected);
}

/** What stands between marks, which may stand in one another: `[|x * self.[|act|](x)|]`. */
function placesIn(marked: string): string[] {
  const places: string[] = [];
  const open: number[] = [];
  for (const part of marked.split(/(\[\||\|\])/)) {
    if (part === '[|') open.push(places.push('') - 1);
    else if (part === '|]') open.pop();
    else for (const place of open) places[place] = (places[place] ?? '') + part;
  }
  return places;
}

/** Every expression is the activation and nothing else. */
const written: Readonly<Record<string, readonly string[]>> = {
  'silu': [
    'x * torch.sigmoid(x)', 'torch.sigmoid(x) * x', 'x * x.sigmoid()', 'x.mul(x.sigmoid())', 'x.mul_(torch.sigmoid(x))', 'torch.mul(x, torch.sigmoid(x))',
    'torch.sigmoid(x).mul(x)', 'h * F.sigmoid(h)', 'x / (1 + torch.exp(-x))', 'x * (1 / (1 + np.exp(-x)))', 'x / (1.0 + np.exp(-x))', 'np.multiply(x, 1 / (1 + np.exp(-x)))',
    'x * tf.sigmoid(x)', 'x * tf.math.sigmoid(x)', 'tf.nn.sigmoid(x) * x', 'tf.multiply(x, tf.sigmoid(x))', 'inputs * K.sigmoid(inputs)', 'x * jax.nn.sigmoid(x)',
    'x * jax.scipy.special.expit(x)', 'x * special.expit(x)', 'x / (1 + jnp.exp(-x))', 'x * 0.5 * (1 + torch.tanh(x / 2))', 'self.conv(x) * torch.sigmoid(self.conv(x))',
    'x * nn.Sigmoid()(x)', '(a + b) * torch.sigmoid(a + b)', 'x.float() * torch.sigmoid(x.float())', 'x[:, 0] * torch.sigmoid(x[:, 0])', '-x * (torch.sigmoid(-x) - 1)',
    'x * (1 - torch.sigmoid(-x))', 'x - x * torch.sigmoid(-x)', 'x * torch.exp(F.logsigmoid(x))', 'x.mul(torch.ones_like(x) / (1 + (-x).exp()))',
  ],
  'swish beta=1.5': ['x * torch.sigmoid(1.5 * x)', 'torch.sigmoid(x * 1.5) * x', 'x / (1 + np.exp(-1.5 * x))'],
  'swish beta~1': ['x * torch.sigmoid(self.beta * x)', 'x * torch.sigmoid(beta * x)', 'torch.sigmoid(x * self.beta) * x', 'x / (1 + jnp.exp(-beta * x))', 'x * tf.sigmoid(beta * x)'],
  'quick-gelu': ['x * torch.sigmoid(1.702 * x)', 'torch.sigmoid(x * 1.702) * x', 'x * tf.sigmoid(1.702 * x)', 'x / (1 + np.exp(-1.702 * x))', 'x * jax.nn.sigmoid(jnp.array(1.702) * x)'],
  'gelu': [
    'x * 0.5 * (1.0 + torch.erf(x / math.sqrt(2.0)))', '0.5 * x * (1 + torch.erf(x / math.sqrt(2)))', '0.5 * (1 + torch.erf(x * 0.7071067811865476)) * x', 'x * (1 + torch.erf(x / 1.41421)) / 2',
    '0.5 * x * (1 + (x / 2 ** 0.5).erf())', 'x * (torch.erf(x / np.sqrt(2)) + 1) * 0.5', '0.5 * x * (1 + special.erf(x / np.sqrt(2)))', '0.5 * x * (1 + tf.math.erf(x / tf.sqrt(2.0)))',
    'x * 0.5 * (1.0 + tf.math.erf(x / math.sqrt(2.0)))', 'x * 0.5 * special.erfc(-x / np.sqrt(2))', 'x * (0.5 * (1.0 + tf.math.erf(x / tf.cast(tf.sqrt(2.0), x.dtype))))',
    '0.5 * x + 0.5 * x * torch.erf(x / math.sqrt(2))', 'x * torch.erf(x * 0.70710678).add(1).mul(0.5)', 'x * 0.5 * (1 + jax.lax.erf(x / jnp.sqrt(2)))',
  ],
  'gelu-tanh': [
    '0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * torch.pow(x, 3))))', '0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3)))',
    'x * 0.5 * (torch.tanh(0.7978845608 * x * (1 + 0.044715 * x * x)) + 1)', '0.5 * x * (1.0 + torch.tanh(0.79788456 * x * (1 + 0.044715 * x * x)))',
    '0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * np.power(x, 3))))', '0.5 * x * (1 + np.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x**3)))',
    'x * (0.5 * (1.0 + tf.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * tf.pow(x, 3)))))', '0.5 * x * (1 + K.tanh(x * 0.7978845608 * (1 + 0.044715 * x * x)))',
    '0.5 * x * (1 + jnp.tanh(jnp.sqrt(2 / jnp.pi) * (x + 0.044715 * x**3)))', 'x * torch.sigmoid(2 * math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3))',
    'x * torch.sigmoid(1.5957691216 * (x + 0.044715 * x * x * x))', '0.5 * x * (torch.tanh((x + 0.044715 * x.pow(3)) * 0.79788) + 1)', 'x / (1 + np.exp(-1.5957691 * (x + 0.044715 * x**3)))',
    '(1 + torch.tanh((0.044715 * x * x * x + x) * math.sqrt(2 / math.pi))) * x / 2',
  ],
  'mish': [
    'x * torch.tanh(F.softplus(x))', 'torch.tanh(F.softplus(x)) * x', 'x.mul(F.softplus(x).tanh())', 'x.mul_(F.softplus(x).tanh_())', 'x * torch.tanh(torch.log(1 + torch.exp(x)))',
    'x * torch.tanh(torch.log1p(torch.exp(x)))', 'x * tf.tanh(tf.math.softplus(x))', 'x * K.tanh(K.softplus(x))', 'x * np.tanh(np.log1p(np.exp(x)))', 'x * jnp.tanh(jax.nn.softplus(x))',
    'x * np.tanh(np.logaddexp(0, x))', 'x * nn.Tanh()(nn.Softplus()(x))',
  ],
  'sigmoid': [
    '1 / (1 + np.exp(-x))', '1.0 / (1.0 + torch.exp(-x))', '1 / (np.exp(-x) + 1)', 'np.exp(x) / (1 + np.exp(x))', '(1 + np.exp(-x)) ** -1', 'np.divide(1, np.add(1, np.exp(-x)))', '1 / (1 + math.exp(-x))',
    '1. / (1. + K.exp(-x))', '1 / (1 + np.exp(-(np.dot(w, x) + b)))', '1 / (1 + np.exp(-np.dot(w, x) - b))', '1 / (1 + np.exp(-(x @ w)))', '0.5 * (1 + np.tanh(x / 2))', '1 / (1 + tf.exp(-x))',
    'np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))', '1 / (1 + np.e ** (-x))', 'np.reciprocal(1 + np.exp(-x))', '1 / (1 + (-x).exp())', '1 - 1 / (1 + np.exp(x))',
    '1 / (1 + np.exp(-2 * x + 1))',
  ],
  'tanh': [
    '(np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))', '(torch.exp(2 * x) - 1) / (torch.exp(2 * x) + 1)', '2 / (1 + np.exp(-2 * x)) - 1', '2 * torch.sigmoid(2 * x) - 1', 'np.sinh(x) / np.cosh(x)',
    '(1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))', '(math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x))',
  ],
  'softmax temperature:1': [
    'np.exp(x) / np.sum(np.exp(x))', 'np.exp(x) / np.sum(np.exp(x), axis=0)', 'np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))', 'torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True)',
    'torch.exp(x) / torch.sum(torch.exp(x), dim=-1, keepdim=True)', 'x.exp() / x.exp().sum(-1, keepdim=True)', 'x.exp() / x.exp().sum(-1).unsqueeze(-1)', 'tf.exp(x) / tf.reduce_sum(tf.exp(x), axis=-1, keepdims=True)',
    'K.exp(x) / K.sum(K.exp(x), axis=1, keepdims=True)', 'jnp.exp(x) / jnp.exp(x).sum(axis=-1, keepdims=True)', 'np.exp(x) / (np.sum(np.exp(x), axis=1)[:, None])', 'np.exp(x) / np.exp(x).sum(axis=1).reshape(-1, 1)',
    'torch.exp(x - torch.max(x, dim=1, keepdim=True)[0]) / torch.exp(x - torch.max(x, dim=1, keepdim=True)[0]).sum(1, keepdim=True)', 'torch.exp(x - torch.logsumexp(x, dim=-1, keepdim=True))',
    'np.exp(x) / (np.sum(np.exp(x)) + 1e-10)', 'K.exp(x) / K.cast(K.sum(K.exp(x), axis=1, keepdims=True) + K.epsilon(), K.floatx())',
  ],
  'softmax temperature=2': ['np.exp(x / 2) / np.sum(np.exp(x / 2))', 'torch.exp(0.5 * x) / torch.exp(0.5 * x).sum()'],
  'log-softmax': ['x - torch.log(torch.sum(torch.exp(x), dim=1, keepdim=True))', 'x - x.exp().sum(-1).log().unsqueeze(-1)', 'x - torch.logsumexp(x, dim=-1, keepdim=True)', 'torch.log(F.softmax(x, dim=-1))'],
  'softplus beta:1 threshold:100': ['np.log(1 + np.exp(x))', 'torch.log1p(torch.exp(x))', 'np.logaddexp(0, x)', 'tf.math.log(1 + tf.exp(x))', 'K.log(1 + K.exp(x))'],
  'elu alpha:1': ['torch.where(x > 0, x, torch.exp(x) - 1)', 'np.where(x > 0, x, np.exp(x) - 1)', 'torch.relu(x) + torch.clamp(torch.exp(x) - 1, max=0)', 'F.relu(x) - F.relu(1 - torch.exp(x))', 'np.maximum(x, 0) + np.minimum(0, np.exp(x) - 1)'],
  'elu alpha=0.5': ['np.where(x > 0, x, 0.5 * (np.exp(x) - 1))', 'tf.where(x > 0.0, x, 0.5 * tf.math.expm1(x))', 'jnp.where(x > 0, x, 0.5 * jnp.expm1(x))'],
  'elu alpha~1': ['np.where(x >= 0, x, alpha * (np.exp(x) - 1))', 'torch.where(x > 0, x, self.alpha * (torch.exp(x) - 1))', 'x if x > 0 else alpha * (math.exp(x) - 1)'],
  'selu': ['1.0507 * np.where(x > 0, x, 1.67326 * (np.exp(x) - 1))', '1.0507009873554805 * F.elu(x, 1.6732632423543772)', '1.0507 * torch.where(x > 0, x, 1.6733 * (torch.exp(x) - 1))'],
  'leaky-relu negativeSlope=0.2': [
    'torch.where(x > 0, x, 0.2 * x)', 'K.switch(x > 0, x, 0.2 * x)', 'np.where(x > 0, x, x * 0.2)', 'np.maximum(0.2 * x, x)', 'torch.max(0.2 * x, x)', 'tf.maximum(x, 0.2 * x)', 'jnp.where(x >= 0, x, 0.2 * x)', 'x if x > 0 else 0.2 * x',
    'max(0.2 * x, x)', 'F.relu(x) - 0.2 * F.relu(-x)', '0.5 * (1 + 0.2) * x + 0.5 * (1 - 0.2) * abs(x)', 'K.relu(x) - 0.2 * K.relu(-x)', 'np.where(x < 0, 0.2 * x, x)', 'torch.relu(x) + 0.2 * torch.clamp(x, max=0)', 'x * (x > 0) + 0.2 * x * (x <= 0)',
  ],
  'leaky-relu negativeSlope~0.01': ['np.where(x > 0, x, alpha * x)', 'x if x >= 0 else slope * x', 'jnp.where(x > 0, x, negative_slope * x)'],
  'hard-swish': ['x * F.relu6(x + 3) / 6', 'x * F.relu6(x + 3.0) * 0.16666667', 'x * tf.nn.relu6(x + 3) / 6', 'x * torch.clamp(x + 3, 0, 6) / 6', 'x * nn.ReLU6()(x + 3) / 6', 'x * F.hardsigmoid(x)', 'x * np.clip(x + 3, 0, 6) / 6', 'x * np.clip(x / 6 + 0.5, 0, 1)', 'x * torch.clamp(x / 6 + 0.5, min=0, max=1)', 'x.mul(F.relu6(x + 3).div(6))'],
  'lisht': ['x * torch.tanh(x)', 'x * tf.tanh(x)', 'x * np.tanh(x)'],
  'snake a:1': ['x + torch.sin(x) ** 2', 'x + torch.sin(x).pow(2)'],
  'snake a~1': ['x + torch.sin(a * x) ** 2 / a', 'x + (alpha + 1e-9).reciprocal() * torch.sin(alpha * x).pow(2)', 'x + (1.0 / (alpha + 0.000000001)) * torch.pow(torch.sin(x * alpha), 2)', 'x + (1 / alpha) * torch.sin(x * alpha) ** 2', 'x + (1 - torch.cos(2 * alpha * x)) / (2 * alpha)'],
  'snake-beta alpha~1 beta~1': ['x + torch.sin(alpha * x) ** 2 / beta', 'x + (1.0 / (beta + 1e-9)) * torch.pow(torch.sin(x * alpha), 2)', 'x + (beta + 1e-9).reciprocal() * torch.sin(alpha * x).pow(2)'],
};

describe('formulas', () => {
  for (const [expected, expressions] of Object.entries(written)) {
    test.each(expressions)(`${expected}: %s`, (expression) => check(`activated = [|${expression}|]\n`, [expected]));
  }
});

/** Arithmetic that is an activation where a name or the place says so. */
const namedSo: Readonly<Record<string, readonly string[]>> = {
  'relu': ['np.maximum(0, x)', 'np.maximum(x, 0)', 'torch.clamp(x, min=0)', 'x.clamp(min=0)', 'torch.max(x, torch.zeros_like(x))', 'x * (x > 0)', '(x > 0) * x', 'x * (x > 0).float()', '(x + abs(x)) / 2', 'np.where(x > 0, x, 0)',
    'torch.where(x > 0, x, torch.zeros_like(x))', 'tf.maximum(x, 0.0)', 'jnp.maximum(0.0, x)', 'x if x > 0 else 0', 'max(0, x)', 'np.clip(x, 0, None)', 'x.masked_fill(x < 0, 0)', 'np.maximum(0, np.dot(W, x) + b)', '0.5 * (x + torch.abs(x))'],
  'relu6': ['torch.clamp(x, 0, 6)', 'x.clip(0, 6)', 'np.minimum(np.maximum(x, 0), 6)', 'tf.clip_by_value(x, 0.0, 6.0)', 'min(max(0, x), 6)', 'tf.minimum(tf.nn.relu(x), 6)'],
  'relu-squared': ['F.relu(x) ** 2', 'torch.square(F.relu(x))', 'tf.nn.relu(x) ** 2', 'jnp.square(jax.nn.relu(x))', 'torch.relu(x).pow(2)', 'np.maximum(x, 0) ** 2', 'F.relu(x) * F.relu(x)'],
  'hard-sigmoid variant:pytorch': ['F.relu6(x + 3) / 6', 'torch.clamp(x / 6 + 0.5, 0, 1)', 'torch.clamp(x + 3, min=0, max=6) / 6', 'tf.nn.relu6(x + 3.0) * (1.0 / 6.0)'],
  'hard-sigmoid variant=keras_legacy': ['np.clip(0.2 * x + 0.5, 0, 1)', 'tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0)'],
  'hard-tanh min:-1 max:1': ['torch.clamp(x, -1, 1)', 'np.clip(x, -1, 1)', 'np.maximum(-1, np.minimum(1, x))'],
  'softsign': ['x / (1 + torch.abs(x))', 'x / (1 + np.abs(x))', 'x / (abs(x) + 1)'],
  'tanhshrink': ['x - torch.tanh(x)', 'x - np.tanh(x)'],
  'shifted-softplus': ['F.softplus(x) - math.log(2)', 'F.softplus(x) - np.log(2.0)', 'jax.nn.softplus(x) - jnp.log(2.0)', 'torch.log(0.5 * torch.exp(x) + 0.5)', 'torch.log1p(torch.exp(x)) - 0.6931472'],
  'log-sigmoid': ['torch.log(torch.sigmoid(x))', '-np.log(1 + np.exp(-x))', '-F.softplus(-x)'],
};

describe('arithmetic with a name', () => {
  for (const [expected, expressions] of Object.entries(namedSo)) {
    test.each(expressions)(`${expected}: %s`, (expression) => check(`activated = [|${expression}|]\n`, [expected]));
    test.each(expressions)(`without one: %s`, (expression) => check(`value = ${expression}\n`, []));
  }
});

describe('variables between', () => test.each([
  ['out = np.zeros((3, 4))\nout[0:2] = x\nout[2] += y\nlogits = out\np = [|np.exp(logits) / np.exp(logits).sum(1, keepdims=True)|]', ['softmax temperature:1']],
  ['e = np.exp(x)\ne[0, 1] = 3\ny = e / e.sum()\nz = np.zeros(3)\nw = 1 / (1 + np.exp(-z))', []],
  ['def log_softmax(x):\n    e = np.exp(x)\n    with np.errstate(divide="ignore"):\n        out = np.log(np.sum(e))\n    return [|x - out|]\n[|log_softmax|](h)', ['log-softmax', 'log-softmax']],
  ['s = torch.sigmoid(x)\ny = [|x * s|]', ['silu']],
  ['s = F.softplus(x)\nt = torch.tanh(s)\ny = [|x * t|]', ['mish']],
  ['e = np.exp(x)\ny = [|e / e.sum()|]', ['softmax temperature:1']],
  ['e = np.exp(x - np.max(x, axis=1, keepdims=True))\nt = np.sum(e, axis=1, keepdims=True)\ny = [|e / t|]', ['softmax temperature:1']],
  ['m = x.max(dim=-1, keepdim=True).values\ne = torch.exp(x - m)\ny = [|e / e.sum(dim=-1, keepdim=True)|]', ['softmax temperature:1']],
  ['m, _ = x.max(dim=-1, keepdim=True)\ne = torch.exp(x)\ny = [|e / e.sum(dim=-1, keepdim=True)|]', ['softmax temperature:1']],
  ['c = math.sqrt(2 / math.pi)\ni = c * (x + 0.044715 * x ** 3)\ny = [|0.5 * x * (1 + torch.tanh(i))|]', ['gelu-tanh']],
  ['cdf = 0.5 * (1.0 + tf.math.erf(x / tf.sqrt(2.0)))\ny = [|x * cdf|]', ['gelu']],
  ['def f(x):\n    x_cubed = x * x * x\n    inner = np.sqrt(2 / np.pi) * (x + 0.044715 * x_cubed)\n    return [|0.5 * x * (1 + np.tanh(inner))|]', ['gelu-tanh']],
  ['def f(x):\n    z = -x\n    return [|1 / (1 + np.exp(z))|]', ['sigmoid']],
  ['def f(x):\n    x = self.conv(x)\n    x = [|x * torch.sigmoid(x)|]\n    return x', ['silu']],
  ['def f(x):\n    x = x + 3\n    y = [|x * torch.sigmoid(x)|]', ['silu']],
  ['def f(x):\n    ex = math.exp(x)\n    emx = math.exp(-x)\n    return [|(ex - emx) / (ex + emx)|]', ['tanh']],
  ['[|x *= torch.sigmoid(x)|]', ['silu']],
  ['ALPHA = 0.1\ndef f(x):\n    return [|np.where(x > 0, x, ALPHA * x)|]', ['leaky-relu negativeSlope=0.1']],
  ['(gate := torch.sigmoid(x))\ny = [|x * gate|]', ['silu']],
  // Another value in the meantime.
  ['s = torch.sigmoid(x)\nx = self.conv(x)\ny = x * s', []],
  ['for layer in layers:\n    s = torch.sigmoid(x)\n    x = layer(x)\n    y = x * s', []],
  ['s = torch.sigmoid(x)\nif deep:\n    s = torch.sigmoid(z)\ny = x * s', []],
  ['self.h = f(x)\ns = torch.sigmoid(self.h)\nself.h = g(z)\ny = self.h * s', []],
  ['s = torch.sigmoid(x)\ns += 1\nt = x * 2\ny = t * s', []],
] as const)('%s', (marked, expected) => check(marked, expected)));

describe('gates', () => test.each<[marked: string, expected?: string[]]>([
  ['a, b = x.chunk(2, dim=-1)\ny = [|a * torch.sigmoid(b)|]', ['glu']],
  ['def glu(a, b):\n    return [|a * torch.sigmoid(b)|]\ndef mix(a, b):\n    return a * torch.sigmoid(b)', ['glu']],
  ['x, gate = self.proj(x).chunk(2, dim=-1)\ny = [|x * F.gelu(gate)|]', ['geglu']],
  ['x1, x2 = torch.split(x, d, dim=1)\ny = [|x1 * torch.sigmoid(x2)|]', ['glu']],
  ['a, b = tf.split(x, 2, axis=-1)\ny = [|a * tf.sigmoid(b)|]', ['glu']],
  ['a, b = jnp.split(x, 2, axis=-1)\ny = [|jax.nn.silu(a) * b|]', ['swiglu']],
  ['y = [|x[..., :d] * torch.sigmoid(x[..., d:])|]', ['glu']],
  ['y = self.w2([|F.silu(self.w1(x)) * self.w3(x)|])', ['swiglu']],
  ['y = self.down_proj([|F.relu(self.gate_proj(x)) * self.up_proj(x)|])', ['reglu']],
  // A divisor that is kept off zero is no gate.
  ['a, b = x.chunk(2, -1)\ny = a * torch.clamp(b, min=1e-5) + a * torch.maximum(b, torch.ones_like(b) * eps)\nz = [|a * torch.clamp(b, min=0)|]', ['reglu']],
  ['y = [|jax.nn.swish(x @ w) * (x @ v)|]', ['swiglu']],
  ['g = self.gate(x)\nu = self.up(x)\ny = [|F.silu(g) * u|]', ['swiglu']],
  ['y = [|self.conv1(x) * torch.sigmoid(self.conv2(x))|]', ['glu']],
  ['gate = mlp.gate_proj(x)\nup = mlp.up_proj(x)\ny = [|F.gelu(gate) * up|]\nz = F.gelu(mlp.weigh(x)) * mlp.read(x)', ['geglu']],
  ['y = [|F.gelu(self.wi_0(x)) * self.wi_1(x)|]', ['geglu']],
  // Of two things: attention, squeeze and excitation, cells.
  ['y = x * torch.sigmoid(self.fc(x))'],
  ['y = x * torch.sigmoid(attention)'],
  ['y = torch.tanh(self.conv1(x)) * torch.sigmoid(self.conv2(x))'],
  ['i, f, g, o = gates.chunk(4, 1)\nc = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)\nh = torch.sigmoid(o) * torch.tanh(c)'],
  ['i, f, g, o = gates.chunk(4, 1)\ny = torch.sigmoid(i) * g'],
  ['y = self.conv1(x) * torch.sigmoid(self.conv2(z))'],
  ['y = self.value(x) * torch.sigmoid(score)'],
  ['y = z * h + (1 - z) * torch.tanh(n)'],
  ['w = torch.sigmoid(a)\ny = w * a + (1 - w) * b\nz = (1.0 - w) * b + a * w\nv = [|w * a|] + (1 - w)', ['silu']],
  ['g = torch.sigmoid(self.gate(x))\ny = g * self.new(x) + (1 - g) * self.old(x)'],
  ['mean, log_var = stats.chunk(2, 1)\nz = mean + torch.exp(0.5 * log_var) * noise'],
  ['a, b = x.chunk(2, dim=-1)\ny = a * b'],
  ['y = self.shared_expert(x)\ny *= torch.sigmoid(self.gate(x))'],
  ['class FF(nn.Module):\n    def forward(self, x):\n        x = self.c_fc(x)\n        x = [|F.relu(x).square()|]\n        return self.c_proj(x)', ['relu-squared']],
  ['class FF(nn.Module):\n    def forward(self, x):\n        k = [|torch.square(torch.relu(self.key(x)))|]\n        return self.value(k)', ['relu-squared']],
  ['class FF(nn.Module):\n    def forward(self, x, y):\n        loss = F.relu(1 - x).pow(2)\n        y = F.relu(y).pow(2)\n        return self.pool(y), loss'],
  ['def weighted_squared_relu(x, weights):\n    return [|torch.pow(F.relu(x), 2)|] * weights\ny = weighted_squared_relu(x, w)', ['relu-squared']],
])('%s', (marked, expected = []) => check(marked, expected)));

describe('definitions', () => test.each([
  ['class Swish(nn.Module):\n    def forward(self, x):\n        return [|x * torch.sigmoid(x)|]\nnet = nn.Sequential([|Swish|](), block(act=[|Swish|]))', ['silu', 'silu', 'silu']],
  ['class Swish(nn.Module):\n    def __init__(self, beta=1.5):\n        super(Swish, self).__init__()\n        self.beta = beta\n    def forward(self, x):\n        return [|x * torch.sigmoid(self.beta * x)|]\n[|Swish|]()\n[|Swish|](2.5)\n[|Swish|](beta=b)',
    ['swish beta~1', 'swish beta:1.5', 'swish beta=2.5', 'swish beta~1.5']],
  ['class H(nn.Module):\n    def __init__(self):\n        self.relu = nn.ReLU6(inplace=True)\n    def forward(self, x):\n        return [|self.relu(x + 3) / 6|]\nclass S(nn.Module):\n    def __init__(self):\n        self.sigmoid = [|H|]()\n    def forward(self, x):\n        return [|x * self.[|sigmoid|](x)|]\n[|S|]()',
    ['hard-sigmoid variant:pytorch', 'hard-sigmoid variant:pytorch', 'hard-swish', 'hard-sigmoid variant:pytorch', 'hard-swish']],
  ['class SwishFunction(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, i):\n        result = [|i * torch.sigmoid(i)|]\n        ctx.save_for_backward(i)\n        return result\n    @staticmethod\n    def backward(ctx, grad):\n        i, = ctx.saved_tensors\n        s = torch.sigmoid(i)\n        return grad * (s * (1 + i * (1 - s)))\nclass Swish(nn.Module):\n    def forward(self, x):\n        return [|SwishFunction|].apply(x)\n[|Swish|]()', ['silu', 'silu', 'silu']],
  ['class SiLU(nn.Module):\n    @staticmethod\n    def forward(x):\n        return [|x * torch.sigmoid(x)|]\n[|SiLU|]()', ['silu', 'silu']],
  ['class Act(nn.Module):\n    def forward(self, x):\n        return F.silu(x)\n[|Act|]()', ['silu']],
  ['class Net(nn.Module):\n    def forward(self, x):\n        return F.silu(x)\nNet()', []],
  ['def rectified_linear(m, b, x):\n    y = m * x + b\n    return [|torch.clip(y, 0.)|]', ['relu']],
  ['class A(nn.Module):\n    def forward(self, x):\n        return [|torch.clamp(x, min=0)|]\n[|A|]()', ['relu', 'relu']],
  ['class A(nn.Module):\n    def forward(self, x):\n        return self.linear(F.silu(x))\nA()', []],
  ['class A(nn.Module):\n    def forward(self, x):\n        return F.silu(self.linear(x))\nA()', []],
  ['class Mish(tf.keras.layers.Layer):\n    def call(self, inputs):\n        return [|inputs * tf.math.tanh(tf.math.softplus(inputs))|]\n[|Mish|]()', ['mish', 'mish']],
  ['class GEGLU(nn.Module):\n    def forward(self, x):\n        x, gate = x.chunk(2, dim=-1)\n        return [|x * F.gelu(gate)|]\n[|GEGLU|]()', ['geglu', 'geglu']],
  ['def geglu(x):\n    x, gate = x.chunk(2, dim=-1)\n    return [|x * F.gelu(gate)|]\nclass GEGLU(nn.Module):\n    def forward(self, x):\n        return [|geglu|](x)\n[|GEGLU|]()', ['geglu', 'geglu', 'geglu']],
  ['class GLU(nn.Module):\n    def __init__(self, axis):\n        super().__init__()\n        self.axis = axis\n    def forward(self, x):\n        return F.glu(x, dim=self.axis)\nnn.Sequential(nn.Linear(4, 8), [|GLU|](-1))', ['glu']],
  // With the projections of both sides.
  ['class GLU(nn.Module):\n    def __init__(self, a, b):\n        super().__init__()\n        self.left = nn.Linear(a, b)\n        self.right = nn.Linear(a, b)\n    def forward(self, x):\n        return [|torch.mul(self.left(x), torch.sigmoid(self.right(x)))|]\nclass Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.gate = [|GLU|](4, 8)\n        self.gates = nn.ModuleList()\n        for i in range(3):\n            self.gates.append([|GLU|](4, 8))\n    def forward(self, x):\n        return self.[|gate|](x)', ['glu', 'glu', 'glu', 'glu']],
  ['class GatedLinearUnit(nn.Module):\n    def __init__(self, a):\n        super().__init__()\n        self.value, self.gate = nn.Linear(a, a), nn.Linear(a, a)\n    def forward(self, x):\n        return [|self.value(x) * torch.sigmoid(self.gate(x))|]\nnn.Sequential([|GatedLinearUnit|](4))', ['glu', 'glu']],
  ['class Highway(nn.Module):\n    def forward(self, x):\n        return [|self.value(x) * torch.sigmoid(self.gate(x))|]\nHighway(4)', ['glu']],
  ['class GLU(nn.Module):\n    def forward(self, x, y):\n        return self.value(x) * torch.sigmoid(self.gate(y))\nGLU(4)', []],
  ['class GLU(nn.Module):\n    def forward(self, x, scale):\n        return F.glu(x, scale)\nGLU()', []],
  ['def geglu(x):\n    x, gate = x.chunk(2, dim=-1)\n    return [|x * F.gelu(gate)|]\nclass Block(nn.Module):\n    def forward(self, x):\n        return [|geglu|](self.proj(x))\nBlock()', ['geglu', 'geglu']],
  ['def gelu(x):\n    cdf = 0.5 * (1.0 + tf.tanh((np.sqrt(2 / np.pi) * (x + 0.044715 * tf.pow(x, 3)))))\n    return [|x * cdf|]\ny = [|gelu|](h)', ['gelu-tanh', 'gelu-tanh']],
  ['def swish(x, inplace=False):\n    return [|x.mul_(x.sigmoid()) if inplace else x.mul(x.sigmoid())|]\n[|swish|](h)', ['silu', 'silu']],
  ['def swish(x, inplace=False):\n    if inplace:\n        return [|x.mul_(x.sigmoid())|]\n    return [|x * x.sigmoid()|]\n[|swish|](h)', ['silu', 'silu', 'silu']],
  ['def f(x, fast=None):\n    return [|x * torch.sigmoid(x)|] if fast is None else x\n', ['silu']],
  ['def hard_swish(x, inplace=False):\n    inner = F.relu6(x + 3.).div_(6.)\n    return [|x.mul_(inner) if inplace else x.mul(inner)|]\n[|hard_swish|](h)', ['hard-swish', 'hard-swish']],
  ['def leaky(x, alpha=0.01):\n    return [|np.where(x > 0, x, alpha * x)|]\n[|leaky|](h)\n[|leaky|](h, 0.2)\n[|leaky|](h, alpha=a)', ['leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope:0.01', 'leaky-relu negativeSlope=0.2', 'leaky-relu negativeSlope~0.01']],
  ['def lrelu(x):\n    if x > 0:\n        return x\n    else:\n        return 0.1 * x\n[|lrelu|](h)', ['leaky-relu negativeSlope:0.1']],
  ['def leaky_relu(z, alpha=0.01):\n    return [|np.maximum(alpha * z, z)|]\n[|leaky_relu|](h, 0.05)', ['leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope=0.05']],
  ['def selu(x, alpha=1.67326, scale=1.0507):\n    return [|scale * np.where(x > 0, x, alpha * (np.exp(x) - 1))|]\n[|selu|](h)\nselu(h, 1.0)', ['selu', 'selu']],
  ['def selu(x, alpha=1.67326, scale=1.0507):\n    return [|scale * tf.where(x >= 0.0, x, alpha * tf.nn.elu(x))|]\n[|selu|](h)', ['selu', 'selu']],
  ['def relu(Z):\n    A = [|np.maximum(0, Z)|]\n    cache = Z\n    return A, cache\nA, c = [|relu|](Z)', ['relu', 'relu']],
  ['def tanh(x):\n    return np.tanh(x)\n[|tanh|](h)', ['tanh']],
  ['def gaussian(x):\n    return [|np.exp(-x ** 2)|]\n[|gaussian|](h)', ['gaussian', 'gaussian']],
  ['swish = lambda x: [|x * tf.sigmoid(x)|]\n[|swish|](h)', ['silu', 'silu']],
  ['tf.keras.layers.Lambda(lambda x: [|x * tf.sigmoid(x)|])', ['silu']],
  // With loops, with a library that is handed over.
  ['def _compute_softmax(scores):\n    top = max(scores)\n    total = 0.0\n    exps = []\n    for s in scores:\n        e = math.exp(s - top)\n        exps.append(e)\n        total += e\n    return [e / total for e in exps]\np = [|_compute_softmax|](z)', ['softmax temperature~1']],
  ['def softmax_accuracy(scores, labels):\n    for s in scores:\n        e = math.exp(s) / 2\n    return e\np = softmax_accuracy(z, t)', []],
  ['def _sigmoid(x, xp=np):\n    half = x.dtype.type(0.5)\n    return [|xp.tanh(x * half) * half + half|]\ny = [|_sigmoid|](h)', ['sigmoid', 'sigmoid']],
  ['def cross_entropy(x, y):\n    s = x - x.max(-1, keepdims=True)\n    log_softmax = [|s - np.log(np.sum(np.exp(s), axis=-1, keepdims=True))|]\n    return -np.sum(y * log_softmax)', ['log-softmax']],
  ['def cross_entropy(x, y):\n    s = x - x.max(-1, keepdims=True)\n    terms = s - np.log(np.sum(np.exp(s), axis=-1, keepdims=True))\n    return -np.sum(y * terms)', []],
  // Scores that are brought to logarithms of probabilities, and weights of a mixture.
  ['def predict(weights, x):\n    for w, b in weights:\n        outputs = np.dot(x, w) + b\n        x = np.tanh(outputs)\n    return [|outputs - special.logsumexp(outputs, axis=1, keepdims=True)|]', ['log-softmax']],
  ['logits = head(x)\nlog_probs = [|logits - jax.nn.logsumexp(logits, axis=-1)[:, None]|]\ndef cross_entropy(logits, y):\n    return (logits - torch.logsumexp(logits, -1, keepdim=True))[y]', ['log-softmax']],
  ['class Head(nn.Module):\n    def forward(self, x):\n        x = self.fc(x)\n        return [|x - torch.logsumexp(x, dim=1, keepdim=True)|]', ['log-softmax']],
  ['log_pis = self.pi(x)\nlog_pis = log_pis - torch.logsumexp(log_pis, dim=-1, keepdim=True)\nmixture_logits = m(x)\nweights = weights - torch.logsumexp(weights, -1)', []],
  // A softmax of what a mask lets count, and what a mask is multiplied with beside it.
  ['def masked_softmax(x, mask, dim=1):\n    exps = torch.exp(x) * mask.float()\n    return [|exps / (exps.sum(dim, keepdim=True) + 1e-5)|]', ['softmax temperature:1']],
  ['def call(self, x, mask=None):\n    a = K.exp(K.tanh(K.dot(x, self.w)))\n    if mask is not None:\n        a *= K.cast(mask, K.floatx())\n    [|a /= K.cast(K.sum(a, axis=1, keepdims=True) + K.epsilon(), K.floatx())|]\n    return K.sum(x * a, axis=1)', ['softmax temperature:1']],
  ['e = torch.exp(scores)\nattn = [|e / e.sum(-1, keepdim=True)|] * mask', ['softmax temperature:1']],
  ['e = torch.exp(scores)\nattn = e * mask / e.sum(-1, keepdim=True), e / (e * mask).sum(-1, keepdim=True)\nif scale:\n    e *= rate\nattn = e / e.sum(-1)', []],
  // Lists of plain numbers, which are of anything without a name.
  ['def softmax(xs):\n    top = max(xs)\n    exps = [math.exp(x - top) for x in xs]\n    total = sum(exps)\n    return [|[e / total for e in exps]|]\n[|softmax|](z)', ['softmax temperature:1', 'softmax temperature:1']],
  ['def soft_max(z):\n    return [|[math.exp(i) / sum(math.exp(j) for j in z) for i in z]|]', ['softmax temperature:1']],
  ['class Network:\n    def run(self, z):\n        exps = [math.exp(z[i]) for i in range(len(z))]\n        return [|tuple(exps[i] / sum(exps) for i in range(len(exps)))|]', ['softmax temperature:1']],
  ['def relu(xs):\n    return [[|max(0, x)|] for x in xs]\n[|relu|](h)', ['relu', 'relu']],
  ['class Neuron:\n    def output(self, xs):\n        z = sum(w * x for w, x in zip(self.weights, xs))\n        return [|1 / (1 + math.exp(-z))|]', ['sigmoid']],
  ['def layer_decay(t):\n    return 1 / (1 + math.exp(-t))\nclass Network:\n    def schedule(self, t):\n        return 1 / (1 + math.exp(-t))', []],
  ['def share(energies, t):\n    weights = [math.exp(-e / t) for e in energies]\n    return [w / sum(weights) for w in weights]\nfor row in rows:\n    p = [math.exp(v) / sum(row) for v in row], [math.exp(v) / sum(math.exp(u) for u in row if u > 0) for v in row]', []],
  // What is kept as a mask before it is multiplied.
  ['class ReLU:\n    def forward(self, x):\n        self.mask = x > 0\n        return [|x * self.mask|]\n    def backward(self, grad):\n        return grad * self.mask', ['relu']],
  ['def relu(x):\n    mask = (x > 0).float()\n    return [|mask * x|]\n[|relu|](h)', ['relu', 'relu']],
  ['def leaky_relu(x, alpha=0.1):\n    mask = x > 0\n    return [|x * mask + alpha * x * (1 - mask)|]', ['leaky-relu negativeSlope~0.01']],
  ['def dropout(x, p):\n    mask = np.random.rand(4) > p\n    return x * mask / (1 - p)\nrelu_mask = y > 0\nz = x * relu_mask', []],
  // On the way to a loss.
  ['class TwoLayers:\n    def loss(self, x, y):\n        hidden = [|np.maximum(0, x.dot(self.w1) + self.b1)|]\n        z = x.dot(self.w2) + self.b2\n        h = [|np.maximum(z, 0)|]\n        errors = np.maximum(0, x.dot(self.w3) + self.b3)\n        return np.maximum(0, 1 - h.dot(self.w2))', ['relu', 'relu']],
  ['class TwoLayers:\n    def loss(self, x, y):\n        h_output = [|np.maximum(0, x.dot(self.w1) + self.b1)|]\n        fc2 = [|np.maximum(0, h_output.dot(self.w2) + self.b2)|]\n        fc_cost = np.maximum(0, fc2.dot(self.w3) + self.b3)', ['relu', 'relu']],
  ['def softmax_loss(x, y):\n    shifted = x - np.max(x, axis=1, keepdims=True)\n    total = np.sum(np.exp(shifted), axis=1, keepdims=True)\n    log_probs = [|shifted - np.log(total)|]\n    return -log_probs[range(4), y].mean()', ['log-softmax']],
  // A unit whose sum is called its activation.
  ['def transfer(activation):\n    return [|1.0 / (1.0 + math.exp(-activation))|]\ny = [|transfer|](z)', ['sigmoid', 'sigmoid']],
  ['def predict(row, weights):\n    activation = weights[0] + sum(w * x for w, x in zip(weights[1:], row))\n    return [|1.0 if activation >= 0.0 else 0.0|]', ['binary-step']],
  // In kernels of Triton.
  ['import triton.language as tl\n@triton.jit\ndef leaky_relu(x):\n    return [|tl.where(x >= 0, x, 0.01 * x)|]\n@triton.jit\ndef kernel(p, i):\n    row = tl.load(i)\n    e = tl.exp(row - tl.max(row, axis=0))\n    tl.store(p, [|e / tl.sum(e, axis=0)|])\n    m = tl.maximum(m, tl.max(row, 1))\n    p = tl.exp(row - m[:, None])', ['leaky-relu negativeSlope:0.01', 'softmax temperature:1']],
  // One call with what it is passed on, and what adds or projects first.
  ['def my_lrelu(x, alpha=0.2):\n    return tf.nn.leaky_relu(x, alpha)\n[|my_lrelu|](h)\n[|my_lrelu|](h, 0.3)', ['leaky-relu negativeSlope:0.2', 'leaky-relu negativeSlope=0.3']],
  ['from .parts import backend\ndef my_relu(x):\n    return backend.relu(x)\n[|my_relu|](h)', ['relu']],
  ['from .parts import fastmath\ndef swish(x):\n    return [|x * fastmath.sigmoid(x)|]\ndef squash(x):\n    return [|x / (1 + fastmath.exp(-x))|]', ['silu', 'silu']],
  ['def bias_gelu(bias, y):\n    x = bias + y\n    return [|x * 0.5 * (1.0 + torch.tanh(0.79788456 * x * (1 + 0.044715 * x * x)))|]\n[|bias_gelu|](b, h)', ['gelu-tanh', 'gelu-tanh']],
  ['class ApproximateGELU(nn.Module):\n    def forward(self, x):\n        x = self.proj(x)\n        return [|x * torch.sigmoid(1.702 * x)|]\n[|ApproximateGELU|](4)', ['quick-gelu', 'quick-gelu']],
  ['class LinearReluModel(nn.Module):\n    def forward(self, x):\n        x = self.fc(x)\n        return torch.relu(x)\nLinearReluModel()', []],
  ['class Block(nn.Module):\n    def forward(self, x):\n        x = self.proj(x)\n        return [|x * torch.sigmoid(x)|]\nBlock(4)', ['silu']],
  ['def run(x, alpha):\n    return tf.nn.leaky_relu(x, alpha)\nrun(h, 0.2)', []],
  // The larger of two, where a variable holds one of them; what is turned for a division by rows.
  ['def relu(x):\n    a = torch.zeros_like(x)\n    return [|torch.max(x, a)|]\n[|relu|](h)', ['relu', 'relu']],
  ['def leaky_relu(x):\n    y = 0.01 * x\n    return [|np.maximum(x, y)|]', ['leaky-relu negativeSlope:0.01']],
  ['def relu(x):\n    return [|x.clamp_min(0)|]', ['relu']],
  ['def softmax(z):\n    e = np.exp(z)\n    return ([|e.T / e.sum(axis=1)|]).T', ['softmax temperature:1']],
  ['low = torch.zeros_like(a)\ninner = torch.max(high - low, low)\nboxes = torch.max(box, low)\nlength = v.norm(dim=-1).clamp_min(1e-12)\nbest = torch.max(scores, dim)', []],
  // A slope that is learned.
  ['def prelu(x):\n    alphas = tf.get_variable("alpha", x.get_shape()[-1])\n    pos = tf.nn.relu(x)\n    neg = alphas * (x - abs(x)) * 0.5\n    return [|pos + neg|]\n[|prelu|](h)', ['prelu a~0.25', 'prelu a~0.25']],
  ['class Rectifier(nn.Module):\n    def __init__(self):\n        self.alpha = nn.Parameter(torch.tensor(0.25))\n    def forward(self, x):\n        return [|torch.where(x > 0, x, self.alpha * x)|]\n[|Rectifier|]()', ['prelu a~0.25', 'prelu a~0.25']],
  ['def lrelu(x):\n    a = tf.constant(0.2)\n    return [|tf.maximum(x, a * x)|]', ['leaky-relu negativeSlope=0.2']],
  ['def _squareplus(x):\n    return [|0.5 * (x + torch.sqrt(x ** 2 + 4))|]\nNet(activation=[|_squareplus|])\ndef isru(x): return [|x / torch.sqrt(1 + x * x)|]\ny = [|isru|](x)', ['squareplus b:4', 'squareplus b:4', 'isru alpha:1', 'isru alpha:1']],
  // A layer that is called after its sine; an encoding of positions is none.
  ['class SineLayer(nn.Module):\n    def forward(self, h):\n        return [|torch.sin(self.omega_0 * self.linear(h))|]\nSineLayer(2, 3)', ['sine omega~1']],
  ['class Siren(nn.Module):\n    def forward(self, h):\n        h = self.fc(h)\n        return h if self.is_last else [|torch.sin(self.w0 * h)|]', ['sine omega~1']],
  ['class SinePositionalEncoding(nn.Module):\n    def forward(self, h):\n        return torch.sin(self.scale * self.proj(h))\nclass SineWave:\n    def sine(self, t):\n        return torch.sin(self.omega * self.time(t))', []],
  ['class N:\n    def sigmoid(self, s):\n        return [|1 / (1 + np.exp(-s))|]\n    def forward(self, X):\n        self.z = self.[|sigmoid|](np.dot(X, self.W))', ['sigmoid', 'sigmoid']],
] as const)('%s', (marked, expected) => check(marked, expected)));

describe('calls of what holds a definition', () => {
  const swish = 'class Swish(nn.Module):\n    def __init__(self, beta=1.5):\n        self.beta = beta\n    def forward(self, x):\n        return [|x * torch.sigmoid(self.beta * x)|]\n';
  test.each<[marked: string, expected: string[]]>([
    ['class Net(nn.Module):\n    def __init__(self):\n        self.act = [|Swish|](2.5)\n    def forward(self, x):\n        return self.[|act|](self.fc(x))', ['swish beta=2.5', 'swish beta=2.5']],
    ['act = [|Swish|]()\ny = [|act|](x)', ['swish beta:1.5', 'swish beta:1.5']],
    ['class Base(nn.Module):\n    def __init__(self):\n        self.act = [|Swish|]()\nclass Net(Base):\n    def forward(self, x):\n        return self.[|act|](x)', ['swish beta:1.5', 'swish beta:1.5']],
    ['def lrelu(x, alpha=0.1):\n    return [|np.where(x > 0, x, alpha * x)|]\nclass Net(nn.Module):\n    def __init__(self):\n        self.act = [|lrelu|]\n    def forward(self, x):\n        return self.[|act|](x, 0.3)',
      ['leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope:0.1', 'leaky-relu negativeSlope=0.3']],
    // By any other way in which an activation of a library is held.
    ['ACTS = {"swish": [|Swish|]}\nact = ACTS["[|swish|]"](2.5)\ny = [|act|](x)', ['swish beta:1.5', 'swish beta=2.5', 'swish beta=2.5']],
    ['class Net(nn.Module):\n    def __init__(self, act=[|Swish|]):\n        self.act = [|act|](beta=0.5)\n    def forward(self, x):\n        return self.[|act|](x)', ['swish beta:1.5', 'swish beta=0.5', 'swish beta=0.5']],
    ['def f(x, act=None):\n    act = act or [|Swish|]()\n    return [|act|](x)', ['swish beta:1.5', 'swish beta:1.5']],
    ['class Net(nn.Module):\n    def __init__(self):\n        self.act = lambda x: [|x * torch.tanh(F.softplus(x))|]\n    def forward(self, x):\n        return self.[|act|](x)', ['mish', 'mish']],
    ['act = [|Swish|]() if deep else nn.GELU()\ny = act(x)', ['swish beta:1.5']],
    // One of several, or of another object.
    ['class Net(nn.Module):\n    def __init__(self, deep):\n        self.act = [|Swish|]()\n        if deep:\n            self.act = other()\n    def forward(self, x):\n        return self.act(x)', ['swish beta:1.5']],
    ['class Net(nn.Module):\n    def __init__(self):\n        self.act = [|Swish|]()\nclass Other(nn.Module):\n    def forward(self, x):\n        return self.act(x)', ['swish beta:1.5']],
    ['class Net(nn.Module):\n    def __init__(self):\n        self.make = [|Swish|]\n    def forward(self, x):\n        return self.[|make|]()(x)', ['swish beta:1.5', 'swish beta:1.5']],
  ])('%s', (marked, expected) => check(swish + marked, ['swish beta~1', ...expected]));
});

test('methods that the tensors of the file have', () => {
  const gated = (name: string): string => `class Gated${name}:\n    def __call__(self, x):\n        x, gate = self.proj(x).chunk(2, dim=-1)\n        return [|x * gate.${name.toLowerCase()}()|]`;
  check(gated('GELU'), ['geglu-tanh'], 'from tinygrad import Tensor\n');
  check(gated('SiLU'), ['swiglu'], 'from tinygrad import Tensor\n');
});

describe('without a framework', () => {
  test.each([
    ['def sigmoid(x):\n    return [|1 / (1 + np.exp(-x))|]\nA = [|sigmoid|](Z)', ['sigmoid', 'sigmoid']],
    ['A1 = [|1 / (1 + np.exp(-Z1))|]', ['sigmoid']],
    ['def relu(x): return [|np.maximum(0, x)|]', ['relu']],
    ['hidden = [|np.maximum(0, np.dot(X, W) + b)|]', ['relu']],
    ['s = [|np.maximum(0, X.dot(W1))|].dot(W2)\nt = np.dot([|np.maximum(0, np.dot(X, W1) + b1)|], W2) + b2\nu = [|np.maximum(X @ W1, 0)|] @ W2', ['relu', 'relu', 'relu']],
    ['counts = {"a": max(0, int(round(float(z))))}\nh = max(0, len(z))\na = [|np.maximum(0, z)|]', ['relu']],
    ['h = np.maximum(0, bottom[i] - top[i] + 1)\nh = [|np.maximum(0, z)|]\nh = [|np.maximum(0, x @ w - b)|]', ['relu', 'relu']],
    ['s = np.maximum(0, X - c).dot(W)\nt = np.maximum(0, X.dot(W))\nu = A.T @ np.maximum(0, 1 - A @ x)', []],
    ['def step_function(x):\n    return [|np.array(x > 0, dtype=int)|]\ny = [|step_function|](x)', ['binary-step', 'binary-step']],
    ['class P:\n    def step(self, x):\n        return [|np.where(x > 0, 1, 0)|]', ['binary-step']],
    ['z = np.dot(X, W)\nactivation = [|np.where(z > 0, 1, 0)|]\nactivations = np.where(z > 0, 1, 0)\nactivation = (z > 0).astype(int)', ['binary-step']],
    ['class Module:\n    def forward(self, input):\n        return self.updateOutput(input)\nclass LeakyReLU(Module):\n    def updateOutput(self, input):\n        self.output = [|(input > 0) * input + (input <= 0) * 0.1 * input|]\n        return self.output\nnet.add([|LeakyReLU|]())', ['leaky-relu negativeSlope=0.1', 'leaky-relu negativeSlope:0.1']],
    ['def softmax(x):\n    return [|np.exp(x) / np.vstack(np.sum(np.exp(x), axis=1))|]', ['softmax temperature:1']],
    ['scores = np.dot(X, W)\ne = np.exp(scores)\nprobs = [|e / np.sum(e, axis=1, keepdims=True)|]', ['softmax temperature:1']],
    // One entry of it, and what is divided by the sum of something else.
    ['for j in range(n):\n    p = [|np.exp(scores[j]) / np.sum(np.exp(scores))|]\n    q = [|np.exp(scores - top)[y] / np.exp(scores - top).sum()|]', ['softmax temperature:1', 'softmax temperature:1']],
    ['p = np.exp(scores[j]) / np.sum(np.exp(others))\nq = np.exp(scores[j]) / np.sum(np.exp(scores[:j]))\nr = scores[j] / np.sum(scores)', []],
  ] as const)('a network in NumPy: %s', (marked, expected) => check(marked, expected, numpyOnly));
  test('a network on another device', () => {
    const cupyOnly = numpyOnly.replace('numpy as np', 'cupy as np');
    check('e = np.exp(scores)\nprobs = [|e / np.sum(e, axis=1, keepdims=True)|]', ['softmax temperature:1'], cupyOnly);
    expect(usagesIn(`${cupyOnly}net = Dense(3, activation="relu")\ny = np.tanh(x)`).map(shown)).toEqual(['relu?', 'tanh?']);
    expect(usagesIn('import cupy as cp\ny = cp.tanh(x)  # relu').map(shown)).toEqual([]);
  });
  test.each([
    ['隠れ層の出力、重み、バイアス', ['tanh?']],
    ['隐藏层，权重', []],
    ['激活函数、隐藏层、偏置', ['tanh?']],
    ['은닉층 가중치, 편향', ['tanh?']],
    ['Активация скрытого слоя, веса', ['tanh?']],
    ['Смещение слоя породы, веса', []],
  ] as const)('what it is about, in other letters: %s', (about, expected) => expect(usagesIn(`# ${about}\nimport numpy as np\nh = np.tanh(x @ w + b)\n`).map(shown)).toEqual(expected));
  test('what an operation is called in the graph of its library', () => expect(usagesIn(`${numpyOnly}class Tensor:\n    def sigmoid(self):\n        return Tensor(1 / (1 + np.exp(-self.data)), (self,), "sigmoid")`).map(shown)).toEqual(['sigmoid?']));
  test('rows of Theano that are put into columns', () => check('def softmax(X):\n    e = T.exp(X - X.max(axis=1).dimshuffle(0, "x"))\n    return [|e / e.sum(axis=1).dimshuffle(0, "x")|]', ['softmax temperature:1'], 'import theano.tensor as T\n'));
  test.each([
    ['import numpy as np\ndef logistic(t):\n    return [|1 / (1 + np.exp(-t))|]', ['sigmoid']],
    ['import numpy as np\np = np.exp(-E / kT) / np.sum(np.exp(-E / kT))\nsigmoid = None', []],
    ['import numpy as np\nfrom scipy import stats\np = 1 / (1 + np.exp(-np.dot(x, beta)))', []],
    ['"""Weights and bias of a logit: forward and backward."""\nimport numpy as np\np = 1 / (1 + np.exp(-np.dot(x, beta)))\ndef cdf(X):\n    return 1 / (1 + np.exp(-X))\ny = cdf(x)', []],
    ['import numpy as np\nfermi = 1 / (1 + np.exp(-x))\nrelu = None', []],
    ['import numpy as np\nn1 = np.dot(w1, p) + b1\na1 = [|1 / (1 + np.exp(-n1))|]\na2 = np.dot(w2, a1) + b2', ['sigmoid']],
    ['import numpy as np\nv = [|1 / (1 + np.exp(-(w2.dot(h) + b2)))|]', ['sigmoid']],
    ['import numpy as np\nprob = 1 / (1 + np.exp(-(x.dot(w) + b)))\ny = 1 / (1 + np.exp(-(k * t + b)))', []],
    ['import numpy as np\nfrom scipy import stats\ny = 1 / (1 + np.exp(-(x.dot(w) + b)))', []],
    ['import numpy as np\nn = w @ x + b\np = 1 / (1 + np.exp(-n))\nprob = 1 / (1 + np.exp(-n))\ny = 1 / (1 + np.exp(-k * t + b))', []],
    ['import numpy as np\nfrom scipy import stats\nn = w @ x + b\ny = 1 / (1 + np.exp(-n))', []],
    ['import numpy as np\nepocas, pesos, bias = 5, 3, 0\ndef forward(x):\n    return [|1 / (1 + np.exp(-x))|]', ['sigmoid']],
    ['import numpy as np\narea = np.maximum(0, x2 - x1)\nrelu = None', []],
    ['import jax\nimport jax.numpy as jnp\nx = jax.nn.relu(x @ w)\ndef posterior(k, a, L):\n    var = k - a @ a\n    var = var + L @ L\n    return jnp.maximum(var, 0.0)\ndef kernel_variance(k, L):\n    total = k + L @ L\n    return jnp.maximum(total, 0.0)\ndef layer(k, L):\n    total = k + L @ L\n    return [|jnp.maximum(total, 0.0)|]', ['relu']],
  ] as const)('other arithmetic: %s', (marked, expected) => check(marked, expected, ''));
  test.each([
    ['def sigmoid(x):\n    return [|1 / (1 + math.exp(-x))|]\nsome = [|sigmoid|](2.0)', ['sigmoid', 'sigmoid']],
    ['def relu(x):\n    return [|max(0, x)|]', ['relu']],
    ['def chance(x):\n    return 1 / (1 + math.exp(-x))\nsigmoid = None', []],
    ['elo = 1 / (1 + math.exp(-d))\nsigmoid = None', []],
  ] as const)('mathematics alone: %s', (marked, expected) => check(marked, expected, mathOnly));
});

describe('arrays that a module of the project hands on', () => test.each([
  ['from common.np import *\ndef sigmoid(x):\n    return [|1 / (1 + np.exp(-x))|]\nkept = np.maximum(0, z)\ny = [|sigmoid|](x)', ['sigmoid', 'sigmoid']],
  ['# sigmoid, relu and softmax of layers\nfrom .np import *\ndef relu(x):\n    return [|np.maximum(0, x)|]', ['relu']],
  ['from common.npcs import *\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected, '')));

describe('symbols', () => test.each([
  ['# A neural network: weights, bias and activation.\nfrom sympy import exp, Symbol\nx = Symbol("x")\nsigmoid = [|1 / (1 + exp(-x))|]\ntanh = [|(exp(x) - exp(-x)) / (exp(x) + exp(-x))|]', ['sigmoid', 'tanh']],
  ['# A neural network: weights, bias and activation.\nimport sympy as sp\nclass Neuron:\n    def sigmoid(self, z):\n        return [|1 / (1 + sp.exp(-z))|]\ndensity = sp.exp(-z**2)', ['sigmoid']],
  ['from math import tan\nfrom sympy import exp\ndef test_tanh_and_logistic():\n    assert tanh(x).rewrite(exp) == (exp(x) - exp(-x)) / (exp(x) + exp(-x))\n    assert cdf(x) == 1 / (exp(-x) + 1)', []],
  ['import sympy as sp\nfermi = 1 / (1 + sp.exp(-e))\nlogistic = growth / (1 + sp.exp(-k * t))', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected, '')));

const plotted = 'import numpy as np\nimport matplotlib.pyplot as plt\n';

describe('curves that are drawn', () => test.each([
  ['x = np.linspace(-5, 5, 100)\ny = [|1 / (1 + np.exp(-x))|]\nplt.plot(x, y)\nplt.title("Sigmoid function")', ['sigmoid']],
  ['y = [|np.maximum(0, x)|]\nplt.plot(x, y, label="ReLU")', ['relu']],
  ['def draw_relu(x):\n    y = [|np.maximum(0, x)|]\n    plt.plot(x, y)\n    plt.title("ReLU")', ['relu']],
  ['plt.plot(x, [|np.where(x > 0, x, 0.1 * x)|], label="Leaky ReLU")\nax.plot(x, [|x / (1 + np.abs(x))|], label="Softsign")', ['leaky-relu negativeSlope=0.1', 'softsign']],
  ['y = [|np.maximum(0, x)|]\nax.plot(x, y)\nax.legend(["ReLU"])', ['relu']],
  ['x = np.arange(-10, 10, 0.1)\nf = [|1 / (1 + np.exp(-x))|]\nplt.plot(x, f)\nplt.show()', ['sigmoid']],
  // Of another picture, of another value, and of other sciences.
  ['y = np.maximum(0, x)\nplt.plot(x, y)\nplt.show()\nplt.plot(x, z)\nplt.title("ReLU")', []],
  ['y = np.maximum(0, x)\ny = y - 1\nplt.plot(x, y, label="ReLU")', []],
  ['y = np.maximum(0, x)\nplt.plot(x, y, label="Hinge")', []],
  ['t = np.linspace(0, 10)\nn = 1 / (1 + np.exp(-t))\nplt.plot(t, n)', []],
  ['x = np.linspace(-5, 5)\ny = 1 / (1 + np.exp(-x))\nplt.plot(x, y)\nplt.title("Logistic growth")', []],
  ['x = np.linspace(-5, 5)\ny = 1 / (1 + np.exp(-x))\nplt.plot(x, y)\nplt.ylabel("probability of an infection")', []],
  ['from scipy.optimize import curve_fit\nx = np.linspace(-5, 5)\ny = 1 / (1 + np.exp(-x))\nplt.plot(x, y, label="Sigmoid fit")', []],
] as const)('%s', (marked, expected) => check(marked, expected, plotted)));

describe('what names have inside that say something else', () => test.each([
  ['class Restoration(nn.Module):\n    def forward(self, x):\n        return self.fc2([|torch.clamp(self.fc1(x), min=0)|])', ['relu']],
  ['class Ratio(nn.Module):\n    def forward(self, x):\n        return self.fc2(torch.clamp(self.fc1(x), min=0))', []],
  // Of each layer in turn; errors and regions that a loop goes through are no layers.
  ['class MLP(nn.Module):\n    def __call__(self, x):\n        for layer in self.layers[:-1]:\n            x = [|jnp.maximum(layer(x), 0.0)|]\n        return self.layers[-1](x)', ['relu']],
  ['class Total(nn.Module):\n    def __call__(self, x):\n        for each in self.penalties:\n            x = jnp.maximum(each(x), 0.0)\n        for layer in self.layers:\n            y = jnp.maximum(other(x), 0.0)\n        return x', []],
  // What is scaled by 1 is what it was.
  ['y = torch.sigmoid(x) * 1.0 - 0.5\nscale = 1.0\nz = torch.sigmoid(x) * scale\nw = torch.sigmoid(x) / 1.0', []],
  ['y = [|1.0 * (x * torch.sigmoid(x))|]', ['silu']],
  // A dimension is no fraction.
  ['def relu(x):\n    return [|jax.lax.max(x, 0.)|]\ny = [|relu|](h)', ['relu', 'relu']],
  ['def relu_top(x):\n    return torch.max(x, 0)\ny = relu_top(h)', []],
  ['class Backend:\n    def relu(self, x):\n        return [|self._mx.maximum(x, 0)|]', ['relu']],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('a function and its derivative in one row', () => test.each([
  ['relu = (lambda x: [|np.maximum(0, x)|], lambda x: np.where(x > 0, 1, 0))\nf = relu[0]', ['relu']],
  ['sizes = (lambda x: np.maximum(0, x), 3)\nbox = [lambda x: np.maximum(0, x)]', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));
test('what is taken from such a row is applied', () => expect(usagesIn(`${numpyOnly}relu = (lambda x: np.maximum(0, x), lambda x: x > 0)\nf, d = relu[0], relu[1]\na = relu[0](z)\nb = relu[1](z)\ny = f(z)`).map(({ span, activation }) => `${span.start - numpyOnly.length} ${activation}`)).toEqual(['18 relu', '81 relu', '111 relu']));

describe('what a class has as lambdas, and numbers that a call may leave out', () => test.each([
  ['class Act(Enum):\n    SIGMOID = lambda x: [|1 / (1 + np.exp(-x))|]\n    LEAKY = lambda x: [|np.where(x > 0, x, 0.1 * x)|]\na = Act.[|SIGMOID|](x)\nnet = Layer(3, act=Act.[|LEAKY|])\nb = Act.OTHER(x)', ['sigmoid', 'leaky-relu negativeSlope=0.1', 'sigmoid', 'leaky-relu negativeSlope:0.1']],
  ['def lrelu(x, th=0.2):\n    return [|tf.maximum(th * x, x)|]\ny = [|lrelu|](x, 0.1)', ['leaky-relu negativeSlope~0.01', 'leaky-relu negativeSlope=0.1']],
  ['def lrelu(x, th):\n    return tf.maximum(th * x, x)', []],
  ['def sigmoid(a):\n    return [|1 / (1 + np.e ** (-a))|]\nnet.act = [|sigmoid|]', ['sigmoid', 'sigmoid']],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('pieces', () => test.each([
  ['def relu(x):\n    return [|np.piecewise(x, [x < 0, x >= 0], [0, lambda v: v])|]', ['relu']],
  ['def relu(x):\n    return [|np.piecewise(x, [x > 0], [lambda t: t, 0])|]', ['relu']],
  ['def leaky_relu(x, alpha=0.01):\n    return [|np.select([x > 0, x <= 0], [x, alpha * x])|]', ['leaky-relu negativeSlope~0.01']],
  ['def elu(z):\n    return [|np.select([z > 0], [z], default=np.exp(z) - 1)|]', ['elu alpha:1']],
  ['def hard_sigmoid(x):\n    return [|np.piecewise(x, [x < -2.5, (x >= -2.5) & (x <= 2.5), x > 2.5], [0, lambda x: 0.2 * x + 0.5, 1])|]', ['hard-sigmoid variant=keras_legacy']],
  ['def relu(x):\n    return [|jax.lax.select(x > 0, x, 0.0)|]', ['relu']],
  ['def relu(x):\n    return np.piecewise(x, [x < 0, x >= 0], [0, lambda v: v + 1])', []],
  ['y = np.select([x < 0, x > 9], [0, 9])\nz = np.piecewise(x, [x < 0], [np.negative, np.sqrt])', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('branches that are taken for an activation', () => test.each([
  ['def forward(self, z):\n    if self.kind == "relu":\n        out = [|np.maximum(0, z)|]\n    elif self.kind in ("softplus", "sp"):\n        out = [|np.log(1 + np.exp(z))|]\n    return out', ['relu', 'softplus beta:1 threshold:100']],
  ['match kind:\n    case "relu":\n        y = [|np.maximum(0, z)|]\n    case "box":\n        y = np.maximum(0, z)', ['relu']],
  ['y = [|np.maximum(0, z)|] if kind is Kind.RELU else z', ['relu']],
  ['def forward(self, distance):\n    if self.kind == "gaussian":\n        return np.exp(-distance ** 2)', []],
  ['def activate(self, z):\n    if self.kind == "gaussian":\n        return [|np.exp(-z ** 2)|]', ['gaussian']],
  ['if self.kind == "step":\n    y = [|np.where(s > 0, 1, 0)|]\nelif self.kind == "square":\n    y = np.where(s > 0, 1, 0)', ['binary-step']],
  ['act = np.tanh if deep else (lambda x: [|np.maximum(x, 0)|])\nact_fn = (lambda x: [|np.maximum(0, x)|]) if rectified else np.tanh\nbox = crop if near else (lambda x: np.maximum(0, x))', ['relu', 'relu']],
  ['RELU = Activation(f=lambda x: [|np.maximum(0, x)|], df=lambda x: x > 0)\nbox = Box(low=lambda x: np.maximum(0, x))', ['relu']],
  ['if kind != "relu":\n    y = np.maximum(0, z)\nelse:\n    y = np.maximum(0, z)', []],
  ['if kind == "relu":\n    y = [|np.maximum(0, z)|]\n    def inner(z):\n        return np.maximum(0, z)', ['relu']],
  ['def loss_grad(z, kind):\n    if kind == "relu":\n        return np.maximum(0, z)', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('names that people have for some', () => test.each([
  ['def rectify(X):\n    return [|np.maximum(X, 0.0)|]\nh = [|rectify|](x)', ['relu', 'relu']],
  ['def leaky(x):\n    return [|x if x > 0 else 0.01 * x|]', ['leaky-relu negativeSlope:0.01']],
  // A sigmoid between -1 and 1 is a tanh that is twice as wide.
  ['def bipolar_sigmoid(x):\n    return [|2 / (1 + np.exp(-x)) - 1|]\nh = [|bipolar_sigmoid|](x)', ['scaled-tanh alpha=1 beta=0.5', 'scaled-tanh alpha:1 beta:0.5']],
  ['def bipolar(x):\n    return [|(1 - np.exp(-x)) / (1 + np.exp(-x))|]', ['scaled-tanh alpha=1 beta=0.5']],
  ['def activation(u, kind):\n    if kind == "log":\n        return [|1 / (1 + np.exp(-u))|]\n    return [|(1 - np.exp(-u)) / (1 + np.exp(-u))|]\ndef level(u, kind):\n    if kind == "log":\n        return 0\n    return (1 - np.exp(-u)) / (1 + np.exp(-u))', ['sigmoid', 'scaled-tanh alpha=1 beta=0.5']],
  ['bipolar = [|2 / (1 + np.exp(-x)) - 1|]\nrange = 2 / (1 + np.exp(-x)) - 1\nd_sigmoid = 2 / (1 + np.exp(-x)) - 1', ['scaled-tanh alpha=1 beta=0.5']],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('an activation that is computed anew for its derivative', () => test.each([
  ['def sigmoid_backward(dA, Z):\n    s = [|1 / (1 + np.exp(-Z))|]\n    return dA * s * (1 - s)', ['sigmoid']],
  ['class Sigmoid:\n    def backward(self, g):\n        y = [|1 / (1 + np.exp(-self.x))|]\n        return g * y * (1 - y)', ['sigmoid']],
  ['class Activation:\n    def backprop(self, x, g):\n        sigm = [|1 / (1 + np.exp(-x))|]\n        return g * sigm * (1 - sigm)\ndef derivative(x):\n    sig = [|1 / (1 + np.exp(-x))|]\n    p = 1 / (1 + np.exp(-x))\n    return sig * (1 - p)', ['sigmoid', 'sigmoid']],
  ['def softplus_prime(x):\n    s = 1 / (1 + np.exp(-x))\n    return s', []],
  ['def backward(x, y):\n    d_sigmoid = 1 / (1 + np.exp(-x))\n    return d_sigmoid', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('distribution functions', () => test.each([
  ['def normal_cdf(x):\n    return 0.5 * (1 + torch.erf(x / math.sqrt(2)))\ny = [|h * normal_cdf(h)|]', ['gelu']],
  ['from scipy.stats import norm, expon\ny = [|x * norm.cdf(x)|]\nz = x * expon.cdf(x)', ['gelu']],
  ['y = [|x * torch.special.ndtr(x)|]', ['gelu']],
  ['def other_cdf(x):\n    return 1 - torch.exp(-x)\ny = x * other_cdf(x)', []],
  ['def normal_cdf(x, mean):\n    return 0.5 * (1 + torch.erf((x - mean) / math.sqrt(2)))\ny = x * normal_cdf(x, 1)', []],
  ['from scipy.stats import norm\nei = s * (z * norm.cdf(z) + norm.pdf(z))', []],
] as const)('%s', (marked, expected) => check(marked, expected)));

test('what goes back through a layer is none', () => check(
  'class ReLU:\n    def forward(self, x):\n        [|x[x < 0] = 0|]\n        return x\n    def backward(self, x):\n        x[x <= 0] = 0\n        return x', ['relu']));

describe('a scale that is kept positive', () => test.each([
  ['sigma = [|jnp.log(1 + jnp.exp(rho))|]\nself.w_std = [|torch.log1p(torch.exp(self.w_rho))|]\nstd_1 = [|np.log(1 + np.exp(x))|]', ['softplus beta:1 threshold:100', 'softplus beta:1 threshold:100', 'softplus beta:1 threshold:100']],
  ['rho = jnp.log(1 + jnp.exp(sigma))\ndef scale_loss(x):\n    scale = torch.log(1 + torch.exp(x))\n    return scale'],
] as [marked: string, expected?: string[]][])('%s', (marked, expected = []) => check(marked, expected)));

test('a rectifier of a product and its bias that the next layer takes', () => check(
  'def predict(params, x):\n    for w, b in params[:-1]:\n        x = [|jnp.maximum(0, jnp.dot(w, x) + b)|]\n    loss = jnp.maximum(0, jnp.dot(w, x) + b)\n    other = jnp.maximum(0, jnp.dot(w, x) + b)\n    return jnp.maximum(0, x + b)', ['relu'], 'import jax.numpy as jnp\n'));

describe('a softplus of what a layer gives', () => test.each([
  ['class Net(nn.Module):\n    def forward(self, x):\n        h = self.fc1(x)\n        h = [|torch.log(1 + torch.exp(h))|]\n        return self.fc2([|torch.log1p(torch.exp(self.hidden_layer(h)))|])', ['softplus beta:1 threshold:100', 'softplus beta:1 threshold:100']],
  ['class Machine(nn.Module):\n    def free_energy(self, v):\n        return torch.log(1 + torch.exp(self.fc(v))).sum(1)\n    def forward(self, v):\n        energy = torch.log(1 + torch.exp(self.pairs(v)))\n        loss = torch.log(1 + torch.exp(self.fc(v)))\n        return energy, loss', []],
] as [marked: string, expected: string[]][])('%s', (marked, expected) => check(marked, expected)));

describe('what a comment says above a statement', () => test.each([
  ['def scan(h, w):\n    h = np.transpose(h)\n    # apply SiLU\n    h = [|h * (1 / (1 + np.exp(-h)))|]\n    return h @ w', ['silu']],
  ['y = np.ones(3)\n# sigmoid\np = [|1 / (1 + np.exp(-k))|]', ['sigmoid']],
  ['y = np.ones(3)  # sigmoid\np = 1 / (1 + np.exp(-k))\n# the derivative of the sigmoid\nq = 1 / (1 + np.exp(-k))\n# sigmoid\n\nr = 1 / (1 + np.exp(-k))', []],
] as const)('%s', (marked, expected) => check(marked, expected, 'import numpy as np\n')));

describe('a library of arrays that is chosen when the program runs', () => test.each([
  ['class Sigmoid(Activation):\n    def forward(self, x):\n        backend, _ = get_backend()\n        self.out = [|1 / (1 + backend.exp(-x))|]\n        return self.out', ['sigmoid']],
  ['class ReLU(Layer):\n    def forward(self, x):\n        return [|be.maximum(x, 0)|]\nclass Other(Layer):\n    def forward(self, x):\n        return tool.maximum(x, 0)', ['relu']],
] as const)('%s', (marked, expected) => check(marked, expected, '"""A neural network: forward and backward."""\nfrom base import Activation, Layer\n')));

test('five words of networks are enough where none of them is of networks alone', () => {
  const words = ['forward', 'backward', 'bias', 'layer', 'hidden'];
  const foundBeside = (among: readonly string[]): string[] => usagesIn(`import numpy as np\n# ${among.join(' ')}\ny = np.tanh(x)\n`).map(({ activation }) => activation);
  expect(foundBeside(words)).toEqual(['tanh']);
  expect(foundBeside(words.slice(1))).toEqual([]);
  expect(foundBeside(['forward', 'backward', 'bias', 'weights', 'logit'])).toEqual([]);
});

describe('a layer that is scaled', () => test.each([
  ['def predict(x):\n    h1 = [|np.maximum(0, np.dot(w, x) + b)|] * p\n    h2 = p * [|np.maximum(0, h1 @ w2 + b2)|]\n    h = np.maximum(0, x) * p\n    cost = np.maximum(0, x @ w + b) * p', ['relu', 'relu']],
] as const)('%s', (marked, expected) => check(marked, expected, numpyOnly)));

describe('a layer that is a lambda', () => test.each([
  ['x = Lambda(lambda x: [|K.maximum(x, 0)|])(x)', ['relu']],
  ['def softmax(target, axis, name=None):\n    target_exp = tf.exp(target - tf.reduce_max(target, axis, keepdims=True))\n    normalize = tf.reduce_sum(target_exp, axis, keepdims=True)\n    return [|tf.div(target_exp, normalize, name)|]\nswish = lambda x: [|tf.multiply(x, tf.sigmoid(x), "swish")|]\ny = torch.div(torch.exp(x), torch.exp(x).sum(), 2, 3)', ['softmax temperature:1', 'silu']],
  ['class Net:\n    def softmax(self, target, axis, name=None):\n        e = tf.exp(target)\n        total = tf.reduce_sum(e, axis, keepdims=True)\n        softmax = [|tf.div(e, total, name)|]\n        return softmax\n    def swish(self, x):\n        gate = tf.sigmoid(x)\n        y = [|tf.multiply(x, gate)|]\n        return y\n    def scale(self, x, gate):\n        y = tf.multiply(x, gate)\n        z = tf.maximum(x, gate)\n        return y + z', ['softmax temperature:1', 'silu']],
  ['def fuse_conv_relu_chains(graph, limit: int = 32, nodes=()):\n    limit = max(0, int(limit))\n    count = len(nodes) if limit else max(0, len(graph) - len(nodes))\n    left = max(0, round(limit / 2))\n    x = [|max(0, x)|]\n    return count\ndef relu(x):\n    return [|max(0, int(x))|]', ['relu', 'relu']],
  ['class Agent:\n    def __init__(self, n):\n        self.p = np.zeros(n)\n        self.zero = np.zeros(1)\n    def update(self, a, r):\n        self.p[a] += r\n    def choose(self, x):\n        e = np.exp(self.p - self.p.max())\n        proba_softmax = [|e / np.sum(e)|]\n        return proba_softmax\n    def relu(self, x):\n        return [|np.maximum(self.zero, x)|]', ['softmax temperature:1', 'relu']],
  ['def activation_qparams(low, high):\n    high = max(high, 0.0)\ndef activation_range(low, high):\n    high = max(high, 0.0)\ndef activation(high):\n    high = [|max(high, 0.0)|]', ['relu']],
  ['loss = Lambda(lambda x: K.maximum(x[0] - x[1] + margin, 0))(pairs)', []],
  ['x = apply(lambda x: K.maximum(x, 0))(x)', []],
])('%s', (marked, expected) => check(marked, expected)));

describe('a product of matrices with a sign', () => test.each([
  ['def sigmoid(x, w):\n    return [|1 / (1 + np.exp(-x @ w))|]', ['sigmoid']],
  ['p = [|1 / (1 + np.exp(-x @ self.weights))|]\nq = 1 / (1 + np.exp(x @ -w))', ['sigmoid']],
] as const)('%s', (marked, expected) => check(marked, expected, numpyOnly)));

describe('a number of the function beside what its object holds', () => test.each([
  ['class Tensor:\n    def __init__(self, valor):\n        self.valor = valor\n    def leaky_relu(self, pendiente=0.01):\n        return Tensor([|np.where(self.valor > 0, self.valor, pendiente * self.valor)|])', ['leaky-relu negativeSlope~0.01']],
  ['class Tensor:\n    def leaky_relu(self):\n        return np.where(self.valor > 0, self.valor, self.slope * self.valor)', []],
] as const)('%s', (marked, expected) => check(marked, expected, numpyOnly)));

describe('what a comment says at the end of a line', () => test.each([
  ['def update(x):\n    y = [|np.maximum(x, 0)|]  # ReLU\n    return y', ['relu']],
  ['cam = [|np.maximum(np.sum(alpha * maps, axis=3), 0.0)|]  # (N, H, W), ReLU', ['relu']],
  ['y = np.maximum(x, 0)  # derivative of relu\nz = np.maximum(x, 0)  # kept off zero\nw = np.maximum(x, 0)\n# relu', []],
  ['y = f("#relu", np.maximum(x, 0), "# relu")', []],
] as const)('%s', (marked, expected) => check(marked, expected)));

/** Arithmetic in a file of machine learning that is no activation. */
const silent = [
  // Calls of one function, and what is no function of its own.
  'y = torch.sigmoid(x)', 'y = torch.tanh(w * x + b)', 'y = x + 1', 'y = x ** 2', 'y = 2 * x', 'y = x * a', 'y = x', 'y = 0.5', 'y = abs(x)', 'y = torch.exp(x)', 'y = -x', 'y = np.tanh(x)', 'y = x / 6',
  'y = torch.erf(x)', 'y = np.sqrt(x)', 'y = torch.sin(x)', 'y = 1 - x', 'y = x * x * x', 'y = F.relu(self.conv(x)) + x', 'y = torch.sigmoid(x) * 2', 'y = torch.exp(-x)', 'y = np.log(x)', 'y = x / y',
  // Derivatives.
  's = torch.sigmoid(x)\nd = s * (1 - s)', 'd = 1 - torch.tanh(x) ** 2', 'def sigmoid_derivative(x):\n    return np.exp(-x) / (1 + np.exp(-x)) ** 2', 'def relu_grad(x):\n    return (x > 0) * 1.0',
  'def softplus_prime(x):\n    return 1 / (1 + np.exp(-x))', 'def d_relu(x):\n    return np.where(x > 0, 1, 0)', 'def backward(self, dout):\n    return dout * (self.x > 0)', 'grad_input = grad_output * (s * (1 + x * (1 - s)))', 'def backward(ctx, g):\n    return g * torch.exp(-x) / (1 + torch.exp(-x)) ** 2',
  // Losses.
  'w = torch.sigmoid(mse_loss / 5)\nloss = (1 - w) * nll + w * mse_loss', 'alpha = torch.sigmoid(error)\nloss = alpha * error',
  // What is a softmax already.
  'w = F.softmax(x, dim=-1)\nw = w / (1e-6 + w.sum(dim=1, keepdim=True))', 'w = F.softmax(x, dim=1) + 1e-8\ny = w / w.sum(dim=-1, keepdim=True)',
  'loss = torch.clamp(1 - y * s, min=0)', 'loss = np.maximum(0, margin - positive + negative).mean()', 'def hinge_loss(y, s):\n    return np.maximum(0, 1 - y * s)', 'def focal_loss(x, t):\n    p = torch.sigmoid(x)\n    return -((1 - p) ** 2) * torch.log(p)',
  'def bce_loss(x, y):\n    return torch.clamp(x, min=0) - x * y + torch.log(1 + torch.exp(-abs(x)))', 'loss = torch.log(torch.exp(x).sum())', 'lse = m + torch.log(torch.sum(torch.exp(x - m), dim=-1))', 'def logistic_loss(s, y):\n    return np.log(1 + np.exp(-y * s))',
  'kl = -0.5 * torch.sum(1 + log_var - mu ** 2 - log_var.exp())', 'std = torch.exp(0.5 * log_var)', 'def smooth_l1_loss(x):\n    return torch.where(x.abs() < 1, 0.5 * x ** 2, x.abs() - 0.5)', 'def huber_loss(x):\n    return np.where(abs(x) < 1, 0.5 * x ** 2, abs(x) - 0.5)',
  'wgan = torch.mean(F.relu(1 - real)) + torch.mean(F.relu(1 + fake))', 'def log_cosh_loss(x):\n    return torch.log(torch.cosh(x))',
  // Boxes, clipping, counts.
  'inter = (x2 - x1).clamp(min=0) * (y2 - y1).clamp(min=0)', 'w = np.maximum(0.0, xx2 - xx1 + 1)', 'iou = inter / (area1 + area2 - inter)', 'boxes = torch.clamp(boxes, min=0)', 'x1 = np.clip(x1, 0, width)', 'image = np.clip(image, 0, 1)', 'x = torch.clamp(x, -1, 1)', 'delta = torch.clamp(adv - image, -eps, eps)',
  'n = max(0, n - 1)', 'start = max(0, index - window)', 'lr = max(0.01 * base, current)', 'step = min(step, limit)', 'weight = torch.clamp(weight, 0, 1)', 'x = x.clamp(min=1e-6)', 'd2 = torch.clamp(d2, min=0).sqrt()', 'n = a if a > b else b', 'v = x if x is not None else y', 'size = size if size > 0 else 1', 'v = np.where(mask > 0, x, y)', 'best = max(best, score)',
  // Gaussians, kernels, schedules, normalisation.
  'kernel = np.exp(-x ** 2)', 'k = torch.exp(-dist ** 2 / (2 * sigma ** 2))', 'lr = base * 0.5 * (1 + math.cos(math.pi * t / total))', 'x = x / torch.sqrt(1 + x ** 2)', 'x = x / x.sum()', 'p = x / np.sum(x, axis=1, keepdims=True)', 'x = (x - x.mean()) / x.std()', 'x = x / (x.norm() + 1e-6)', 'gamma = gamma * torch.exp(-rate)',
  'beta = 0.1 * 0.99 ** step', 'emb = torch.exp(torch.arange(0, d, 2) * -(math.log(10000.0) / d))', 'angle = position / np.power(10000, 2 * i / d)', 'y = x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-6)',
  // Lines, and what is of squares.
  'centre = (xmin + xmax + 1) / 2.0', 'v = var + epsilon', 'v = (scale * data).astype(np.uint8, copy=False)', 'v = -init_range', 'v = 1.0 if scale is None else float(scale)', 'd = rel_diff * torch.abs(a) * 100', 'v = 0.5 * (1.0 + math.cos(math.pi * t * 2.0 * p))',
  'gauss = torch.exp(-((dist / sigma) ** 2) / 2)\nk = gauss / gauss.sum()', 'logits = logits / temperature\np = F.softmax(logits, dim=-1)', 'z_log_var = torch.clamp(z_log_var, -30.0, 20.0)',
  // Gates that are no gated unit.
  'y = x * torch.sigmoid(self.fc(self.pool(x)))', 'y = x * self.sigmoid(self.conv(x))', 'y = alpha * x + (1 - alpha) * z', 'y = torch.sigmoid(self.gate) * x', 'y = x * mask', 'h = (1 - z) * n + z * h', 'y = x * torch.softmax(scores, -1)', 'y = x + gate * torch.tanh(attn)',
  // Of plain numbers, unless a name says activation.
  'def alpha_bar(t):\n    snr = math.exp(t)\n    return math.sqrt(snr / (1 + snr))', 'def _logit_normal_sigmas(a):\n    t = 1.0 / (1.0 + math.exp(0.5 * a))\n    return t', 'def chance(d):\n    return 1 / (1 + math.exp(-d))', 'rate = x if x > 0 else 0.5 * x',
  // Names that only contain one, and functions of mathematics.
  'def step(self, x):\n    coefficient = np.where(x > 0, 1.0, 0.0)\n    return coefficient', 'def get_coefficients_exponential_positive(a, b):\n    return torch.exp(-(a - b))', 'def test_heaviside(x, y):\n    z = np.heaviside(x, y)', 'def gaussian_1d(sigma):\n    sigma2 = sigma * sigma\n    out = torch.exp(-sigma2)\n    return out',
  'def angular_nonlinear_term(nm):\n    k = (3 * torch.sin(nm) - nm * torch.cos(nm)) / nm ** 5\n    return k', 'def exp(a):\n    return torch.exp(a)\nx = exp(y)', 'def abs(a):\n    return torch.abs(a)\nx = abs(y)', 'class Exp(Operation):\n    def call(self, x):\n        return np.exp(x)\ny = Exp()(x)', 'def get_activity(m):\n    return max(0, min(100, m))', 'def dice(x):\n    gauss = np.exp(-x ** 2)\n    return gauss',
  // Errors and what goes into them.
  'def _logcosh(x):\n    return x + F.softplus(x * -2.0) - np.log(2.0)\ny = _logcosh(a - b)', 'error = np.log((np.exp(x) + np.exp(-x)) / 2)', 'def sigmoid_cross_entropy_with_logits(logits, labels):\n    positive = logits >= 0\n    relu_logits = jnp.where(positive, logits, 0)\n    return relu_logits - logits * labels',
  'loss = -torch.log(torch.sigmoid(x) + 1e-15).mean()', 'real = torch.sigmoid(D(z))\nloss = -torch.log(real + EPS).mean()', 'b = b.sigmoid() * (1 - eps * 2) + eps', 'def pinball_loss(e):\n    return torch.where(e > 0, e, 0.1 * e)', 'def relu_loss(x):\n    return np.maximum(0, x)\ny = relu_loss(x)',
  's = torch.log(1e-6 + torch.sigmoid(s + 2))',
  // Backwards.
  'def swish_bwd(x, grad_output):\n    s = torch.sigmoid(x)\n    return grad_output * (s * (1 + x * (1 - s)))', 'def mish_bwd(x):\n    s = torch.sigmoid(x)\n    return x * s',
  // Values that are kept off an edge.
  'def act(self, state):\n    action = self.actor(state)\n    return np.clip(action, -1, 1)', 'def act(self, state, explore):\n    mean = self.actor(state)\n    action = mean + self.process.draw().clip(-1, 1) if explore else mean\n    return action', 'def softmax_xent(labels):\n    return jnp.log(jnp.clip(labels, 1e-8))', 'class SigmoidLoss(nn.Module):\n    def forward(self, x):\n        p = torch.sigmoid(x)\n        return torch.log(p.clamp(min=self.eps))', 'def tanh_transform(y):\n    return y.clamp(min=-1 + eps, max=1 - eps)', 'activated = y.clamp(-1 + 1e-6, 1 - 1e-6)', 'activated = torch.maximum(x, 1e-7)',
  'activated = torch.clamp(x, 10, 100)', 'activated = torch.clamp(x, 0, 1e6)', 'activated = np.where(x > threshold, x, 0)', 'hidden_states = torch.clamp(hidden_states, -1, 1)', 'def hard_sigmoid(x):\n    x = x * scale\n    x = np.clip(x, 0.0, 1.0)\n    return x',
  // A variable that holds what was computed before, or one call.
  'log_probs = F.log_softmax(x, dim=-1)\nprobs = torch.exp(log_probs)', 'f = torch.sigmoid(x)\ng = 1 - f', 't = 1.0 - torch.sigmoid(y)', 'attn = torch.softmax(x, -1)\nattn = attn.to(x.dtype)', 'f = torch.sigmoid(x)\ng = torch.clamp(f, 0, 1)', 'y = torch.clamp(torch.sigmoid(x), 0, 1)', 'y = torch.clamp(torch.sigmoid(x - 1), 1e-6)', 'relued = x.sigmoid_() if inplace else x.sigmoid()',
  'weights = F.softmax(latency, dim=0)\nactivated = latency * weights',
  'class Head(nn.Module):\n    def __init__(self):\n        self.softmax = nn.Softmax(dim=1)\n    def forward(self, score):\n        return self.softmax(score * self.T)', 'h = np.where(1 - t < 0, 0, 1 - t)',
  'class TanhBijector:\n    def forward(self, x):\n        return torch.tanh(x)\nb = TanhBijector()',
  'v = torch.tensor(start / tau).sigmoid()', 'snr = log_snr.exp()\nweight = snr / (snr + 1)',
  // Probabilities that are brought to a sum of one.
  'probs = torch.randn(4).exp()\nprobs /= probs.sum()', 'p = d.log_prob(values).exp()\np /= p.sum()', 'w = (log_weights - torch.logsumexp(log_weights, 0)).exp()', 'w = torch.exp(log_w - m) / torch.exp(log_w - m).sum()', 'p = 1 / (1 + (t.log_prob_sum() - u.log_prob_sum()).exp())',
  'weights = torch.exp(torch.arange(10) * decay)\nweights = weights / weights.sum()', 'p = (unnormalized_posterior - unnormalized_posterior.logsumexp(-1)).exp()',
  // Large numbers and bits.
  'v = 1.0 / eps * torch.matmul(noise, a - b)', 'activated = val & 0xFFFFFFFF', 'bits = int(abs(val) * 32)',
  // Constants of another function.
  'y = 0.5 * x * (1 + torch.tanh(0.8 * (x + 0.044715 * x ** 3)))', 'y = 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.04 * x ** 3)))', 'y = 0.5 * x * (1 + torch.erf(x / 1.5))', 'y = 0.6 * x * (1 + torch.erf(x / math.sqrt(2)))', 'y = x * F.relu6(x + 3) / 5', 'y = x * torch.tanh(F.softplus(x) + 1)', 'y = 2 / (1 + np.exp(-x))', 'y = x * F.relu6(x + 2) / 6',
];

test.each(silent)('silent: %s', (code) => check(code, []));

describe('properties', () => {
  /** A formula as a tree: a sum, a product, a quotient, a call, or what is written as it stands. */
  type Tree = string | readonly ['+' | '*' | '/', Tree, Tree] | readonly [name: string, argument: Tree];
  const inner: Tree = ['*', '0.7978845608028654', ['+', 'x', ['*', '0.044715', ['*', 'x', ['*', 'x', 'x']]]]];
  const known: readonly (readonly [string, Tree])[] = [
    ['gelu-tanh', ['*', ['*', '0.5', 'x'], ['+', '1', ['torch.tanh', inner]]]],
    ['gelu', ['*', ['*', 'x', '0.5'], ['+', '1.0', ['torch.erf', ['/', 'x', 'math.sqrt(2)']]]]],
    ['quick-gelu', ['*', 'x', ['torch.sigmoid', ['*', '1.702', 'x']]]],
    ['silu', ['/', 'x', ['+', '1', ['torch.exp', ['*', '-1', 'x']]]]],
    ['mish', ['*', 'x', ['torch.tanh', ['torch.log', ['+', '1', ['torch.exp', 'x']]]]]],
    ['hard-swish', ['/', ['*', 'x', ['F.relu6', ['+', 'x', '3']]], '6']],
    ['sigmoid', ['/', '1', ['+', '1', ['torch.exp', ['*', 'x', '-1']]]]],
  ];

  /** Writes a tree in an arrangement that the numbers choose: order, association, brackets, variables. */
  function write(tree: Tree, choose: () => boolean): string {
    const lines: string[] = [];
    const name = (text: string): string => {
      lines.push(`    v${lines.length} = ${text}\n`);
      return `v${lines.length - 1}`;
    };
    const terms = (operator: '+' | '*', part: Tree): Tree[] =>
      typeof part !== 'string' && part[0] === operator && part.length === 3 ? [...terms(operator, part[1]), ...terms(operator, part[2])] : [part];
    const expression = (part: Tree): string => {
      const text = written(part);
      return typeof part !== 'string' && choose() && choose() ? name(text) : text;
    };
    const written = (part: Tree): string => {
      if (typeof part === 'string') return choose() && choose() ? `(${part})` : part;
      if (part.length === 2) return `${part[0]}(${expression(part[1])})`;
      if (part[0] === '/') return `(${expression(part[1])}) / (${expression(part[2])})`;
      const operator = part[0];
      return terms(operator, part).reduce<string>((sum, term) => {
        const next = expression(term);
        if (sum === '') return `(${next})`;
        return choose() ? `(${sum} ${operator} (${next}))` : `((${next}) ${operator} ${sum})`;
      }, '');
    };
    const last = written(tree);
    return `def f(x):\n${lines.join('')}    return ${last}\n`;
  }

  test('any arrangement of a formula is the same activation', () => {
    fc.assert(fc.property(fc.constantFrom(...known), fc.array(fc.boolean(), { minLength: 40, maxLength: 60 }), ([id, tree], choices) => {
      let place = 0;
      const text = imports + write(tree, () => choices[place++ % choices.length] ?? false);
      const found = usagesIn(text).filter(({ form }) => form === 'formula');
      expect(found.map(({ activation }) => activation)).toContain(id);
    }), { numRuns: 100 });
  }, 60_000);

  test('another constant is another function', () => {
    const change = fc.double({ min: 0.02, max: 0.3, noNaN: true });
    const constants: readonly (readonly [string, (factor: number) => string])[] = [
      ['gelu-tanh', (factor) => `0.5 * x * (1 + torch.tanh(0.7978845608 * (x + ${0.044715 * factor} * x ** 3)))`],
      ['gelu-tanh', (factor) => `0.5 * x * (1 + torch.tanh(${0.7978845608 * factor} * (x + 0.044715 * x ** 3)))`],
      ['gelu-tanh', (factor) => `${0.5 * factor} * x * (1 + torch.tanh(0.7978845608 * (x + 0.044715 * x ** 3)))`],
      ['gelu', (factor) => `0.5 * x * (1 + torch.erf(x * ${factor / Math.SQRT2}))`],
      ['quick-gelu', (factor) => `x * torch.sigmoid(${1.702 * factor} * x)`],
      ['hard-swish', (factor) => `x * F.relu6(x + ${3 * factor}) / 6`],
      ['selu', (factor) => `1.0507 * F.elu(x, ${1.67326 * factor})`],
      ['mish', (factor) => `x * torch.tanh(${factor} * F.softplus(x))`],
    ];
    fc.assert(fc.property(fc.constantFrom(...constants), change, fc.boolean(), ([id, expression], by, isLess) => {
      const found = usagesIn(`${imports}y = ${expression(isLess ? 1 - by : 1 + by)}\n`);
      expect(found.map(({ activation }) => activation)).not.toContain(id);
    }), { numRuns: 100 });
  }, 60_000);

  test('no text is too deep, too long or too much', () => {
    const word = fc.constantFrom('x', ' * ', ' + ', ' / ', '(', ')', 'torch.sigmoid(', 'np.exp(', '-', '1', '0.5', ' = ', '\n', 'max(', ', ', ' if ', ' else ', ' > ', 'lambda x: ', 'def f(x):\n    return ', 'self.', '[', ']', 'x.chunk(2)', ' ** ');
    fc.assert(fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      for (const { span, expression } of usagesIn(imports + words.join(''))) expect(expression.start <= span.start && span.end <= expression.end).toBe(true);
    }), { numRuns: 150 });
    for (const text of ['torch.sigmoid('.repeat(5000), `y = ${'x * '.repeat(5000)}torch.sigmoid(x)`, `y = ${'-'.repeat(5000)}torch.exp(x)`, Array.from({ length: 2000 }, (_, i) => `v${i + 1} = v${i} * torch.exp(v${i})`).join('\n')]) usagesIn(imports + text);
  }, 60_000);
});
