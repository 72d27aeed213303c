/** The law of the drawn line: wherever one looks, at any zoom and with any parameters, it is the function to half a pixel. */
import { describe, expect, test } from 'vitest';
import { defaultsOf, type Activation, type ParameterValues } from '../../src/activations/activation';
import { activations, findActivation } from '../../src/activations/catalogue';
import { findJumps } from '../../src/pictures/jumps';
import type { NumberFunction } from '../../src/pictures/jumps';
import { sample, type Curve, type Point, type Window } from '../../src/pictures/sampling';
import { linearScale, placeOn, scaleFor, valueOn, type Range, type ScaleKind } from '../../src/pictures/scales';

/** Repeatable numbers between 0 and 1. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Subject {
  readonly name: string;
  readonly curve: Curve;
}

/** Function, gradient and second derivative; of a gate along a, at b = 0.7. */
function subjectsOf(activation: Activation, p: ParameterValues): Subject[] {
  if (activation.kind === 'vector') return [];
  if (activation.kind === 'gate') {
    const [output, gradient] = [(a: number) => activation.value(a, 0.7, p), (a: number) => activation.gradientAt(a, 0.7, p)[0]];
    return named(activation, p, output, gradient, findJumps(gradient));
  }
  const curvature = (x: number) => activation.secondDerivative(x, p);
  const { kinks, domain } = activation.properties(p);
  if (domain) return [];
  const gradient = (x: number) => activation.derivative(x, p);
  return [
    ...named(activation, p, (x) => activation.value(x, p), gradient, kinks),
    { name: `${activation.id} f″ ${JSON.stringify(p)}`, curve: { value: curvature, kinks: [...kinks, ...findJumps(curvature)], primitive: gradient } },
  ];
}

function named({ id }: Activation, p: ParameterValues, output: NumberFunction, gradient: NumberFunction, kinks: readonly number[]): Subject[] {
  const parameters = JSON.stringify(p);
  return [
    { name: `${id} f ${parameters}`, curve: { value: output, kinks } },
    { name: `${id} f′ ${parameters}`, curve: { value: gradient, kinks, primitive: output } },
  ];
}

/** Any parameters that the sliders reach. */
function anyParameters({ parameters }: Activation, random: () => number): ParameterValues {
  return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.kind === 'choice'
    ? parameter.choices[Math.floor(random() * parameter.choices.length)] ?? parameter.default
    : parameter.min + Math.round((random() * (parameter.max - parameter.min)) / parameter.step) * parameter.step]));
}

function windowFor({ value }: Curve, x: Range, kind: ScaleKind = 'linear', width = 420, height = 180): Window {
  const values = Array.from({ length: 400 }, (_, i) => value(x.min + ((x.max - x.min) * (i + 0.5)) / 400)).filter(Number.isFinite);
  const kept = kind === 'log' ? values.filter((y) => y > 0) : values;
  const reached = { min: Math.min(...kept), max: Math.max(...kept) };
  return { x, y: kept.length === 0 ? linearScale({ min: 0, max: 1 }) : scaleFor(kind, reached, { below: 0.1, above: 0.1 }), width, height };
}

/** In pixels from the lower left corner. */
function pixelsOf({ x, y, width, height }: Window): (point: Point) => Point {
  const place = placeOn(y);
  return (point) => ({ x: ((point.x - x.min) / (x.max - x.min)) * width, y: place(point.y) * height });
}

/** Places all over the window, and some crowded around zero and the kinks, where functions happen. */
function placesIn({ x }: Window, kinks: readonly number[], random: () => number): number[] {
  const even = Array.from({ length: 40 }, () => x.min + random() * (x.max - x.min));
  const around = [0, ...kinks].flatMap((centre) => Array.from({ length: 12 }, () => centre + (random() < 0.5 ? -1 : 1) * 10 ** (-9 + 12 * random())));
  return [...even, ...around].filter((at) => at > x.min && at < x.max);
}

function distanceToLine(line: readonly Point[], point: Point, reach: number): number {
  let least = Infinity;
  for (let i = firstAfter(line, point.x - reach); i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (!a || !b || a.x > point.x + reach) break;
    if (!Number.isNaN(a.y + b.y)) least = Math.min(least, distanceToPiece(a, b, point));
  }
  return least;
}

