/**
 * Points along a curve, as dense as its bends ask for, so that the line drawn through them is true to a fraction of
 * a pixel: between kinks, across steep parts, and where waves or spikes are narrower than a pixel.
 */
import { jumpAt, limit, type NumberFunction } from './jumps';
import { placeOn, valueOn, type Range, type Scale } from './scales';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the plane that is seen, and how many pixels it takes. */
export interface Window {
  readonly x: Range;
  readonly y: Scale;
  readonly width: number;
  readonly height: number;
}

export interface Curve {
  readonly value: NumberFunction;
  /** Where the function or its slope jumps. */
  readonly kinks: readonly number[];
  /** A function of which this one is the slope: what it gains between two points tells of spikes between them. */
  readonly primitive?: NumberFunction | undefined;
}

/** Greatest height in pixels between the curve and the line through the points taken. */
const tolerance = 0.15;
/** First spacing in pixels: close enough that no bend hides between two points. */
const coarse = 5;
/** A piece this wide that turns often is a band, of which the eye sees the two edges. */
const bandWidth = 0.5;
/** Halvings below the first spacing, which end at the grain of the numbers themselves. */
const deepest = 44;
/** Of each first piece no more is asked than this, so that noise costs no more than waves do. */
const most = 1000;
/** A column of pixels shows no more than the first, the last, the highest and the lowest of its points. */
const column = 0.25;

interface Node extends Point {
  /** Pixels above the foot of the panel, cut off far outside it. */
  readonly height: number;
  /** What the primitive is here. */
  readonly sum: number;
}

interface View {
  readonly value: NumberFunction;
  readonly primitive: NumberFunction | undefined;
  readonly perX: number;
  readonly perY: number;
  heightOf(value: number): number;
  /** The height at x, cut off as that of a node is. */
  heightAt(x: number): number;
  readonly low: Edge;
  readonly high: Edge;
  /** How many more pieces may be halved. */
  left: number;
}

/** Far outside the panel the exact height does not show, and a canvas cannot draw 1e300. */
interface Edge {
  readonly height: number;
  readonly value: number;
}

/** Points from left to right; where the curve jumps or has no value the line is broken by a point without one. */
export function sample(curve: Curve, window: Window): Point[] {
  const { min, max } = window.x;
  const inside = [...new Set(curve.kinks)].filter((kink) => kink > min && kink < max).sort((a, b) => a - b);
  const edges = [min, ...inside, max];
  const view = viewOf(curve, window);
  return edges.slice(1).flatMap((to, i) => {
    const from = edges[i] ?? to;
    const jumps = i > 0 && jumpAt(curve.value, from) !== undefined;
    return [...(jumps ? [{ x: from, y: NaN }] : []), ...section(view, from, to, curve.kinks)];
  });
}

/**
 * Places closer and closer to zero, where functions have their bends, that a grid of the given spacing would step
 * over: a function seen from far away is no more than a few of its pixels wide.
 */
export function landmarks({ min, max }: Range, spacing: number): number[] {
  return magnitudes.filter((x) => Math.abs(x) < 6 * spacing && x > min && x < max);
}

const sizes = Array.from({ length: 160 }, (_, i) => 1e-9 * 1.25 ** i);
const magnitudes: readonly number[] = [...sizes.map((size) => -size).reverse(), 0, ...sizes];

function viewOf({ value, primitive }: Curve, { x, y, width, height }: Window): View {
  const [place, valueAt] = [placeOn(y), valueOn(y)];
  const edge = (at: number): Edge => ({ height: at * height, value: valueAt(at) });
  const isLinear = y.kind === 'linear';
  const [low, high] = [edge(isLinear ? -8 : -1), edge(isLinear ? 9 : 2)];
  const heightOf = (g: number) => place(g) * height;
  return {
    value, primitive: isLinear ? primitive : undefined,
    perX: width / (x.max - x.min), perY: height / (y.max - y.min),
    heightOf, heightAt: (at) => Math.min(high.height, Math.max(low.height, heightOf(value(at)))),
    low, high, left: most,
  };
}

function nodeAt(view: View, x: number): Node {
  return nodeOf(view, x, view.value(x), view.primitive?.(x) ?? 0);
}

