/** Functions of a whole vector: what is written and drawn is what they are, for any numbers a person may set. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeBrowser, openLab, type LabPage } from './browser';
import { copiedBy, frame, headline, notice, show, spoken, type } from './readings';
import { geluInBlock, named, softmaxHead } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab({ entry: 'test/webview/withChart.ts', height: 1000 }); });
afterAll(closeBrowser);

const texts = (selector: string) => lab.page.locator(selector).allInnerTexts();
const outputs = () => texts('.entries tbody td.value:not(.extra)');
const extras = () => texts('.entries tbody td.extra');
const facts = async () => Object.fromEntries(await lab.page.locator('.facts > div').evaluateAll((all) => all.map((fact) => [fact.querySelector('dt')?.textContent ?? '', fact.querySelector('dd')?.textContent ?? ''])));
const jacobian = () => lab.page.locator('table.jacobian tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')));
const words = () => lab.page.locator('.twice').innerText();
const setLogit = (index: number, text: string) => type(lab, `.entries tbody tr:nth-child(${index + 1}) .number`, text);
const setLogits = async (...logits: readonly string[]) => {
  for (const [index, logit] of logits.entries()) await setLogit(index, logit);
};
const setTemperature = (text: string) => type(lab, '.temperature .number', text);
/** Softmax by its definition, as the column writes it. */
const shares = (logits: readonly number[], more = 0) => {
  const e = logits.map(Math.exp);
  return e.map((each) => (each / e.reduce((a, b) => a + b, more)).toFixed(3));
};
const openTab = async (title: string) => {
  await lab.page.getByRole('tab', { name: title }).click();
  await lab.settle();
};