/** The first piece of the line, by its right end, that is not wholly left of x. */
function firstAfter(line: readonly Point[], x: number): number {
  let [low, high] = [1, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.x ?? Infinity) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distanceToPiece(a: Point, b: Point, { x, y }: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(a.x + share * dx - x, a.y + share * dy - y);
}

const offsets = [...Array.from({ length: 300 }, (_, i) => i / 15), ...Array.from({ length: 24 }, (_, i) => 1e-9 * 2 ** i)];

/** Whether the function comes within half a pixel of a point of the line. */
function isThere({ value, kinks }: Curve, window: Window, { x, y }: Point): boolean {
  const toPixels = pixelsOf(window);
  const perPixel = (window.x.max - window.x.min) / window.width;
  const at = window.x.min + x * perPixel;
  const near = Array.from({ length: 41 }, (_, i) => at + (((i * 0.618034) % 1) - 0.5) * perPixel);
  const beside = [...kinks, 0].flatMap((kink) => [-1, 1].flatMap((side) => offsets.map((off) => kink + side * off)));
  const all = perPixel < 0.01 ? near : [...near, ...beside.filter((place) => Math.abs(place - at) <= perPixel / 2)];
  const heights = all.map((place) => toPixels({ x: place, y: value(place) }).y);
  return Math.min(...heights) <= y + 0.5 && Math.max(...heights) >= y - 0.5;
}

/** What is wrong with the line, in words. */
function faults({ name, curve }: Subject, window: Window, random: () => number): string[] {
  const toPixels = pixelsOf(window);
  const points = sample(curve, window);
  const line = points.map(toPixels);
  const where = `${name} from ${window.x.min} to ${window.x.max} ${window.y.kind}`;
  const missing = placesIn(window, curve.kinks, random).flatMap((x) => {
    const point = toPixels({ x, y: curve.value(x) });
    if (!(point.y > 0 && point.y < window.height)) return [];
    const distance = distanceToLine(line, point, 2);
    return distance <= 0.5 ? [] : [`${where}: ${distance.toFixed(2)} px off at ${x}`];
  });
  const invented = Array.from({ length: 6 }, () => Math.floor(random() * (line.length - 1))).flatMap((i) => {
    const [a, b, share] = [line[i], line[i + 1], random()];
    if (!a || !b || Number.isNaN(a.y) || Number.isNaN(b.y)) return [];
    const point = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
    if (!(point.y > 0 && point.y < window.height) || isThere(curve, window, point)) return [];
    return [`${where}: a line at ${points[i]?.x}, where the function is not`];
  });
  return [...missing.slice(0, 1), ...invented.slice(0, 1)];
}

function allFaults(parametersOf: (activation: Activation, random: () => number) => ParameterValues, rangesOf: (random: () => number) => readonly Range[], kind?: ScaleKind): string[] {
  const random = randomNumbers(20);
  return activations.flatMap((activation) => subjectsOf(activation, parametersOf(activation, random))
    .flatMap((subject) => rangesOf(random).flatMap((range) => faults(subject, windowFor(subject.curve, range, kind), random))));
}

const around = (centre: number, width: number): Range => ({ min: centre - 0.47 * width, max: centre + 0.53 * width });

describe('the line is the function, for every function of the catalogue,', { timeout: 60_000 }, () => {
  test('in the ranges the plot opens with', () => {
    expect(allFaults(defaultsOf, () => [{ min: -5, max: 3 }, { min: -5, max: 5 }])).toEqual([]);
  });

  test('seen from far away', () => {
    expect(allFaults(defaultsOf, () => [around(0, 300), around(0, 1e6)])).toEqual([]);
  });

  test('seen from close by', () => {
    expect(allFaults(defaultsOf, () => [around(0, 1e-5), around(-1, 1e-3)])).toEqual([]);
  });

  test('with any parameters, anywhere', () => {
    const somewhere = (random: () => number) => [around(12 * (random() - 0.5), 10 ** (-2 + 6 * random())), around(6 * (random() - 0.5), 10 ** (2 * random()))];
    expect(allFaults(anyParameters, somewhere)).toEqual([]);
  });

  test.each(['log', 'symlog'] as const)('on a %s scale', (kind) => {
    expect(allFaults(defaultsOf, () => [{ min: -5, max: 3 }, around(0, 100)], kind)).toEqual([]);
  });
});

const wide = { x: { min: -5, max: 5 }, y: { kind: 'linear', min: -1.5, max: 1.5 }, width: 720, height: 210 } as const;

describe('its cost', () => {
  const counted = (value: NumberFunction): { calls: number; value: NumberFunction } => {
    const counter = { calls: 0, value: (x: number) => { counter.calls++; return value(x); } };
    return counter;
  };

  test.each([
    ['a smooth function', Math.tanh, 1_500], ['a wave finer than pixels', (x: number) => Math.sin(1e5 * x), 300_000],
    ['a spike of no width', (x: number) => (x === 0 ? 1 : 0), 2_500], ['no number anywhere', () => NaN, 1_500],
    ['noise', (x: number) => (Math.sin(x * 12.9898e4) * 43758.5453) % 1, 300_000],
  ] as const)('is bounded for %s', (_, value, most) => {
    const counter = counted(value);
    const points = sample({ value: counter.value, kinks: [] }, wide);
    expect(counter.calls).toBeLessThan(most);
    expect(points.length).toBeLessThan(16 * 720);
  });

  test('a straight line takes its ends and its kinks alone', () => {
    const points = sample({ value: (x) => Math.max(0, x), kinks: [0] }, wide);
    expect(points.map(({ x }) => x)).toEqual([-5, 0, 0, 5]);
  });
});

describe('odd shapes', () => {
  test('waves of four to a pixel are followed to the end of each stretch', () => {
    const window = { x: { min: -328.37, max: 361.87 }, y: { kind: 'linear', min: -17.4, max: 17.4 }, width: 420, height: 180 } as const;
    const places = sample({ value: (x) => 14.5 * Math.cos(14.5 * x), kinks: [] }, window).map(({ x }) => (x * 420) / 690.24);
    expect(Math.max(...places.slice(1).map((place, i) => place - (places[i] ?? place)))).toBeLessThan(0.5);
  });

  test('a jump nobody declared is drawn within a quarter of a pixel', () => {
    const points = sample({ value: (x) => (x < 0.123 ? -1 : 1), kinks: [] }, wide);
    const steep = points.filter((point, i) => i > 0 && point.y !== points[i - 1]?.y).map(({ x }) => x);
    expect(Math.abs((steep[0] ?? NaN) - 0.123) * 72).toBeLessThan(1 / 4);
  });

  test('a spike between two points is found by what the primitive gains', () => {
    const steep = 1e5;
    const curve = { value: (x: number) => steep / Math.cosh(steep * (x - 0.71)) ** 2, kinks: [], primitive: (x: number) => Math.tanh(steep * (x - 0.71)) };
    expect(Math.max(...sample(curve, { ...wide, y: { ...wide.y, max: 2 * steep } }).map(({ y }) => y))).toBeGreaterThan(0.999 * steep);
  });

  test('where the function has no value the line is broken', () => {
    const points = sample({ value: (x) => Math.log(x), kinks: [] }, wide);
    expect(points.filter(({ x, y }) => x > 0.1 && Number.isNaN(y))).toEqual([]);
    expect(points.filter(({ x, y }) => x < 0 && !Number.isNaN(y))).toEqual([]);
  });

  test('what leaves the panel comes back where it should', () => {
    const { value } = { value: (x: number) => 1 / (x - 1) };
    const [low, high] = [valueOn(wide.y)(-8), valueOn(wide.y)(9)];
    const points = sample({ value, kinks: [1] }, wide);
    expect(points.every(({ y }) => Number.isNaN(y) || (y >= low && y <= high))).toBe(true);
  });

  test('GCU has its waves when seen from far', () => {
    const gcu = findActivation('gcu');
    if (gcu?.kind !== 'scalar') throw new Error('no gcu');
    const window = windowFor({ value: (x) => gcu.value(x, {}), kinks: [] }, { min: -500, max: 500 });
    const points = sample({ value: (x) => gcu.value(x, {}), kinks: [] }, window);
    expect(points.length).toBeGreaterThan(600);
  });
});
