/** Functions of one's own: typed, refused in words, drawn like any other, kept over a reload, and told apart from what is known. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, screenshots, type LabPage } from './browser';
import { frame, moveTo, rows, sentSince, show, type } from './readings';
import { geluByName, named } from './subjects';

let lab: LabPage;

beforeAll(async () => {
  lab = await openLab();
});
afterAll(closeBrowser);

async function addOwn(text: string): Promise<void> {
  await lab.page.getByRole('button', { name: 'Custom expression…' }).click();
  await type(lab, '.own-form .own-expression', text);
  await lab.settle();
}

const problem = () => lab.page.locator('.own-form .problem').innerText();
const nearest = (at = 0) => lab.page.locator('.nearest').nth(at).innerText();

async function untilCompared(): Promise<void> {
  await lab.page.locator('.nearest:not(:empty)').first().waitFor();
}

describe('a typed expression', () => {
  test('is a curve like any other, with exact derivatives at the crosshair', async () => {
    await show(lab, geluByName);
    await addOwn('0.5*x*(1+tanh(sqrt(2/pi)*(x+0.044715*x^3)))');
    await moveTo(lab, 1);
    const [gelu, own] = await rows(lab);
    expect(gelu?.output).toBe('0.841');
    // 0.8411919906 and 1.0829640838 by 40 digits.
    expect(own).toMatchObject({ name: '0.5*x*(1+tanh(sqr…', output: '0.841', gradient: '1.083' });
    expect(await lab.page.locator('canvas').getAttribute('aria-label')).toContain('0.5*x*(1+tanh(sqr…');
  });

  test('says which known function it is', async () => {
    await untilCompared();
    expect(await nearest()).toContain('The same as GELU (tanh).');
  });

  test('says how far the nearest one is, and with which parameter', async () => {
    await show(lab, geluByName);
    await addOwn('where(x > 0, x, 0.137*x)');
    await untilCompared();
    expect(await nearest()).toContain('The same as LeakyReLU with α = 0.137.');
    await show(lab, named('gelu'));
    await addOwn('x*sigmoid(1.7*x + 0.001)');
    await untilCompared();
    expect(await nearest()).toMatch(/^Within \d[\d.]* × 10⁻⁴ of \S.* from x = −5 to 5\. Compare/);
  });

  test('Compare draws the nearest beside it', async () => {
    await lab.page.getByRole('button', { name: /^Compare .* on the plot$/ }).first().click();
    await lab.settle();
    expect((await rows(lab)).length).toBe(3);
  });

  test('is refused in words and with the place, and the text stays', async () => {
    await show(lab, geluByName);
    await addOwn('2*sin + x');
    expect(await problem()).toBe('Expected a bracket after sin. See character 3.');
    expect((await rows(lab)).length).toBe(1);
    await type(lab, '.own-form .own-expression', 'log(-x*x)');
    expect(await problem()).toBe('It has no real value for any x from −24 to 24.');
    await type(lab, '.own-form .own-expression', '2*sin(x) + x');
    await lab.settle();
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU', '2*sin(x) + x']);
    expect(await lab.page.locator('.own-form').isVisible()).toBe(false);
  });

  test('can be edited in its row; an error there leaves the curve as it is', async () => {
    await type(lab, '.own-function .own-expression', '3*sin(x');
    expect(await lab.page.locator('.own-function .problem').innerText()).toBe('This bracket is not closed. See character 6.');
    expect((await rows(lab)).at(-1)?.name).toBe('2*sin(x) + x');
    await type(lab, '.own-function .own-expression', '3*sin(x)');
    await moveTo(lab, 0);
    expect((await rows(lab)).at(-1)).toMatchObject({ name: '3*sin(x)', output: '0.000', gradient: '3.000' });
  });

  test('is in the table of numbers', async () => {
    await lab.page.locator('canvas').focus();
    await lab.page.keyboard.press('t');
    await frame(lab);
    expect(await lab.page.locator('.values-host table').innerText()).toContain('3*sin(x)');
    await lab.page.keyboard.press('t');
    await frame(lab);
  });

  test('goes with Reset', async () => {
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await lab.settle();
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU']);
  });

  test('jumps and what is undefined do no harm', async () => {
    await show(lab, geluByName);
    await addOwn('1/x');
    await addOwn('log(x)');
    await addOwn('floor(2*x)');
    await moveTo(lab, -1);
    expect((await rows(lab)).slice(1).map(({ output }) => output)).toEqual(['−1.000', 'undefined', '−2.000']);
    expect((await rows(lab))[2]?.gradient).toBe('undefined');
    await lab.page.screenshot({ path: `${screenshots}/custom-jumps.png` });
  });

  test('a sixth is refused, and the field keeps it', async () => {
    await addOwn('x');
    await addOwn('2*x');
    expect(await lab.page.locator('.notice').innerText()).toContain('Remove one first');
    await lab.page.keyboard.press('Escape');
  });
});

test('one that comes from the code can be replaced by what it is near to', async () => {
  await show(lab, {
    usage: { activation: '', parameters: {}, assumed: [], framework: 'pytorch', code: 'h * torch.sigmoid(h)', place: 'model.py:3' },
    curves: [{ activation: '', parameters: {}, expression: 'x*sigmoid(x)' }], situation: { constraints: [] }, following: false,
  });
  await untilCompared();
  expect(await nearest()).toContain('The same as SiLU.');
  const from = (await lab.sent()).length;
  await lab.page.getByRole('button', { name: 'Use SiLU' }).click();
  expect(await sentSince(lab, from)).toContainEqual({ type: 'apply', activation: 'silu', parameters: {}, preview: false });
  await lab.page.screenshot({ path: `${screenshots}/custom-code.png` });
});

describe('the state', () => {
  test('a reload brings it back', async () => {
    await show(lab, geluByName);
    await addOwn('x*sin(x)^2');
    await lab.page.reload();
    await lab.settle();
    expect((await rows(lab)).map(({ name }) => name)).toEqual(['GELU', 'x*sin(x)^2']);
  });

  test.each([['damaged', 'x*sin('], ['too long', `x${'+x'.repeat(300)}`], ['no text', 7]])('%s: the stored state is dropped', async (_, expression) => {
    const stored = await lab.stored() as { curves: object[] };
    const other = await openLab({ stored: { ...stored, curves: stored.curves.map((curve) => ({ ...curve, expression })) } });
    expect(await other.page.locator('table.functions tbody tr').count()).toBe(0);
    expect(other.problems).toEqual([]);
    await other.close();
  });
});

test('with the keyboard alone', async () => {
  await show(lab, geluByName);
  await lab.page.getByRole('button', { name: 'Custom expression…' }).focus();
  await lab.page.keyboard.press('Enter');
  await lab.page.keyboard.type('tanh(x)');
  await lab.page.keyboard.press('Enter');
  await lab.settle();
  expect((await rows(lab)).at(-1)?.name).toBe('tanh(x)');
});

test('at 320 px', async () => {
  await lab.page.setViewportSize({ width: 320, height: 760 });
  await lab.settle();
  expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await lab.page.screenshot({ path: `${screenshots}/custom-320.png`, fullPage: true });
  await lab.page.setViewportSize({ width: 1200, height: 760 });
  await lab.settle();
  await lab.page.screenshot({ path: `${screenshots}/custom-1200.png`, fullPage: true });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
