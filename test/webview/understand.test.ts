/** The Understand view: the page of the focused function, as the host hands it on, with typeset formulas and notes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { findActivation } from '../../src/activations/catalogue';
import { understandingOf } from '../../src/explanations/understanding';
import type { LabSubject, ToHost } from '../../src/protocol/messages';
import { typesetter } from '../rig/typeset.mjs';
import { closeBrowser, openLab, screenshots, themeNames, type LabPage } from './browser';
import { headline, plain, sentSince, show } from './readings';
import { geluByName, geluInBlock, named } from './subjects';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const draw = typesetter();
let lab: LabPage;

beforeAll(async () => {
  lab = await openLab({ width: 960, height: 1100, variables: { '--vscode-editorWarning-foreground': '#CCA700' } });
  await lab.page.evaluate(axe);
});
afterAll(closeBrowser);

type Asked = Extract<ToHost, { type: 'understand' }>;

/** Answers as the host does. */
async function answer({ activation: id, parameters }: Asked): Promise<void> {
  const activation = findActivation(id);
  if (!activation) throw new Error(`No ${id}`);
  const understanding = understandingOf(activation, { ...defaultsOf(activation), ...parameters });
  const mathml = [activation.formula, activation.gradient].map(({ tex }) => draw(tex).mathml);
  await lab.send({ type: 'understood', understanding: { ...understanding, formulas: understanding.formulas.map((each, i) => ({ ...each, mathml: mathml[i] })) } });
  await lab.settle();
}

async function asked(from: number): Promise<Asked | undefined> {
  return (await sentSince(lab, from)).filter((message): message is Asked => message.type === 'understand').at(-1);
}

async function understand(subject: LabSubject): Promise<Asked> {
  const from = (await lab.sent()).length;
  await show(lab, subject);
  await lab.page.getByRole('tab', { name: 'Understand' }).click();
  await lab.settle();
  const message = await asked(from) ?? { type: 'understand' as const, activation: subject.curves[0]?.activation ?? '', parameters: {} };
  await answer(message);
  return message;
}

const sectionTitles = () => lab.page.locator('.understand h2').allInnerTexts();
/** Without the spaces that keep a line together. */
const fact = (label: string) => lab.page.locator('.understand-facts div', { hasText: label }).locator('dd').first().innerText().then(plain);