describe('softmax', () => {
  beforeAll(() => show(lab, softmaxHead));

  test('opens on the example of the article', async () => {
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
    expect(await extras()).toEqual(['−0.550', '−1.450', '−1.670']);
    expect(await headline(lab)).toBe('“cat” gets 0.577. Its 0.90 lead over “dog” makes it 2.46 times as likely.');
    expect(await facts()).toEqual({
      Entropy: '0.972 of 1.099 nats', Largest: '0.577', 'Loss if target is cat': '0.550', 'Loss gradient p − y': '−0.423  0.235  0.188',
    });
    expect(await lab.page.locator('.entries thead').innerText()).toContain('sum 1.000');
  });

  test('the Jacobian is a table with heads and signs', async () => {
    expect(await jacobian()).toEqual([['+0.244', '−0.135', '−0.109'], ['−0.135', '+0.180', '−0.044'], ['−0.109', '−0.044', '+0.153']]);
    expect(await texts('table.jacobian thead th')).toEqual(['z cat', 'z dog', 'z bird']);
    expect(await texts('table.jacobian tbody th')).toEqual(['p cat', 'p dog', 'p bird']);
    expect(await lab.page.locator('.jacobian-part .note').innerText()).toBe('Each row and column sums to 0: what one class gains, the others lose. At T = 1 no entry can exceed 0.25.');
  });

  test('softmax twice is shown with its floor', async () => {
    expect(await words()).toContain('“cat” falls from 0.577 to 0.419 and its loss is 0.870 instead of 0.550');
    expect(await words()).toContain('ln(1 + 2/e) = 0.551');
    expect(await words()).toContain('nn.CrossEntropyLoss expects logits');
    // e/(e + K − 1) and ln(1 + (K − 1)/e), by pocket calculator.
    expect(await texts('.floors tbody tr')).toEqual(['3\t0.576\t0.551', '10\t0.232\t1.461', '100\t0.027\t3.622', '1000\t2.7 × 10⁻³\t5.909']);
    await setLogits('800');
    expect(await words()).toContain('from 1.000 to 0.576 and its loss is 0.551 instead of 0.000');
  });

  test('the example is one click away', async () => {
    await setLogits('3', '-4', '0.5');
    await setTemperature('2');
    await lab.page.getByRole('button', { name: 'Example 1.8, 0.9, 0.68' }).click();
    await frame(lab);
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
  });

  test('a temperature divides the logits, the Jacobian and the gradient', async () => {
    await setTemperature('2');
    await lab.settle();
    // exp(0.9), exp(0.45) and exp(0.34) over their sum.
    expect(await outputs()).toEqual(shares([0.9, 0.45, 0.34]));
    const [p = NaN] = [Math.exp(0.9) / (Math.exp(0.9) + Math.exp(0.45) + Math.exp(0.34))];
    expect((await jacobian())[0]?.[0]).toBe(`+${((p * (1 - p)) / 2).toFixed(3)}`);
    expect((await facts())['Loss gradient (p − y) / T']?.split('  ')[0]).toBe(((p - 1) / 2).toFixed(3).replace('-', '−'));
    expect(await headline(lab)).toContain(`makes it ${Math.exp(0.45).toFixed(2)} times as likely`);
    await setTemperature('1');
  });

  test('the target is chosen', async () => {
    await lab.page.getByRole('combobox', { name: /^Target/ }).click();
    await lab.page.getByRole('option', { name: 'bird' }).click();
    await frame(lab);
    expect((await facts())['Loss if target is bird']).toBe('1.670');
    expect(await words()).toContain('“bird” rises from 0.188 to 0.284');
  });

  test.each([
    [['1e6', '-1e6', '0'], ['1.000', '0.000', '0.000'], ['0.000', '−2 × 10⁶', '−10⁶']],
    [['0', '0', '0'], ['0.333', '0.333', '0.333'], ['−1.099', '−1.099', '−1.099']],
    [['1e6', '1e6', '1e6'], ['0.333', '0.333', '0.333'], ['−1.099', '−1.099', '−1.099']],
    [['-1e6', '-1e6', '1000'], ['0.000', '0.000', '1.000'], ['−10⁶', '−10⁶', '0.000']],
  ])('stays a number at %j', async (logits, expected, logarithms) => {
    await setLogits(...logits);
    await lab.settle();
    expect(await outputs()).toEqual(expected);
    expect(await extras()).toEqual(logarithms);
    expect(await lab.page.locator('.view').innerText()).not.toMatch(/NaN|undefined|-\d/);
    expect(lab.problems).toEqual([]);
  });

  test('equal logits share evenly, and say so', async () => {
    await setLogits('2', '2', '2');
    await lab.settle();
    expect(await headline(lab)).toBe('All 3 classes get 0.333.');
  });

  test('classes come and go, down to one', async () => {
    await lab.page.getByRole('button', { name: 'Add class' }).click();
    await lab.page.getByRole('button', { name: 'Add class' }).click();
    await frame(lab);
    expect(await outputs()).toHaveLength(5);
    expect(await lab.page.getByRole('button', { name: 'Add class' }).count()).toBe(0);
    for (let i = 0; i < 4; i++) await lab.page.locator('.entries .remove').last().click();
    await lab.settle();
    expect(await outputs()).toEqual(['1.000']);
    expect(await jacobian()).toEqual([['0.000']]);
    expect(await headline(lab)).toBe('One class alone always gets 1, and learns nothing.');
    expect((await facts())['Entropy']).toBe('0.000 of 0.000 nats');
  });

  test('what its field writes of a logit it reads too, however small', async () => {
    await show(lab, softmaxHead);
    await setLogits('0.000004', '-0.004', '0');
    await lab.settle();
    const fields = lab.page.locator('.entry-control .number');
    expect(await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value))).toEqual(['4 × 10⁻⁶', '−0.004', '0.00']);
    await setLogit(0, '4 × 10⁻⁶');
    expect(await headline(lab)).toContain('4 × 10⁻⁶ lead over');
  });

  test.each([['abc', /abc/], ['1e7', /beyond/], ['1/0', /no number/]])('refuses %s for a logit in words and stays', async (typed, problem) => {
    await show(lab, softmaxHead);
    await setLogit(0, typed);
    expect(await notice(lab)).toMatch(problem);
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
  });

  test.each(['0', '-1', 'hot', '5000'])('refuses the temperature %s in words and stays', async (typed) => {
    await show(lab, softmaxHead);
    await setTemperature(typed);
    expect(await notice(lab)).toContain(`not “${typed}”`);
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
  });
});

