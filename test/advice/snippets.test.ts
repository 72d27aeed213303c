import { expect, test } from 'vitest';
import { defaultsOf, type ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { snippetsFor } from '../../src/advice/snippets';
import { analyze } from '../../src/usages/analyze';

const completed = (id: string, values: ParameterValues): ParameterValues => {
  const activation = findActivation(id);
  return activation ? { ...defaultsOf(activation), ...values } : values;
};

const said = (id: string, values: ParameterValues = {}): Record<string, string> =>
  Object.fromEntries(snippetsFor({ activation: id, parameters: completed(id, values) }).map(({ framework, code }) => [framework, code.replace('\n\n', ' ⏎ ').trim()]));

test.each<[string, ParameterValues, Record<string, string>]>([
  ['gelu', {}, {
    PyTorch: 'from torch import nn ⏎ activation = nn.GELU()', Keras: 'from keras import activations ⏎ y = activations.gelu(x)', JAX: 'import jax ⏎ y = jax.nn.gelu(x, approximate=False)',
  }],
  ['gelu-tanh', {}, {
    PyTorch: 'from torch import nn ⏎ activation = nn.GELU(approximate="tanh")', Keras: 'from keras import activations ⏎ y = activations.gelu(x, approximate=True)', JAX: 'import jax ⏎ y = jax.nn.gelu(x)',
  }],
  ['leaky-relu', { negativeSlope: 0.2 }, {
    PyTorch: 'from torch import nn ⏎ activation = nn.LeakyReLU(negative_slope=0.2)', Keras: 'from keras import layers ⏎ activation = layers.LeakyReLU(negative_slope=0.2)',
    JAX: 'import jax ⏎ y = jax.nn.leaky_relu(x, negative_slope=0.2)',
  }],
  ['tanh', {}, {
    PyTorch: 'from torch import nn ⏎ activation = nn.Tanh()', Keras: 'from keras import activations ⏎ y = activations.tanh(x)', JAX: 'import jax ⏎ y = jax.nn.tanh(x)', NumPy: 'import numpy as np ⏎ y = np.tanh(x)',
  }],
  ['softmax', {}, {
    PyTorch: 'from torch import nn ⏎ activation = nn.Softmax(dim=-1)', Keras: 'from keras import layers ⏎ activation = layers.Softmax()', JAX: 'import jax ⏎ y = jax.nn.softmax(x)',
    SciPy: 'from scipy import special ⏎ y = special.softmax(x, axis=-1)',
  }],
  ['phish', {}, {}],
])('%s %j', (id, values, expected) => expect(said(id, values)).toEqual(expected));

/** What is copied means what was shown: the reader of Python finds the same function, with the same parameters, in it. */
test.each(activations.map(({ id }) => id))('%s is read back from its code', (id) => {
  const parameters = completed(id, {});
  for (const { framework, code } of snippetsFor({ activation: id, parameters })) {
    const analysis = analyze(framework === 'NumPy' ? `import torch\n${code}` : code, { path: 'a.py' });
    const found = 'usages' in analysis ? analysis.usages : [];
    expect(found.map(({ activation }) => activation), `${framework}: ${code}`).toEqual([id]);
    for (const { name, value } of found[0]?.parameters ?? []) expect(value, `${framework} ${name}`).toBe(parameters[name]);
  }
});
