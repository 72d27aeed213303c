import { describe, expect, test } from 'vitest';
import { frameworks } from '../../src/frameworks/catalogue';
import { findMethods, findString, findSymbol } from '../../src/frameworks/lookup';
import type { FrameworkSymbol } from '../../src/frameworks/framework';

/** A symbol as `id` or `id(default=value)`, with its positional arguments behind a colon. */
function shown(symbol: FrameworkSymbol | undefined): string {
  if (symbol === undefined) return 'unknown';
  const defaults = Object.entries(symbol.defaults ?? {}).map(([name, value]) => `${name}=${value}`).join(', ');
  const versioned = (symbol.versioned ?? []).map((name) => `${name}?`).join(', ');
  const inside = [defaults, versioned].filter((part) => part !== '').join(', ');
  return symbol.activation + (inside === '' ? '' : `(${inside})`);
}

describe('qualified names', () => {
  const cases: readonly (readonly [name: string, expected: string])[] = [
    ['torch.nn.ReLU', 'relu'],
    ['torch.nn.GELU', 'gelu'],
    ['numpy.tanh', 'tanh'],
    ['torch.nn.modules.activation.GELU', 'gelu'],
    ['torch.nn.modules.GELU', 'gelu'],
    ['torch.nn.functional.gelu', 'gelu'],
    ['torch.nn.LeakyReLU', 'leaky-relu(negativeSlope=0.01)'],
    ['torch.nn.functional.leaky_relu_', 'leaky-relu(negativeSlope=0.01)'],
    ['torch.nn.PReLU', 'prelu(a=0.25)'],
    ['torch.nn.Softmax2d', 'softmax'],
    ['torch.nn.Identity', 'identity'],
    ['keras.layers.Identity', 'identity'],
    ['tensorflow.keras.layers.Identity', 'identity'],
    ['mlx.nn.Identity', 'identity'],
    ['mindspore.nn.Identity', 'identity'],
    ['mindspore.mint.nn.Identity', 'identity'],
    ['torch.special.expit', 'sigmoid'],
    ['torch.special.log_softmax', 'log-softmax'],
    ['torch.Tensor.sigmoid_', 'sigmoid'],
    ['torch.nn.quantized.LeakyReLU', 'leaky-relu(negativeSlope=0.01)'],
    ['torch.nn.functional.hardswish', 'hard-swish'],
    ['keras.layers.LeakyReLU', 'leaky-relu(negativeSlope=0.3)'],
    ['keras.layers.advanced_activations.LeakyReLU', 'leaky-relu(negativeSlope=0.3)'],
    ['keras.activations.leaky_relu', 'leaky-relu(negativeSlope=0.2)'],
    ['keras.layers.PReLU', 'prelu(a=0)'],
    ['keras.activations.gelu', 'gelu'],
    ['keras.ops.gelu', 'gelu-tanh'],
    ['keras.ops.nn.gelu', 'gelu-tanh'],
    ['keras.src.ops.nn.gelu', 'gelu-tanh'],
    ['keras.activations.hard_sigmoid', 'hard-sigmoid(variant?)'],
    ['keras.ops.hard_sigmoid', 'hard-sigmoid'],
    ['keras.backend.hard_sigmoid', 'hard-sigmoid(variant=keras_legacy)'],
    ['tensorflow.keras.activations.hard_sigmoid', 'hard-sigmoid(variant?)'],
    ['tf_keras.activations.hard_sigmoid', 'hard-sigmoid(variant?)'],
    ['tensorflow.keras.backend.hard_sigmoid', 'hard-sigmoid(variant=keras_legacy)'],
    ['tensorflow.keras.layers.LeakyReLU', 'leaky-relu(negativeSlope=0.3)'],
    ['tensorflow.python.keras.layers.ReLU', 'relu'],
    ['tensorflow.keras.activations.swish', 'silu'],
    ['tensorflow.nn.leaky_relu', 'leaky-relu(negativeSlope=0.2)'],
    ['tensorflow.compat.v1.nn.leaky_relu', 'leaky-relu(negativeSlope=0.2)'],
    ['tensorflow.nn.swish', 'silu'],
    ['tensorflow.math.log_sigmoid', 'log-sigmoid'],
    ['tensorflow.sigmoid', 'sigmoid'],
    ['tensorflow.nn.gelu', 'gelu'],
    ['jax.nn.gelu', 'gelu-tanh'],
    ['jax.nn.leaky_relu', 'leaky-relu(negativeSlope=0.01)'],
    ['jax.nn.soft_sign', 'softsign'],
    ['jax.numpy.tanh', 'tanh'],
    ['jax.lax.logistic', 'sigmoid'],
    ['jax.scipy.special.expit', 'sigmoid'],
    ['jax.experimental.stax.Relu', 'relu'],
    ['flax.linen.gelu', 'gelu-tanh'],
    ['flax.linen.activation.silu', 'silu'],
    ['flax.linen.PReLU', 'prelu(a=0.01)'],
    ['flax.nnx.relu', 'relu'],
    ['flax.nnx.PReLU', 'prelu(a=0.01)'],
    ['mxnet.gluon.nn.PReLU', 'prelu(a=0.25)'],
    ['transformers.activations.NewGELUActivation', 'gelu-tanh'],
    ['transformers.activations.GELUActivation', 'gelu'],
    ['transformers.activations.ReLUSquaredActivation', 'relu-squared'],
    // What does not exist, or is no activation.
    ['torch.nn.Linear', 'unknown'],
    ['torch.gelu', 'unknown'],
    ['torch.Tensor.gelu', 'unknown'],
    ['torch.nn.functional.sigmoid_focal_loss', 'unknown'],
    ['jax.nn.softsign', 'unknown'],
    ['flax.linen.mish', 'unknown'],
    ['numpy.arctan', 'unknown'],
    ['math.tanh', 'unknown'],
    ['keras.activations', 'unknown'],
    ['', 'unknown'],
  ];
  test.each(cases)('%s is %s', (name, expected) => {
    expect(shown(findSymbol(name)?.symbol)).toBe(expected);
  });
});

