/**
 * What a function does to normally distributed inputs. Expectations are integrals over panels that are split at
 * the kinks and refined where they have not settled, since Gauss–Hermite nodes converge slowly across a kink.
 */

/** The distribution of a layer's inputs, N(mean, deviation²). */
export interface Gaussian {
  readonly mean: number;
  /** The standard deviation, zero or more. */
  readonly deviation: number;
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

type Integrand = (x: number) => number;

/** Beyond this many deviations the weight is under 1e-42, too little for what does not grow exponentially. */
const reach = 14;
/** Beyond this the density itself is zero in double precision. */
const densityReach = 38.6;
const panelTolerance = 1e-15;
const deepest = 12;
/** So many panels that are still unsettled are those of an oscillation, whose mean they give as well as finer ones would. */
const mostOpen = 512;

/** E g(x) for x of the given distribution; `breaks` are the points where g or its slope jumps. */
export function expectation(g: Integrand, inputs: Gaussian, breaks: readonly number[] = []): number {
  const { mean, deviation } = inputs;
  if (deviation === 0) return g(mean);
  const weighted = (z: number) => {
    const weight = density(z);
    // Far out the weight is gone, whatever has become of g.
    return weight === 0 ? 0 : g(mean + deviation * z) * weight;
  };
  const over = (end: number) => integrate(weighted, panelEdges(-end, end, breaks.map((x) => (x - mean) / deviation)));
  const near = over(reach);
  const atEnds = Math.max(Math.abs(weighted(-reach)), Math.abs(weighted(reach)));
  return atEnds > 1e-16 * Math.abs(near) ? over(densityReach) : near;
}

/** Mean and variance of f(x). */
export function outputMoments(f: Integrand, inputs: Gaussian, breaks: readonly number[] = []): Moments {
  const mean = expectation(f, inputs, breaks);
  return { mean, variance: outputVariance(f, mean, inputs, breaks) };
}

/** Where the mean is known already. */
export function outputVariance(f: Integrand, mean: number, inputs: Gaussian, breaks: readonly number[] = []): number {
  return expectation((x) => (f(x) - mean) ** 2, inputs, breaks);
}

/** E f′(x)², the factor by which one layer of unit gain scales the squared gradient. */
export function meanSquaredGradient(derivative: Integrand, inputs: Gaussian, breaks: readonly number[] = []): number {
  return expectation((x) => derivative(x) ** 2, inputs, breaks);
}

/** The share of inputs between `from` and `to`, accurate in relative terms far into the tails. */
export function probability(from: number, to: number, inputs: Gaussian): number {
  const { mean, deviation } = inputs;
  if (deviation === 0) return from <= mean && mean <= to ? 1 : 0;
  const low = Math.max((from - mean) / deviation, -densityReach);
  const high = Math.min((to - mean) / deviation, densityReach);
  if (!(low < high)) return 0;
  if (low === -densityReach && high === densityReach) return 1;
  // A share near one is one minus the two tails, each of which keeps its own digits.
  if (low < -1 && high > 1) return 1 - tail(-low) - tail(high);
  return Math.min(1, integrate(density, panelEdges(low, high, [])));
}

function tail(z: number): number {
  return z >= densityReach ? 0 : integrate(density, panelEdges(z, Math.min(z + reach, densityReach), []));
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/** Ends of panels at most one deviation wide, none of which has a break inside. */
function panelEdges(low: number, high: number, breaks: readonly number[]): number[] {
  const inside = breaks.filter((z) => z > low && z < high);
  const steps = Math.max(1, Math.ceil(high - low));
  const even = Array.from({ length: steps + 1 }, (_, i) => low + ((high - low) * i) / steps);
  return [...new Set([...even, ...inside])].sort((a, b) => a - b);
}

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly whole: number;
}

function panelOver(g: Integrand, from: number, to: number): Panel {
  return { from, to, whole: panelIntegral(g, from, to) };
}

/**
 * Halves the panels that have not settled, all of them before any of their halves: an integrand that oscillates faster
 * than the finest panels can follow is then at least sampled as densely everywhere.
 */
function integrate(g: Integrand, edges: readonly number[]): number {
  let open = edges.slice(1).map((to, i) => panelOver(g, edges[i] ?? to, to));
  const tolerance = panelTolerance * open.reduce((sum, panel) => sum + Math.abs(panel.whole), 0);
  let sum = 0;
  for (let depth = deepest; open.length > 0; depth--) {
    const halves: Panel[] = [];
    for (const { from, to, whole } of open) {
      const middle = (from + to) / 2;
      const [left, right] = [panelOver(g, from, middle), panelOver(g, middle, to)];
      const settled = !(Math.abs(left.whole + right.whole - whole) > tolerance);
      if (settled || depth === 0) sum += left.whole + right.whole;
      else halves.push(left, right);
    }
    if (halves.length > mostOpen) return sum + halves.reduce((rest, panel) => rest + panel.whole, 0);
    open = halves;
  }
  // Halves that cancel, as those of an odd function do, leave rounding errors and no mean.
  return Number.isFinite(sum) && Math.abs(sum) <= tolerance ? 0 : sum;
}

const rule = gaussLegendre(16);

function panelIntegral(g: Integrand, from: number, to: number): number {
  const centre = (from + to) / 2;
  const half = (to - from) / 2;
  let sum = 0;
  for (const [node, weight] of rule) sum += weight * g(centre + half * node);
  return half * sum;
}

/** Nodes and weights of n-point Gauss–Legendre on [−1, 1], by Newton's method on the Legendre polynomial. */
function gaussLegendre(n: number): [node: number, weight: number][] {
  return Array.from({ length: n }, (_, i) => {
    let node = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 8; step++) {
      const [value, derivative] = legendre(n, node);
      slope = derivative;
      node -= value / derivative;
    }
    return [node, 2 / ((1 - node * node) * slope * slope)];
  });
}

function legendre(n: number, x: number): [value: number, derivative: number] {
  let previous = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return [value, (n * (x * value - previous)) / (x * x - 1)];
}
