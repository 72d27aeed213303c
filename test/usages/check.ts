import { expect } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { analyze } from '../../src/usages/analyze';
import { mayMatter } from '../../src/usages/prefilter';
import type { Usage, UsageParameter } from '../../src/usages/usage';
import { withoutMarks } from '../python/marked';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';
const keras = 'import keras\nfrom keras import layers\n';
const tensorflow = 'import tensorflow as tf\nfrom tensorflow import keras as tfk\nfrom tensorflow.keras import layers\n';
const jax = 'import jax\nimport jax.numpy as jnp\nfrom flax import linen, nnx\n';
const transformers = 'import transformers\nfrom transformers.activations import ACT2FN\nfrom transformers import BertConfig\n';

export const imports = { torch, keras, tensorflow, jax, transformers, nothing: '' };
export type Imports = keyof typeof imports;

/**
 * Marks say where usages are: `nn.[|LeakyReLU|](0.2)`. `expected` says what each is, as `shown` writes it; where it
 * is left out, only the places are compared.
 */
export function check(before: Imports, marked: string, expected?: readonly string[], path = 'a.py'): void {
  const { text, places } = withoutMarks(path.endsWith('.py') ? imports[before] + marked : marked);
  const usages = usagesIn(text, path);
  const found = usages.map(({ span }) => `${span.start} ${text.slice(span.start, span.end)}`);
  if (path.endsWith('.py')) expect(found).toEqual(places);
  if (expected) expect(usages.map(shown)).toEqual(expected);
}

export function usagesIn(text: string, path = 'a.py'): readonly Usage[] {
  const analysis = analyze(text, { path });
  if (isFailure(analysis)) throw new Error(analysis.reason);
  if (analysis.usages.length > 0) expectMattering(text);
  return analysis.usages;
}

/** A scan decodes no file that has none of the words by which all that is found must be told. */
export function expectMattering(text: string): void {
  expect({ text, matters: mayMatter(new TextEncoder().encode(text)) }).toEqual({ text, matters: true });
}

/** `leaky-relu negativeSlope=0.2`: `=` written, `:` default, `~` unknown; `?` behind what is inferred. */
export function shown(usage: Usage): string {
  return [usage.activation + (usage.certainty === 'resolved' ? '' : '?'), ...usage.parameters.map(shownParameter)].join(' ');
}

const signs = { written: '=', default: ':', unknown: '~' };

function shownParameter({ name, value, source }: UsageParameter): string {
  return `${name}${signs[source]}${value}`;
}
