/** What is drawn and written is what the functions are: lines to the pixel, numbers to the last digit shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { evaluate } from '../../src/activations/evaluate';
import { formatValue } from '../../src/pictures/numbers';
import { closeBrowser, openLab, type LabPage } from './browser';
import { frame, headline, moveTo, position, press, rows, show, type } from './readings';
import { geluByName, geluInBlock, leakyUnknown, named } from './subjects';

let lab: LabPage;

beforeAll(async () => { lab = await openLab({ entry: 'test/webview/withChart.ts' }); });
afterAll(closeBrowser);

describe('values at the crosshair', () => {
  test('at the minimum of GELU, where the Lab opens', async () => {
    await show(lab, geluInBlock);
    expect(await position(lab)).toBe('−0.752');
    expect((await rows(lab)).map(({ output, gradient }) => [output, gradient])).toEqual([['−0.170', '0.000'], ['−0.241', '0.157'], ['−0.150', '0.200']]);
  });

  test.each([
    // From the definitions, by a pocket calculator.
    ['gelu', 1, '0.841', '1.083'], ['gelu', -0.752, '−0.170', '−9 × 10⁻⁵'], ['silu', 2, '1.762', '1.091'], ['sigmoid', 0, '0.500', '0.250'],
    ['tanh', 0.5, '0.462', '0.786'], ['softplus', 0, '0.693', '0.500'], ['elu', -1, '−0.632', '0.368'], ['mish', 1, '0.865', '1.049'],
    ['relu', -40, '0.000', '0.000'], ['sigmoid', -40, '4.2 × 10⁻¹⁸', '4.2 × 10⁻¹⁸'],
  ] as const)('%s at %d', async (id, x, output, gradient) => {
    await show(lab, named(id));
    await moveTo(lab, x);
    expect((await rows(lab))[0]).toMatchObject({ output, gradient });
  });

  test('of every function of one number, at two places, as the library gives them', async () => {
    for (const { id, kind } of activations) {
      if (kind !== 'scalar') continue;
      await draw(id);
      for (const x of [-2.345, 0.4321]) {
        await moveTo(lab, x);
        const { value, gradient } = evaluate(id, {}, x) ?? {};
        expect((await rows(lab))[0], `${id} at ${x}`).toMatchObject({ output: formatValue(Number(value)), gradient: formatValue(Number(gradient)) });
      }
    }
  });

  test('of a value that the function cannot have there are none, until it is set to another', async () => {
    await show(lab, named('softshrink', { lambda: -1 }));
    expect(await headline(lab)).toBe('Softshrink needs λ ≥ 0.');
    expect((await rows(lab))[0]).toMatchObject({ name: 'Softshrink', output: 'undefined', gradient: 'undefined', share: 'undefined' });
    expect(await lab.page.getByRole('tab').allInnerTexts()).not.toContain('Depth');
    await type(lab, '.series-1 .parameter .number', '0.5');
    await lab.settle();
    await moveTo(lab, 2);
    expect(await headline(lab)).not.toContain('needs');
    expect((await rows(lab))[0]).toMatchObject({ output: '1.500', gradient: '1.000' });
  });

  test('of a gate, with the gradient by its other half', async () => {
    await show(lab, named('swiglu'));
    await moveTo(lab, 0.7);
    const expected = [1, -1, 2].map((b) => {
      const { value, gradient: [byA, byB] = [] } = evaluate('swiglu', {}, [0.7, b]) as { value: number; gradient: number[] };
      return { output: formatValue(value), gradient: formatValue(byA ?? NaN), other: formatValue(byB ?? NaN) };
    });
    expect(await rows(lab)).toMatchObject(expected);
  });
});

type Point = readonly [x: number, y: number];

interface Line {
  readonly panel: string;
  /** In the function's own units; a jump has no y. */
  readonly data: readonly { readonly x: number; readonly y: number | null }[];
  readonly x: Axis;
  readonly y: Axis;
}

interface Axis {
  readonly min: number;
  readonly max: number;
  readonly pixels: number;
}

function lines(): Promise<Line[]> {
  return lab.page.locator('canvas').evaluate((canvas) => {
    interface Scale { min: number; max: number; width: number; height: number }
    interface ChartLike { data: { datasets: { yAxisID: string; data: { x: number; y: number }[] }[] }; scales: Record<string, Scale> }
    const { Chart } = window as unknown as { Chart: { getChart(canvas: Element): ChartLike } };
    const { data, scales } = Chart.getChart(canvas);
    return data.datasets.map(({ yAxisID: panel, data: points }) => {
      const [x, y] = [scales['x'], scales[panel]] as [Scale, Scale];
      return {
        panel, data: points.map((point) => ({ x: point.x, y: Number.isNaN(point.y) ? null : point.y })),
        x: { min: x.min, max: x.max, pixels: x.width }, y: { min: y.min, max: y.max, pixels: y.height },
      };
    });
  });
}

