/**
 * Which activation a function is, told by its values: two formulas that agree at enough points are one, however they are
 * arranged. Nothing here knows any activation by name; what there is to compare with is the catalogue.
 */
import type { Activation, ParameterValue, ParameterValues, ScalarActivation } from '../../activations/activation';
import { defaultsOf } from '../../activations/activation';
import { activations } from '../../activations/catalogue';
import { generality, isNeverWritten } from './peculiarities';
import { firstValue, furtherTried, triedOf, type Tried } from './tried';

export interface Identity {
  readonly activation: Activation;
  readonly parameters: ParameterValues;
}

/** A function that is to be told: its values at the points asked for, and the numbers that stand in it. */
interface Subject {
  readonly kind: Activation['kind'];
  /** For a gate two vectors of arguments, else one. */
  at(points: readonly (readonly number[])[]): readonly number[] | undefined;
  readonly numbers: readonly number[];
  /** Activations with more parameters are not looked for. */
  readonly mostParameters: number;
}

/**
 * On both sides, near and far, between all the usual kinks (0, ±½, ±1, ±2.5, ±3, 6, 20), in no round distances. First those
 * at which activations differ most, so that nearly all are told apart by the first two.
 */
const points = [
  -0.87, 1.47, 0.29, -2.19, 3.29, -4.97, 7.19, -0.37, -27.3, -12.9, -7.31, -3.41, -2.73, -1.83, -1.37, -1.09, -0.61, -0.19, -0.071,
  0.053, 0.17, 0.47, 0.67, 0.93, 1.13, 1.89, 2.31, 2.77, 4.73, 5.61, 12.3, 26.9,
];
const partners = points.map((_, place) => points[(place * 7 + 3) % points.length] ?? 0);
const vectors = [[0.31, -1.27, 2.13, 0.71, -0.43], [-3.1, 0.2, -0.9, 4.2, 1.7], [0.1, 0.4, 0.2, -0.3, -0.6]];

/** What rounding alone may do. */
const exact = 2e-9;
/** People cut constants short, such as √(2/π) to 0.7979: no more than this, and never nearer to another activation. */
const loosest = 5e-4;
const shareOfDistance = 1 / 8;

export function identify(subject: Subject): Identity | undefined {
  const asked = pointsFor(subject);
  const values = asked.map((inputs) => subject.at(inputs));
  const candidates = candidatesOf(subject.kind).filter(({ parameters }) => Object.keys(parameters).length <= subject.mostParameters);
  const target: Target = { asked, values };
  if (values.some((value) => value === undefined || value.every((y) => !Number.isFinite(y)))) return undefined;
  if (subject.kind === 'scalar' && isStraight(asked[0]?.[0] ?? [], values[0] ?? [])) return undefined;
  if (subject.kind === 'vector' && values.every(isEven)) return undefined;
  return exactly(candidates, target, subject.numbers) ?? nearly(candidates, target);
}

/** The same for every entry, as softmax is at a temperature beyond all measure. */
function isEven(y: readonly number[] = []): boolean {
  return Math.max(...y) - Math.min(...y) <= 1e-6;
}

/** A line is no activation, though with some parameter many an activation is one: Swish with β = 0 is x/2. */
function isStraight(x: readonly number[], y: readonly number[]): boolean {
  const [x0 = 0, x1 = 1] = x;
  const [y0 = 0, y1 = 0] = y;
  const slope = (y1 - y0) / (x1 - x0);
  const isOnLine = (from: number, to: number): boolean => x.slice(from, to).every((at, place) => Math.abs(y0 + slope * (at - x0) - (y[from + place] ?? NaN)) <= 1e-6 * Math.max(1, Math.abs(at)));
  return isOnLine(0, points.length);
}

interface Target {
  /** For each comparison the arguments: one vector, or two for a gate. */
  readonly asked: readonly (readonly (readonly number[])[])[];
  readonly values: readonly (readonly number[] | undefined)[];
}

/** Beyond the numbers in a formula it may bend once more. At 0 itself steps differ by convention. */
function pointsFor({ kind, numbers }: Subject): Target['asked'] {
  if (kind === 'vector') return vectors.map((vector) => [vector]);
  const more = numbers.filter((number) => Math.abs(number) < 1e4).slice(0, 6).flatMap((number) => [number * 1.37 + 0.011, number * 0.83 - 0.007, -number * 1.29]).filter((point) => point !== 0);
  const all = [...points, ...more];
  return kind === 'scalar' ? [[all]] : [[points, partners]];
}

function exactly(candidates: readonly Activation[], target: Target, numbers: readonly number[]): Identity | undefined {
  // Halves last: what has a 1 for its only number may be twice as wide, `(1 - exp(-x)) / (1 + exp(-x))`.
  const near = [...new Set([...numbers.flatMap((number) => [number, -number, 1 / number]), ...numbers.map((number) => number / 2)])].filter(Number.isFinite);
  for (const activation of candidates) {
    const parameters = findSetting(activation, near, target);
    if (parameters) return { activation, parameters };
  }
  return undefined;
}

const ordered = new Map<Activation['kind'], readonly Activation[]>();

/** What may be found, the least general first. */
function candidatesOf(kind: Activation['kind']): readonly Activation[] {
  const known = ordered.get(kind) ?? activations
    .filter((activation) => activation.kind === kind && !isNeverWritten(activation.id))
    .sort((a, b) => generalityOf(a) - generalityOf(b));
  ordered.set(kind, known);
  return known;
}

function generalityOf(activation: Activation): number {
  return Object.keys(activation.parameters).length + generality(activation.id);
}