describe('the plot', () => {
  interface Drawn { readonly label: string; readonly data: readonly { readonly x: number; readonly y: number }[] }
  const drawn = (at = 0) => lab.page.locator('.view canvas').nth(at).evaluate((canvas) => {
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): { data: { datasets: Drawn[] }; scales: Record<string, { type: string; min: number; max: number }> } } };
    const { data, scales } = Chart.getChart(canvas);
    return { lines: data.datasets.map(({ label, data: points }) => ({ label, data: points })), type: scales['x']?.type, min: scales['x']?.min, max: scales['x']?.max };
  });
  const at = (line: Drawn | undefined, x: number) => line?.data.reduce((best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best));

  test('is of probabilities against temperature, on a logarithmic axis', async () => {
    await show(lab, softmaxHead);
    const { lines, type: scale, min, max } = await drawn();
    expect([scale, min, max]).toEqual(['logarithmic', 0.1, 10]);
    expect(lines.map(({ label }) => label)).toEqual(['cat', 'dog', 'bird']);
    for (const temperature of [0.1, 0.5, 1, 4, 10]) {
      lines.forEach((line, i) => {
        const point = at(line, temperature);
        const e = [1.8, 0.9, 0.68].map((logit) => Math.exp(logit / (point?.x ?? NaN)));
        expect(point?.y).toBeCloseTo((e[i] ?? NaN) / e.reduce((a, b) => a + b), 12);
      });
    }
  });

  test('sets the temperature by pointer and by key, and says the values', async () => {
    const canvas = lab.page.locator('.line-plot.output canvas');
    await canvas.focus();
    await lab.page.keyboard.press('Home');
    await frame(lab);
    expect(await outputs()).toEqual(['1.000', '1.2 × 10⁻⁴', '1.4 × 10⁻⁵']);
    await lab.page.keyboard.press('End');
    await frame(lab);
    expect(await outputs()).toEqual(shares([0.18, 0.09, 0.068]));
    await expect.poll(() => spoken(lab)).toBe('T 10.00. cat 0.356, dog 0.325, bird 0.318.');
    const box = await canvas.boundingBox();
    await lab.page.mouse.click((box?.x ?? 0) + 32 + ((box?.width ?? 0) - 42) / 2, (box?.y ?? 0) + 60);
    await frame(lab);
    const temperature = Number(await lab.page.locator('.temperature .number').evaluate((field) => (field as HTMLInputElement).value));
    expect(Math.abs(Math.log10(temperature))).toBeLessThan(0.03);
  });

  test('T shows its numbers, and T again the plot', async () => {
    await show(lab, softmaxHead);
    await lab.page.locator('.line-plot.output canvas').press('t');
    await lab.settle();
    const rows = await texts('table.values tbody tr');
    expect(rows).toHaveLength(17);
    expect(rows).toContain('1.00\t0.577\t0.235\t0.188');
    await lab.page.keyboard.press('t');
    await lab.settle();
    expect(await lab.page.locator('.line-plot.output').isVisible()).toBe(true);
    expect(await lab.page.evaluate(() => document.activeElement?.localName)).toBe('canvas');
  });

  test('is copied as a picture, and as text in the table view', async () => {
    await lab.page.bringToFront();
    await lab.page.getByRole('button', { name: 'Copy image' }).click();
    await expect.poll(async () => (await lab.sent()).some((message) => message.type === 'copied' && message.what === 'image'), { timeout: 4_000 }).toBe(true);
    await lab.page.getByRole('button', { name: 'Table view' }).click();
    const text = await copiedBy(lab, () => lab.page.getByRole('button', { name: 'Copy table' }).click());
    expect(text).toContain('cat\t1.8\t0.57708');
    expect(text).toContain('Loss gradient p − y\t-0.42291');
    expect(text).toContain('jacobian\tcat\tdog\tbird');
    expect(text).toContain('T\tcat\tdog\tbird');
    await lab.page.getByRole('button', { name: 'Table view' }).click();
  });

  test('goes out as a file, and the value of the target to the clipboard', async () => {
    await show(lab, softmaxHead);
    const choose = async (item: string) => {
      await lab.page.getByRole('button', { name: 'More actions' }).click();
      await lab.page.getByRole('menuitem', { name: item }).click();
      await lab.settle();
      return (await lab.sent()).at(-1);
    };
    expect(await choose('Export as CSV…')).toMatchObject({ type: 'export', format: 'csv', data: expect.stringMatching(/\r\nT,cat,dog,bird\r\n0\.1,0\.99986/) });
    expect(await choose('Export as PNG…')).toMatchObject({ type: 'export', format: 'png', data: expect.stringMatching(/^iVBOR/) });
    expect(Number(await copiedBy(lab, () => choose('Copy value at crosshair')))).toBeCloseTo(0.5770841762865281, 14);
  });

  test('of hardmax moves one entry and breaks where it jumps', async () => {
    await show(lab, named('hardmax'));
    const { lines } = await drawn();
    const [first] = lines;
    expect(first?.data.some(({ y }) => Number.isNaN(y) || y === null)).toBe(true);
    for (const { x, y } of first?.data ?? []) if (y !== null && !Number.isNaN(y)) expect(y).toBe(x > 0.9 ? 1 : 0);
  });

  const active = () => lab.page.locator('.entries .tag').evaluateAll((all) => all.map((tag) => !(tag as HTMLElement).hidden));

  test('of maxout is the upper hull of its pieces', async () => {
    await show(lab, named('maxout'));
    const { lines } = await drawn();
    expect(lines.map(({ label }) => label)).toEqual(['Maxout', 'z₁', 'z₂', 'z₃']);
    for (const { x, y } of lines[0]?.data ?? []) expect(y).toBeCloseTo(Math.max(-x - 0.5, 0.2 * x + 0.4, 1.2 * x - 0.8), 5);
    expect(await headline(lab)).toBe('At x = 0.50 Maxout gives 0.500. z₂ gets all of the gradient.');
    expect(await active()).toEqual([false, true, false]);
    await type(lab, '.temperature .number', '3');
    expect(await active()).toEqual([false, false, true]);
    expect(await jacobian()).toEqual([['0.000', '0.000', '+1.000']]);
  });
});

