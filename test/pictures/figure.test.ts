/** What a figure says is where it should be: read back from the SVG, for every function of the catalogue. */
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { drawFigure } from '../../src/pictures/figure/figure';
import { figureOf } from '../../src/pictures/figure/figureOf';
import { inkOf } from '../../src/pictures/figure/ink';
import type { Figure } from '../../src/pictures/figure/model';
import { figureCsv } from '../../src/pictures/figure/values';
import { panelCurve, panels, type PanelCurve } from '../../src/pictures/panelCurve';
import { textWidth } from '../../src/pictures/svg';
import { flatZones } from '../../src/propagation/saturation';

function curveOf(id: string, values: Readonly<Record<string, number>> = {}): PanelCurve {
  const activation = findActivation(id);
  const curve = activation && panelCurve(activation, { ...defaultsOf(activation), ...values });
  if (!curve) throw new Error(`No curve for ${id}`);
  return curve;
}

interface Word { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number }

/** The words with the boxes that they take; numbers of axes are anchored at their end or middle. */
function wordsOf(svg: string): Word[] {
  return [...svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"(?: font-size="([\d.]+)")?[^>]*>([^<]*)<\/text>/g)].map(([element, x, y, size, text = '']) => {
    const width = textWidth(text, Number(size ?? 11));
    const left = element.includes('"end"') ? Number(x) - width : element.includes('"middle"') ? Number(x) - width / 2 : Number(x);
    return { text, x: left, y: Number(y), width, size: Number(size ?? 11) };
  });
}

function overlap(a: Word, b: Word): boolean {
  return Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 1 && Math.abs(a.y - b.y) < 0.75 * Math.min(a.size, b.size);
}

function check(figure: Figure): string[] {
  const svg = drawFigure(figure, inkOf('light'));
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  const words = wordsOf(svg);
  for (const word of words) {
    expect(word.x, word.text).toBeGreaterThanOrEqual(-1);
    expect(word.x + word.width, word.text).toBeLessThanOrEqual(figure.width + 1);
  }
  const pairs = words.flatMap((word, i) => words.slice(i + 1).filter((other) => overlap(word, other)).map((other) => `${word.text} | ${other.text}`));
  expect(pairs).toEqual([]);
  return words.map(({ text }) => text);
}

const plain = { panels, range: undefined, width: 760, height: 580 };
const scalars = activations.filter(({ kind }) => kind !== 'vector').map(({ id }) => id);

describe('a crosshair that was put', () => {
  const look = { line: '#111111', text: '#222222', quiet: '#333333', flag: '#EEEEEE' };
  const crosshairAt = (x: number): NonNullable<Figure['crosshair']> => ({
    x, flag: `x = ${x}`, curve: 0, look,
    readouts: { output: { value: '0.841', note: '' }, gradient: { value: '1.083', note: 'minimum, not saturation' }, curvature: { value: '0.242', note: '' } },
  });

  test.each(['relu', 'gelu', 'tanh', 'selu', 'hard-swish', 'binary-step', 'snake', 'swiglu'])('has its values beside %s, clear of every other word', (id) => {
    const curve = curveOf(id);
    const figure = figureOf([curve, curveOf('relu')], { ...plain });
    const { min, max } = figure.x;
    for (const share of [0.02, 0.37, 0.5, 0.98]) {
      const x = Number((min + share * (max - min)).toFixed(2));
      const value = curve.functions.output(x);
      const texts = check({ ...figure, crosshair: crosshairAt(x) });
      expect(texts).toContain(`x = ${x}`);
      const isDrawn = value >= figure.heights.output.min && value <= figure.heights.output.max;
      expect(texts.includes('0.841')).toBe(isDrawn);
    }
  });

  test('is not drawn where it is out of view', () => {
    const texts = check({ ...figureOf([curveOf('gelu')], plain), crosshair: crosshairAt(99) });
    expect(texts).not.toContain('x = 99');
    expect(texts).not.toContain('0.841');
  });

  test('stands at its x through all panels', () => {
    const svg = drawFigure({ ...figureOf([curveOf('gelu')], plain), crosshair: crosshairAt(0) }, inkOf('light'));
    const [, x, top, end] = /<path d="M([\d.]+) ([\d.]+)V([\d.]+)" stroke="#111111"/.exec(svg) ?? [];
    const zero = /<text x="([\d.]+)" y="[\d.]+" text-anchor="middle">0<\/text>/.exec(svg)?.[1];
    expect(Math.abs(Number(x) - Number(zero))).toBeLessThan(0.2);
    expect(Number(end) - Number(top)).toBeGreaterThan(480);
  });
});