/** A formula with truncated constants: the nearest activation without a choice of parameters, where no other is as near. */
function nearly(candidates: readonly Activation[], target: Target): Identity | undefined {
  let best: Identity | undefined;
  let least = loosest;
  for (const activation of candidates) {
    const parameters = defaultsOf(activation);
    const found = distance(target, activation, parameters, least);
    if (found < least) [best, least] = [{ activation, parameters }, found];
  }
  return best && least <= shareOfDistance * distanceToNearest(best.activation) ? best : undefined;
}

const distances = new Map<string, number>();

/** How far an activation is from the nearest other one, as all are by default. */
function distanceToNearest(activation: Activation): number {
  const known = distances.get(activation.id);
  if (known !== undefined) return known;
  const subject: Subject = { kind: activation.kind, at: (inputs) => valueAt(activation, defaultsOf(activation), inputs), numbers: [], mostParameters: 0 };
  const asked = pointsFor(subject);
  const target: Target = { asked, values: asked.map((inputs) => subject.at(inputs)) };
  const others = activations.filter((other) => other.kind === activation.kind && other !== activation)
    .map((other) => distance(target, other, defaultsOf(other), Infinity))
    .filter((found) => found > 1e-6);
  const nearest = Math.min(...others);
  distances.set(activation.id, nearest);
  return nearest;
}

/** The largest difference, relative where values are large; infinite as soon as it is beyond `most`. */
function distance({ asked, values }: Target, activation: Activation, parameters: ParameterValues, most: number): number {
  let largest = 0;
  for (const [place, inputs] of asked.entries()) {
    const wanted = values[place] ?? [];
    const length = activation.kind === 'vector' ? 1 : wanted.length;
    for (let point = 0; point < length; point++) {
      const found = activation.kind === 'vector' ? vectorDistance(activation, parameters, inputs[0] ?? [], wanted)
        : difference(wanted[point] ?? NaN, pointValue(activation, parameters, inputs, point));
      if (!(found <= most)) return Infinity;
      largest = Math.max(largest, found);
    }
  }
  return largest;
}

function vectorDistance(activation: Activation, parameters: ParameterValues, x: readonly number[], wanted: readonly number[]): number {
  const found = valueAt(activation, parameters, [x]) ?? [];
  return found.length === wanted.length ? Math.max(...found.map((y, place) => difference(wanted[place] ?? NaN, y))) : Infinity;
}

function difference(a: number, b: number): number {
  return Number.isNaN(a) ? Infinity : Math.abs(a - b) / Math.max(1, Math.abs(b));
}

function pointValue(activation: Activation, parameters: ParameterValues, [x = [], y = []]: readonly (readonly number[])[], point: number): number {
  if (activation.kind === 'scalar') return scalarValue(activation, parameters, x[point] ?? NaN, point);
  return activation.kind === 'gate' ? activation.value(x[point] ?? NaN, y[point] ?? NaN, parameters) : NaN;
}

/** The values at the points that all are asked at, of what has no parameters: some of those cost many operations. Null for all else. */
const fixed = new Map<ScalarActivation, Float64Array | null>();

function fixedValues(activation: ScalarActivation): Float64Array | null {
  let values = fixed.get(activation);
  if (values === undefined) {
    values = Object.keys(activation.parameters).length > 0 ? null : Float64Array.from(points, (at) => activation.value(at, {}));
    fixed.set(activation, values);
  }
  return values;
}

function scalarValue(activation: ScalarActivation, parameters: ParameterValues, x: number, point: number): number {
  const values = point < points.length ? fixedValues(activation) : null;
  return values === null ? activation.value(x, parameters) : values[point] ?? NaN;
}

function valueAt(activation: Activation, parameters: ParameterValues, inputs: readonly (readonly number[])[]): readonly number[] | undefined {
  if (activation.kind === 'vector') return activation.value(inputs[0] ?? [], parameters);
  return inputs[0]?.map((_, point) => pointValue(activation, parameters, inputs, point));
}

/** Nobody's activation has more numbers in it that could be a parameter; where several are looked for, fewer are tried for each. */
const mostNumbers = [0, 24, 9, 5];

/** The first values of the parameters that fit: the defaults, then every choice among the numbers in the formula. */
function findSetting(activation: Activation, numbers: readonly number[], target: Target): ParameterValues | undefined {
  const names = Object.keys(activation.parameters);
  const near = numbers.slice(0, mostNumbers[names.length] ?? 0);
  const values = Object.values(activation.parameters).map((parameter) => (parameter.kind === 'choice' ? parameter.choices : [parameter.default, ...near]));
  const isFar = farFrom(activation, target);
  const setting: Record<string, ParameterValue> = {};
  const fits = (): boolean => distance(target, activation, setting, exact) <= exact;
  // The first parameter changes fastest.
  const fitsFrom = (place: number, tried: Tried): boolean => {
    const name = names[place]!;
    return values[place]!.some((value) => {
      setting[name] = value;
      return place > 0 ? fitsFrom(place - 1, furtherTried(tried, value)) : !isFar(tried, value, setting) && fits();
    });
  };
  return (names.length === 0 ? fits() : fitsFrom(names.length - 1, triedOf(activation))) ? setting : undefined;
}

/** Whether a setting is told from the target by the first value, as nearly all settings of scalar functions are. */
function farFrom(activation: Activation, { asked, values }: Target): (tried: Tried, last: ParameterValue, setting: ParameterValues) => boolean {
  if (activation.kind !== 'scalar') return () => false;
  const [x = NaN, y = NaN] = [asked[0]?.[0]?.[0], values[0]?.[0]];
  return (tried, last, setting) => !(difference(y, firstValue(tried, last, () => activation.value(x, setting))) <= exact);
}
