/**
 * Deep networks of finite width, built and run: what mean-field theory leaves out is how much one seed differs from
 * another. Weights are drawn again for the way back instead of being kept, so that memory grows with the depth only
 * by the activations.
 */
import type { Initialisation } from './initialisation';
import type { Nonlinearity } from './meanField';
import { randomNumbers, type RandomNumbers } from './randomNumbers';
import type { Stacking } from './stacking';

export interface Network {
  readonly depth: number;
  /** Of every layer, and of the inputs, which are normal. */
  readonly width: number;
  /** Inputs that go through the same weights. */
  readonly batch: number;
  readonly initialisation: Initialisation;
  readonly stacking: Stacking;
}

/** What one network does; each list has an entry for every layer, the one next to the input first. */
interface Run {
  /** The mean of h² over units and inputs. */
  readonly preactivation: Float64Array;
  /** The mean of f(h)² */
  readonly secondMoment: Float64Array;
  /** The variance of f(h) over the units, averaged over the inputs. */
  readonly variance: Float64Array;
  /** The size of the gradient with respect to h relative to that at the last layer, for a random direction there. */
  readonly gradient: Float64Array;
}

/** Over seeds: the middle, and the ends between which lie two thirds of them. */
export interface Spread {
  readonly low: readonly number[];
  readonly median: readonly number[];
  readonly high: readonly number[];
}

export type Simulation = Readonly<Record<keyof Run, Spread>>;

/**
 * Runs the network for every seed. The generator gives the share that is done each time a layer is: a caller that
 * wants to stop, or to let others work, does so between two of its steps.
 */
export function* simulate(f: Nonlinearity, network: Network, seeds: readonly number[]): Generator<number, Simulation> {
  const runs: Run[] = [];
  for (const seed of seeds) {
    const layers = simulateSeed(f, network, seed);
    for (let step = layers.next(); ; step = layers.next()) {
      if (step.done === true) {
        runs.push(step.value);
        break;
      }
      yield (runs.length + step.value) / seeds.length;
    }
  }
  const spread = (of: keyof Run) => spreadOf(runs.map((run) => run[of]));
  return { preactivation: spread('preactivation'), secondMoment: spread('secondMoment'), variance: spread('variance'), gradient: spread('gradient') };
}

/** One network, from the input to the last layer and back. */
function* simulateSeed(f: Nonlinearity, network: Network, seed: number): Generator<number, Run> {
  const { depth, width, batch, stacking: { input, residual } } = network;
  const run = { preactivation: new Float64Array(depth), secondMoment: new Float64Array(depth), variance: new Float64Array(depth), gradient: new Float64Array(depth) };
  const steps = Math.max(1, 2 * depth - 1);
  const outputs: Float64Array[] = [];
  const deviation = Math.sqrt(input);
  let inputs = filled(new Float64Array(batch * width), normalNumbers(seed, 0)).map((x) => deviation * x);
  for (let layer = 0; layer < depth; layer++) {
    const h = forward(inputs, network, randomNumbers(seed, 2 * layer + 2));
    if (residual) addTo(h, outputs[layer - 1]);
    inputs = h.map((x) => f.value(x));
    record(run, layer, h, inputs, network);
    outputs.push(h);
    yield (layer + 1) / steps;
  }
  let gradient = filled(new Float64Array(batch * width), normalNumbers(seed, 1));
  const atLoss = sizeOf(gradient);
  for (let layer = depth - 1; layer >= 0; layer--) {
    run.gradient[layer] = sizeOf(gradient) / atLoss;
    if (layer === 0) break;
    const passed = residual ? gradient : undefined;
    gradient = backward(gradient, network, randomNumbers(seed, 2 * layer + 2));
    outputs[layer - 1]?.forEach((x, i) => { gradient[i] = (gradient[i] ?? NaN) * f.derivative(x); });
    addTo(gradient, passed);
    yield (2 * depth - layer) / steps;
  }
  return run;
}

/** W x + b for every input of the batch. A row of W is drawn, used for all of them, and forgotten. */
function forward(x: Float64Array, { width, batch, initialisation }: Network, random: RandomNumbers): Float64Array {
  const h = new Float64Array(batch * width);
  const row = new Float64Array(width);
  const draw = drawing(initialisation, width, random);
  for (let unit = 0; unit < width; unit++) {
    filled(row, draw.weight);
    const bias = draw.bias();
    for (let input = 0; input < batch; input++) h[input * width + unit] = bias + dot(row, x, input * width);
  }
  return h;
}

