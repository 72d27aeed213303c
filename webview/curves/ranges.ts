/** Which part of the plane the plot shows: what fits, and where the person has moved it. */
import { heightsFor, reachOf, type Range } from '../../src/pictures/ranges';
import type { Scale, ScaleKind } from '../../src/pictures/scales';
import { panelMemo, type Drawn, type Panel } from './drawn';

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

/**
 * The heights the curves reach; of those that did not change it is known already. Differences may run along their zero
 * at the top, under the panel's title, and get the room of gradients.
 */
export function heightsOf(drawn: readonly Drawn[], panel: Panel, x: Range, kind: ScaleKind, isDifference: boolean): Scale {
  const reaches = drawn.map((curve) => knownReach(curve, panel, x));
  return heightsFor(isDifference && panel === 'output' ? 'gradient' : panel, reaches, kind);
}

const knownReach = panelMemo((drawn, panel, x: Range) => reachOf(drawn, panel, x));
