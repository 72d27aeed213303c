import { describe, test } from 'vitest';
import { checkRule } from './check';

const both = 'import torch\nfrom torch import nn\nimport tensorflow as tf\nfrom tensorflow.keras import layers\n';
const check = (code: string, expected?: Parameters<typeof checkRule>[2]): void => checkRule('leaky-slope-default', code, expected);

describe('fires', () => {
  test('on PyTorch beside a layer of Keras', () => check(`${both}a = layers.[|LeakyReLU|]()\nb = nn.[|LeakyReLU|]()\n`, { confidence: 'likely', fixed: null }));
  test('on PyTorch beside a written slope', () => check(`${both}a = tf.nn.leaky_relu(x, alpha=0.2)\nb = nn.[|LeakyReLU|]()\n`, {
    fixed: `${both}a = tf.nn.leaky_relu(x, alpha=0.2)\nb = nn.LeakyReLU(negative_slope=0.2)\n`,
  }));
  test('with a hint on a layer and a function of Keras', () => check(`${both}a = layers.[|LeakyReLU|]()\nb = tf.nn.[|leaky_relu|](x)\n`, { confidence: 'hint' }));
});

describe('is silent', () => {
  test('in one library', () => check(`${both}a = nn.LeakyReLU()\nb = nn.LeakyReLU(0.2)\nc = torch.nn.functional.leaky_relu(x, 0.1)\n`));
  test('where slopes are written out', () => check(`${both}a = layers.LeakyReLU(0.2)\nb = nn.LeakyReLU(0.01)\n`));
  test('where a slope is computed', () => check(`${both}a = tf.nn.leaky_relu(x, alpha=slope)\nb = nn.LeakyReLU()\n`));
  test('in a test, which compares by itself', () => check(`${both}def test_dtype():\n    assert layers.LeakyReLU()(x).dtype == nn.LeakyReLU()(y).dtype\n`));
  test('where defaults agree', () => check('import torch\nimport jax\na = torch.nn.LeakyReLU()\nb = jax.nn.leaky_relu(x)\n'));
});