/** A function alone on the plot, drawn but not yet talked about. */
async function draw(activation: string): Promise<void> {
  await lab.send({ type: 'subjectChanged', subject: named(activation) });
  await frame(lab);
}

/** The greatest distance in pixels from a point of one line to the nearest of another, both dense. */
function distance(from: readonly Point[], to: readonly Point[]): number {
  const columns = new Map<number, Point[]>();
  for (const point of to) {
    const column = Math.round(point[0]);
    columns.set(column, [...(columns.get(column) ?? []), point]);
  }
  return Math.max(0, ...from.map(([x, y]) => {
    const near = [-1, 0, 1].flatMap((step) => columns.get(Math.round(x) + step) ?? []);
    return Math.min(...near.map((other) => Math.hypot(other[0] - x, other[1] - y)));
  }));
}

/** Points a fraction of a pixel apart, in pixels, of what lies within the panel. */
function dense({ x, y }: Line, values: readonly Point[]): Point[] {
  return values
    .filter(([, value]) => value > y.min && value < y.max)
    .map(([at, value]) => [((at - x.min) / (x.max - x.min)) * x.pixels, ((value - y.min) / (y.max - y.min)) * y.pixels] as const);
}

function trueLine(line: Line, g: (x: number) => number): Point[] {
  const { min, max, pixels } = line.x;
  const count = Math.ceil(pixels * 8);
  return dense(line, Array.from({ length: count + 1 }, (_, i) => min + ((max - min) * i) / count).map((x) => [x, g(x)] as const));
}

function drawnLine(line: Line): Point[] {
  return dense(line, line.data.slice(1).flatMap((to, i) => {
    const from = line.data[i];
    if (!from || from.y === null || to.y === null) return [];
    const [startY, endY] = [from.y, to.y];
    const across = ((to.x - from.x) / (line.x.max - line.x.min)) * line.x.pixels;
    const up = ((endY - startY) / (line.y.max - line.y.min)) * line.y.pixels;
    const count = Math.ceil(Math.min(8 * Math.hypot(across, up), 20_000)) + 1;
    return Array.from({ length: count + 1 }, (_, k) => [from.x + ((to.x - from.x) * k) / count, startY + ((endY - startY) * k) / count] as const);
  }));
}

describe('the lines', () => {
  test('are less than a pixel from every function of one number and its derivative, and go nowhere else', async () => {
    await show(lab, named('identity'));
    const far: string[] = [];
    for (const { id, kind } of activations) {
      if (kind !== 'scalar') continue;
      await draw(id);
      for (const line of await lines()) {
        const part = line.panel === 'output' ? 'value' : 'gradient';
        const real = trueLine(line, (x) => Number(evaluate(id, {}, x)?.[part]));
        const drawn = drawnLine(line);
        const [missing, invented] = [distance(real, drawn), distance(drawn, real)];
        if (!(missing < 1) || !(invented < 1)) far.push(`${id} ${line.panel}: ${missing} missing, ${invented} invented`);
      }
    }
    expect(far).toEqual([]);
  });

  test.each([
    ['binary-step', [0], []], ['relu', [], [0]], ['leaky-relu', [], [0]], ['hardshrink', [-0.5, 0.5], [-0.5, 0.5]],
    ['relu6', [], [0, 6]], ['softshrink', [], [-0.5, 0.5]], ['gelu', [], []], ['elu', [], []],
  ] as const)('of %s are broken where they jump', async (id, inOutput, inGradient) => {
    await show(lab, named(id));
    const breaks = Object.fromEntries((await lines()).map(({ panel, data }) => [panel, data.filter(({ y }) => y === null).map(({ x }) => x)]));
    const isDelta = id === 'hardshrink';
    expect(breaks).toEqual({ output: inOutput, gradient: isDelta ? breaks['gradient'] : inGradient });
  });

  test('show one panel for each derivative that is asked for', async () => {
    await show(lab, geluByName);
    await press(lab, 'f');
    expect((await lines()).map(({ panel }) => panel)).toEqual(['output', 'gradient', 'curvature']);
    await lab.page.getByRole('button', { name: 'Output f' }).click();
    await frame(lab);
    expect((await lines()).map(({ panel }) => panel)).toEqual(['gradient', 'curvature']);
  });
});