describe('the others', () => {
  test.each([
    // From the definitions, by pocket calculator.
    ['log-softmax', ['0.577', '0.235', '0.188'], ['−0.550', '−1.450', '−1.670']],
    ['softmin', shares([-1.8, -0.9, -0.68]), undefined],
    ['sparsemax', ['0.950', '0.050', '0.000'], ['−0.051', '−2.996', '−∞']],
    ['hardmax', ['1.000', '0.000', '0.000'], ['0.000', '−∞', '−∞']],
    ['gumbel-softmax', ['0.577', '0.235', '0.188'], ['−0.550', '−1.450', '−1.670']],
    ['quiet-softmax', shares([1.8, 0.9, 0.68], 1), undefined],
    ['crelu', ['1.800', '0.900', '0.680'], ['0.000', '0.000', '0.000']],
    ['adaptive-log-softmax', ['0.577', '0.235', '0.188'], ['−0.550', '−1.450', '−1.670']],
    ['solu', ['1.039', '0.211', '0.128'], ['0.577', '0.235', '0.188']],
  ] as const)('%s', async (id, expected, second) => {
    await show(lab, named(id));
    expect(await outputs()).toEqual(expected);
    if (second) expect(await extras()).toEqual(second);
    expect(await headline(lab)).not.toMatch(/undefined|NaN/);
    expect(lab.problems).toEqual([]);
  });

  test('LogSumExp lies above its largest piece, and its gradient is softmax', async () => {
    await show(lab, named('logsumexp'));
    const pieces = [-1, 0.5, -0.2];
    const e = pieces.map(Math.exp);
    const total = e.reduce((a, b) => a + b);
    expect((await facts())['Output']).toBe(Math.log(total).toFixed(3));
    expect(await outputs()).toEqual(e.map((each) => (each / total).toFixed(3)));
  });

  test('softmin turns the sign of the gradient, and says who is ahead', async () => {
    await show(lab, named('softmin'));
    expect(await headline(lab)).toBe(`“bird” gets ${shares([-1.8, -0.9, -0.68])[2] ?? ''}. Its 0.22 less than “dog” makes it 1.25 times as likely.`);
    expect(Object.keys(await facts())).toContain('Loss gradient y − p');
  });

  test('only probabilities are harmed by softmax after them', async () => {
    await show(lab, named('log-softmax'));
    expect(await lab.page.locator('.twice, .loss-part').count()).toBe(0);
    await show(lab, named('sparsemax'));
    expect(await words()).toContain('If the loss applies softmax to these, “cat” falls from 0.950');
  });

  test('a tab is called after the function', async () => {
    await show(lab, named('sparsemax'));
    expect(await texts('[role="tab"]')).toContain('Sparsemax');
  });
});

describe('beside a function of one number', () => {
  test('softmax is the example, and changes nothing of it', async () => {
    await show(lab, geluInBlock);
    await openTab('Softmax');
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
    await setTemperature('0.5');
    expect((await outputs())[0]).toBe(shares([3.6, 1.8, 1.36])[0]);
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await frame(lab);
    expect(await outputs()).toEqual(['0.577', '0.235', '0.188']);
    await openTab('Curves');
    expect(await texts('table.functions tbody button.name')).toEqual(['GELU', 'SiLU', 'LeakyReLU']);
  });

  test('logits, target and temperature survive a reload', async () => {
    await openTab('Softmax');
    await setLogits('2', '1');
    await setTemperature('3');
    await lab.settle();
    const again = await openLab({ stored: await lab.stored() });
    expect(await again.page.locator('.entries tbody td.value:not(.extra)').allInnerTexts()).toEqual(await outputs());
    await again.close();
  });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
