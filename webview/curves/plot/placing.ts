/** Free places for labels: close to their own curve, clear of every other line and word. */
import type { Chart } from 'chart.js';
import { panelMemo, type Drawn, type Panel } from '../drawn';
import { areaOf, gap, nearestPoint, right, bottom, xValue, yPixel, type Box } from './geometry';

/** The height of a curve at evenly spaced columns of a panel. */
export interface Profile {
  readonly key: number;
  readonly left: number;
  readonly heights: readonly number[];
}

export interface Placement {
  readonly box: Box;
  /** The point of the curve that the label belongs to. */
  readonly anchor: readonly [number, number];
  /** From the anchor to the box. */
  readonly distance: number;
  readonly slot: Slot;
}

interface Surroundings {
  readonly area: Box;
  /** The height of y = 0, which a label covers only where nothing better is free. */
  readonly zeroLine: number;
  readonly profiles: readonly Profile[];
  readonly taken: readonly Box[];
  /** The columns that the anchor has to lie in. */
  readonly within?: readonly [number, number] | undefined;
  /** Whether a label may stand off its curve, tied to it by a leader. */
  readonly mayLead: boolean;
  /** Where a label is true on these sides of its curve alone: a maximum has nothing of it above. */
  readonly sides?: readonly Side[] | undefined;
}

/** Where a label stands relative to its curve: kept over frames so that it does not wander. */
interface Slot {
  readonly share: number;
  readonly side: Side;
  readonly ring: number;
}

export type Side = 'above' | 'below' | 'left' | 'right';

const columnWidth = 4;
const anchors = 24;
const sides: readonly Side[] = ['above', 'below', 'right', 'left'];
const rings: readonly number[] = [5, 12, 26, 44];
/** A place at least this good is kept even where a better one has opened, and any other where none is better by so much. */
const goodEnough = 18;
const worthMoving = 6;
/** Below this a label is better left out. */
const worst = -40;
/** A label may rise this far into the gap above its panel. */
const headroom = 4;
/** A label farther off than this is tied to its curve by a leader. */
export const leaderDistance = 16;

export function profilesOf(chart: Chart, curves: readonly Drawn[], panel: Panel): Profile[] {
  const area = areaOf(chart, panel);
  if (!area) return [];
  const columns = Math.floor(area.width / columnWidth) + 1;
  const window = { from: xValue(chart, area.left), to: xValue(chart, area.left + (columns - 1) * columnWidth), columns };
  return curves.map((drawn) => ({
    key: drawn.curve.key,
    left: area.left,
    heights: columnValues(drawn, panel, window).map((value) => yPixel(chart, panel, value)),
  }));
}

