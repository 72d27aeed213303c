import { describe, test } from 'vitest';
import { checkRule } from './check';

const torch = 'import torch\nfrom torch import nn, distributions as D\nimport torch.nn.functional as F\n';
const tfp = 'import tensorflow as tf\nimport tensorflow_probability as tfp\nfrom tensorflow.keras.layers import Dense\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('probabilities-as-logits', code, expected);

describe('fires', () => {
  test('on logits by their name', () => check(`${torch}d = D.Categorical(logits=nn.Linear(8, 4)(x).[|softmax|](-1))\n`, { confidence: 'certain', fixed: `${torch}d = D.Categorical(probs=nn.Linear(8, 4)(x).softmax(-1))\n` }));
  test('on the first argument of TensorFlow Probability', () => check(`${tfp}
class Actor(tf.keras.Model):
    def __init__(self, n):
        super().__init__()
        self.out = Dense(n, activation='[|softmax|]')
    def dist(self, states):
        probs = self.out(states)
        return tfp.distributions.Categorical(probs)
`, { related: ['tfp.distributions.Categorical(probs)'], fixed: `${tfp}
class Actor(tf.keras.Model):
    def __init__(self, n):
        super().__init__()
        self.out = Dense(n, activation='softmax')
    def dist(self, states):
        probs = self.out(states)
        return tfp.distributions.Categorical(probs=probs)
` }));
  test('on a name for the distributions', () => check(`${tfp}tfd = tfp.distributions\nd = tfd.OneHotCategorical(tf.nn.[|softmax|](x))\n`));
  test('on a sigmoid', () => check(`${torch}d = D.Bernoulli(logits=torch.[|sigmoid|](nn.Linear(8, 1)(x)))\n`));
  test('on what TensorFlow draws from', () => check(`${tfp}token = tf.random.categorical(tf.nn.[|softmax|](Dense(9)(x)), num_samples=1)\n`, { fixed: `${tfp}token = tf.random.categorical(Dense(9)(x), num_samples=1)\n` }));
  test('on what JAX draws from', () => check('import jax\nfrom jax import random\ntoken = random.categorical(key, jax.nn.[|softmax|](x))\n'));
  test('on distrax', () => check('import distrax\nfrom flax import linen as nn\npi = distrax.Categorical(nn.[|softmax|](nn.Dense(4)(x)))\n'));
});

describe('is silent', () => {
  test('on probabilities by their name', () => check(`${torch}${tfp}a = D.Categorical(probs=F.softmax(x, -1))\nb = tfp.distributions.Categorical(probs=tf.nn.softmax(x))\n`));
  test('on the first argument of PyTorch', () => check(`${torch}d = D.Categorical(F.softmax(x, -1))\n`));
  test('on logarithms', () => check(`${torch}${tfp}a = D.Categorical(logits=F.log_softmax(x, -1))\nb = tf.random.categorical(tf.math.log(tf.nn.softmax(x)), 1)\n`));
  test('on scores', () => check(`${torch}d = D.Categorical(logits=nn.Linear(8, 4)(x))\n`));
  test('where a branch gives scores', () => check(`${torch}h = nn.Linear(8, 4)(x)\nif flag:\n    h = h.softmax(-1)\nd = D.Categorical(logits=h)\n`));
  test('on a temperature', () => check(`${tfp}d = tfp.distributions.RelaxedOneHotCategorical(tf.nn.softmax(x), logits=y)\n`));
  test('on a class of the file that is called so', () => check(`${torch}class Categorical:\n    pass\nd = Categorical(logits=F.softmax(x, -1))\n`));
});

const paddle = 'import paddle\nfrom paddle import nn\nimport paddle.nn.functional as F\n';

describe('is silent in PaddlePaddle', () => {
  test('on the logits of a Categorical, which it divides by their sum', () => check(`${paddle}d = paddle.distribution.Categorical(logits=F.softmax(nn.Linear(8, 4)(x)))\n`));
});
