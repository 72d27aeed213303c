/** Which part of the plane the plot shows: what fits, and where the person has moved it. */
import { heightsFor, reachOf, type Range } from '../../src/pictures/ranges';
import { memoWith } from '../memo';
import type { Drawn, Panel } from './drawn';

export { fittingRange } from '../../src/pictures/ranges';

/** Zooms by a factor around a point that stays where it is. */
export function zoomed({ min, max }: Range, factor: number, around: number): Range {
  const next = { min: around - (around - min) * factor, max: around + (max - around) * factor };
  const width = next.max - next.min;
  return width < 1e-6 || width > 1e6 ? { min, max } : next;
}

export function shifted({ min, max }: Range, by: number): Range {
  return { min: min + by, max: max + by };
}

/** The heights the curves reach; of those that did not change it is known already. */
export function heightsOf(drawn: readonly Drawn[], panel: Panel, x: Range): Range {
  return heightsFor(panel, drawn.map((curve) => knownReach(curve, { panel, x })));
}

const knownReach = memoWith((drawn: Drawn, { panel, x }: { panel: Panel; x: Range }) => reachOf(drawn, panel, x));
