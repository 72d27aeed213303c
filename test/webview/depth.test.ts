/** The Depth view: its numbers against those computed independently, its answer, its controls. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { formatNumber, formatValue } from '../../src/pictures/numbers';
import type { LabSubject } from '../../src/protocol/messages';
import { depthTable, type DepthRun } from '../propagation/depthTable';
import { meanFieldFunctions } from '../propagation/meanFieldTable';
import { closeBrowser, openLab, type LabPage } from './browser';
import { copied, deepSigmoid, initialise, openDepth, tableRows } from './depthReadings';
import { explanation, frame, headline, notice, show, type } from './readings';
import { named, softmaxHead } from './subjects';

afterAll(closeBrowser);

const ours = { he_normal: 'he', xavier_uniform: 'xavier', lecun_normal: 'lecun', torch_linear_default: 'pytorch', edge_of_chaos_q1: 'edge' } as const;

describe('the numbers of networks of 50 layers and 512 units', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('relu')); });
  afterAll(() => lab.close());

  /** Of functions whose edge of chaos at q = 1 draws variances to it, so that it is the one that is offered. */
  const hasEdgeAtOne = ['tanh', 'relu', 'leaky-relu'];
  const runs = depthTable.runs.filter(({ id, initialisation }) => ['relu', 'tanh', 'sigmoid', 'gelu', 'leaky-relu'].includes(id)
    && (initialisation !== 'edge_of_chaos_q1' || hasEdgeAtOne.includes(id)));

  test.each(runs.map((run) => [run.id, run.initialisation, run] as const))('%s, %s', async (id, initialisation, run: DepthRun) => {
    await lab.send({ type: 'subjectChanged', subject: named(id) });
    await frame(lab);
    await type(lab, '.layers', '50');
    await type(lab, '.width', '512');
    await initialise(lab, 0, ours[initialisation as keyof typeof ours]);
    const columns = await copied(lab);
    const [, gradient = [], signal = []] = [...columns.values()];
    expect([...columns.keys()].map((head) => head.split(' ').at(-1))).toEqual(['layer', 'gradient', 'signal']);
    depthTable.layers.forEach((layer, i) => {
      const [square, slope] = [run.secondMoment.pred[i] ?? NaN, run.gradient.pred[i] ?? NaN];
      expect(Math.abs((signal[layer - 1] ?? NaN) ** 2 - square), `signal at layer ${layer}`).toBeLessThanOrEqual(6e-6 * square);
      // The table's products of fifty factors have lost two of their six digits.
      expect(Math.abs((gradient[layer - 1] ?? NaN) - slope), `gradient at layer ${layer}`).toBeLessThanOrEqual(1e-4 * slope);
    });
    const [row] = await tableRows(lab);
    const last = signal[49] ?? NaN;
    const output = formatValue(last, last < 0.1 ? 3 : 2);
    expect(row).toMatchObject({ signal: output, gradient: formatValue(gradient[0] ?? NaN, 2) });
    expect(await lab.page.locator('table.values tbody tr').nth(49).locator('td').allInnerTexts()).toEqual(['1.00', output]);
  });
});

describe('the answer', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(deepSigmoid); });
  afterAll(() => lab.close());

  test('is the first line', async () => {
    expect(await headline(lab)).toBe('Sigmoid loses the gradient: layer 1 of 50 receives 1.7 × 10⁻³¹ of it.');
    expect(await explanation(lab)).toContain('multiplies the gradient by about 0.236');
  });

  test('stands in each row, in fixed words, with where it begins', async () => {
    // 2^(-l/2) of the signal of ReLU, and 2^((l - 50)/2) of its gradient.
    expect((await tableRows(lab)).map(({ name, verdict, place }) => [name, verdict, place])).toEqual([
      ['Sigmoid', 'Vanishing gradient', 'from layer 38 back'],
      ['Tanh', 'Fading signal', ''],
      ['ReLU', 'Vanishing signal and gradient', 'signal from layer 48 on, gradient from layer 2 back'],
      ['GELU', 'Vanishing signal and gradient', 'signal from layer 25 on, gradient from layer 26 back'],
      ['LeakyReLU', 'Vanishing signal and gradient', 'signal from layer 48 on, gradient from layer 2 back'],
    ]);
    expect((await tableRows(lab))[0]).toMatchObject({ signal: '0.51', gradient: '1.7 × 10⁻³¹', factor: '0.236' });
  });

  test('changes with a gain of one’s own', async () => {
    await initialise(lab, 2, 'gain');
    await type(lab, 'tr:nth-child(3) .gain', '2');
    expect((await tableRows(lab))[2]).toMatchObject({ verdict: 'Exploding signal and gradient', place: 'signal from layer 32 on, gradient from layer 23 back', factor: '1.414' });
    await initialise(lab, 2, 'he');
    expect((await tableRows(lab))[2]).toMatchObject({ verdict: 'Stable', place: '', signal: '1.00', gradient: '1.00' });
  });

  test('says what it is the theory of, and what it leaves out', async () => {
    const basis = await lab.page.locator('.basis').innerText();
    for (const words of ['Mean-field theory', 'fully connected', 'N(0, 1)', 'no normalisation', 'Your model uses layer normalisation, which this leaves out.']) expect(basis).toContain(words);
  });

  test('marks the default of the library in the code, and starts with it', async () => {
    const list = lab.page.locator('table.depth-table vscode-dropdown').first();
    expect(await list.locator('vscode-option').allInnerTexts()).toEqual(['He', 'Xavier (Keras)', 'LeCun', 'PyTorch default', 'custom gain', 'edge of chaos']);
    expect((await tableRows(lab)).map(({ initialisation }) => initialisation)).toEqual(['xavier', 'xavier', 'he', 'xavier', 'xavier']);
  });

  test('is taken back by Reset', async () => {
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await frame(lab);
    expect((await tableRows(lab))[2]).toMatchObject({ initialisation: 'xavier', verdict: 'Vanishing signal and gradient' });
  });
});