function nodeOf(view: View, x: number, value: number, sum: number): Node {
  const height = view.heightOf(value);
  if (height < view.low.height) return { x, y: view.low.value, height: view.low.height, sum };
  if (height > view.high.height) return { x, y: view.high.value, height: view.high.height, sum };
  return { x, y: value, height, sum };
}

/** At a kink the line runs to the limit from its own side, not to the value at the kink. */
function endAt(view: View, x: number, side: 1 | -1, kinks: readonly number[]): Node {
  if (!kinks.includes(x)) return nodeAt(view, x);
  return nodeOf(view, x, limit(view.value, x, side), view.primitive ? limit(view.primitive, x, side) : 0);
}

function section(view: View, from: number, to: number, kinks: readonly number[]): Point[] {
  let before = endAt(view, from, 1, kinks);
  const nodes = [before];
  for (const x of stopsBetween(view, from, to)) {
    const next = x === to ? endAt(view, to, -1, kinks) : nodeAt(view, x);
    view.left = most;
    refine(view, before, next, deepest, nodes);
    nodes.push(next);
    before = next;
  }
  return straightened(thinned(view, nodes), view).map(({ x, y }) => ({ x, y }));
}

/** Even steps, with the landmarks between them; the last is the end itself. */
function stopsBetween({ perX }: View, from: number, to: number): number[] {
  const steps = Math.max(1, Math.ceil(((to - from) * perX) / coarse));
  const even = Array.from({ length: steps - 1 }, (_, i) => from + ((to - from) * (i + 1)) / steps);
  const marks = landmarks({ min: from, max: to }, coarse / perX);
  const inner = marks.length === 0 ? even : [...new Set([...even, ...marks])].sort((a, b) => a - b);
  return [...inner.filter((x) => x > from && x < to), to];
}

/** Two probes at uneven places, so that a wave cannot fool both. */
const unevenShare = (3 - Math.sqrt(5)) / 2;

function refine(view: View, from: Node, to: Node, depth: number, nodes: Node[]): void {
  if (depth === 0 || view.left <= 0) return;
  view.left--;
  const middle = nodeAt(view, (from.x + to.x) / 2);
  if (middle.x <= from.x || middle.x >= to.x) return;
  const probe = view.heightAt(from.x + unevenShare * (to.x - from.x));
  if (isStraight(view, from, probe, middle, to)) return;
  const band = (to.x - from.x) * view.perX <= bandWidth ? bandOf(view, from, to) : undefined;
  if (band) {
    nodes.push(...band);
    return;
  }
  refine(view, from, middle, depth - 1, nodes);
  nodes.push(middle);
  refine(view, middle, to, depth - 1, nodes);
}

/** Without lists, since nothing is asked more often. */
function isStraight(view: View, from: Node, probe: number, middle: Node, to: Node): boolean {
  const rise = to.height - from.height;
  const isEven = probe === from.height && middle.height === from.height && rise === 0;
  if (isEven && isCut(view, from)) return true;
  const offMiddle = Math.abs(middle.height - from.height - rise / 2);
  const offProbe = Math.abs(probe - from.height - unevenShare * rise);
  if (Number.isNaN(offMiddle + offProbe)) return isNowhere(from, probe, middle, to);
  const allowed = (to.x - from.x) * view.perX > bandWidth ? tolerance : 2 * tolerance;
  return offMiddle <= allowed && offProbe <= allowed && !hidesSpike(view, from, middle, to);
}

function isNowhere(from: Node, probe: number, middle: Node, to: Node): boolean {
  return [from.height, probe, middle.height, to.height].every(Number.isNaN);
}

/** By Simpson's rule the three values say what the primitive gains, unless something stands between them. */
function hidesSpike(view: View, from: Node, middle: Node, to: Node): boolean {
  if (!view.primitive || isCut(view, from) || isCut(view, middle) || isCut(view, to)) return false;
  const width = to.x - from.x;
  const missing = Math.abs((to.sum - from.sum) / width - (from.y + 4 * middle.y + to.y) / 6);
  const rounding = 1e-11 * Math.max(Math.abs(from.sum), Math.abs(to.sum), Math.abs(from.x), Math.abs(to.x)) / width;
  return missing * view.perY > 0.02 + rounding * view.perY;
}