interface Columns {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Remembered for each curve, since most frames change one of them or none. */
const columnValues = panelMemo(({ functions }, panel, { from, to, columns }: Columns): readonly number[] => (
  Array.from({ length: columns }, (_, i) => functions[panel](from + ((to - from) * i) / (columns - 1)))));

/** The best place for a label of that size, or nothing where none is clear; the last one is left for a clearly better one alone. */
export function placeBeside(own: Profile, size: { width: number; height: number }, around: Surroundings, last: Placement | undefined): Placement | undefined {
  const others = around.profiles.filter((profile) => profile !== own);
  const kept = last && placementAt(own, size, last.slot, around);
  const keptScore = kept ? scoreOf(kept, own, others, around, worst) : -Infinity;
  if (kept && kept.distance < leaderDistance && keptScore >= goodEnough) return kept;
  let best = keptScore > worst ? kept : undefined;
  let toBeat = best ? keptScore + worthMoving : worst;
  for (const slot of slots) {
    const placement = bestScore(slot) > toBeat ? placementAt(own, size, slot, around) : undefined;
    const score = placement ? scoreOf(placement, own, others, around, toBeat) : -Infinity;
    if (score > toBeat) [best, toBeat] = [placement, score];
  }
  return best;
}

/** Distance from a box to the nearest curve or word, looked for no farther than `reach`. */
export function clearanceOf(box: Box, profiles: readonly Profile[], taken: readonly Box[], reach = 20): number {
  let least = reach;
  for (const other of taken) least = Math.min(least, gap(box, other));
  for (const profile of profiles) {
    if (least === 0) break;
    least = distance(profile, box, least);
  }
  return least;
}

/** The nearest first, so that what is found there spares the farther ones. */
const slots: readonly Slot[] = rings.flatMap((ring) => Array.from({ length: anchors }, (_, i) => (i + 0.5) / anchors)
  .flatMap((share) => sides.map((side) => ({ share, side, ring }))));

function placementAt(own: Profile, { width, height }: { width: number; height: number }, slot: Slot, { area, within, mayLead, sides: allowed }: Surroundings): Placement | undefined {
  if (allowed && !allowed.includes(slot.side)) return undefined;
  const column = Math.round(slot.share * (own.heights.length - 1));
  const x = own.left + column * columnWidth;
  const y = own.heights[column] ?? NaN;
  if (!(y >= area.top && y <= bottom(area)) || (slot.ring > leaderDistance && !mayLead)) return undefined;
  if (within && (x < within[0] || x > within[1])) return undefined;
  const shift = slot.ring;
  const left = slot.side === 'left' ? x - shift - width : slot.side === 'right' ? x + shift : x - width / 2;
  const top = slot.side === 'above' ? y - shift - height : slot.side === 'below' ? y + shift : y - height / 2;
  const box = { left, top, width, height };
  const isInside = left >= area.left + 3 && right(box) <= right(area) - 3 && top >= area.top - headroom && bottom(box) <= bottom(area) - 2;
  return isInside ? { box, anchor: [x, y], distance: shift, slot } : undefined;
}

/** −∞ where a label may not stand, or cannot score more than `toBeat`: what is cheap to know comes first, since most places are refused. */
function scoreOf(placement: Placement, own: Profile, others: Profile[], { taken, zeroLine }: Surroundings, toBeat: number): number {
  const { box, distance: ring, slot } = placement;
  const toWords = clearanceOf(box, [], taken, clearOfWords);
  if (toWords < 5) return -Infinity;
  const onZeroLine = box.top < zeroLine && bottom(box) > zeroLine;
  const byPlace = 0.5 * toWords + preference(slot) - (onZeroLine ? 10 : 0);
  if (byPlace + clearOfOthers - 1.5 * nearestToOwn <= toBeat) return -Infinity;
  // Its anchor is a point of its own curve, which is nowhere farther off.
  const toOwn = distance(own, box, ring, nearestToOwn);
  if (toOwn < nearestToOwn) return -Infinity;
  const besideOthers = byPlace - 1.5 * toOwn;
  let toOthers = clearOfOthers;
  for (const profile of others) {
    if (besideOthers + toOthers <= toBeat) return -Infinity;
    toOthers = distance(profile, box, toOthers, nearestToOthers);
    if (toOthers < nearestToOthers) {
      // What is in the way here is likely in the way of the next place too.
      others.splice(others.indexOf(profile), 1);
      others.unshift(profile);
      return -Infinity;
    }
  }
  return ring > leaderDistance && !hasClearLeader(placement, others, taken) ? -Infinity : besideOthers + toOthers;
}

/** Distances beyond these make a place no better. */
const clearOfOthers = 24;
const clearOfWords = 20;
const nearestToOwn = 3;
const nearestToOthers = 4;

function preference({ ring, side }: Slot): number {
  return 10 - (ring > leaderDistance ? 24 : 0) - (side === 'left' || side === 'right' ? 3 : 0);
}

/** What a place would score if nothing stood in its way. */
function bestScore(slot: Slot): number {
  return clearOfOthers + 0.5 * clearOfWords - 1.5 * nearestToOwn + preference(slot);
}

/** A leader that crosses another curve or a word would tie the label to the wrong one. */
function hasClearLeader({ box, anchor: [x, y] }: Placement, others: readonly Profile[], taken: readonly Box[]): boolean {
  const end = nearestPoint(box, x, y);
  return [0, 0.25, 0.5, 0.75, 1].every((share) => {
    const point = { left: x + share * (end[0] - x), top: y + share * (end[1] - y), width: 0, height: 0 };
    return clearanceOf(point, others, taken, 3) >= 3;
  });
}

/**
 * From a box to a curve, looked for no farther than `reach`, and no longer than until it is less than `enough`; zero where
 * the curve passes through it. The inner loop, so without lists.
 */
function distance({ left, heights }: Profile, box: Box, reach: number, enough = 0): number {
  const [end, floor] = [right(box), bottom(box)];
  const first = Math.max(0, Math.floor((box.left - reach - left) / columnWidth));
  const last = Math.min(heights.length - 1, Math.ceil((end + reach - left) / columnWidth));
  let least = reach * reach;
  for (let i = first; i <= last; i++) {
    const y = heights[i] ?? NaN;
    const next = heights[i + 1] ?? y;
    const dy = Math.max(box.top - Math.max(y, next), 0, Math.min(y, next) - floor);
    const x = left + i * columnWidth;
    const dx = Math.max(box.left - x, 0, x - end);
    const squared = dx * dx + dy * dy;
    // Where the curve has no value it is not near anything.
    if (squared < least) least = squared;
    if (least < enough * enough || least === 0) break;
  }
  return Math.sqrt(least);
}