describe('every function is named in each panel', () => {
  test.each(scalars)('%s', (id) => {
    const curve = curveOf(id);
    for (const size of [{}, { width: 320, height: 400 }]) {
      const texts = check(figureOf([curve], { ...plain, ...size }));
      expect(texts.filter((text) => text.startsWith(curve.name)).length).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('five functions are all named in the panel of outputs', () => {
  test.each([
    [['relu', 'elu', 'selu', 'gelu', 'mish']], [['gelu', 'gelu-tanh', 'quick-gelu', 'silu', 'mish']], [['sigmoid', 'tanh', 'softsign', 'hard-tanh', 'erf']],
    [['leaky-relu', 'relu', 'relu6', 'prelu', 'relu-squared']], [['sine', 'snake', 'binary-step', 'gaussian', 'hardshrink']],
  ])('%j', (ids) => {
    const curves = ids.map((id) => curveOf(id));
    const texts = check(figureOf(curves, plain));
    for (const { name } of curves) expect(texts.filter((text) => text === name || text.startsWith(`${name}  `) || text.startsWith(`${name} `)), name).not.toEqual([]);
  });
});

test('a logarithm has its powers of ten on the axis, and the straight line of an exponential', () => {
  const exponential = curveOf('exponential');
  const figure = figureOf([exponential], { ...plain, panels: ['output'], range: { min: -4, max: 4 } });
  const logarithmic: Figure = { ...figure, heights: { ...figure.heights, output: { kind: 'log', min: 1e-3, max: 1e3 } } };
  expect(check(logarithmic)).toEqual(expect.arrayContaining(['0.01', '0.1', '1', '10', '100']));
  expect(linesIn(logarithmic)[0]).toHaveLength(2);
  expect(linesIn(figure)[0]?.length).toBeGreaterThan(10);
});

test('zones, inputs and words keep clear of each other', () => {
  const gelu = curveOf('gelu');
  const zones = flatZones(gelu.functions.gradient, 0.05).map(({ from, to }) => ({ from, to, notes: [['GELU saturated', '0.94 % of inputs']] }));
  const texts = check({ ...figureOf([gelu, curveOf('silu'), curveOf('leaky-relu', { negativeSlope: 0.2 })], plain), zones, inputs: { mean: 0, deviation: 1 } });
  expect(texts).toEqual(expect.arrayContaining(['GELU saturated', 'inputs N(0, 1)']));
});

/** The lines of a figure of one function in one panel, as lists of points in pixels. */
function linesOf(curve: PanelCurve, panel: 'output' | 'gradient' | 'curvature'): { x: number; y: number }[][] {
  return linesIn(figureOf([curve], { ...plain, panels: [panel], range: { min: -2, max: 2 } }));
}

function linesIn(figure: Figure): { x: number; y: number }[][] {
  const svg = drawFigure(figure, inkOf('light'));
  const [, d = ''] = /<path d="([^"]+)"[^>]*stroke="#(?:005FB8|\w{6})" stroke-width="(?:2\.1|1\.6|1\.3)"/.exec(svg) ?? [];
  return d.split('M').slice(1).map((part) => {
    const numbers = [...part.matchAll(/-?[\d.]+/g)].map(Number);
    let [x, y] = [numbers[0] ?? NaN, numbers[1] ?? NaN];
    return [{ x, y }, ...Array.from({ length: (numbers.length - 2) / 2 }, (_, i) => ({ x: x += numbers[2 + 2 * i] ?? NaN, y: y += numbers[3 + 2 * i] ?? NaN }))];
  });
}

test.each([['binary-step', 'output', 2], ['relu', 'output', 1], ['relu', 'gradient', 2], ['elu', 'gradient', 1], ['elu', 'curvature', 2], ['gelu', 'curvature', 1]] as const)(
  'the line of %s is broken where its %s jumps', (id, panel, pieces) => expect(linesOf(curveOf(id), panel)).toHaveLength(pieces),
);

test('the numbers are those of the functions', () => {
  const rows = figureCsv(figureOf([curveOf('leaky-relu', { negativeSlope: 0.2 }), curveOf('leaky-relu')], { ...plain, range: { min: -1, max: 1 } })).split('\r\n');
  expect(rows[0]).toBe('x,LeakyReLU α = 0.2,LeakyReLU α = 0.2 gradient,LeakyReLU α = 0.2 second derivative,LeakyReLU α = 0.01,LeakyReLU α = 0.01 gradient,LeakyReLU α = 0.01 second derivative');
  expect(rows[1]).toBe('-1,-0.2,0.2,0,-0.01,0.01,0');
});
