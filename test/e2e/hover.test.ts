import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openWorkbench } from './openWorkbench';
import { themes, type Theme } from './workbench';

/** VS Code shows this much of a hover, in pixels, before it scrolls. */
const fold = 250;

const decoys = [
  'import torch.nn as nn',
  '# nn.ReLU() in a comment',
  'text = "nn.Tanh()"',
  'def relu(price): return price',
  'total = relu(3)',
  'layer = nn.GELU()',
  'broken = nn.Sigmoid(',
].join('\n');

const workbench = openWorkbench({ name: 'hover', files: { 'decoys.py': decoys } });

/** What a person reads in the first line. */
async function answerOf(hover: Locator): Promise<string> {
  return (await hover.locator('.rendered-markdown').first().innerText()).split('\n')[0] ?? '';
}

/** How far below the top of the hover its links end. */
async function depthOfLinks(hover: Locator): Promise<number> {
  const [outer, link] = [await hover.boundingBox(), await hover.getByText('Options for this layer').boundingBox()];
  if (outer === null || link === null) throw new Error('The hover has no links.');
  return link.y + link.height - outer.y;
}

describe('a hover answers in its first line, and ends before the fold', () => {
  test.each([
    { on: 'a PyTorch module', file: 'model.py', at: 'nn.GE|LU()', answer: /^GELU / },
    { on: 'a PyTorch function', file: 'model.py', at: 'F.re|lu(', answer: /^ReLU / },
    { on: 'a module with an argument', file: 'discriminator.py', at: 'nn.Leaky|ReLU(0.2', answer: /^LeakyReLU 0\.2 / },
    { on: 'a method of a tensor', file: 'model.py', at: '.sig|moid()', answer: /^Sigmoid / },
    { on: 'a Keras string', file: 'classifier.py', at: '"se|lu"', answer: /^SELU / },
    { on: 'a Keras layer with a default of its own', file: 'classifier.py', at: 'layers.Leaky|ReLU()', answer: /^LeakyReLU 0\.3 / },
    { on: 'a JAX function', file: 'transformer_flax.py', at: 'jax.nn.ge|lu(', answer: /^GELU \(tanh\) / },
    { on: 'a function over classes', file: 'model.py', at: 'torch.soft|max(', answer: /^Softmax / },
  ])('on $on', async ({ on, file, at, answer }) => {
    await workbench().goTo(file, at);
    const hover = await workbench().hover('Open in Lab');
    await workbench().screenshot(`hover on ${on}`);
    expect(await answerOf(hover)).toMatch(answer);
    expect(await depthOfLinks(hover)).toBeLessThanOrEqual(fold);
  });

  test('in a cell of a notebook', async () => {
    await workbench().openFile('explore.ipynb');
    await workbench().clickInCell('"elu": nn.ELU(alpha=1.0)', 'ELU');
    const hover = await workbench().hover('Open in Lab');
    await workbench().screenshot('hover in a notebook');
    expect(await answerOf(hover)).toMatch(/^ELU /);
  });
});

test.each(Object.keys(themes) as Theme[])('a hover can be read in the theme %s', async (theme) => {
  await workbench().setTheme(theme);
  await workbench().goTo('discriminator.py', 'nn.Leaky|ReLU(0.2');
  const hover = await workbench().hover('Open in Lab');
  await workbench().screenshot(`hover ${theme}`);
  expect(await answerOf(hover)).toMatch(/^LeakyReLU 0\.2 /);
  expect(await hover.locator('img').evaluateAll((images) => images.every((image) => (image as HTMLImageElement).naturalWidth > 0))).toBe(true);
});

describe('a hover stays away', () => {
  test.each([
    { where: 'in a comment', at: '# nn.Re|LU()' },
    { where: 'in a string', at: '"nn.Ta|nh()"' },
    { where: 'on a function of the same name', at: 'total = re|lu(3)' },
  ])('$where, and answers elsewhere in the file', async ({ at }) => {
    await workbench().goTo('decoys.py', 'layer = nn.GE|LU()');
    await workbench().hover('Open in Lab');
    await workbench().goTo('decoys.py', at);
    await workbench().expectNoHover();
  });
});