describe('strings', () => {
  const cases: readonly (readonly [framework: string, text: string, expected: string])[] = [
    ['keras', 'leaky_relu', 'leaky-relu(negativeSlope=0.2)'],
    ['keras', 'hard_sigmoid', 'hard-sigmoid(variant?)'],
    ['paddle', 'leaky_relu', 'leaky-relu(negativeSlope?)'],
    ['keras', 'gelu', 'gelu'],
    ['keras', 'linear', 'identity'],
    ['keras', 'swish', 'silu'],
    ['keras', 'LeakyReLU', 'unknown'],
    ['tf-keras', 'LeakyReLU', 'leaky-relu(negativeSlope=0.3)'],
    ['tf-keras', 'hard_sigmoid', 'hard-sigmoid(variant?)'],
    ['transformers', 'gelu_fast', 'gelu-tanh'],
    ['transformers', 'gelu', 'gelu'],
    ['transformers', 'quick_gelu', 'quick-gelu'],
    ['transformers', 'relu2', 'relu-squared'],
    ['pytorch', 'gelu', 'gelu'],
    ['pytorch', 'linear', 'identity'],
    ['pytorch', 'conv2d', 'unknown'],
    ['jax', 'gelu', 'unknown'],
    ['jax', 'relu', 'relu'],
  ];
  test.each(cases)('%s reads "%s" as %s', (id, text, expected) => {
    const framework = frameworks.find((candidate) => candidate.id === id);
    expect(framework && shown(findString(framework, text))).toBe(expected);
  });
});

describe('methods', () => {
  test.each([
    ['sigmoid', 'sigmoid'], ['relu_', 'relu'], ['softmax', 'softmax'], ['hardshrink', 'hardshrink'],
    ['gelu', 'unknown'], ['silu', 'unknown'], ['leaky_relu', 'unknown'], ['exp', 'unknown'],
  ])('a tensor of PyTorch has .%s: %s', (name, expected) => {
    expect(shown(findMethods(name).find(({ framework }) => framework.id === 'pytorch')?.symbol)).toBe(expected);
  });

  test.each([['gelu', 'gelu-tanh'], ['leaky_relu', 'leaky-relu(negativeSlope=0.01)'], ['softmax', 'softmax']])('one of tinygrad has .%s: %s', (name, expected) => {
    expect(shown(findMethods(name).find(({ framework }) => framework.id === 'tinygrad')?.symbol)).toBe(expected);
  });
});

/** What a layer applies where nothing is passed; nothing where that differs between versions in use. */
test.each([
  ['keras.layers.LSTM', 'activation', 'tanh'], ['tf.keras.layers.SimpleRNN', 'activation', 'tanh'],
  ['keras.layers.LSTM', 'recurrent_activation', undefined], ['tf.keras.layers.GRU', 'recurrent_activation', undefined],
  ['keras.layers.ConvLSTM2D', 'recurrent_activation', undefined], ['tf.keras.layers.ConvLSTM1D', 'recurrent_activation', undefined],
])('%s has for %s the default %s', (layer, name, expected) => {
  const carrier = frameworks.flatMap(({ carriers }) => carriers).find(({ callable, argument }) => callable === layer && argument === name);
  expect(carrier?.position).toBeGreaterThan(0);
  expect(carrier?.default).toBe(expected);
});

/** What a library does with a value that the function cannot have, as its own source says; nothing where that differs between versions in use. */
test.each([
  ['chainer.functions.softplus', 'beta', 'raises an error'], ['chainerx.softplus', 'beta', 'divides by it'],
  ['torch.nn.functional.softplus', 'beta', 'divides by it'], ['jax.nn.celu', 'alpha', 'divides by it'],
  // Up to 2.3 the documentation names an error, from 2.4 on it names none.
  ['mindspore.nn.SoftShrink', 'lambd', undefined],
])('%s with a %s outside its domain %s', (name, argument, expected) => {
  const found = findSymbol(name)?.symbol.arguments.find((candidate) => candidate.name === argument);
  expect(found).toBeDefined();
  expect(found?.outside).toBe(expected);
});
