import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../src/activations/activation';
import type { Activation, ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { curveIn } from '../../src/pictures/curve';
import type { Curve } from '../../src/pictures/frame';
import { visibleJumps } from '../../src/pictures/frame';
import { gateSubject, hoverSize, hoverSizeWithProblem, miniPlot, scalarSubject } from '../../src/pictures/miniPlot';
import { palettes } from '../../src/pictures/palette';
import { viewportOf } from '../../src/pictures/plot';
import type { PlotSubject } from '../../src/pictures/plot';
import { dataUri } from '../../src/pictures/svg';

function activationOf(id: string): Activation {
  const activation = findActivation(id);
  if (!activation) throw new Error(`No activation ${id}`);
  return activation;
}

function drawn(id: string, values: ParameterValues = {}): string {
  const activation = activationOf(id);
  return miniPlot(activation, { ...defaultsOf(activation), ...values }, palettes.dark, hoverSize).svg;
}

/** The words of the picture, in the order of drawing. */
function wordsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => (text ?? '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))));
}

interface Subpath { readonly points: readonly { readonly x: number; readonly y: number }[] }

/** The points of a path of `M` and relative `l` with implied repeats, and of `V` for axes. */
function subpaths(d: string): Subpath[] {
  return d.split('M').slice(1).map((part) => {
    const numbers = [...part.matchAll(/-?[\d.]+/g)].map(Number);
    if (part.includes('V')) return { points: [{ x: numbers[0] ?? NaN, y: numbers[1] ?? NaN }, { x: numbers[0] ?? NaN, y: numbers[2] ?? NaN }] };
    let [x, y] = [numbers[0] ?? NaN, numbers[1] ?? NaN];
    const points = [{ x, y }];
    for (let index = 2; index + 1 < numbers.length; index += 2) {
      x += numbers[index] ?? NaN;
      y += numbers[index + 1] ?? NaN;
      points.push({ x, y });
    }
    return { points };
  });
}

const pathsIn = (svg: string): Subpath[] => [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, d]) => subpaths(d ?? ''));

describe('every activation in every theme and size', () => {
  test.each(activations.map(({ id }) => id))('%s', (id) => {
    const activation = activationOf(id);
    for (const palette of Object.values(palettes)) {
      for (const size of [hoverSize, hoverSizeWithProblem]) {
        const { svg, alt } = miniPlot(activation, defaultsOf(activation), palette, size);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(svg.length).toBeLessThan(4096);
        expect(alt).toMatch(/\d/);
        for (const { x, y } of pathsIn(svg).flatMap(({ points }) => points)) {
          expect(x).toBeGreaterThanOrEqual(-0.5);
          expect(x).toBeLessThanOrEqual(size.width + 0.5);
          expect(y).toBeGreaterThanOrEqual(-0.5);
          expect(y).toBeLessThanOrEqual(size.height + 0.5);
        }
      }
    }
  });
});

describe('what the picture says', () => {
  test('a constant gradient by its value, beside the curve', () => {
    expect(wordsOf(drawn('leaky-relu', { negativeSlope: 0.2 }))).toEqual(expect.arrayContaining(['f', 'f′ = 0.2', 'f′ = 1', '−3', '0', '3']));
  });

  test('the peak of a gradient', () => {
    expect(wordsOf(drawn('sigmoid'))).toContain('f′ max 0.25');
    expect(wordsOf(drawn('gelu'))).toContain('f′ max 1.13');
  });

  test('a function that is its own gradient once', () => {
    expect(wordsOf(drawn('exponential'))).toContain('f = f′');
  });

  test('the outputs of softmax and their own gradients', () => {
    expect(wordsOf(drawn('softmax'))).toEqual(['input', 'output', 'own gradient', '1.80', '0.577', '0.244', '0.90', '0.235', '0.180', '0.68', '0.188', '0.153']);
  });

  test('both sections of a gate, along the half that is activated', () => {
    expect(wordsOf(drawn('glu'))).toEqual(expect.arrayContaining(['a = 1', 'a = −1']));
    expect(wordsOf(drawn('swiglu'))).toEqual(expect.arrayContaining(['b = 1', 'b = −1']));
  });

  test('kinks away from zero on the axis', () => {
    expect(wordsOf(drawn('relu6'))).toContain('6');
  });

  test('the same numbers to those who do not see it', () => {
    const { alt } = miniPlot(activationOf('leaky-relu'), { negativeSlope: 0.2 }, palettes.light, hoverSize);
    expect(alt).toBe('LeakyReLU and its gradient from −3 to 3. Output −0.6 at −3, 0 at 0, 3 at 3. Gradient 0.2 at −3, 1 at 3. It jumps from 0.2 to 1 at 0.');
  });
});

