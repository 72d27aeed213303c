import { NONE } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { addArgument } from './places';
import { callOf, defaultsThatDiffer, isOfTwoLibraries, library, mayPass, type Pair } from './porting';
import { defineRule, type Fix, type RuleFile } from './rule';

export const leakySlopeDefault = defineRule({
  id: 'leaky-slope-default',
  severity: 'information',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A file uses the leaky ReLU of two libraries, and their default slopes are different.',
    why: 'The slope for negative inputs is 0.01 in PyTorch, JAX and Flax, 0.2 in `tf.nn.leaky_relu` and as the string "leaky_relu" of Keras, and 0.3 in the layer `LeakyReLU` of Keras: '
      + 'an input of −1 becomes −0.01 here and −0.3 there. A model that is ported without its slope loses accuracy without any error.',
    bad: `import jax
import tensorflow as tf


def reference(x):
    return tf.nn.leaky_relu(x, alpha=0.2)


def ported(x):
    return jax.nn.leaky_relu(x)
`,
    good: `import jax
import tensorflow as tf


def reference(x):
    return tf.nn.leaky_relu(x, alpha=0.2)


def ported(x):
    return jax.nn.leaky_relu(x, negative_slope=0.2)
`,
    whenNot: 'In one library, or where the slope is written out, nothing is said.',
    references: [
      { title: 'PyTorch: LeakyReLU', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html' },
      { title: 'Keras: LeakyReLU layer', url: 'https://keras.io/api/layers/activation_layers/leaky_relu/' },
      { title: 'Three points lost by another slope', url: 'https://github.com/torch-points3d/torch-points3d/pull/248' },
    ],
  },
  *check(file) {
    for (const pair of defaultsThatDiffer(file, slopeOf, isDefault)) {
      const { usage, other } = pair;
      if (mayPass(file, usage, 'negative_slope') || !(isOfTwoLibraries(pair) || (isDefault(other) && library(usage) === 'keras'))) continue;
      yield {
        span: usage.span,
        message: `The slope of ${usage.symbol} is ${slopeOf(usage)} by default, and that of ${other.symbol} is ${slopeOf(other)}${isDefault(other) ? ' by default' : ''}. Write it out.`,
        related: [{ span: other.span, message: `Here the slope is ${slopeOf(other)}` }],
        ...(isOfTwoLibraries(pair) ? {} : { confidence: 'hint' as const }),
        fix: slopeWritten(file, pair),
      };
    }
  },
});

const slope = ({ parameters }: Usage) => parameters.find(({ name }) => name === 'negativeSlope');

function slopeOf(usage: Usage): number | undefined {
  const found = usage.activation === 'leaky-relu' ? slope(usage) : undefined;
  return found !== undefined && found.source !== 'unknown' && typeof found.value === 'number' ? found.value : undefined;
}

function isDefault(usage: Usage): boolean {
  return slope(usage)?.source === 'default';
}

/** What the argument is called depends on the version of Keras. */
function slopeWritten(file: RuleFile, { usage, other }: Pair): Fix | undefined {
  const call = callOf(file, usage);
  const value = slopeOf(other);
  const isNamed = usage.framework === 'pytorch' || usage.framework === 'jax' || usage.framework === 'flax';
  if (call === NONE || value === undefined || isDefault(other) || !isNamed) return undefined;
  return { title: `Write the slope ${value}`, edits: addArgument(file.tree, call, `negative_slope=${value}`) };
}
