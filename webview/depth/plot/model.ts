/** All that one drawing of a depth plot depends on. */
import type { Range } from '../../../src/pictures/ranges';
import type { Spread } from '../../../src/propagation/simulation';
import type { Theme } from '../../theme';
import type { DepthPanel } from '../axis';
import type { DepthRow } from '../rows';

/** What simulated networks of finite width did: sizes, by layer. */
export type Bands = ReadonlyMap<DepthRow, Spread>;

export interface DepthPlotModel {
  readonly panel: DepthPanel;
  /** The functions in view, in the order of the table. */
  readonly rows: readonly DepthRow[];
  readonly focused: DepthRow | undefined;
  readonly layers: number;
  /** Whether what passes is a sum that every layer adds to. */
  readonly residual: boolean;
  /** Whether it stands below or above the other plot, whose layers are then below or above its own. */
  readonly stacked: boolean;
  readonly exponents: Range;
  readonly bands: Bands;
  /** The layer that is pointed at. */
  readonly layer: number | undefined;
  readonly theme: Theme;
}

export function sizesOf(row: DepthRow, panel: DepthPanel): readonly number[] {
  return panel === 'gradient' ? row.gradient : row.signal;
}

/** Log axes have no zero and no infinity: such a size lies far beyond the end of the axis. */
export function drawable(size: number): number {
  return Math.min(1e300, Math.max(1e-300, size));
}