describe('the page of a function', () => {
  test('is asked for by id and parameters, and leads with what the function does', async () => {
    expect(await understand(geluByName)).toEqual({ type: 'understand', activation: 'gelu', parameters: {} });
    expect(await headline(lab)).toBe('GELU weighs each input by Φ(x), the exact form.');
  });

  test('has its formulas typeset by the browser', async () => {
    const heights = await lab.page.locator('.formula').evaluateAll((all) => all.map((each) => ({
      math: each.querySelectorAll('math').length, fraction: each.querySelector('mfrac')?.getBoundingClientRect().height ?? 0, font: parseFloat(getComputedStyle(each).fontSize),
    })));
    expect(heights.length).toBe(2);
    for (const { math, fraction, font } of heights) {
      expect(math).toBe(1);
      expect(fraction).toBeGreaterThan(font);
    }
  });

  test('has the figures that hold for it', async () => {
    expect(await fact('Minimum')).toBe('−0.17 at x = −0.752');
    expect(await fact('Largest gradient')).toBe('1.129 at x = 1.414');
    expect(await fact('RMS output')).toBe('0.652');
    expect(await fact('Saturates')).toBe('below −2.35');
    expect(await fact('ONNX')).toBe('Gelu, since opset 20; exact by default');
    expect((await lab.page.locator('.margin-notes').allInnerTexts()).map(plain)).toContainEqual(expect.stringContaining('Gain = 1 / RMS output = 1 / 0.652.'));
  });

  test('has all its sections', async () => {
    expect(await sectionTitles()).toEqual([
      'Properties', 'When it fits', 'When it does not', 'Names and defaults in frameworks', 'Pitfalls', 'Cost and support', 'Used by', 'Often said, not quite right', 'History and sources',
    ]);
    expect(await lab.page.locator('.claim').first().innerText()).toContain('0.000473');
  });

  test('names evidence by letter and word', async () => {
    const letters = await lab.page.locator('.understand [role="img"][aria-label^="Evidence"]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(letters.length).toBeGreaterThan(1);
    for (const letter of letters) expect(letter).toMatch(/^Evidence [ABCF]$/);
  });

  test('opens a source through the host', async () => {
    const from = (await lab.sent()).length;
    await lab.page.locator('.understand-sources .link').first().click();
    expect(await sentSince(lab, from)).toEqual([{ type: 'openCitation', key: 'hendrycks2016' }]);
  });

  test('a picture says its numbers', async () => {
    expect(await lab.page.locator('.small-plot svg').getAttribute('aria-label')).toContain('GELU and its gradient');
  });
});

test('framework names that start from other values are marked, and long tables open on request', async () => {
  await understand(named('leaky-relu'));
  const keras = lab.page.locator('.understand-table tr.differs', { hasText: 'keras.layers.LeakyReLU' }).first();
  expect(plain(await keras.innerText())).toContain('α = 0.3');
  const more = lab.page.getByRole('button', { name: /^Show all \d+$/ });
  const count = () => lab.page.locator('.understand-table').last().locator('tbody tr:visible').count();
  expect(await count()).toBe(8);
  await more.click();
  expect(await count()).toBeGreaterThan(8);
});

test('the parameters of the code are those of the figures', async () => {
  const message = await understand({ ...named('leaky-relu'), curves: [{ activation: 'leaky-relu', parameters: { negativeSlope: 0.2 } }] });
  expect(message.parameters).toEqual({ negativeSlope: 0.2 });
  expect(await fact('Gradient range')).toBe('[0.2, 1]');
});

test('of several functions one is picked', async () => {
  await understand(geluInBlock);
  const from = (await lab.sent()).length;
  await lab.page.locator('.understand-pick vscode-dropdown').evaluate((list: HTMLElement & { value: string }) => {
    list.value = '2';
    list.dispatchEvent(new Event('change'));
  });
  await expect.poll(() => asked(from)).toMatchObject({ activation: 'silu' });
  const message = await asked(from);
  if (message) await answer(message);
  expect(await headline(lab)).toMatch(/^SiLU /);
});

describe('other kinds', () => {
  test.each(['softmax', 'swiglu', 'maxout', 'glu-generic', 'relu'])('%s', async (id) => {
    await understand(named(id));
    const titles = await sectionTitles();
    expect(titles).toContain('Properties');
    expect(await lab.page.locator('.understand').innerText()).not.toMatch(/undefined|\[object|`/);
  });
});

test('a page that comes late, for another function, is not shown', async () => {
  await understand(named('relu'));
  const before = await lab.page.locator('.understand').innerText();
  await answer({ type: 'understand', activation: 'gelu', parameters: {} });
  expect(await lab.page.locator('.understand').innerText()).toBe(before);
});

test.each([[{ type: 'understood' }], [{ type: 'understood', understanding: { activation: 'relu', sections: [{ title: 1 }] } }]])('a damaged page changes nothing: %o', async (message) => {
  const before = await lab.page.locator('.understand').innerText();
  await lab.send(message);
  await lab.settle();
  expect(await lab.page.locator('.understand').innerText()).toBe(before);
});

test('markup in a page is text', async () => {
  const activation = findActivation('relu');
  if (!activation) throw new Error('No relu');
  const whole = understandingOf(activation, {});
  await lab.send({ type: 'understood', understanding: {
    ...whole, formulas: [{ plain: 'f', mathml: '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi href="javascript:alert(1)">x</mi></math>' }, { plain: 'g', mathml: '<svg xmlns="http://www.w3.org/2000/svg"/>' }],
    sections: [{ title: 'T', notes: ['<b>n</b>'], blocks: [{ kind: 'list', items: [{ text: '<img src=x> `<i>`' }] }] }],
  } });
  await lab.settle();
  expect(await lab.page.locator('.formula math').count()).toBe(0);
  expect(await lab.page.locator('.understand-items').innerText()).toBe('<img src=x> <i>');
});

describe('every theme and width', () => {
  test.each(themeNames)('%s has nothing for axe to find', async (theme) => {
    await lab.setTheme(theme);
    await understand(named('gelu'));
    const { violations } = await lab.page.evaluate(() => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }));
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`))).toEqual([]);
    await lab.page.screenshot({ path: `${screenshots}/understand-960-${theme}.png`, fullPage: true });
    await lab.setTheme('dark-modern');
  });

  test.each([320, 600, 1200, 1500])('%d px', async (width) => {
    await lab.page.setViewportSize({ width, height: 900 });
    await understand(named('leaky-relu'));
    await lab.settle();
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await lab.page.screenshot({ path: `${screenshots}/understand-${width}.png`, fullPage: true });
  });
});

test('at a value that the function cannot have has neither figures nor a picture', async () => {
  await understand(named('isru', { alpha: -1 }));
  expect(await headline(lab)).toBe('ISRU needs α > 0.');
  expect(await sectionTitles()).not.toContain('Properties');
  expect(await lab.page.locator('.small-plot svg').count()).toBe(0);
  await understand(named('isru'));
  expect(await lab.page.locator('.small-plot svg').count()).toBe(1);
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
