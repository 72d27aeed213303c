import { NONE } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { addArgument } from './places';
import { callOf, defaultsThatDiffer, isOfTwoLibraries, mayPass, type Pair } from './porting';
import { defineRule, type Fix, type RuleFile } from './rule';

export const geluVariantMismatch = defineRule({
  id: 'gelu-variant-mismatch',
  severity: 'information',
  confidence: 'likely',
  fixable: 'sometimes',
  documentation: {
    what: 'A file uses the GELU of two libraries, and their defaults are different functions.',
    why: 'PyTorch, `tf.nn.gelu` and `keras.activations.gelu` compute the exact GELU, with erf; `jax.nn.gelu`, Flax and `keras.ops.gelu` the tanh approximation. '
      + 'They differ by up to 4.7e-4 in every unit, which is above the tolerance of most tests of equality; the form x · sigmoid(1.702 x) differs by up to 2.0e-2.',
    bad: `import jax
import torch


def reference(x):
    return torch.nn.functional.gelu(x)


def ported(x):
    return jax.nn.gelu(x)
`,
    good: `import jax
import torch


def reference(x):
    return torch.nn.functional.gelu(x)


def ported(x):
    return jax.nn.gelu(x, approximate=False)
`,
    whenNot: 'In one library, trained from scratch, either form is fine. Where the form is written out, nothing is said.',
    references: [
      { title: 'JAX: jax.nn.gelu', url: 'https://docs.jax.dev/en/latest/_autosummary/jax.nn.gelu.html' },
      { title: 'PyTorch: GELU', url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.GELU.html' },
      { title: 'Exact in one place, tanh in the other', url: 'https://github.com/google/gemma_pytorch/issues/33' },
    ],
  },
  *check(file) {
    for (const pair of defaultsThatDiffer(file, formOf, (usage) => isBare(file, usage))) {
      // Of two that both take their default, the one that approximates is told; a form that is written out is meant.
      if (pair.usage.activation === 'gelu' || !isBare(file, pair.other)) continue;
      yield {
        span: pair.usage.span,
        message: `${pair.usage.symbol} is the tanh approximation by default, and ${pair.other.symbol} is exact: they differ by up to 4.7e-4 in every unit.`,
        related: [{ span: pair.other.span, message: 'This GELU is exact' }],
        ...(isOfTwoLibraries(pair) ? {} : { confidence: 'hint' as const }),
        fix: sameForm(file, pair),
      };
    }
  },
});

function formOf({ activation }: Usage): string | undefined {
  return activation === 'gelu' || activation === 'gelu-tanh' ? activation : undefined;
}

/** A name that says nothing of the form; `gelu_new` does. */
function isBare(file: RuleFile, usage: Usage): boolean {
  return /(^|\.)gelu$/i.test(usage.symbol) && usage.framework !== 'transformers' && !mayPass(file, usage, 'approximate');
}

function sameForm(file: RuleFile, { usage }: Pair): Fix | undefined {
  const call = callOf(file, usage);
  if (call === NONE || !['jax', 'flax', 'keras', 'tf-keras'].includes(usage.framework)) return undefined;
  return { title: 'Pass approximate=False', edits: addArgument(file.tree, call, 'approximate=False') };
}
