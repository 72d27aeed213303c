import { describe, test } from 'vitest';
import { checkRule } from './check';

const both = 'import jax\nimport torch\nfrom torch import nn\nimport torch.nn.functional as F\nimport flax.linen\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('gelu-variant-mismatch', code, expected);

describe('fires', () => {
  test('in a program that reads its flags with absl', () => check(`${both}from absl import app, flags\na = nn.GELU()\ny = jax.nn.[|gelu|](x)\n`));
  test('on JAX beside PyTorch', () => check(`${both}a = nn.GELU()\ny = jax.nn.[|gelu|](x)\n`, {
    confidence: 'likely', related: ['GELU'], fixed: `${both}a = nn.GELU()\ny = jax.nn.gelu(x, approximate=False)\n`,
  }));
  test('on Flax, also where it is only named', () => check(`${both}a = F.gelu(x)\nact = flax.linen.[|gelu|]\n`, { fixed: null }));
  test('with a hint on two modules of Keras', () => check('import keras\na = keras.layers.Dense(8, activation="gelu")\ny = keras.ops.[|gelu|](x)\n', { confidence: 'hint' }));
});

describe('is silent', () => {
  test('in a test', () => check(`${both}from absl.testing import absltest\na = nn.GELU()\ny = jax.nn.gelu(x)\n`));
  test('in one library', () => check('import jax\ny = jax.nn.gelu(x)\nz = jax.nn.relu(x)\n'));
  test('where the form is written out', () => check(`${both}a = nn.GELU()\ny = jax.nn.gelu(x, approximate=False)\n`));
  test('where another form is written out, and meant', () => check(`${both}a = nn.GELU()\nb = F.gelu(x, approximate='tanh')\n`));
  test('where it is written by its place', () => check(`${both}a = nn.GELU()\ny = jax.nn.gelu(x, False)\n`));
  test('where both approximate', () => check(`${both}a = nn.GELU(approximate='tanh')\ny = jax.nn.gelu(x)\n`));
  test('on names that say their form', () => check(`${both}from transformers.activations import ACT2FN\na = nn.GELU()\nb = ACT2FN["gelu_new"]\n`));
  test('where only one of the two is used', () => check(`${both}y = jax.nn.gelu(x)\nz = torch.relu(x)\n`));
});