function isCut({ low, high }: View, { height }: Node): boolean {
  return height === low.height || height === high.height;
}

const bandProbes = 9;
const turnsOfBand = 2;
/** A top whose sides fall by less than this many pixels is hardly higher than it looks. */
const flat = 0.8;

/** The lowest and the highest point of a piece that turns too often to be followed, or nothing where it does not. */
function bandOf(view: View, from: Node, to: Node): Node[] | undefined {
  const inner = Array.from({ length: bandProbes }, (_, i) => nodeAt(view, from.x + ((to.x - from.x) * (i + 1)) / (bandProbes + 1)));
  const nodes = [from, ...inner, to].filter(({ height }) => !Number.isNaN(height));
  const steps = nodes.slice(1).map((node, i) => Math.sign(node.height - (nodes[i]?.height ?? 0))).filter((step) => step !== 0);
  const turns = steps.filter((step, i) => i > 0 && step !== steps[i - 1]).length;
  if (turns < turnsOfBand) return undefined;
  const by = (sign: 1 | -1) => nodes.reduce((best, node) => (sign * node.height > sign * best.height ? node : best));
  return [climb(view, by(-1), -1, from, to), climb(view, by(1), 1, from, to)].sort((a, b) => a.x - b.x);
}

/** From a point uphill to the next top, in steps that shrink where neither side is higher. */
function climb(view: View, start: Node, sign: 1 | -1, from: Node, to: Node): Node {
  let best = start;
  let step = (to.x - from.x) / 60;
  let flats = 0;
  for (let i = 0; i < 15 && flats < 2; i++) {
    const left = nodeAt(view, Math.max(from.x, best.x - step));
    const right = nodeAt(view, Math.min(to.x, best.x + step));
    const [below, above] = [sign * (left.height - best.height), sign * (right.height - best.height)];
    flats = Math.max(below, above) <= 0 && Math.min(below, above) > -flat ? flats + 1 : 0;
    if (below > 0 && below >= above) best = left;
    else if (above > 0) best = right;
    else step /= 4;
  }
  return best;
}

/** Of many points in one column those that the eye can tell apart. */
function thinned({ perX }: View, nodes: readonly Node[]): readonly Node[] {
  const kept: Node[] = [];
  for (let start = 0; start < nodes.length;) {
    const place = columnOf(nodes[start], perX);
    let end = start + 1;
    while (end < nodes.length && columnOf(nodes[end], perX) === place) end++;
    const here = nodes.slice(start, end);
    kept.push(...(here.length > 4 ? outline(here) : here));
    start = end;
  }
  return kept;
}

function columnOf(node: Node | undefined, perX: number): number {
  return Math.floor(((node?.x ?? 0) * perX) / column);
}

function outline(nodes: readonly Node[]): Node[] {
  let [lowest, highest] = [0, 0];
  nodes.forEach(({ height }, i) => {
    if (height < (nodes[lowest]?.height ?? 0)) lowest = i;
    if (height > (nodes[highest]?.height ?? 0)) highest = i;
  });
  const places = [...new Set([0, lowest, highest, nodes.length - 1])].sort((a, b) => a - b);
  return places.flatMap((i) => nodes[i] ?? []);
}

/** How far a point may lie off the line that is drawn without it. */
const slack = 0.1;

/** Leaves out what lies on a straight line between its neighbours: from each kept point the widest cone that takes in all that follow. */
function straightened(nodes: readonly Node[], { perX }: View): Node[] {
  const [first] = nodes;
  if (!first) return [];
  const kept = [first];
  let [anchor, before, low, high] = [first, first, -Infinity, Infinity];
  for (const node of nodes.slice(1)) {
    let run = (node.x - anchor.x) * perX;
    const slope = (node.height - anchor.height) / run;
    if (before !== anchor && !(slope >= low && slope <= high)) {
      kept.push(before);
      [anchor, low, high] = [before, -Infinity, Infinity];
      run = (node.x - anchor.x) * perX;
    }
    const middle = (node.height - anchor.height) / run;
    [low, high] = [Math.max(low, middle - slack / run), Math.min(high, middle + slack / run)];
    before = node;
  }
  if (before !== anchor) kept.push(before);
  return kept;
}