describe('parameters', () => {
  const slope = '.series-3 .parameter .number';
  const slider = () => lab.page.getByRole('slider', { name: /^LeakyReLU negative slope/ });
  const leaky = async () => (await rows(lab)).find(({ name }) => name === 'LeakyReLU');
  const isResettable = () => lab.page.getByRole('button', { name: 'Reset to the code' }).evaluate((button) => !(button as HTMLButtonElement).disabled);

  /** The value that Chart.js draws at the left edge. */
  const drawnAtLeft = async () => (await lines())[2]?.data[0]?.y;

  test('move table and curve with the slider, in the next frame', async () => {
    await show(lab, geluInBlock);
    await moveTo(lab, -2);
    await slider().focus();
    await lab.page.keyboard.press('PageUp');
    await frame(lab);
    const value = Number(await slider().inputValue());
    expect(value).toBeGreaterThan(0.2);
    expect(await leaky()).toMatchObject({ output: formatValue(-2 * value), gradient: formatValue(value) });
    expect(await drawnAtLeft()).toBeCloseTo(-5 * value, 9);
  });

  test('draw in the frame of a slider what is drawn when all is drawn anew', async () => {
    const picture = () => lab.page.locator('canvas').evaluate((canvas) => canvas instanceof HTMLCanvasElement && canvas.toDataURL());
    await show(lab, geluInBlock);
    await moveTo(lab, -2);
    await slider().focus();
    await lab.page.keyboard.press('ArrowRight');
    await frame(lab);
    const before = await picture();
    // A second step, for which the axes may stay.
    await lab.page.keyboard.press('ArrowRight');
    await frame(lab);
    const moved = await picture();
    // To read the theme again draws all anew.
    await lab.page.evaluate(() => { document.body.dataset['vscodeThemeId'] = 'again'; });
    await frame(lab);
    expect([moved === before, moved === await picture()]).toEqual([false, true]);
  });

  test('are taken from a typed expression, and a bad one is refused in words', async () => {
    await show(lab, geluInBlock);
    await moveTo(lab, -2);
    await type(lab, slope, '1/4');
    expect(await leaky()).toMatchObject({ output: '−0.500', gradient: '0.250' });
    await type(lab, slope, 'abc');
    expect(await lab.page.getByRole('alert').innerText()).toContain('“abc” is no number');
    expect(await leaky()).toMatchObject({ output: '−0.500' });
  });

  test('go back with Backspace, and with a double click on the name', async () => {
    await show(lab, geluInBlock);
    await moveTo(lab, -2);
    for (const back of [() => slider().press('Backspace'), () => lab.page.getByRole('button', { name: 'LeakyReLU', exact: true }).dblclick()]) {
      await type(lab, slope, '0.5');
      expect(await leaky()).toMatchObject({ output: '−1.000' });
      await back();
      await frame(lab);
      expect(await leaky()).toMatchObject({ output: '−0.400' });
    }
  });

  test('Reset returns everything at once, and Undo takes it back', async () => {
    await show(lab, geluInBlock);
    expect(await isResettable()).toBe(false);
    await type(lab, slope, '0.5');
    await lab.page.getByRole('button', { name: 'Remove SiLU' }).click();
    await press(lab, 'f', '+');
    expect(await isResettable()).toBe(true);
    await lab.settle();
    // Where between its ends a line has points depends on what was drawn before; that it is true is another test.
    const drawn = async () => ({ rows: await rows(lab), lines: (await lines()).map(({ data, ...line }) => ({ ...line, ends: [data[0], data.at(-1)] })) });
    const changed = await drawn();
    await lab.page.getByRole('button', { name: 'Reset to the code' }).click();
    await frame(lab);
    expect((await rows(lab)).map(({ name, curvature }) => [name, curvature])).toEqual([['GELU', ''], ['SiLU', ''], ['LeakyReLU', '']]);
    expect(await drawnAtLeft()).toBeCloseTo(-1, 9);
    expect(await isResettable()).toBe(false);
    await press(lab, 'Control+z');
    await lab.settle();
    expect(await drawn()).toEqual(changed);
  });

  test('change the headline once the hand rests', async () => {
    await show(lab, named('leaky-relu', { negativeSlope: 0.2 }));
    await type(lab, '.series-1 .parameter .number', '0.01');
    await lab.settle();
    expect(await headline(lab)).toMatch(/0\.01/);
  });

  test('an unknown value is set from the head', async () => {
    await show(lab, leakyUnknown);
    await lab.page.getByRole('button', { name: /^Set / }).click();
    expect(await lab.page.locator('.series-1 .parameter .number').evaluate((field) => field === document.activeElement)).toBe(true);
  });
});

test('nothing of this was an error', () => expect(lab.problems).toEqual([]));