describe('the edge of chaos', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('tanh')); });
  afterAll(() => lab.close());

  const edgeIn = (id: string) => meanFieldFunctions.find(({ activation }) => activation.id === id)?.moments.find(({ q }) => q === 1)?.edge;

  test.each(['tanh', 'relu', 'leaky-relu'])('of %s is that of the table, and a button starts there', async (id) => {
    await show(lab, named(id));
    const edge = edgeIn(id);
    expect((await tableRows(lab))[0]?.edge).toBe(`σw² ${formatNumber(Number(edge?.weights))}, σb² ${formatNumber(Math.max(0, Number(Number(edge?.biases).toFixed(12))))}Start there`);
    await lab.page.getByRole('button', { name: /^Start there/ }).click();
    await lab.settle();
    expect((await tableRows(lab))[0]).toMatchObject({ initialisation: 'edge', verdict: 'Stable' });
    expect(await headline(lab)).toContain('at the edge of chaos is stable through 20 layers');
  });

  test('that does not exist is no choice', async () => {
    await show(lab, named('binary-step'));
    const before = (await tableRows(lab))[0];
    expect(before?.edge).toBe('none found');
    await initialise(lab, 0, 'edge');
    await lab.settle();
    expect(await notice(lab)).toContain('No weights and biases keep both the signal and the gradient');
    expect((await tableRows(lab))[0]).toEqual(before);
  });
});

describe('the size of the network', () => {
  let lab: LabPage;
  beforeAll(async () => { lab = await openDepth(named('gelu')); });
  afterAll(() => lab.close());

  const known = () => lab.page.locator('.known .chip').evaluate((chip) => [chip.className.split(' ')[1] ?? '', chip.textContent ?? '']);
  const size = () => Promise.all(['.layers', '.width'].map((field) => lab.page.locator(field).evaluate((node) => (node as HTMLInputElement).value)));
  const likely: LabSubject = { ...named('gelu'), situation: { depth: { value: 12, sureness: 'likely', evidence: { offset: 0, text: 'range(12)' } }, constraints: [] } };
  const corrected: LabSubject = { ...deepSigmoid, situation: { depth: { value: 6, sureness: 'corrected' }, constraints: [] } };
  const mixed: LabSubject = { ...named('gelu'), model: { layers: 12, activations: [{ activation: 'gelu', count: 11 }, { activation: 'tanh', count: 1 }], name: 'Encoder', file: 'model.py' } };

  test.each([
    ['is that of the model in the file', deepSigmoid, ['read', '50 hidden layers with Sigmoid, read from mlp.py'], ['50', '64']],
    ['of many activations', { ...mixed, model: { ...mixed.model!, activations: [...mixed.model!.activations, { activation: 'relu', count: 1 }] } }, ['read', '12 hidden layers with 11 GELU, 1 Tanh and 1 ReLU in Encoder, read from model.py'], ['12', '256']],
    ['of several activations', mixed, ['read', '12 hidden layers with 11 GELU and 1 Tanh in Encoder, read from model.py'], ['12', '256']],
    ['is as likely as the place says', likely, ['likely', '12 hidden layers, likely from range(12)'], ['12', '256']],
    ['is what the person said, before what was read', corrected, ['corrected', '6 hidden layers, as you said'], ['6', '64']],
    ['is an assumption where nothing is known, and said to be one', named('gelu'), ['guess', '20 hidden layers, assumed'], ['20', '256']],
  ] as const)('%s', async (_, subject, chip, numbers) => {
    await show(lab, subject);
    expect(await known()).toEqual(chip);
    expect(await size()).toEqual(numbers);
  });

  test('that was changed goes back by the chip', async () => {
    await show(lab, deepSigmoid);
    await lab.page.getByRole('slider', { name: 'Layers' }).press('ArrowLeft');
    await frame(lab);
    expect(await size()).toEqual(['49', '64']);
    await lab.page.getByRole('button', { name: /^Back to 50 hidden layers/ }).click();
    await frame(lab);
    expect(await size()).toEqual(['50', '64']);
  });

  test.each([
    ['.layers', '1', 'Layers: a whole number from 2 to 1000 is needed, not “1”.'], ['.layers', 'many', 'not “many”'], ['.layers', '12.5', 'not “12.5”'],
    ['.layers', '1e9', 'not “1e9”'], ['.width', '-8', 'Width: a whole number from 8 to 1024 is needed, not “-8”.'], ['.width', '', 'not “”'],
  ] as const)('%s refuses “%s” in words', async (field, text, words) => {
    await show(lab, named('gelu'));
    const before = await tableRows(lab);
    await type(lab, field, text);
    expect(await notice(lab)).toContain(words);
    expect(await tableRows(lab)).toEqual(before);
  });

  test('takes a thousand layers', async () => {
    await show(lab, named('sigmoid'));
    await type(lab, '.layers', '1000');
    expect((await tableRows(lab))[0]).toMatchObject({ gradient: '< 10⁻³⁰⁷', factor: '0.236', verdict: 'Vanishing gradient' });
    expect(lab.problems).toEqual([]);
  });
});