/** Wᵀ g, with the rows of W as `forward` drew them. */
function backward(g: Float64Array, { width, batch, initialisation }: Network, random: RandomNumbers): Float64Array {
  const back = new Float64Array(batch * width);
  const row = new Float64Array(width);
  const draw = drawing(initialisation, width, random);
  for (let unit = 0; unit < width; unit++) {
    filled(row, draw.weight);
    draw.bias();
    for (let input = 0; input < batch; input++) addMultiple(back, input * width, row, g[input * width + unit] ?? NaN);
  }
  return back;
}

function drawing({ weights, biases, distribution }: Initialisation, width: number, random: RandomNumbers) {
  const scaled = (variance: number) => {
    const deviation = Math.sqrt(variance);
    // A uniform number has the variance of its interval's length squared, over 12.
    const reach = Math.sqrt(12 * variance);
    return distribution === 'normal' ? () => deviation * random.normal() : () => reach * (random.uniform() - 0.5);
  };
  return { weight: scaled(weights / width), bias: biases === 0 ? () => 0 : scaled(biases) };
}

function filled(array: Float64Array, draw: () => number): Float64Array {
  for (let i = 0; i < array.length; i++) array[i] = draw();
  return array;
}

function normalNumbers(seed: number, stream: number): () => number {
  const random = randomNumbers(seed, stream);
  return () => random.normal();
}

/** Four sums at once, none of which waits for another, are several times as fast as one. */
function dot(row: Float64Array, x: Float64Array, from: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const fours = row.length - (row.length % 4);
  for (let i = 0; i < fours; i += 4) {
    first += (row[i] ?? 0) * (x[from + i] ?? 0);
    second += (row[i + 1] ?? 0) * (x[from + i + 1] ?? 0);
    third += (row[i + 2] ?? 0) * (x[from + i + 2] ?? 0);
    fourth += (row[i + 3] ?? 0) * (x[from + i + 3] ?? 0);
  }
  let sum = first + second + (third + fourth);
  for (let i = fours; i < row.length; i++) sum += (row[i] ?? 0) * (x[from + i] ?? 0);
  return sum;
}

function addTo(target: Float64Array, other: Float64Array | undefined): void {
  other?.forEach((x, i) => { target[i] = (target[i] ?? 0) + x; });
}

function addMultiple(target: Float64Array, from: number, row: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) target[from + i] = (target[from + i] ?? 0) + factor * (row[i] ?? 0);
}

function record(run: Run, layer: number, h: Float64Array, outputs: Float64Array, { width, batch }: Network): void {
  run.preactivation[layer] = meanSquare(h);
  run.secondMoment[layer] = meanSquare(outputs);
  let variance = 0;
  for (let input = 0; input < batch; input++) variance += varianceOf(outputs.subarray(input * width, (input + 1) * width));
  run.variance[layer] = variance / batch;
}

/** An infinity less another, and so NaN, is what becomes of sums that are too large for a double. */
function meanSquare(x: Float64Array): number {
  const mean = x.reduce((sum, each) => sum + each * each, 0) / x.length;
  return Number.isNaN(mean) ? Infinity : mean;
}

function varianceOf(x: Float64Array): number {
  const mean = x.reduce((sum, each) => sum + each, 0) / x.length;
  return x.reduce((sum, each) => sum + (each - mean) ** 2, 0) / x.length;
}

/** √(mean of squares), also where the squares would be too small for a double. */
function sizeOf(x: Float64Array): number {
  const largest = x.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return largest === 0 || largest === Infinity ? largest : largest * Math.sqrt(x.reduce((sum, each) => sum + (each / largest) ** 2, 0) / x.length);
}

function spreadOf(lists: readonly Float64Array[]): Spread {
  // Unlike an array, a typed array puts the NaN of a network that overflowed last, as the largest.
  const layers = Array.from(lists[0] ?? [], (_, layer) => Float64Array.from(lists, (list) => list[layer] ?? NaN).sort());
  const at = (share: number) => layers.map((sorted) => quantile(sorted, share));
  return { low: at(1 / 6), median: at(0.5), high: at(5 / 6) };
}

/** Between two of the sorted numbers it is on the line that joins them. */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below === above ? below : below + (place - Math.floor(place)) * (above - below);
}
