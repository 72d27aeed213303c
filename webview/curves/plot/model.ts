/** All that one drawing of the plot depends on. */
import type { Scale } from '../../../src/pictures/scales';
import type { Gaussian } from '../../../src/propagation/gaussian';
import type { FlatZone } from '../../../src/propagation/saturation';
import type { Drawn, Panel } from '../drawn';
import type { Feature } from '../features';
import type { Range } from '../../state';
import type { Theme } from '../../theme';

export interface PlotModel {
  /** The functions in view, in the order of the table. */
  readonly drawn: readonly Drawn[];
  /** Zones and readouts speak of this one. */
  readonly focused: Drawn | undefined;
  /** From top to bottom. */
  readonly panels: readonly Panel[];
  readonly x: Range;
  readonly heights: Readonly<Record<Panel, Scale>>;
  readonly inputs: Gaussian | undefined;
  readonly threshold: number;
  readonly zones: readonly FlatZone[];
  readonly crosshair: number;
  readonly pinned: boolean;
  /** What of the focused function lies exactly under the crosshair. */
  readonly feature: Feature | undefined;
  /** `x`, or `a` for sections of a gate. */
  readonly variable: string;
  /** Keys of curves that are drawn with a value that was not in the code. */
  readonly assumed: ReadonlySet<number>;
  readonly theme: Theme;
}

export const panelTitles: Readonly<Record<Panel, (variable: string) => string>> = {
  output: (x) => `output  f(${x})`,
  gradient: (x) => (x === 'a' ? 'gradient  ∂f/∂a' : `gradient  f′(${x})`),
  curvature: (x) => (x === 'a' ? 'curvature  ∂²f/∂a²' : `curvature  f″(${x})`),
};