describe('a jump', () => {
  test('breaks the line, with a filled dot where the value is and an open one where it is not', () => {
    const svg = drawn('relu');
    const gradient = [...svg.matchAll(/<path d="([^"]+)"[^>]*stroke-width="1.6"/g)][0]?.[1] ?? '';
    expect(subpaths(gradient)).toHaveLength(2);
    const dots = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"[^>]* fill="([^"]+)"/g)].map(([, , y, fill]) => ({ y: Number(y), open: fill === palettes.dark.background }));
    expect(dots.map(({ open }) => open)).toEqual([true, false]);
    expect(dots[0]?.y).toBeLessThan(dots[1]?.y ?? 0);
  });

  test('no line runs across one, whatever the parameters', () => {
    const cases = activations.flatMap((activation) => subjectsOf(activation).map((subject): [string, PlotSubject] => [activation.id, subject]));
    for (const [id, subject] of cases) {
      const view = viewportOf(subject, hoverSize);
      for (const curve of [subject.f, subject.slope]) {
        const xs = visibleJumps(curve).map((x) => view.left + ((x - view.x.from) / (view.x.to - view.x.from)) * view.width);
        for (const run of curveIn(view, curve.value, visibleJumps(curve))) {
          const [first, last] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0];
          expect(xs.some((x) => first < x - 1e-6 && x + 1e-6 < last), id).toBe(false);
        }
      }
    }
  });
});

function subjectsOf(activation: Activation): PlotSubject[] {
  if (activation.kind === 'vector') return [];
  const extremes = (['min', 'max'] as const).map((end) => Object.fromEntries(Object.entries(activation.parameters)
    .map(([name, parameter]) => [name, parameter.kind === 'number' ? parameter[end] : parameter.default])));
  return [defaultsOf(activation), ...extremes].map((values) => (activation.kind === 'scalar' ? scalarSubject(activation, values) : gateSubject(activation, values)));
}

describe('a curve', () => {
  const view = { x: { from: -3, to: 3 }, y: { from: -1, to: 2 }, left: 0, top: 0, width: 200, height: 100 };
  const line = (value: (x: number) => number): Curve => ({ value, kinks: [], bounds: { from: -Infinity, to: Infinity } });

  test('lies on its function to a fifth of a pixel, inside the viewport', () => {
    fc.assert(fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: 0.2, max: 4, noNaN: true }), (shift, steepness) => {
      const f = line((x) => Math.tanh(steepness * x) * 1.4 + shift);
      for (const run of curveIn(view, f.value, [])) {
        run.slice(1).forEach((end, index) => {
          const start = run[index] ?? end;
          const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
          const expected = 100 * (2 - f.value(-3 + (6 * middle.x) / 200)) / 3;
          const slope = Math.abs(end.y - start.y) / Math.max(1e-9, end.x - start.x);
          expect(Math.abs(middle.y - expected) / Math.hypot(1, slope)).toBeLessThan(0.2);
          expect(Math.min(start.y, end.y)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.max(start.y, end.y)).toBeLessThanOrEqual(100 + 1e-9);
        });
      }
    }));
  });

  test('that is straight takes two points', () => {
    expect(curveIn(view, (x) => x / 2, [])).toEqual([[{ x: 0, y: expect.closeTo(100, 6) }, { x: 200, y: expect.closeTo(16.67, 1) }].map((end, index) => (index === 0 ? expect.objectContaining({ y: expect.closeTo(100, 6) }) : end))]);
  });

  test('is left out where there is no number', () => {
    expect(curveIn(view, (x) => (x > 0 ? 1 : NaN), [0]).flat().every(({ x }) => x >= 100)).toBe(true);
  });
});

describe('a fast ripple', () => {
  test.each([1, 30, 50, 1e4])('at frequency %d shows a few periods', (a) => {
    const activation = activationOf('snake');
    if (activation.kind !== 'scalar') throw new Error('Snake takes one number.');
    const { x } = viewportOf(scalarSubject(activation, { a }), hoverSize);
    const periods = ((x.to - x.from) * a) / Math.PI;
    expect(periods).toBeGreaterThan(1.5);
    expect(periods).toBeLessThan(9);
  });
});

test('an address holds nothing that ends an attribute, a link or a line', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const uri = dataUri(text);
    expect(uri).toMatch(/^data:image\/svg\+xml;charset=utf-8,[\w\-.,:;/=%]*$/);
    expect(decodeURIComponent(uri.slice('data:image/svg+xml;charset=utf-8,'.length))).toBe(text);
  }));
});