describe('the stacking of the layers', () => {
  let lab: LabPage;
  const residual = () => lab.page.getByRole('button', { name: 'Residual' });
  const basis = () => lab.page.locator('.basis').innerText();
  beforeAll(async () => { lab = await openDepth({ ...named('relu'), model: { layers: 10, activations: [{ activation: 'relu', count: 10 }], width: 64, file: 'a.py' } }); });
  afterAll(() => lab.close());

  test('with residual connections adds up signal and gradient, and is taken back by Reset', async () => {
    await initialise(lab, 0, 'lecun');
    await residual().click();
    await lab.settle();
    // Each layer multiplies variance and squared gradient by 1 + ½: 1.5^(9/2) = 6.2 for both, and √1.5 a layer.
    expect((await tableRows(lab))[0]).toMatchObject({ signal: '6.20', gradient: '6.20', factor: '1.225', verdict: 'Stable', edge: 'none: each layer adds' });
    expect(await basis()).toContain('a fully connected network with residual connections at initialisation: inputs N(0, 1), equal widths, no normalisation.');
    expect(await residual().getAttribute('aria-pressed')).toBe('true');
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await lab.settle();
    expect(await residual().getAttribute('aria-pressed')).toBe('false');
    expect(await basis()).toContain('no residual connections');
  });

  test('is given inputs of another variance, and refuses what is none', async () => {
    await initialise(lab, 0, 'he');
    await type(lab, '.input-variance', '4');
    // He doubles the variance 4, and ReLU halves it again: √4.
    expect((await tableRows(lab))[0]?.signal).toBe('2.00');
    expect(await basis()).toContain('inputs N(0, 4)');
    await type(lab, '.input-variance', '-1');
    expect(await lab.page.locator('.notice').innerText()).toContain('a number from 0.0001 to 10000 is needed');
    expect(await basis()).toContain('inputs N(0, 4)');
  });
});

test('the weights start as the file says', async () => {
  const model = { layers: 10, activations: [{ activation: 'tanh', count: 10 }], width: 64, file: 'a.py' };
  const lab = await openDepth({ ...deepSigmoid, model: { ...model, start: { gain: Math.SQRT2, name: 'he', code: 'kaiming_normal_' } } });
  expect((await tableRows(lab)).map(({ initialisation }) => initialisation)).toEqual(['he', 'he', 'he', 'he', 'he']);
  expect(await lab.page.locator('.depth-table vscode-option', { hasText: 'He (this file)' }).count()).toBe(5);
  expect(await lab.page.locator('.basis').innerText()).toContain('Its weights start with kaiming_normal_.');
  await lab.send({ type: 'subjectChanged', subject: { ...deepSigmoid, model: { ...model, start: { gain: 5 / 3, code: 'xavier_normal_' } } } });
  await lab.settle();
  expect((await tableRows(lab))[0]?.initialisation).toBe('gain');
  expect(await lab.page.locator('.depth-table .gain').first().evaluate((field) => (field as HTMLInputElement).value)).toBe('1.6667');
  await lab.close();
});

describe('what has no place in the theory', () => {
  test('has no tab', async () => {
    const lab = await openLab({ subject: softmaxHead });
    expect(await lab.page.getByRole('tab', { name: 'Depth' }).count()).toBe(0);
    await lab.close();
  });

  test('every function of one number is drawn without an error', async () => {
    const lab = await openDepth(named('relu'));
    for (const { id, kind } of activations) {
      if (kind !== 'scalar') continue;
      await lab.send({ type: 'subjectChanged', subject: named(id) });
      await frame(lab);
      const [row] = await tableRows(lab);
      expect(row?.verdict, id).not.toBe('');
      for (const text of [row?.signal, row?.gradient, row?.factor]) expect(text, id).not.toMatch(/NaN|undefined|e[-+]/);
    }
    expect(lab.problems).toEqual([]);
    await lab.close();
  });
});
