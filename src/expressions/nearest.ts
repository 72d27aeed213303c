/** Which activation a function is nearest to, as it is by default or with the parameters that fit best, and how far from it. */
import { defaultsOf, type NumberParameter, type ParameterValues, type ScalarActivation } from '../activations/activation';
import { activations } from '../activations/catalogue';
import { leastSquares } from './leastSquares';

export interface Nearest {
  readonly activation: ScalarActivation;
  readonly parameters: ParameterValues;
  /** The names of the parameters that were fitted. */
  readonly fitted: readonly string[];
  /** The largest difference in the range, and where it is. */
  readonly distance: number;
  readonly at: number;
  /** The root of the mean squared difference for inputs from N(0, 1). */
  readonly rootMeanSquare: number;
}

interface Interval {
  readonly min: number;
  readonly max: number;
}

type NumberFunction = (x: number) => number;

const fine = 401;
const coarse = 41;
/** Rounding makes a difference of this size. */
const rounding = 1e-12;
/** Each fitted parameter has to bring the function this much nearer. */
const worthOfParameter = 2.5;
/** With more parameters anything fits. */
const mostFitted = 2;

/** `numbers` are those that stand in the function: parameters are often among them. Undefined where the function is hardly defined in the range. */
export function nearestActivation(f: NumberFunction, numbers: readonly number[], { min, max }: Interval): Nearest | undefined {
  const x = Array.from({ length: fine }, (_, i) => min + ((max - min) * i) / (fine - 1)).filter((at) => Number.isFinite(f(at)));
  if (x.length < fine / 4) return undefined;
  const target: Target = { x, y: x.map(f), sparse: x.filter((_, i) => i % Math.floor(fine / coarse) === 0) };
  const exact = rounding * (1 + Math.max(...target.y.map(Math.abs)));
  const scalars = activations.filter((activation) => activation.kind === 'scalar');
  const plain = scalars.map((activation) => candidate(activation, defaultsOf(activation), [], target));
  const isFound = plain.some(({ distance }) => distance <= exact);
  const all = isFound ? plain : [...plain, ...scalars.flatMap((activation) => fittedCandidate(activation, f, target, numbers) ?? [])];
  const best = all.filter(({ distance }) => Number.isFinite(distance)).sort((a, b) => score(a, exact) - score(b, exact) || beyond(f, a) - beyond(f, b) || weightOf(a) - weightOf(b))[0];
  return best && { ...best, rootMeanSquare: rootMeanSquare(f, functionOf(best.activation, best.parameters)) };
}

type Candidate = Omit<Nearest, 'rootMeanSquare'>;

function score({ distance, fitted }: Candidate, exact: number): number {
  return Math.max(distance, exact) * worthOfParameter ** fitted.length;
}

/** Of functions that are one in the range, such as ReLU and ReLU6 below 6, the one that goes on alike is meant. */
function beyond(f: NumberFunction, { activation, parameters }: Candidate): number {
  const differences = [-25, -9, 7.5, 25].map((x) => Math.abs(activation.value(x, parameters) - f(x)));
  return Math.round(1e9 * Math.max(...differences.filter(Number.isFinite), 0));
}

/** Of functions that are the same the one with fewer parameters, then the one that does not learn them, then the plainer name. */
function weightOf({ activation: { id, parameters }, fitted }: Candidate): number {
  const learns = Object.values(parameters).some((parameter) => parameter.kind === 'number' && parameter.learned);
  return fitted.length + Object.keys(parameters).length + Number(learns) / 2 + id.length / 100;
}

interface Target {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly sparse: readonly number[];
}

function fittedCandidate(activation: ScalarActivation, f: NumberFunction, target: Target, numbers: readonly number[]): Candidate | undefined {
  const defaults = defaultsOf(activation);
  const free = Object.entries(activation.parameters).filter((entry): entry is [string, NumberParameter] => entry[1].kind === 'number');
  if (free.length === 0 || free.length > mostFitted) return undefined;
  const fitted = fit(activation, free, f, target, numbers);
  const changed = free.map(([name]) => name).filter((name) => fitted[name] !== defaults[name]);
  return changed.length === 0 ? undefined : candidate(activation, fitted, changed, target);
}

