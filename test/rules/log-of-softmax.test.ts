import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('log-of-softmax', torch + code, expected);

describe('fires', () => {
  test('as a hint on the entries that labels pick', () => checkRule('log-of-softmax', `
import torch
p = torch.softmax(scores, dim=1)
loss = -[|torch.log(p[range(8), labels])|].mean()
`, { confidence: 'hint', fixed: null }));
  test('on functions', () => check('y = [|torch.log(F.softmax(x, dim=1))|]\n', { confidence: 'likely', fixed: `${torch}y = F.log_softmax(x, dim=1)\n` }));
  test('on methods', () => check('y = [|F.softmax(x, dim=1).log()|]\n', { fixed: `${torch}y = F.log_softmax(x, dim=1)\n` }));
  test('on a method of a tensor', () => check('y = [|x.softmax(-1).log()|]\n'));
  test('on a layer', () => check('y = [|torch.log(nn.Softmax(dim=1)(x))|]\n', { fixed: null }));
  test('through a variable', () => check(`
def loss(x):
    p = F.softmax(fc(x), dim=1)
    return -[|torch.log(p)|].mean()
`, { related: ['F.softmax(fc(x), dim=1)'], fixed: null }));
  test('on a sigmoid', () => check('y = [|torch.log(torch.sigmoid(x))|]\n', { fixed: `${torch}y = torch.nn.functional.logsigmoid(x)\n` }));
  test('on one minus a sigmoid', () => check('y = [|torch.log(1 - torch.sigmoid(x))|]\n', { fixed: null }));
  test('on TensorFlow', () => checkRule('log-of-softmax', 'import tensorflow as tf\ny = [|tf.math.log(tf.nn.softmax(x))|]\n', { fixed: 'import tensorflow as tf\ny = tf.nn.log_softmax(x)\n' }));
  test('on JAX', () => checkRule('log-of-softmax', 'import jax\nimport jax.numpy as jnp\ny = [|jnp.log(jax.nn.sigmoid(x))|]\n', { fixed: 'import jax\nimport jax.numpy as jnp\ny = jax.nn.log_sigmoid(x)\n' }));
  test('on scores that are written out and far apart, or made of others', () => {
    check('p = F.softmax(torch.tensor([0.0, 200.0]), dim=0)\ny = [|torch.log(p)|]\n');
    check('scores = torch.tensor([first, 2.0])\np = F.softmax(scores, dim=0)\ny = [|torch.log(p)|]\n');
    check('scores = torch.tensor([1.0, 2.0])\np = F.softmax(self.fc(scores), dim=0)\ny = [|torch.log(p)|]\n');
  });
});

describe('gives a hint', () => {
  test('where what is infinite is replaced afterwards', () => check(`
def divergence(scores, other):
    p = F.softmax(scores, dim=1)
    terms = p * [|torch.log(p)|]
    kept = torch.where(p == 0, 0, [|torch.log(p)|] - other) + torch.nan_to_num(p * [|p.log()|])
    return torch.nansum(terms), kept
`, { confidence: 'hint' }));
  test('where the logarithm is read beside the entropy', () => check(`
p = F.softmax(x, dim=1)
logs = [|torch.log(p + 1e-9)|]
loss = (logs[range(8), actions] * advantage).mean() + (p * logs).sum()
`, { confidence: 'hint' }));
  test('where a small number is added', () => check('y = [|torch.log(F.softmax(x, dim=1) + 1e-8)|]\n', { confidence: 'hint' }));
  test('where it is clamped', () => check('y = [|torch.log(torch.clamp(torch.sigmoid(x), min=1e-7))|]\n', { confidence: 'hint' }));
});

describe('fires all the same', () => {
  test('where only something else is replaced', () => check(`
def divergence(scores, other):
    p = F.softmax(scores, dim=1)
    terms = p * [|torch.log(p)|]
    return terms.sum() + torch.nansum(other) + torch.where(other > 0, terms.mean(), other)
`, { confidence: 'likely' }));
});

describe('is silent', () => {
  test('on scores that are written out, of which none is that small', () => {
    check('logit = torch.tensor([2.0])\np = torch.sigmoid(logit)\nloss = -torch.log(p) - torch.log(1 - p)\n');
    checkRule('log-of-softmax', 'import tensorflow as tf\nscores = tf.constant([[1.0, -2.0, 3.0], [1.0, 2.0, 3.0]])\ny = tf.nn.softmax(scores)\nloss = -tf.reduce_sum(t * tf.math.log(y))\n');
    checkRule('log-of-softmax', 'import jax, jax.numpy as jnp\ny = -jnp.log(jax.nn.softmax(jnp.array([1.0, 2.0])))\n');
  });
  test('on cosines, which are never far apart', () => check(`
def contrast(a, b, temperature):
    a, b = F.normalize(a, dim=1), nn.Linear(8, 8)(b)
    b = b / b.norm(dim=1, keepdim=True)
    exponentials = torch.exp(torch.mm(a, a.T) / temperature)
    first = -torch.log(exponentials / exponentials.sum(dim=1, keepdim=True))
    return first - torch.log(F.softmax(a @ b.t(), dim=1)) - torch.log(F.softmax(F.cosine_similarity(a, b) * 10, dim=0))
`));
  test('where no gradient goes through a guard', () => check(`
with torch.no_grad():
    sure = torch.log(F.softmax(x, dim=1) + 1e-8)
`));
  test('on an entropy with a guard', () => check(`
def entropy(x):
    p = F.softmax(x, dim=1)
    return -(p * torch.log(p + 1e-9)).sum(1) - torch.sum(torch.log(p.clamp(min=1e-9)) * p)
`));
  test('on what is drawn from by way of a variable', () => checkRule('log-of-softmax', `
import tensorflow as tf
def draw(scores, temperature):
    scaled = tf.math.log(tf.nn.softmax(scores)) / temperature
    return tf.random.categorical(scaled, num_samples=1)
`));
  test('on a mixture of probabilities', () => check('y = torch.log(p * F.softmax(a, dim=1) + (1 - p) * F.softmax(b, dim=1))\n'));
  test('on a mean of probabilities', () => check('y = torch.log(F.softmax(a, dim=1).mean(0))\n'));
  test('inside a test of the identity', () => check('def test_log_softmax():\n    assert close(torch.log(F.softmax(x, dim=1)), F.log_softmax(x, dim=1))\n'));
  test('on what is only drawn from, where -inf is a chance of 0', () => checkRule('log-of-softmax', `
import tensorflow as tf
import keras
p = tf.nn.softmax(scores)
token = tf.random.categorical(tf.math.log(p), num_samples=1)
other = keras.random.categorical(keras.ops.log(keras.ops.softmax(scores)), 1)
`));
  test('on log1p', () => check('y = torch.log1p(torch.sigmoid(x))\n'));
  test('where a branch gives something else', () => check(`
def f(x):
    p = F.softmax(x, dim=1) if flag else x
    return torch.log(p)
`));
  test('on log_softmax, logsigmoid and other logarithms', () => check('y = F.log_softmax(x, dim=1) + F.logsigmoid(x) + torch.log(x) + torch.log(F.softplus(x))\n'));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('is silent in PaddlePaddle', () => {
  test('on a softmax, of which it clips what is exponentiated', () => checkRule('log-of-softmax', `${paddle}y = paddle.log(F.softmax(nn.Linear(8, 4)(x)))\n`));
});
