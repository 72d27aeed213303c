import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { unwrittenIn } from '../../src/explanations/unwritten';
import { analyze } from '../../src/usages/analyze';

const imports = `import torch
from torch import nn
import torch.nn.functional as F
import keras
from keras import layers
import jax
from functools import partial
`;

/** Braces stand where something is shown: `nn.LeakyReLU({negative_slope: 0.01})`; without them nothing is. */
function check(expected: string): void {
  const text = imports + expected.replaceAll(/\{[^}]*\}/g, '');
  const analysis = analyze(text, { path: 'a.py' });
  if (isFailure(analysis)) throw new Error(analysis.reason);
  const shown = analysis.usages.flatMap((usage) => unwrittenIn(usage, text) ?? []);
  const withHints = shown.reverse().reduce((result, { offset, separator, defaults }) => {
    const words = defaults.map(({ argument, value }) => `${argument}: ${value}`).join(', ');
    return `${result.slice(0, offset)}{${separator}${words}}${result.slice(offset)}`;
  }, text);
  expect(withHints.slice(imports.length)).toBe(expected);
}

describe('defaults that are not written', () => {
  test.each([
    'nn.LeakyReLU({negative_slope: 0.01})',
    'nn.LeakyReLU(inplace=True{, negative_slope: 0.01})',
    'nn.LeakyReLU(\n    inplace=True,{ negative_slope: 0.01}  # fast\n)',
    'nn.LeakyReLU(inplace=(True){, negative_slope: 0.01})',
    'F.leaky_relu(x{, negative_slope: 0.01})',
    'F.leaky_relu(f(x){, negative_slope: 0.01})',
    'nn.Softplus({beta: 1, threshold: 20})',
    'nn.Softplus(2{, threshold: 20})',
    'nn.RReLU({lower: 0.125, upper: 0.333333})',
    'layers.LeakyReLU({negative_slope: 0.3})',
    "layers.PReLU({alpha_initializer: 'zeros'})",
    'nn.Sequential(nn.ELU({alpha: 1}), nn.CELU(0.5))',
    'jax.nn.leaky_relu(x{, negative_slope: 0.01})',
    'x.hardshrink({lambd: 0.5})',
  ])('%s', check);
});

describe('nothing is shown', () => {
  test.each([
    { where: 'where it is written by position', code: 'nn.LeakyReLU(0.01)' },
    { where: 'where it is written by name', code: 'nn.LeakyReLU(negative_slope=0.01)' },
    { where: 'where it is written by the name of another version', code: 'layers.LeakyReLU(alpha=0.3)' },
    { where: 'where None is written', code: 'layers.LeakyReLU(negative_slope=None)' },
    { where: 'where it may come from outside', code: 'nn.LeakyReLU(**options)' },
    { where: 'where the call cannot set it', code: 'nn.SELU()' },
    { where: 'without a call', code: 'block(act=nn.LeakyReLU)' },
    { where: 'for what partial binds', code: 'partial(nn.LeakyReLU, inplace=True)' },
    { where: 'for a string', code: 'layers.Dense(3, activation="leaky_relu")' },
    { where: 'in a call that is half typed', code: 'nn.LeakyReLU(' },
    { where: 'for a generator', code: 'F.elu(x for x in y)' },
  ])('$where', ({ code }) => check(code));
});