function candidate(activation: ScalarActivation, parameters: ParameterValues, fitted: readonly string[], target: Target): Candidate {
  return { activation, parameters, fitted, ...largestDifference(target, functionOf(activation, parameters)) };
}

function functionOf(activation: ScalarActivation, parameters: ParameterValues): NumberFunction {
  return (x) => activation.value(x, parameters);
}

function largestDifference({ x, y }: Target, g: NumberFunction): { readonly distance: number; readonly at: number } {
  let [distance, at] = [-1, 0];
  for (const [place, position] of x.entries()) {
    const difference = Math.abs(g(position) - (y[place] ?? NaN));
    if (Number.isNaN(difference)) return { distance: Infinity, at: position };
    if (difference > distance) [distance, at] = [difference, position];
  }
  return { distance, at };
}

/** By least squares inside the limits of the sliders; then rounded, where that is as near. */
function fit(
  activation: ScalarActivation, free: readonly [string, NumberParameter][], f: NumberFunction, target: Target, numbers: readonly number[],
): ParameterValues {
  const defaults = defaultsOf(activation);
  const named = (point: readonly number[]): ParameterValues => ({ ...defaults, ...Object.fromEntries(free.map(([name], i) => [name, point[i] ?? 0])) });
  const wanted = target.sparse.map(f);
  const error = (point: readonly number[]): number => {
    if (free.some(([, { min, max }], i) => !((point[i] ?? NaN) >= min && (point[i] ?? NaN) <= max))) return Infinity;
    const g = functionOf(activation, named(point));
    return target.sparse.reduce((sum, x, i) => sum + (g(x) - (wanted[i] ?? 0)) ** 2, 0);
  };
  const start = startOf(free, numbers, error);
  const found = leastSquares(error, start, free.map(([, { min, max }]) => (max - min) / 20));
  return named(rounded(found, numbers, error));
}

/** The best of the defaults and of what stands in the formula. */
function startOf(free: readonly [string, NumberParameter][], numbers: readonly number[], error: (point: readonly number[]) => number): number[] {
  let best = free.map(([, parameter]) => parameter.default);
  free.forEach(([, { min, max }], i) => {
    const values = [...written(numbers), min + 0.25 * (max - min), min + 0.75 * (max - min)];
    for (const value of values) {
      const point = best.map((old, place) => (place === i ? value : old));
      if (error(point) < error(best)) best = point;
    }
  });
  return best;
}

function written(numbers: readonly number[]): number[] {
  return numbers.flatMap((value) => [value, -value, 1 / value]).filter(Number.isFinite).slice(0, 30);
}

function rounded(point: readonly number[], numbers: readonly number[], error: (point: readonly number[]) => number): readonly number[] {
  const near = written(numbers);
  const simpler = [
    ...[2, 3, 4, 6].map((digits) => point.map((value) => Number(value.toPrecision(digits)))),
    point.map((value) => near.find((number) => Math.abs(number - value) < 1e-3 * Math.max(1, Math.abs(value))) ?? value),
  ];
  return simpler.find((candidate) => error(candidate) <= 1.02 * error(point) + 1e-24) ?? point;
}

/** Over ±6 deviations, beyond which less than a billionth of the inputs lies. */
function rootMeanSquare(f: NumberFunction, g: NumberFunction): number {
  let [sum, weights] = [0, 0];
  for (let i = 0; i <= 600; i++) {
    const x = -6 + i / 50;
    const difference = f(x) - g(x);
    if (!Number.isFinite(difference)) continue;
    const weight = Math.exp(-x * x / 2);
    sum += weight * difference * difference;
    weights += weight;
  }
  return Math.sqrt(sum / weights);
}
